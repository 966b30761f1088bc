using Vedette.Wire.Asterix.Catalogue;

namespace Vedette.Wire.Asterix.Writing;

/// <summary>Makes the octets of one record from its items on a tape: the field specification, then the items in the order of their profile.</summary>
internal sealed class RecordEncoder(JsonTape tape)
{
    /// <summary>No record is longer than a block may be.</summary>
    private readonly byte[] room = new byte[ushort.MaxValue];

    public EncodingFault Fault { get; private set; }

    /// <returns>The octets, valid until the next call; empty where <see cref="Fault"/> says why there are none.</returns>
    public ReadOnlySpan<byte> Write(AsterixEdition edition, int items, ReadOnlySpan<byte> line)
    {
        if (tape.Kind(items) != TapeKind.Object) return Refuse(new("items", "expected an object"));
        var encoder = new ItemEncoder(tape, line, new BitWriter(room));
        var profile = Profile(edition, items, line);
        encoder.Presence(Present(profile, items, line));
        foreach (var field in profile.Fields)
        {
            if (!field.IsDefined || tape.Find(items, field.Utf8Name, line) is not (>= 0 and var entry)) continue;
            if (!(field.IsSequence ? Sequence(ref encoder, profile, entry, line) : Field(ref encoder, field, entry, line))) return Refuse(encoder.Fault);
        }

        if (tape.Untaken(items) is >= 0 and var unknown) return Refuse(new(tape.Path(unknown, line), $"is no item of {edition}"));
        return encoder.Overflowed ? Refuse(new("items", "come to more octets than a block can hold")) : encoder.Written;
    }

    /// <summary>The profile that the item which chooses among them says.</summary>
    private Profile Profile(AsterixEdition edition, int items, ReadOnlySpan<byte> line)
    {
        if (edition.Selector is not { } selector || tape.Find(items, selector.Utf8Item, line) is not (>= 0 and var item)) return edition.Profiles[0];
        return tape.Find(item, selector.Utf8Element, line) is >= 0 and var element ? edition.Profiles[selector.ChooseBy((int)Math.Min(tape.Number(element), int.MaxValue))] : edition.Profiles[0];
    }

    private UInt128 Present(Profile profile, int items, ReadOnlySpan<byte> line)
    {
        UInt128 present = 0;
        for (var i = 0; i < profile.Fields.Length; i++)
            if (profile.Fields[i].IsDefined && tape.Find(items, profile.Fields[i].Utf8Name, line) >= 0) present |= UInt128.One << (127 - i);
        return present;
    }

    private bool Field(ref ItemEncoder encoder, ProfileField field, int entry, ReadOnlySpan<byte> line)
    {
        if (field.Expansion < 0) return encoder.Write(AsterixCatalogue.Tree(field.Layout), entry);
        tape.Take(entry);
        if (tape.Kind(entry) != TapeKind.Object) return encoder.Opaque(entry);
        return tape.Find(entry, "_hex"u8, line) is >= 0 and var octets ? encoder.Opaque(octets) : encoder.Expansion(AsterixCatalogue.Tree(field.Expansion), entry);
    }

    /// <summary>A random field sequence: a count, then each field after its number in the profile.</summary>
    private bool Sequence(ref ItemEncoder encoder, Profile profile, int list, ReadOnlySpan<byte> line)
    {
        tape.Take(list);
        if (tape.Kind(list) != TapeKind.List || tape.Size(list) > byte.MaxValue) return encoder.Refuse(list, "expected a list of at most 255 items");
        encoder.Octet(tape.Size(list));
        for (var part = JsonTape.First(list); tape.IsInside(part, list); part = tape.Next(part))
        {
            if (tape.Kind(part) != TapeKind.Object || tape.Size(part) != 1) return encoder.Refuse(part, "expected one item");
            var entry = JsonTape.First(part);
            var number = Number(profile, tape.Name(entry, line));
            if (number == 0) return encoder.Refuse(entry, "is no item of the profile");
            encoder.Octet(number);
            if (!Field(ref encoder, profile.Fields[number - 1], entry, line)) return false;
        }

        return true;
    }

    private static int Number(Profile profile, ReadOnlySpan<byte> name)
    {
        for (var i = 0; i < profile.Fields.Length; i++)
            if (profile.Fields[i] is { IsDefined: true, IsSequence: false } field && name.SequenceEqual(field.Utf8Name)) return i + 1;
        return 0;
    }

    private ReadOnlySpan<byte> Refuse(EncodingFault fault)
    {
        Fault = fault;
        return default;
    }
}
