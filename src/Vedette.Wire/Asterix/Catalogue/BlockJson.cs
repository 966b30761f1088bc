using System.Text;
using Vedette.Wire.Asterix.Records;

namespace Vedette.Wire.Asterix.Catalogue;

/// <summary>
/// Writes the records of one data block after another, each in an edition that somebody else has chosen, as <see cref="AsterixJson"/> tells. It remembers
/// nothing from block to block, so several can work side by side. Records allocate nothing.
/// </summary>
public sealed class BlockJson
{
    private static readonly string[] CategoryNames = [.. Enumerable.Range(0, 256).Select(number => $"CAT{number:D3}")];

    /// <summary>Octets of a line around its leaves, its head and its octets: names and numbers.</summary>
    private const int MostAround = 256;

    private readonly LeafWriter leaves = new();
    private readonly Utf8Text line = new();

    /// <param name="offset">Of the block.</param>
    /// <param name="body">Of the block: what follows its category and length.</param>
    /// <returns>False where a record could not be read: it is told with the rest of the block.</returns>
    public bool Write(long offset, ReadOnlySpan<byte> body, AsterixEdition edition, IRecordLines lines)
    {
        var isWritten = lines.WantsText;
        if (!isWritten && TryCount(offset, body, edition, lines, out var isSound)) return isSound;
        var records = new RecordWalker(body, edition, isWritten ? leaves : null);
        var (from, count) = (0, 0);
        Decode step;
        for (; (step = records.TryRead()) == Decode.Record; from = records.Position)
        {
            lines.OnRecord(edition.Kind, isWritten ? Record(offset, edition, count, body[from..records.Position], records.HeldMore, lines) : default);
            count++;
        }

        if (step == Decode.Malformed) Refuse(offset, count, body[from..], from, records.Fault, edition, lines);
        return step == Decode.End;
    }

    /// <summary>A whole block, or what is left where no block is.</summary>
    public void Refuse(long offset, ReadOnlySpan<byte> octets, string reason, IRecordLines lines)
    {
        Begin(offset, octets[0]);
        line.Append("\"len\":"u8);
        line.Number((ulong)octets.Length);
        Error(reason);
        End(octets, octets[0], lines);
    }

    /// <summary>For who wants only the counts: the straight code of the edition's records, where it has any, finds where each of them ends.</summary>
    private bool TryCount(long offset, ReadOnlySpan<byte> body, AsterixEdition edition, IRecordLines lines, out bool isSound)
    {
        var count = default(RecordCount);
        isSound = false;
        if (!RecordVisits.TryVisit(edition.Category, edition.Name, body, ref count, out var step, out var fault)) return false;
        for (var i = 0; i < count.Records; i++) lines.OnRecord(edition.Kind, default);
        isSound = step == Decode.End;
        if (!isSound) Refuse(offset, count.Records, body[count.End..], count.End, fault, edition, lines);
        return true;
    }

    private ReadOnlySpan<byte> Record(long offset, AsterixEdition edition, int number, ReadOnlySpan<byte> octets, bool heldMore, IRecordLines lines)
    {
        var most = MostAround + edition.LineHead.Length + leaves.Sent.Length + leaves.Meant.Length + (heldMore ? 2 * octets.Length : 0);
        var room = lines.Lend(most);
        if (room.IsEmpty) room = line.Borrow(most);
        var pen = new TextPen(room);
        pen.Text("{\"off\":"u8);
        pen.Raw((ulong)offset);
        pen.Text(edition.LineHead);
        pen.Raw((ulong)number);
        pen.Text(",\"len\":"u8);
        pen.Raw((ulong)octets.Length);
        pen.Text(",\"items\":"u8);
        pen.Text(leaves.Sent);
        pen.Text(",\"phys\":"u8);
        pen.Text(leaves.Meant);
        if (heldMore)
        {
            pen.Text(",\"raw\":"u8);
            pen.Hex(octets);
        }

        pen.Mark((byte)'}');
        return room[..^pen.Left];
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

    private void Begin(long offset, byte category)
    {
        line.Length = 0;
        line.Append("{\"off\":"u8);
        line.Number((ulong)offset);
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
