using System.IO.Compression;
using System.Text.Json;
using Vedette.TestSupport;
using Vedette.Wire.Asterix;

namespace Vedette.Wire.Tests.Asterix;

/// <summary>
/// Real recordings and random conforming records against what an interpreter of the published definitions made of them
/// (checked leaf by leaf against two C++ decoders): shared/data/README.md.
/// </summary>
public class GoldenTests
{
    private static readonly byte[] Read = [21, 34, 48, 62];

    public static TheoryData<string> Recordings =>
    [
        "cat034_048_algonents_example", "cat034_048_ar_260429", "cat034_048_croatia", "cat034_048_croatia_parsegps", "cat034_048_jahorina",
        "cat048_bcn_20230502", "cat021_alicante_v24", "cat021_lebl_20160510_v023", "cat021_zeroreloaded", "cat062_063_065_jade_large30min", "cat062_065_croatia_1pkt",
        "cat062_ar_fds260429", "cat062_croatia", "cat062_emeraldex_sim", "cat062_overwindslash_all1", "cat062_zeroreloaded",
        "mixed_algonents_sample", "mixed_goasterix_sample",
    ];

    public static TheoryData<string> Synthetic =>
    [
        "cat021_ed0.23", "cat021_ed0.24", "cat021_ed0.25", "cat021_ed0.26",
        "cat021_ed2.1", "cat021_ed2.2", "cat021_ed2.3", "cat021_ed2.4", "cat021_ed2.5", "cat021_ed2.6", "cat021_ed2.7", "cat034_ed1.27", "cat034_ed1.28", "cat034_ed1.29",
        "cat048_ed1.27", "cat048_ed1.28", "cat048_ed1.29", "cat048_ed1.30", "cat048_ed1.31", "cat048_ed1.32",
        "cat062_ed1.16", "cat062_ed1.17", "cat062_ed1.18", "cat062_ed1.19", "cat062_ed1.20", "cat062_ed1.21",
    ];

    [Theory]
    [MemberData(nameof(Recordings))]
    public void Every_item_of_a_real_recording_is_what_the_golden_says(string name) =>
        Compare(SharedData.Path($"asterix/blocks/{name}.ast"), SharedData.Path($"asterix/golden/{name}.jsonl.gz"));

    [Theory]
    [MemberData(nameof(Synthetic))]
    public void Every_item_of_every_edition_is_what_was_written(string name) =>
        Compare(SharedData.Path($"asterix/synthetic/{name}.ast"), SharedData.Path($"asterix/synthetic/{name}.expected.jsonl.gz"));

    private static void Compare(string blocksPath, string goldenPath)
    {
        var octets = File.ReadAllBytes(blocksPath);
        var golden = new GoldenReader(goldenPath);
        var adsb = EditionOf(Path.GetFileName(blocksPath));
        var blocks = new DataBlockReader(octets);
        while (blocks.TryRead(out var block) == Decode.Record)
            if (Read.Contains(block.Category)) CompareBlock(block, block.Body(octets), adsb, golden);
        Assert.True(golden.Compared > 0, "the recording holds records of a category that is read");
        Assert.All(Read, category => Assert.False(golden.TryNext(category, out _), $"the golden has CAT{category:D3} records that were not read"));
    }

    private static void CompareBlock(in DataBlock block, ReadOnlySpan<byte> body, Cat021Edition adsb, GoldenReader golden)
    {
        var step = block.Category switch
        {
            21 when adsb != Cat021Edition.Second => CompareCat021Early(block, body, adsb == Cat021Edition.EarlyWide, golden),
            21 => CompareCat021(block, body, golden),
            34 => CompareCat034(block, body, golden),
            48 => CompareCat048(block, body, golden),
            _ => CompareCat062(block, body, golden),
        };
        if (step == Decode.Malformed) golden.Refused(block);
    }

    private static Cat021Edition EditionOf(string file) => file switch
    {
        _ when file.Contains("ed0.23") || file.Contains("v023") => Cat021Edition.Early,
        _ when file.Contains("_ed0.") => Cat021Edition.EarlyWide,
        _ => Cat021Edition.Second,
    };

