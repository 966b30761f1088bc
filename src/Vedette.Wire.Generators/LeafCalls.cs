using System.Globalization;

namespace Vedette.Wire.Generators;

/// <summary>The call that writes a leaf, and how many octets of text it can come to.</summary>
internal static class LeafCalls
{
    private const int LongestNumber = 40;

    /// <summary>Numbers of so few bits have one digit.</summary>
    private const int BitsOfADigit = 3;

    /// <summary>An escaped control character.</summary>
    private const int LongestCharacter = 6;

    /// <summary>Always one digit, and the same whether as sent or as meant.</summary>
    public static bool IsDigit(Node leaf) => leaf.By.Length == 0 && leaf.Bits <= BitsOfADigit && IsAlike(leaf.Meaning);

    /// <summary>Nothing in a layout has another text as meant than as sent.</summary>
    public static bool IsAlike(Node node) => node.Children.All(IsAlike) && IsAlike(node.Meaning) && node.Cases.All(c => IsAlike(c.Value));

    private static bool IsAlike(Meaning meaning) => meaning.Content switch
    {
        Content.Raw => true,
        Content.Integer => !meaning.IsSigned,
        Content.Quantity => IsCount(meaning),
        _ => false,
    };

    /// <summary>The unit is one, and nothing is below zero: the value is the number.</summary>
    private static bool IsCount(Meaning meaning) => meaning is { IsSigned: false, Scale: 1 };

    public static int Most(Node leaf) =>
        leaf.Bits > LayoutCheck.WidestNumber ? 2 + (leaf.Bits / 8 * LongestCharacter) : LongestNumber + 2 + (leaf.Bits / 6 * LongestCharacter);

    public static LeafCall Of(Meaning meaning, int bits, string value) => meaning.Content switch
    {
        Content.Quantity when !IsCount(meaning) => Quantity(meaning, bits, value),
        Content.Integer when meaning.IsSigned => new("Integer", value, $"{bits}"),
        Content.Ascii => new("Ascii", value, $"{bits}"),
        Content.Icao => new("SixBitText", value, $"{bits}"),
        Content.Octal => new("Octal", value, $"{bits}"),
        _ => new("Raw", value),
    };

    /// <summary>A leaf that is too wide for a number.</summary>
    public static LeafCall OfOctets(Meaning meaning, string octets) => new(meaning.Content == Content.Ascii ? "Ascii" : "Hex", octets);

    private static LeafCall Quantity(Meaning meaning, int bits, string value)
    {
        var (factor, halvings) = Dyadic.Of(meaning.Scale);
        if (factor > 0 && bits + Dyadic.BitsOf(factor) <= Dyadic.MostBits)
            return meaning.IsSigned ? new("Signed", value, $"{bits}", $"{factor}", $"{halvings}") : new("Unsigned", value, $"{factor}", $"{halvings}");
        var scale = meaning.Scale.ToString("R", CultureInfo.InvariantCulture) + "d";
        return meaning.IsSigned ? new("Signed", value, $"{bits}", scale) : new("Unsigned", value, scale);
    }
}

/// <summary>A number as a whole number over a power of two. Products with it are exact, and so are their decimals.</summary>
internal static class Dyadic
{
    /// <summary>A product of so many bits is exact in a double.</summary>
    public const int MostBits = 53;

    private const int MostHalvings = 32;

    /// <summary>Factor 0 where the number is none such.</summary>
    public static (long Factor, int Halvings) Of(double number)
    {
        for (var halvings = 0; halvings <= MostHalvings; halvings++, number *= 2)
            if (number == Math.Floor(number) && number < 1 << 20) return ((long)number, halvings);
        return (0, 0);
    }

    public static int BitsOf(long factor)
    {
        var bits = 0;
        for (; factor > 0; factor >>= 1) bits++;
        return bits;
    }
}
