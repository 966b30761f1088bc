using CsCheck;
using Vedette.Kernel;
using Vedette.TestSupport;

namespace Vedette.Wire.Tests.Asterix;

public class FuzzTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 1, 17, 12);

    private static readonly byte[] Categories = [21, 34, 48, 62];

    [Fact]
    public void Random_records_of_every_category_never_throw_and_are_accounted_for() =>
        Gen.Select(Gen.Int[0, Categories.Length - 1].Select(i => Categories[i]), Gen.Byte.Array[1, 200]).Sample((category, body) =>
        {
            byte[] block = [category, 0, (byte)(body.Length + 3), .. body];
            var intake = AsterixDecoderTests.Decoded(block, Noon);
            Assert.True(intake.Records + intake.Refusals.Count > 0);
            Assert.All(intake.Refusals, refusal => Assert.InRange(refusal.Offset, 0, block.Length));
        }, iter: 5000);

    [Fact]
    public void Random_octets_never_throw() =>
        Gen.Byte.Array[0, 100].Sample(octets => AsterixDecoderTests.Decoded(octets, Noon), iter: 5000);

    [Fact]
    public void Mutated_datagrams_of_real_traffic_never_throw()
    {
        var octets = File.ReadAllBytes(SharedData.Path("asterix/fuzz/mutated_2000.bin"));
        var datagrams = 0;
        for (var at = 0; at + 4 <= octets.Length; datagrams++)
        {
            var length = BitConverter.ToInt32(octets, at);
            AsterixDecoderTests.Decoded(octets[(at + 4)..(at + 4 + length)], Noon);
            at += 4 + length;
        }

        Assert.Equal(2000, datagrams);
    }
}