    private static Decode CompareCat021Early(in DataBlock block, ReadOnlySpan<byte> body, bool wide, GoldenReader golden)
    {
        Decode step;
        var reader = new Cat021EarlyReader(body, wide);
        while ((step = reader.TryRead(out var record)) == Decode.Record) golden.Same(block, () => TrafficLeaves.Of(record), TrafficLeaves.SteppedOver021Early);
        return step;
    }

    private static Decode CompareCat021(in DataBlock block, ReadOnlySpan<byte> body, GoldenReader golden)
    {
        Decode step;
        var reader = new Cat021Reader(body);
        while ((step = reader.TryRead(out var record)) == Decode.Record) golden.Same(block, () => TrafficLeaves.Of(record), TrafficLeaves.SteppedOver021);
        return step;
    }

    private static Decode CompareCat034(in DataBlock block, ReadOnlySpan<byte> body, GoldenReader golden)
    {
        Decode step;
        var reader = new Cat034Reader(body);
        while ((step = reader.TryRead(out var record)) == Decode.Record) golden.Same(block, () => RadarLeaves.Of(record), RadarLeaves.SteppedOver034);
        return step;
    }

    private static Decode CompareCat048(in DataBlock block, ReadOnlySpan<byte> body, GoldenReader golden)
    {
        Decode step;
        var reader = new Cat048Reader(body);
        while ((step = reader.TryRead(out var record)) == Decode.Record) golden.Same(block, () => RadarLeaves.Of(record), RadarLeaves.SteppedOver048);
        return step;
    }

    private static Decode CompareCat062(in DataBlock block, ReadOnlySpan<byte> body, GoldenReader golden)
    {
        Decode step;
        var reader = new Cat062Reader(body);
        while ((step = reader.TryRead(out var record)) == Decode.Record) golden.Same(block, () => TrafficLeaves.Of(record), TrafficLeaves.SteppedOver062);
        return step;
    }

    /// <summary>
    /// The golden's lines in order, one category at a time. Records and refusals are all held against it; the leaves of long recordings
    /// are compared for every tenth record, or for all with VEDETTE_GOLDEN=all.
    /// </summary>
    private sealed class GoldenReader
    {
        private const int ManyLines = 5000;
        private const int Stride = 10;

        private readonly Dictionary<int, Queue<string>> byCategory = [];
        private readonly int stride;

        public GoldenReader(string path)
        {
            var count = 0;
            using var lines = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
            for (; lines.ReadLine() is { } line; count++)
            {
                var category = Number(line, "\"cat\":");
                if (!byCategory.TryGetValue(category, out var queue)) byCategory[category] = queue = new();
                queue.Enqueue(line);
            }

            stride = count < ManyLines || Environment.GetEnvironmentVariable("VEDETTE_GOLDEN") == "all" ? 1 : Stride;
        }

        public int Compared { get; private set; }

        public bool TryNext(int category, out string line)
        {
            line = "";
            return byCategory.TryGetValue(category, out var queue) && queue.TryDequeue(out line!);
        }

        public void Same(in DataBlock block, Func<Leaves> read, string[] steppedOver)
        {
            Assert.True(TryNext(block.Category, out var line), $"block at {block.Offset}: more records were read than the golden has");
            Assert.Equal(block.Offset, Number(line, "\"off\":"));
            Assert.False(IsRefusal(line), $"block at {block.Offset}: a record was read that the golden refuses: {line}");
            if (Compared++ % stride != 0) return;
            using var golden = JsonDocument.Parse(line);
            Assert.Equal("", read().DifferenceFrom(Leaves.FromGolden(golden.RootElement.GetProperty("phys"), steppedOver)));
        }

        public void Refused(in DataBlock block)
        {
            Assert.True(TryNext(block.Category, out var line), $"block at {block.Offset}: refused, and the golden says nothing");
            Assert.Equal(block.Offset, Number(line, "\"off\":"));
            Assert.True(IsRefusal(line), $"block at {block.Offset}: refused, and the golden has {line}");
        }

        private static bool IsRefusal(string line) => line.Contains("\"err\":");

        private static int Number(string line, string key)
        {
            var from = line.IndexOf(key, StringComparison.Ordinal) + key.Length;
            return int.Parse(line.AsSpan(from, line.AsSpan(from).IndexOfAny(',', '}')));
        }
    }
}
