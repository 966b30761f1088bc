using System.Buffers.Binary;
using Vedette.Wire.Asterix.Catalogue;

namespace Vedette.Wire.Asterix.Writing;

/// <summary>Takes data blocks, one by one. A block is valid until the call returns.</summary>
public interface IDataBlocks
{
    void OnBlock(ReadOnlySpan<byte> block);
}

/// <summary>
/// Makes data blocks of the lines that <see cref="AsterixJson"/> writes, or of such lines made by hand: <c>cat</c>, <c>ed</c> (the newest where it is
/// missing) and <c>items</c>, numbers as they are sent. Lines with the same <c>off</c> after one another become one block; a line without it
/// a block of its own. What was refused comes back from its <c>hex</c>. <c>phys</c> is not read. What was read is written again octet by octet:
/// where <c>raw</c> is there and says what the items say, it is written; where somebody changed the items, they count.
/// </summary>
public sealed class AsterixEncoder
{
    private readonly IDataBlocks blocks;
    private readonly JsonTape tape = new();
    private readonly JsonTape rawTape = new();
    private readonly LeafWriter rawLeaves = new();
    private readonly RecordEncoder records;
    private byte[] block = new byte[ushort.MaxValue];
    private byte[] hex = new byte[1024];
    private int length;
    private ulong? offset;

    public AsterixEncoder(IDataBlocks blocks)
    {
        this.blocks = blocks;
        records = new(tape);
    }

    /// <summary>Takes one line.</summary>
    /// <param name="line">UTF-8, without the end of line.</param>
    /// <param name="fault">Why nothing became of it.</param>
    public bool TryWrite(ReadOnlySpan<byte> line, out EncodingFault fault)
    {
        fault = default;
        if (!tape.TryRead(line, "phys"u8)) fault = new("", $"is no JSON object (octet {tape.BrokenAt:N0})");
        else if (Number("cat"u8, line) is not (> 0 and <= byte.MaxValue and var category)) fault = new("cat", "expected a category, 1 to 255");
        else
        {
            Continue((byte)category, Number("off"u8, line));
            return tape.Find(JsonTape.Root, "err"u8, line) >= 0 ? TryRestore(line, out fault) : TryEncode((byte)category, line, out fault);
        }

        return false;
    }

    /// <summary>Hands out the block that is still open.</summary>
    public void End()
    {
        if (length > DataBlock.HeaderLength)
        {
            BinaryPrimitives.WriteUInt16BigEndian(block.AsSpan(1), (ushort)length);
            blocks.OnBlock(block.AsSpan(0, length));
        }

        length = 0;
    }

    private void Continue(byte category, ulong? wanted)
    {
        if (length > 0 && wanted is not null && wanted == offset && block[0] == category) return;
        End();
        (block[0], length, offset) = (category, DataBlock.HeaderLength, wanted);
    }

    private ulong? Number(ReadOnlySpan<byte> name, ReadOnlySpan<byte> line) =>
        tape.Find(JsonTape.Root, name, line) is >= 0 and var entry && tape.Kind(entry) == TapeKind.Number ? tape.Number(entry) : null;

    private bool TryEncode(byte category, ReadOnlySpan<byte> line, out EncodingFault fault)
    {
        fault = default;
        var named = tape.Find(JsonTape.Root, "ed"u8, line);
        var name = named >= 0 ? System.Text.Encoding.UTF8.GetString(tape.Text(named, line)) : "";
        if ((named >= 0 ? AsterixCatalogue.Find(category, name) : AsterixCatalogue.Newest(category)) is not { } edition)
        {
            fault = new(named >= 0 ? "ed" : "cat", named >= 0 ? $"edition {name} of category {category:D3} is not known" : $"category {category:D3} is not known");
            return false;
        }

        var items = tape.Find(JsonTape.Root, "items"u8, line);
        if (items < 0) fault = new("items", "is missing");
        else if (Raw(edition, items, line) is { IsEmpty: false } raw) return TryAppend(raw, out fault);
        else if (records.Write(edition, items, line) is { IsEmpty: false } octets) return TryAppend(octets, out fault);
        else fault = records.Fault;
        return false;
    }

    /// <summary>The octets that came with the items and still say the same; empty where there are none.</summary>
    private ReadOnlySpan<byte> Raw(AsterixEdition edition, int items, ReadOnlySpan<byte> line)
    {
        if (tape.Find(JsonTape.Root, "raw"u8, line) is not (>= 0 and var entry) || !TryHex(entry, line, out var octets)) return default;
        var walker = new RecordWalker(octets, edition, rawLeaves);
        if (walker.TryRead() != Decode.Record || walker.Position != octets.Length || !rawTape.TryRead(rawLeaves.Sent, default)) return default;
        return tape.IsSame(items, line, rawTape, JsonTape.Root, rawLeaves.Sent) ? octets : default;
    }

    /// <summary>A refused record belongs to its block, and with it the rest of it; what was refused without a record stands alone.</summary>
    private bool TryRestore(ReadOnlySpan<byte> line, out EncodingFault fault)
    {
        fault = default;
        if (tape.Find(JsonTape.Root, "hex"u8, line) is not (>= 0 and var entry) || !TryHex(entry, line, out var octets))
        {
            fault = new("hex", "expected the refused octets in hexadecimal");
            return false;
        }

        if (tape.Find(JsonTape.Root, "rec"u8, line) >= 0) return TryAppend(octets, out fault);
        End();
        blocks.OnBlock(octets);
        return true;
    }

    private bool TryHex(int entry, ReadOnlySpan<byte> line, out ReadOnlySpan<byte> octets)
    {
        octets = default;
        if (tape.Kind(entry) != TapeKind.Text) return false;
        var text = tape.Text(entry, line);
        if (hex.Length < text.Length / 2) hex = new byte[text.Length];
        if (Convert.FromHexString(text, hex, out _, out var count) != System.Buffers.OperationStatus.Done || text.Length % 2 != 0) return false;
        octets = hex.AsSpan(0, count);
        return true;
    }

    private bool TryAppend(ReadOnlySpan<byte> octets, out EncodingFault fault)
    {
        fault = default;
        if (octets.Length > block.Length - length)
        {
            fault = new("", $"the block of offset {offset} would be longer than {block.Length:N0} octets");
            return false;
        }

        octets.CopyTo(block.AsSpan(length));
        length += octets.Length;
        return true;
    }
}
