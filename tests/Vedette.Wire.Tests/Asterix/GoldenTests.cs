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
    public static TheoryData<string> Recordings =>
    [
        "cat034_048_algonents_example", "cat034_048_ar_260429", "cat034_048_croatia", "cat034_048_croatia_parsegps", "cat034_048_jahorina",
        "cat048_bcn_20230502", "mixed_algonents_sample", "mixed_goasterix_sample",
    ];

    public static TheoryData<string> Synthetic =>
    [
        "cat034_ed1.27", "cat034_ed1.28", "cat034_ed1.29",
        "cat048_ed1.27", "cat048_ed1.28", "cat048_ed1.29", "cat048_ed1.30", "cat048_ed1.31", "cat048_ed1.32",
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
        var blocks = new DataBlockReader(octets);
        while (blocks.TryRead(out var block) == Decode.Record)
            if (block.Category is 34 or 48) CompareBlock(block, block.Body(octets), golden);
        Assert.True(golden.Compared > 0, "the recording holds records of a category that is read");
        Assert.False(golden.TryNext(34, out _) || golden.TryNext(48, out _), "the golden has records that were not read");
    }

    private static void CompareBlock(in DataBlock block, ReadOnlySpan<byte> body, GoldenReader golden)
    {
        Decode step;
        if (block.Category == 34)
        {
            var reader = new Cat034Reader(body);
            while ((step = reader.TryRead(out var record)) == Decode.Record) golden.Same(block, RadarLeaves.Of(record), RadarLeaves.SteppedOver034);
        }
        else
        {
            var reader = new Cat048Reader(body);
            while ((step = reader.TryRead(out var record)) == Decode.Record) golden.Same(block, RadarLeaves.Of(record), RadarLeaves.SteppedOver048);
        }

        if (step == Decode.Malformed) golden.Refused(block);
    }

    /// <summary>The golden's lines in order, one category at a time.</summary>
    private sealed class GoldenReader
    {
        private readonly Dictionary<int, Queue<JsonElement>> byCategory = [];

        public GoldenReader(string path)
        {
            using var lines = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
            while (lines.ReadLine() is { } line)
            {
                var golden = JsonDocument.Parse(line).RootElement;
                var category = golden.GetProperty("cat").GetInt32();
                if (!byCategory.TryGetValue(category, out var queue)) byCategory[category] = queue = new();
                queue.Enqueue(golden);
            }
        }

        public int Compared { get; private set; }

        public bool TryNext(int category, out JsonElement golden)
        {
            golden = default;
            return byCategory.TryGetValue(category, out var queue) && queue.TryDequeue(out golden);
        }

        public void Same(in DataBlock block, Leaves read, string[] steppedOver)
        {
            Assert.True(TryNext(block.Category, out var golden), $"block at {block.Offset}: more records were read than the golden has");
            Assert.Equal(block.Offset, golden.GetProperty("off").GetInt32());
            Assert.True(golden.TryGetProperty("phys", out var phys), $"block at {block.Offset}: a record was read that the golden refuses");
            Assert.Equal("", read.DifferenceFrom(Leaves.FromGolden(phys, steppedOver)));
            Compared++;
        }

        public void Refused(in DataBlock block)
        {
            Assert.True(TryNext(block.Category, out var golden), $"block at {block.Offset}: refused, and the golden says nothing");
            Assert.Equal(block.Offset, golden.GetProperty("off").GetInt32());
            Assert.True(golden.TryGetProperty("err", out _), $"block at {block.Offset}: refused, and the golden has {golden}");
        }
    }
}
