using System.Text.Json;
using Vedette.TestSupport;
using Vedette.Wire.Asterix;
using Vedette.Wire.Asterix.Catalogue;
using Vedette.Wire.Asterix.Records;
using Vedette.Wire.Tests.Asterix.Catalogue;

namespace Vedette.Wire.Tests.Asterix.Records;

/// <summary>
/// Every property of every record type, read through the generated visits, against what an interpreter of the published definitions made of the
/// same octets (shared/data/README.md); and every refusal. Long recordings are compared in every tenth line.
/// </summary>
public class RecordGoldenTests
{
    private const int ManyLines = 5000;
    private const int Stride = 10;

    public static TheoryData<string> Recordings => [.. CatalogueGoldenTests.RealRecordings.Where(name => name != "cat021_alicante_v24")];

    public static TheoryData<string> Editions =>
        [.. AsterixCatalogue.All.Where(e => RecordVisits.TryVisit(e.Category, e.Name, [], ref Nobody, out _, out _)).Select(e => $"cat{e.Category:D3}_ed{e.Name}")];

    private static JsonVisitor Nobody = new((_, _, _) => { });

    [Theory]
    [MemberData(nameof(Recordings))]
    public void Every_property_of_a_real_record_says_what_the_golden_says(string name) =>
        Compare($"asterix/blocks/{name}.ast", $"asterix/golden/{name}.jsonl.gz", name.Contains("v023") ? "0.23" : null);

    [Theory]
    [MemberData(nameof(Editions))]
    public void Every_property_of_every_record_type_says_what_was_written(string name) =>
        Compare($"asterix/synthetic/{name}.ast", $"asterix/synthetic/{name}.expected.jsonl.gz", name[(name.IndexOf("_ed", StringComparison.Ordinal) + 3)..]);

    /// <summary>Whatever the octets, records and catalogue agree on every record, its length and the refusal that ends the block.</summary>
    [Fact]
    public void Mutated_datagrams_are_read_and_refused_as_the_catalogue_does()
    {
        var octets = File.ReadAllBytes(SharedData.Path("asterix/fuzz/mutated_2000.bin"));
        for (var at = 0; at + 4 <= octets.Length;)
        {
            var length = BitConverter.ToInt32(octets, at);
            RecordAgreement.Check(octets.AsSpan(at + 4, length));
            at += 4 + length;
        }
    }

    [Fact]
    [Trait("Kind", "Fuzz")]
    public void Any_octets_of_any_record_type_are_read_and_refused_as_the_catalogue_does() => RecordAgreement.Sample(iterations: 30_000);

    private static void Compare(string blocksPath, string goldenPath, string? edition)
    {
        var octets = File.ReadAllBytes(SharedData.Path(blocksPath));
        var golden = CatalogueGoldenTests.Lines(SharedData.Path(goldenPath));
        var stride = golden.Count < ManyLines || Environment.GetEnvironmentVariable("VEDETTE_GOLDEN") == "all" ? 1 : Stride;
        var next = 0;
        var blocks = new DataBlockReader(octets);
        while (blocks.TryRead(out var block) == Decode.Record)
        {
            var from = 0;
            var newest = AsterixCatalogue.Newest(block.Category)?.Name;
            var visitor = new JsonVisitor((items, phys, end) =>
            {
                Assert.True(next < golden.Count, "more records than the golden has");
                var line = golden[next++];
                if (next % stride == 0 || next == golden.Count) Same(line, items, phys, end - from, next);
                from = end;
            });
            var edited = edition is not null && block.Category == AsterixEditionOf(goldenPath) ? edition : newest;
            if (edited is null || !RecordVisits.TryVisit(block.Category, edited, block.Body(octets), ref visitor, out var step, out var fault))
                Refused(golden[next++], "nospec");
            else if (step == Decode.Malformed)
                Refused(golden[next++], fault.Reason);
        }

        while (next < golden.Count) Refused(golden[next++], "bad length");
    }

    private static byte AsterixEditionOf(string path) => byte.Parse(Path.GetFileName(path).AsSpan(3, 3));

    private static void Refused(string line, string reason) => Assert.Contains($"\"err\":\"{reason}\"", line.Replace("\": \"", "\":\""));

    private static void Same(string line, string items, string phys, int length, int number)
    {
        using var expected = JsonDocument.Parse(line);
        using var sent = JsonDocument.Parse(items);
        using var meant = JsonDocument.Parse(phys);
        Assert.Equal(expected.RootElement.GetProperty("len").GetInt32(), length);
        Assert.Null(JsonLeaves.Difference(expected.RootElement.GetProperty("items"), sent.RootElement, $"line {number} items"));
        Assert.Null(JsonLeaves.Difference(expected.RootElement.GetProperty("phys"), meant.RootElement, $"line {number} phys"));
    }
}
