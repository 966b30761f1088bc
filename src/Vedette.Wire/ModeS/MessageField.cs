namespace Vedette.Wire.ModeS;

/// <summary>
/// A 56-bit field as transponders hold it: the ME field of an extended squitter (RTCA DO-260B 2.2.3.2), the MB field of a Comm-B reply and
/// the MV field of an air-to-air reply (ICAO Doc 9871, Annex 10 Vol. IV 4.3.8.4), bits numbered 1 to 56 as there.
/// </summary>
public readonly record struct MessageField(ulong Value)
{
    /// <summary>Reads octets 5 to 11 of a 14-octet message.</summary>
    public static MessageField Of(ReadOnlySpan<byte> message) => OfOctets(message[4..11]);

    /// <summary>Reads seven octets.</summary>
    public static MessageField OfOctets(ReadOnlySpan<byte> octets)
    {
        ulong value = 0;
        for (var i = 0; i < 7; i++) value = (value << 8) | octets[i];
        return new(value);
    }

    public int TypeCode => Bits(1, 5);

    public int Subtype => Bits(6, 8);

    /// <summary>Bits <paramref name="first"/> to <paramref name="last"/> as a number; at most 31 of them.</summary>
    public int Bits(int first, int last) => (int)((Value >> (56 - last)) & ((1UL << (last - first + 1)) - 1));

    public bool Bit(int bit) => ((Value >> (56 - bit)) & 1) != 0;

    /// <summary>A two's complement number whose sign is bit <paramref name="sign"/> and whose last bit is <paramref name="last"/>.</summary>
    public int Signed(int sign, int last) => Bits(sign + 1, last) - (Bit(sign) ? 1 << (last - sign) : 0);

    public CprFields Cpr(bool surface) => new(Bits(23, 39), Bits(40, 56), Bit(22), surface);
}
