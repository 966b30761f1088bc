using System.Text;
using CsCheck;
using Vedette.TestSupport;
using Vedette.Wire.Asterix;
using Vedette.Wire.Asterix.Catalogue;
using Vedette.Wire.Asterix.Records;
using Vedette.Wire.Asterix.Writing;
using Vedette.Wire.Tests.Asterix.Catalogue;
using Vedette.Wire.Tests.Asterix.Records;

namespace Vedette.Wire.Tests.Asterix.Writing;

/// <summary>
/// What a record type reads, element by element, its writer writes again. Octets are the same wherever they hold nothing beyond the elements: the
/// catalogue's JSON says where they do, by giving them in "raw".
/// </summary>
public class RecordCopyTests
{
    public static TheoryData<string> Recordings => [.. CatalogueGoldenTests.RealRecordings];

    public static TheoryData<string> Editions => [.. WithRecord.Select(e => $"cat{e.Category:D3}_ed{e.Name}")];

    private static JsonVisitor nobody = new((_, _, _) => { });

    private static IEnumerable<AsterixEdition> WithRecord =>
        AsterixCatalogue.All.Where(e => RecordVisits.TryVisit(e.Category, e.Name, [], ref nobody, out _, out _));

    [Theory]
    [MemberData(nameof(Recordings))]
    public void Real_records_are_written_again_through_their_elements(string name)
    {
        var octets = File.ReadAllBytes(SharedData.Path($"asterix/blocks/{name}.ast"));
        Assert.True(Same(octets, name.Contains("v023", StringComparison.Ordinal) ? AsterixCatalogue.Find(21, "0.23") : null) > 0);
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public void Records_of_every_type_are_written_again_through_their_elements(string name)
    {
        var edition = WithRecord.Single(e => name == $"cat{e.Category:D3}_ed{e.Name}");
        Assert.True(Same(File.ReadAllBytes(SharedData.Path($"asterix/synthetic/{name}.ast")), edition) > 0);
    }

    [Fact]
    public void Whatever_can_be_read_of_any_octets_is_written_again()
    {
        var editions = WithRecord.ToArray();
        Gen.Select(Gen.Int[0, editions.Length - 1], Gen.Byte.Array[1, 200]).Sample((index, body) =>
        {
            Same([editions[index].Category, 0, (byte)(body.Length + 3), .. body], editions[index]);
        }, iter: 20_000);
    }

    /// <summary>Number of blocks and records that came back octet by octet.</summary>
    private static int Same(byte[] octets, AsterixEdition? named)
    {
        var compared = 0;
        var blocks = new DataBlockReader(octets);
        while (blocks.TryRead(out var block) == Decode.Record)
        {
            var edition = named?.Category == block.Category ? named : AsterixCatalogue.Newest(block.Category);
            if (edition is not null) compared += SameBlock(octets.AsSpan(block.Offset, block.Length).ToArray(), edition);
        }

        return compared;
    }

    private static int SameBlock(byte[] block, AsterixEdition edition)
    {
        var again = new byte[block.Length + 64];
        Assert.True(RecordCopies.TryCopy(edition.Category, edition.Name, block.AsSpan(DataBlock.HeaderLength), again, out var length, out var outcome, out var fault));
        Assert.True(outcome == Encode.Record, $"{outcome}: {fault}");
        if (length == block.Length && block.AsSpan().SequenceEqual(again.AsSpan(0, length))) return 1;
        var read = Read(block, edition);
        var written = length == 0 ? [] : Read(again[..length], edition);
        Assert.Equal(read.Select(r => r.Items), written.Select(r => r.Items));
        var compared = 0;
        foreach (var (index, isPlain) in Plain(block, edition).Index())
        {
            if (!isPlain) continue;
            Assert.Equal(Convert.ToHexString(read[index].Octets), Convert.ToHexString(written[index].Octets));
            compared++;
        }

        return compared;
    }

    private static List<(string Items, byte[] Octets)> Read(byte[] block, AsterixEdition edition)
    {
        var records = new List<(string, byte[])>();
        var from = 0;
        var visitor = new JsonVisitor((items, _, end) =>
        {
            records.Add((items, block[(DataBlock.HeaderLength + from)..(DataBlock.HeaderLength + end)]));
            from = end;
        });
        RecordVisits.TryVisit(edition.Category, edition.Name, block.AsSpan(DataBlock.HeaderLength), ref visitor, out _, out _);
        return records;
    }

    /// <summary>For each record of a block: its octets hold its elements and no more.</summary>
    private static List<bool> Plain(byte[] block, AsterixEdition edition)
    {
        var choice = new EditionChoice();
        choice.Name(edition);
        var told = new RawTold();
        new AsterixJson(choice).Write(block, 0, told);
        return told.Plain;
    }

    private sealed class RawTold : IRecordLines
    {
        public List<bool> Plain { get; } = [];

        public void OnRecord(string kind, ReadOnlySpan<byte> line) => Plain.Add(!Encoding.UTF8.GetString(line).Contains("\"raw\":", StringComparison.Ordinal));

        public void OnRefusal(string kind, ReadOnlySpan<byte> line)
        {
        }
    }
}
