using System.IO.Compression;
using System.Text.Json;
using Vedette.TestSupport;
using Vedette.Wire.Asterix.Catalogue;

namespace Vedette.Wire.Tests.Asterix.Catalogue;

/// <summary>
/// Every line that the catalogue's readers write, against what an interpreter of the published definitions made of the same octets
/// (shared/data/README.md). Long recordings are compared in every tenth line, all lines in the slow suite or with VEDETTE_GOLDEN=all.
/// </summary>
public class CatalogueGoldenTests
{
    private const int ManyLines = 5000;
    private const int Stride = 10;

    private static readonly string[] Same = ["off", "cat", "ed", "rec", "len", "pos", "err", "hex", "items", "phys"];

    /// <summary>Recordings whose stations speak an edition that the octets do not tell.</summary>
    private static readonly Dictionary<string, string> Told = new() { ["cat021_alicante_v24"] = "2.4" };

    internal static readonly string[] RealRecordings =
    [
        "cat001_002_008_ifsnop_local", "cat001_002_croatia_1pkt", "cat001_002_ifsnop_canalA", "cat010_doyke", "cat010_lebl_20160510_mlat",
        "cat010_lebl_20201002_smr", "cat011_doyke", "cat019_020_ifsnop_sdpb", "cat021_alicante_v24", "cat021_lebl_20160510_v023", "cat021_zeroreloaded",
        "cat034_048_algonents_example", "cat034_048_ar_260429", "cat034_048_croatia", "cat034_048_croatia_parsegps", "cat034_048_jahorina",
        "cat048_bcn_20230502", "cat062_063_065_jade_large30min", "cat062_065_croatia_1pkt", "cat062_ar_fds260429", "cat062_croatia", "cat062_emeraldex_sim",
        "cat062_overwindslash_all1", "cat062_zeroreloaded", "cat240_overwindslash_1", "mixed_algonents_sample", "mixed_goasterix_sample",
        "mixed_goasterix_sample_llc",
    ];

    public static TheoryData<string> Recordings => [.. RealRecordings];

    public static TheoryData<string> Editions => [.. AsterixCatalogue.All.Select(edition => $"cat{edition.Category:D3}_ed{edition.Name}")];

    [Theory]
    [MemberData(nameof(Recordings))]
    public void Every_leaf_of_a_real_recording_is_what_the_golden_says(string name) => CompareRecording(name, Environment.GetEnvironmentVariable("VEDETTE_GOLDEN") == "all");

    [Theory]
    [Trait("Speed", "Slow")]
    [MemberData(nameof(Recordings))]
    public void Every_leaf_of_every_record_of_a_real_recording_is_what_the_golden_says(string name) => CompareRecording(name, all: true);

    [Theory]
    [MemberData(nameof(Editions))]
    public void Every_leaf_of_every_edition_is_what_was_written(string name)
    {
        var edition = AsterixCatalogue.Find(byte.Parse(name.AsSpan(3, 3)), name[(name.IndexOf("_ed", StringComparison.Ordinal) + 3)..]);
        Compare(SharedData.Path($"asterix/synthetic/{name}.ast"), SharedData.Path($"asterix/synthetic/{name}.expected.jsonl.gz"), edition, all: true);
    }

    private static void CompareRecording(string name, bool all) => Compare(
        SharedData.Path($"asterix/blocks/{name}.ast"),
        SharedData.Path($"asterix/golden/{name}.jsonl.gz"),
        Told.TryGetValue(name, out var told) ? AsterixCatalogue.Find(21, told) : null,
        all);

    private static void Compare(string blocks, string expected, AsterixEdition? edition, bool all)
    {
        var choice = new EditionChoice();
        if (edition is not null) choice.Name(edition);
        var golden = Lines(expected);
        var lines = new Compared(golden, all || golden.Count < ManyLines ? 1 : Stride);
        new AsterixJson(choice).Write(File.ReadAllBytes(blocks), 0, lines);
        Assert.Equal(golden.Count, lines.Count);
    }

    internal static List<string> Lines(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var lines = new List<string>();
        while (reader.ReadLine() is { } line) lines.Add(line);
        return lines;
    }

    private sealed class Compared(List<string> golden, int stride) : IRecordLines
    {
        public int Count { get; private set; }

        public void OnRecord(string kind, ReadOnlySpan<byte> line) => Compare(line);

        public void OnRefusal(string kind, ReadOnlySpan<byte> line) => Compare(line);

        private void Compare(ReadOnlySpan<byte> line)
        {
            Assert.True(Count < golden.Count, "more lines than the golden has");
            var expectedLine = golden[Count++];
            if (Count % stride != 0 && Count != golden.Count) return;
            using var expected = JsonDocument.Parse(expectedLine);
            using var actual = JsonDocument.Parse(line.ToArray());
            foreach (var name in Same)
            {
                Assert.Equal(expected.RootElement.TryGetProperty(name, out var wanted), actual.RootElement.TryGetProperty(name, out var read));
                if (wanted.ValueKind != JsonValueKind.Undefined) Assert.Null(JsonLeaves.Difference(wanted, read, $"line {Count} {name}"));
            }
        }
    }
}
