using System.Text;
using CsCheck;
using Vedette.Kernel;
using Vedette.Wire.Tests.Beast;

namespace Vedette.Wire.Tests.Lines;

/// <summary>Brings text to a decoder whole or in pieces.</summary>
internal static class Feeding
{
    public static readonly Instant Now = Instant.FromUtc(2026, 3, 1, 12);

    public static Intake Feed(IFeedDecoder decoder, string text, Instant? receivedAt = null) => Feed(decoder, Encoding.UTF8.GetBytes(text), receivedAt, int.MaxValue);

    public static Intake Feed(IFeedDecoder decoder, byte[] octets, Instant? receivedAt, params int[] sizes)
    {
        var intake = new Intake();
        for (int at = 0, i = 0; at < octets.Length; i++)
        {
            var size = Math.Min(sizes[i % sizes.Length], octets.Length - at);
            decoder.Decode(octets.AsSpan(at, size), receivedAt ?? Now, 7, intake);
            at += size;
        }

        return intake;
    }

    /// <summary>Any cutting of the stream gives the same plots, the same count of records and refusals of the same items.</summary>
    public static Intake AssertPiecesDoNotMatter(Func<IFeedDecoder> decoder, byte[] octets, long iterations = 60)
    {
        var whole = Feed(decoder(), octets, Now, int.MaxValue);
        Gen.Int[1, 300].Array[1, 30].Sample(
            sizes =>
            {
                var pieces = Feed(decoder(), octets, Now, sizes);
                Assert.Equal(whole.Plots, pieces.Plots);
                Assert.Equal(whole.Records, pieces.Records);
                Assert.Equal(whole.Refusals.Select(r => (r.Item, r.Reason)), pieces.Refusals.Select(r => (r.Item, r.Reason)));
            },
            iter: iterations);
        return whole;
    }

    /// <summary>Random octets, and good octets with some of them changed: nothing throws.</summary>
    public static void AssertNeverThrows(Func<IFeedDecoder> decoder, byte[] good)
    {
        Gen.Byte.Array[0, 600].Sample(octets =>
        {
            var intake = new Intake();
            var reader = decoder();
            reader.Decode(octets, Now, 1, intake);
            reader.Decode("\n"u8, Now, 1, intake);
        });
        Gen.Select(Gen.Int[0, good.Length - 1], Gen.Byte).Array[1, 12].Sample(changes =>
        {
            var octets = (byte[])good.Clone();
            foreach (var (at, octet) in changes) octets[at] = octet;
            Feed(decoder(), octets, Now, 200);
        });
    }
}
