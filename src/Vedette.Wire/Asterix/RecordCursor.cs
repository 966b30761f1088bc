namespace Vedette.Wire.Asterix;

/// <summary>What reading one record came to.</summary>
public enum Decode : byte
{
    /// <summary>A whole record was read.</summary>
    Record,

    /// <summary>The block held no more records.</summary>
    End,

    /// <summary>The rest of the block cannot be read; the reader's Fault says where and why.</summary>
    Malformed,
}

/// <param name="Offset">Of the item's first octet inside the block's body (after CAT and LEN).</param>
/// <param name="Item">By its name in the specification, for example "I048/040".</param>
/// <param name="Reason">Plain words.</param>
public readonly record struct RecordFault(int Offset, string Item, string Reason);

/// <summary>Walks over the records of a data block and over the items of each, as the category's profile orders them.</summary>
internal ref struct RecordCursor(Category category, ReadOnlySpan<byte> body)
{
    private readonly Category category = category;
    private Presence left;
    private int itemAt;
    private bool stopped;

    public OctetReader Octets = new(body);

    public RecordFault Fault { get; private set; }

    /// <summary>Reads the field specification of the next record. One without any item is a record all the same: padding, in practice.</summary>
    public Decode Begin()
    {
        if (stopped || Octets.Remaining == 0) return Decode.End;
        itemAt = Octets.Position;
        return Presence.TryRead(ref Octets, out left) ? Decode.Record : Refuse(category.Fspec, "the field specification does not end");
    }

    public bool NextItem(out int frn)
    {
        itemAt = Octets.Position;
        return left.Next(out frn);
    }

    public bool Skip(int frn) => category.TrySkip(frn, ref Octets);

    /// <summary>The item that began last cannot be read: nothing after it in this block has a known place.</summary>
    public Decode Refuse(int frn) => Refuse(
        category.Name(frn),
        category.IsDefined(frn) ? "the block ends inside the item, or its subfields are not defined" : "the category defines no such item");

    private Decode Refuse(string item, string reason)
    {
        stopped = true;
        Fault = new(itemAt, item, reason);
        return Decode.Malformed;
    }
}
