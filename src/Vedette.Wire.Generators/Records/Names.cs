using System.Globalization;
using System.Text;

namespace Vedette.Wire.Generators.Records;

/// <summary>Names and types in C# for what the specification names.</summary>
internal static class Names
{
    private static readonly Dictionary<string, string> Suffixes = new(StringComparer.Ordinal)
    {
        ["%"] = "Percent", ["1"] = "Scaled", ["ALTFL"] = "FL", ["dB"] = "Db", ["dBm"] = "Dbm", ["dBm²"] = "Dbm2", ["dBµV"] = "Dbuv", ["ft"] = "Ft",
        ["ft/min"] = "FtPerMin", ["hPa"] = "HPa", ["kt"] = "Kt", ["m"] = "M", ["m/s"] = "Mps", ["m/s²"] = "Mps2", ["mb"] = "Mb", ["ms"] = "Ms",
        ["m²"] = "M2", ["NM/s"] = "NMPerS", ["ns"] = "Ns", ["fs"] = "Fs", ["s"] = "S", ["°"] = "Deg", ["°/s"] = "DegPerS", ["°C"] = "Celsius",
    };

    /// <summary>An item "040" is I040; an element or subfield "MODE3A" is Mode3A.</summary>
    public static string Of(string name)
    {
        if (name.Length == 3 && name.All(char.IsDigit)) return "I" + name;
        var pascal = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
            pascal.Append(i > 0 && char.IsLetter(name[i - 1]) ? char.ToLowerInvariant(name[i]) : char.ToUpperInvariant(name[i]));
        return char.IsDigit(pascal[0]) ? "_" + pascal : pascal.ToString();
    }

    /// <summary>What is put after an element's name to say the unit of its value.</summary>
    public static string Suffix(string unit) => Suffixes.TryGetValue(unit, out var suffix) ? suffix : unit;

    /// <summary>The type of an element's number; one bit is a flag.</summary>
    public static string Type(int bits, bool isSigned) => bits switch
    {
        1 => "bool",
        <= 8 => isSigned ? "sbyte" : "byte",
        <= 16 => isSigned ? "short" : "ushort",
        <= 32 => isSigned ? "int" : "uint",
        _ => isSigned ? "long" : "ulong",
    };

    /// <summary>A literal of type double.</summary>
    public static string Number(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.Contains(".") || text.Contains("E") ? text : text + ".0";
    }

    public static string Mask(int bits) => $"0x{(bits == 64 ? ulong.MaxValue : (1UL << bits) - 1):X}";

    /// <summary>The mask of presence bit <paramref name="number"/>, counted from one at the most significant.</summary>
    public static string Presence(int number) => $"0x{1UL << (64 - number):X16}";
}
