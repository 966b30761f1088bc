using System.Text;

namespace Vedette.Wire.Asterix.Catalogue;

/// <summary>
/// Writes a line of JSON for every record: <c>off</c> of its block, <c>cat</c>, <c>ed</c>, <c>rec</c> (number in the block), <c>len</c>
/// (octets), <c>items</c> (numbers as sent), <c>phys</c> (what they mean, in the units of the specification), and <c>raw</c> (the octets) where
/// they hold more than the items tell, so that writing can bring them back. What cannot be read
/// becomes a line with <c>err</c>, <c>item</c> and the octets in <c>hex</c>; reading goes on at the next block. Records allocate nothing.
/// </summary>
public sealed class AsterixJson(EditionChoice editions)
{
    private static readonly string[] CategoryNames = [.. Enumerable.Range(0, 256).Select(number => $"CAT{number:D3}")];

    private readonly EditionWatch watch = new();
    private readonly LeafWriter leaves = new();
    private readonly Utf8Text line = new();

    /// <summary>Stations that seem to speak another edition than the one they are read in.</summary>
    public IReadOnlyList<EditionSuspicion> Suspicions => watch.Suspicions;

    /// <param name="octets">One or more data blocks.</param>
    /// <param name="offset">Of these octets, to be added to every <c>off</c>.</param>
    public void Write(ReadOnlySpan<byte> octets, long offset, IRecordLines lines)
    {
        var blocks = new DataBlockReader(octets);
        Decode step;
        while ((step = blocks.TryRead(out var block)) == Decode.Record)
        {
            var body = block.Body(octets);
            if (editions.Of(block.Category, body) is { } edition) WriteBlock(offset + block.Offset, body, edition, lines);
            else Refuse(offset + block.Offset, octets.Slice(block.Offset, block.Length), "nospec", lines);
        }

        if (step == Decode.Malformed) Refuse(offset + blocks.Position, octets[blocks.Position..], "bad length", lines);
    }

    private void WriteBlock(long offset, ReadOnlySpan<byte> body, AsterixEdition edition, IRecordLines lines)
    {
        var isWritten = lines.WantsText;
        var records = new RecordWalker(body, edition, isWritten ? leaves : null);
        var from = 0;
        Decode step;
        var count = 0;
        for (; (step = records.TryRead()) == Decode.Record; from = records.Position)
        {
            if (isWritten) Record(offset, edition, count, body[from..records.Position], records.HeldMore);
            count++;
            lines.OnRecord(edition.Kind, isWritten ? line.Written : default);
        }

        watch.Note(body, edition, EditionChoice.SourceOf(body), step == Decode.End);
        if (step == Decode.Malformed) Refuse(offset, count, body[from..], from, records.Fault, edition, lines);
    }

    private void Record(long offset, AsterixEdition edition, int number, ReadOnlySpan<byte> octets, bool heldMore)
    {
        Begin(offset);
        line.Append(edition.LineHead);
        line.Number((ulong)number);
        line.Append("\"len\":"u8);
        line.Number((ulong)octets.Length);
        line.Append("\"items\":"u8);
        line.Append(leaves.Sent);
        line.Append(",\"phys\":"u8);
        line.Append(leaves.Meant);
        if (heldMore)
        {
            line.Append(",\"raw\":"u8);
            line.Hex(octets);
            line.Length--;
        }

        line.Append((byte)'}');
    }

    /// <summary>A record, and with it the rest of its block. <c>pos</c> is the record's place in the block, <c>at</c> the item's.</summary>
    private void Refuse(long offset, int count, ReadOnlySpan<byte> octets, int from, in RecordFault fault, AsterixEdition edition, IRecordLines lines)
    {
        Begin(offset, edition.Category);
        line.Append("\"rec\":"u8);
        line.Number((ulong)count);
        line.Append("\"pos\":"u8);
        line.Number((ulong)(DataBlock.HeaderLength + from));
        Error(fault.Reason);
        line.Append("\"item\":\""u8);
        line.Append(Encoding.UTF8.GetBytes(fault.Item));
        line.Append("\",\"at\":"u8);
        line.Number((ulong)(DataBlock.HeaderLength + fault.Offset));
        End(octets, edition.Category, lines);
    }

    /// <summary>A whole block, or what is left where no block is.</summary>
    private void Refuse(long offset, ReadOnlySpan<byte> octets, string reason, IRecordLines lines)
    {
        Begin(offset, octets[0]);
        line.Append("\"len\":"u8);
        line.Number((ulong)octets.Length);
        Error(reason);
        End(octets, octets[0], lines);
    }

    private void Begin(long offset)
    {
        line.Length = 0;
        line.Append("{\"off\":"u8);
        line.Number((ulong)offset);
    }

    private void Begin(long offset, byte category)
    {
        Begin(offset);
        line.Append("\"cat\":"u8);
        line.Number((ulong)category);
    }

    private void Error(string reason)
    {
        line.Append("\"err\":\""u8);
        line.Append(Encoding.UTF8.GetBytes(reason));
        line.Append("\","u8);
    }

    private void End(ReadOnlySpan<byte> octets, byte category, IRecordLines lines)
    {
        line.Append("\"hex\":"u8);
        line.Hex(octets);
        line.Close((byte)'}');
        line.Length--;
        lines.OnRefusal(CategoryNames[category], line.Written);
    }
}
