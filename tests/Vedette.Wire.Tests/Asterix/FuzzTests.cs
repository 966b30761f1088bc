using System.IO.Compression;
using System.Text.Json;
using CsCheck;
using Vedette.Kernel;
using Vedette.TestSupport;
using Vedette.Wire.Asterix;

namespace Vedette.Wire.Tests.Asterix;

public class FuzzTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 1, 17, 12);

    private static readonly byte[] Categories = [21, 34, 48, 62];

    [Fact]
    [Trait("Kind", "Fuzz")]
    public void Random_records_of_every_category_never_throw_and_are_accounted_for() =>
        Gen.Select(Gen.Int[0, Categories.Length - 1].Select(i => Categories[i]), Gen.Byte.Array[1, 200]).Sample((category, body) =>
        {
            byte[] block = [category, 0, (byte)(body.Length + 3), .. body];
            var intake = AsterixDecoderTests.Decoded(block, Noon);
            Assert.True(intake.Records + intake.Refusals.Count > 0);
            Assert.All(intake.Refusals, refusal => Assert.InRange(refusal.Offset, 0, block.Length));
        }, iter: 5000);

    [Fact]
    [Trait("Kind", "Fuzz")]
    public void Random_octets_never_throw() =>
        Gen.Byte.Array[0, 100].Sample(octets => AsterixDecoderTests.Decoded(octets, Noon), iter: 5000);

    /// <summary>The interpreter of the published definitions said of each datagram how many records it keeps: shared/data/README.md.</summary>
    [Fact]
    public void Mutated_datagrams_of_real_traffic_never_throw_and_keep_the_same_records_as_the_interpreter()
    {
        var octets = File.ReadAllBytes(SharedData.Path("asterix/fuzz/mutated_2000.bin"));
        var packed = File.OpenRead(SharedData.Path("asterix/fuzz/mutated_2000.meta.jsonl.gz"));
        using var lines = new StreamReader(new GZipStream(packed, CompressionMode.Decompress));
        var datagrams = 0;
        for (var at = 0; at + 4 <= octets.Length; datagrams++)
        {
            var length = BitConverter.ToInt32(octets, at);
            var datagram = octets[(at + 4)..(at + 4 + length)];
            AsterixDecoderTests.Decoded(datagram, Noon);
            using var line = JsonDocument.Parse(lines.ReadLine()!);
            Assert.Equal($"{datagrams}: {Expected(line.RootElement.GetProperty("oracle"))}", $"{datagrams}: {Kept(datagram)}");
            at += 4 + length;
        }

        Assert.Equal(2000, datagrams);
    }

    private static string Expected(JsonElement oracle) =>
        string.Join(' ', Categories.Select(c => $"{Count(oracle, $"rec{c:D3}")}+{Count(oracle, $"err{c:D3}")}"));

    private static int Count(JsonElement oracle, string name) => oracle.TryGetProperty(name, out var count) ? count.GetInt32() : 0;

    /// <summary>Records and refusals of each category, without guessing editions.</summary>
    private static string Kept(ReadOnlySpan<byte> datagram)
    {
        var kept = new (int Records, int Refused)[Categories.Length];
        var blocks = new DataBlockReader(datagram);
        while (blocks.TryRead(out var block) == Decode.Record)
        {
            var category = Array.IndexOf(Categories, block.Category);
            if (category < 0) continue;
            var (records, end) = Walk(block.Category, block.Body(datagram));
            kept[category] = (kept[category].Records + records, kept[category].Refused + (end == Decode.Malformed ? 1 : 0));
        }

        return string.Join(' ', kept.Select(k => $"{k.Records}+{k.Refused}"));
    }

    private static (int Records, Decode End) Walk(byte category, ReadOnlySpan<byte> body)
    {
        var cat021 = new Cat021Reader(body);
        var cat034 = new Cat034Reader(body);
        var cat048 = new Cat048Reader(body);
        var cat062 = new Cat062Reader(body);
        for (var records = 0; ; records++)
        {
            var step = category switch
            {
                21 => cat021.TryRead(out _),
                34 => cat034.TryRead(out _),
                48 => cat048.TryRead(out _),
                _ => cat062.TryRead(out _),
            };
            if (step != Decode.Record) return (records, step);
        }
    }
}
