using System.Text;
using System.Text.Json;
using CsCheck;
using Vedette.Wire.Asterix;
using Vedette.Wire.Asterix.Catalogue;
using Vedette.Wire.Asterix.Records;

namespace Vedette.Wire.Tests.Asterix.Records;

/// <summary>Holds the record types against the catalogue's JSON: same records of the same length, same refusal, item and place.</summary>
internal static class RecordAgreement
{
    private static readonly JsonVisitor Nobody = new((_, _, _) => { });

    public static void Sample(int iterations)
    {
        var editions = AsterixCatalogue.All.Where(HasRecord).ToArray();
        Gen.Select(Gen.Int[0, editions.Length - 1], Gen.Byte.Array[1, 200]).Sample((index, body) =>
        {
            var edition = editions[index];
            byte[] block = [edition.Category, 0, (byte)(body.Length + 3), .. body];
            Check(block, edition);
        }, iter: iterations);
    }

    public static void Check(ReadOnlySpan<byte> datagram, AsterixEdition? named = null)
    {
        var blocks = new DataBlockReader(datagram);
        while (blocks.TryRead(out var block) == Decode.Record)
        {
            if ((named ?? AsterixCatalogue.Newest(block.Category)) is not { } edition) continue;
            var whole = datagram.Slice(block.Offset, block.Length).ToArray();
            Assert.Equal(string.Join('\n', OfCatalogue(whole, edition)), string.Join('\n', OfRecords(whole, edition)));
        }
    }

    private static bool HasRecord(AsterixEdition edition)
    {
        var visitor = Nobody;
        return RecordVisits.TryVisit(edition.Category, edition.Name, [], ref visitor, out _, out _);
    }

    private static List<string> OfRecords(byte[] block, AsterixEdition edition)
    {
        var told = new List<string>();
        var from = 0;
        var visitor = new JsonVisitor((items, _, end) =>
        {
            JsonDocument.Parse(items).Dispose();
            told.Add($"record of {end - from}");
            from = end;
        });
        Assert.True(RecordVisits.TryVisit(edition.Category, edition.Name, block.AsSpan(3), ref visitor, out var step, out var fault));
        if (step == Decode.Malformed) told.Add($"{fault.Reason} in {fault.Item} at {fault.Offset + DataBlock.HeaderLength}");
        return told;
    }

    private static List<string> OfCatalogue(byte[] block, AsterixEdition edition)
    {
        var choice = new EditionChoice();
        choice.Name(edition);
        var lines = new Told();
        new AsterixJson(choice).Write(block, 0, lines);
        return lines.Lines;
    }

    private sealed class Told : IRecordLines
    {
        public List<string> Lines { get; } = [];

        public void OnRecord(string kind, ReadOnlySpan<byte> line)
        {
            using var json = JsonDocument.Parse(Encoding.UTF8.GetString(line));
            Lines.Add($"record of {json.RootElement.GetProperty("len")}");
        }

        public void OnRefusal(string kind, ReadOnlySpan<byte> line)
        {
            using var json = JsonDocument.Parse(Encoding.UTF8.GetString(line));
            Lines.Add($"{json.RootElement.GetProperty("err")} in {json.RootElement.GetProperty("item")} at {json.RootElement.GetProperty("at")}");
        }
    }
}
