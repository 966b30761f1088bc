namespace Vedette.Wire.Asterix.Records;

/// <summary>How text is coded.</summary>
public enum LeafTextCode : byte
{
    /// <summary>Eight bits a character.</summary>
    Ascii,

    /// <summary>Six bits a character: ICAO Annex 10, volume IV, table 3-9.</summary>
    Icao,

    /// <summary>Three bits a digit.</summary>
    Octal,
}

/// <summary>An element that is text: nothing is made of it until it is asked for.</summary>
/// <param name="Raw">The element as sent.</param>
/// <param name="Bits">Its width.</param>
/// <param name="Code">How its characters are coded.</param>
public readonly record struct LeafText(ulong Raw, int Bits, LeafTextCode Code)
{
    private const string SixBit = "\0ABCDEFGHIJKLMNOPQRSTUVWXYZ····· ···············0123456789······";

    private int CharacterBits => BitsOf(Code);

    /// <summary>Number of characters.</summary>
    public int Length => (Bits + CharacterBits - 1) / CharacterBits;

    /// <summary>A character from the left; "·" stands for a code that is no character.</summary>
    public char this[int index]
    {
        get
        {
            var code = (int)(Raw >> (CharacterBits * (Length - 1 - index))) & ((1 << CharacterBits) - 1);
            return Code switch
            {
                LeafTextCode.Ascii => code < 128 ? (char)code : '·',
                LeafTextCode.Icao => SixBit[code],
                _ => (char)('0' + code),
            };
        }
    }

    /// <summary>Bits of a character.</summary>
    internal static int BitsOf(LeafTextCode code) => code switch
    {
        LeafTextCode.Ascii => 8,
        LeafTextCode.Icao => 6,
        _ => 3,
    };

    /// <summary>The bits of a character; false where the code has none for it.</summary>
    internal static bool TryCode(LeafTextCode code, char character, out uint bits)
    {
        bits = character;
        switch (code)
        {
            case LeafTextCode.Ascii: return character < 128;
            case LeafTextCode.Octal:
                bits = (uint)(character - '0');
                return bits < 8;
            default:
                // The six bits are the lowest of ASCII (ICAO Annex 10, volume IV, table 3-9).
                bits = character & 0x3Fu;
                return character is ' ' or (>= '0' and <= '9') or (>= 'A' and <= 'Z');
        }
    }

    public override string ToString() => string.Create(Length, this, static (characters, text) =>
    {
        for (var i = 0; i < characters.Length; i++) characters[i] = text[i];
    });
}
