using Vedette.Wire.Asterix;
using Vedette.Wire.Asterix.Catalogue;
using Vedette.Wire.Asterix.Records;

namespace Vedette.Benchmarks.Asterix;

/// <summary>Reads all data blocks of some octets, every leaf of every record, by one category after another as they come.</summary>
public static class BlockRead
{
    private static readonly string[] Newest = [.. Enumerable.Range(0, 256).Select(c => AsterixCatalogue.Newest((byte)c)?.Name ?? "")];

    /// <summary>How many records there are.</summary>
    public static long All(ReadOnlySpan<byte> octets)
    {
        var sink = default(LeafSink);
        Visit(octets, ref sink);
        return sink.Records;
    }

    public static long Leaves(ReadOnlySpan<byte> octets)
    {
        var count = default(LeafCount);
        Visit(octets, ref count);
        return count.Leaves;
    }

    private static void Visit<TVisitor>(ReadOnlySpan<byte> octets, ref TVisitor visitor) where TVisitor : ILeafVisitor
    {
        var blocks = new DataBlockReader(octets);
        while (blocks.TryRead(out var block) == Decode.Record) RecordVisits.TryVisit(block.Category, Newest[block.Category], block.Body(octets), ref visitor, out _, out _);
    }

    /// <summary>Only finds the items, reads none.</summary>
    public static long Walk(ReadOnlySpan<byte> octets)
    {
        long records = 0;
        var blocks = new DataBlockReader(octets);
        while (blocks.TryRead(out var block) == Decode.Record)
        {
            switch (block.Category)
            {
                case 48:
                    var radar = new Cat048Records(block.Body(octets));
                    while (radar.TryRead(out _) == Decode.Record) records++;
                    break;
                case 62:
                    var tracks = new Cat062Records(block.Body(octets));
                    while (tracks.TryRead(out _) == Decode.Record) records++;
                    break;
            }
        }

        return records;
    }
}
