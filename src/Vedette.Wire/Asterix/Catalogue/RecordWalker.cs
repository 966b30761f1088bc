using System.Runtime.CompilerServices;

namespace Vedette.Wire.Asterix.Catalogue;

/// <summary>Reads the records of one data block, one after another, in one edition.</summary>
/// <param name="leaves">Gets the leaves of each record; null where it is enough to pass over them.</param>
internal ref struct RecordWalker(ReadOnlySpan<byte> body, AsterixEdition edition, LeafWriter? leaves)
{
    private static readonly JsonName Hex = new("_hex");
    private static readonly JsonName Sequence = new("rfs");

    private readonly ReadOnlySpan<byte> body = body;
    private RecordFault fault;

    /// <summary>Where the next record begins, or the one that cannot be read.</summary>
    public int Position { get; private set; }

    public readonly RecordFault Fault => fault;

    /// <summary>The record that was read last held more than its leaves tell: only its octets bring it back.</summary>
    public bool HeldMore { get; private set; }

    /// <summary>Reads one record; its leaves are in the writer then.</summary>
    public Decode TryRead()
    {
        if (Position >= body.Length) return Decode.End;
        leaves?.Clear();
        leaves?.Open();
        var cursor = new ItemCursor(body[Position..]);
        if (!cursor.Presence(out var present)) return Refuse(0, $"I{edition.Category:D3} FSPEC", "short fspec");
        var profile = edition.Profiles[0];
        for (var number = present.After(0); number > 0; number = present.After(number))
        {
            var from = cursor.Position;
            var field = profile.Step(number);
            if (!field.IsDefined) return Refuse(from, $"I{edition.Category:D3} FRN {number}", $"frn {number} undefined");
            if (!(field.IsSequence ? ReadSequence(ref cursor, profile) : ReadField(ref cursor, field))) return Refuse(from, profile.Fields[number - 1].Name, cursor.UnknownBit > 0 ? $"subfield {cursor.UnknownBit} undefined" : "short");
            if (edition.Selector is { } selector && profile.Fields[number - 1].Item == selector.Item) profile = edition.Profiles[selector.Choose(cursor.From(from))];
        }

        leaves?.Close();
        HeldMore = cursor.HeldMore;
        Position += cursor.Position;
        return Decode.Record;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly bool ReadField(ref ItemCursor cursor, in FieldStep field)
    {
        if (leaves is null) return AsterixCatalogue.SkipItem(field.Layout, ref cursor);
        leaves.Name(field.Name);
        return field.Expansion < 0 ? AsterixCatalogue.ReadItem(field.Layout, ref cursor, leaves) : ReadExpansion(ref cursor, leaves, field.Expansion);
    }

    /// <summary>The octets of a reserved expansion field as they are, and what they say where they follow its layout to the end.</summary>
    private static bool ReadExpansion(ref ItemCursor cursor, LeafWriter leaves, int layout)
    {
        if (!cursor.Opaque(out var octets)) return false;
        leaves.Open();
        leaves.Name(Hex);
        leaves.Opaque(octets);
        var place = leaves.Place;
        var inner = new ItemCursor(octets);
        leaves.GoOn();
        if (AsterixCatalogue.ReadItem(layout, ref inner, leaves) && inner.AtEnd) return true;
        leaves.Return(place);
        leaves.Close();
        return true;
    }

    /// <summary>Part I, 4.3.5: a count, then as many times a field's number in the profile and the field.</summary>
    private readonly bool ReadSequence(ref ItemCursor cursor, Profile profile)
    {
        if (!cursor.Has(1)) return false;
        leaves?.Name(Sequence);
        leaves?.OpenList();
        for (var count = cursor.Take(1); count > 0; count--)
        {
            if (!cursor.Has(1)) return false;
            var number = (int)cursor.Take(1);
            var field = number == 0 ? default : profile.Step(number);
            if (!field.IsDefined || field.IsSequence) return cursor.Unknown(number);
            leaves?.Open();
            if (!ReadField(ref cursor, field)) return false;
            leaves?.Close();
        }

        leaves?.CloseList();
        return true;
    }

    private Decode Refuse(int at, string item, string reason)
    {
        fault = new(Position + at, item, reason);
        return Decode.Malformed;
    }
}
