namespace Vedette.Wire.Asterix;

/// <summary>
/// How long an item is, without a word on what it means: enough to step over any item of a category exactly.
/// EUROCONTROL Specification for Surveillance Data Exchange, Part I, 4.3.
/// </summary>
internal sealed class ItemLayout
{
    private enum Shape : byte
    {
        Undefined,
        Fixed,
        Extended,
        ExtendedOnce,
        Repetitive,
        Explicit,
        Compound,
    }

    /// <summary>A place in the user application profile that no item holds.</summary>
    public static readonly ItemLayout Undefined = new(Shape.Undefined, 0, []);

    /// <summary>Octets chained by their lowest bit (FX), each telling whether another follows.</summary>
    public static readonly ItemLayout Extended = new(Shape.Extended, 0, []);

    /// <summary>
    /// One octet, or two where the first one's FX bit is set, and never more: I021/271, whose second octet had no FX bit before edition 2.2.
    /// </summary>
    public static readonly ItemLayout ExtendedOnce = new(Shape.ExtendedOnce, 0, []);

    /// <summary>A first octet tells the length of the whole, itself included: the reserved expansion and special purpose fields.</summary>
    public static readonly ItemLayout Explicit = new(Shape.Explicit, 0, []);

    private readonly Shape shape;
    private readonly int length;
    private readonly ItemLayout[] parts;

    private ItemLayout(Shape shape, int length, ItemLayout[] parts)
    {
        this.shape = shape;
        this.length = length;
        this.parts = parts;
    }

    public bool IsDefined => shape != Shape.Undefined;

    public static ItemLayout Fixed(int length) => new(Shape.Fixed, length, []);

    /// <summary>A first octet tells how many times <paramref name="length"/> octets follow.</summary>
    public static ItemLayout Repetitive(int length) => new(Shape.Repetitive, length, []);

    /// <summary>Groups of <paramref name="length"/> octets chained by the lowest bit of each group's last octet.</summary>
    public static ItemLayout Chained(int length) => new(Shape.Extended, length - 1, []);

    /// <summary>A primary subfield of chained octets tells which of <paramref name="parts"/> follow.</summary>
    public static ItemLayout Compound(params ItemLayout[] parts) => new(Shape.Compound, 0, parts);

    public bool TrySkip(ref OctetReader octets) => shape switch
    {
        Shape.Fixed => octets.TrySkip(length),
        Shape.Extended => TrySkipChain(ref octets, length),
        Shape.ExtendedOnce => octets.TryReadUInt8(out var first) && octets.TrySkip(first & 1),
        Shape.Repetitive => octets.TryReadUInt8(out var count) && octets.TrySkip(count * length),
        Shape.Explicit => octets.TryReadUInt8(out var whole) && whole > 0 && octets.TrySkip(whole - 1),
        Shape.Compound => TrySkipCompound(ref octets),
        _ => false,
    };

    private static bool TrySkipChain(ref OctetReader octets, int before)
    {
        byte last;
        do
        {
            if (!octets.TrySkip(before) || !octets.TryReadUInt8(out last)) return false;
        }
        while ((last & 1) != 0);
        return true;
    }

    private bool TrySkipCompound(ref OctetReader octets)
    {
        if (!Presence.TryRead(ref octets, out var present)) return false;
        while (present.Next(out var number))
            if (number > parts.Length || !parts[number - 1].TrySkip(ref octets)) return false;
        return true;
    }
}
