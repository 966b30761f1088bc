namespace Vedette.Wire.Generators.Records;

/// <summary>
/// Writes the properties of one element: its number as sent, its value where it has one, its text where it is text. An element is found
/// by an expression for the numbers around it, so the same code serves items, groups, extensions and repetitions.
/// </summary>
internal static class Leaves
{
    /// <summary>Elements wider than this are octets.</summary>
    public const int Widest = 64;

    /// <param name="code">The body of the type that gets the properties.</param>
    /// <param name="name">In C#.</param>
    /// <param name="node">The element.</param>
    /// <param name="what">For the documentation: "I048/040 RHO".</param>
    /// <param name="bits">An unsigned number whose lowest bits are the element's.</param>
    /// <param name="chooser">The element that chooses this one's meaning, where one does.</param>
    public static void Write(CodeText code, string name, Node node, string what, string bits, Node? chooser = null)
    {
        var isSigned = chooser is null && node.Meaning.IsSigned;
        code.Summary($"{what}: {Width(node)}{Told(node.Meaning)}{string.Concat(node.Cases.Select(c => $"; where {node.By} is {c.Key}{Told(c.Value)}"))}.");
        code.Line($"public readonly {Names.Type(node.Bits, isSigned)} {name} => {Number(node.Bits, isSigned, bits)};");
        if (chooser is null) Value(code, name, node.Meaning, what, node.Bits, "");
        else foreach (var choice in node.Cases) Value(code, name, choice.Value, what, node.Bits, $"!({Chosen(chooser, choice.Key)}) ? double.NaN : ");
    }

    /// <summary>An element that is only octets.</summary>
    public static void WriteOctets(CodeText code, string name, Node node, string what, string octets)
    {
        code.Summary($"{what}: {node.Bits / 8} octets{Told(node.Meaning)}.");
        code.Line($"public readonly ReadOnlySpan<byte> {name} => {octets};");
    }

    /// <summary>The condition that an element has a value.</summary>
    public static string Chosen(Node chooser, int value, string prefix = "") =>
        chooser.Bits > 1 ? $"{prefix}{Names.Of(chooser.Name)} == {value}" : (value == 0 ? "!" : "") + prefix + Names.Of(chooser.Name);

    private static string Told(Meaning meaning) => meaning.Content switch
    {
        Content.Quantity => $", {(meaning.IsSigned ? "two's complement, " : "")}LSB {meaning.Lsb} {meaning.Unit}",
        Content.Integer => meaning.IsSigned ? ", two's complement" : ", a whole number",
        Content.Ascii => ", characters of eight bits",
        Content.Icao => ", characters of six bits",
        Content.Octal => ", octal digits",
        _ => "",
    };

    private static string Width(Node node) => node.Bits == 1 ? "1 bit" : $"{node.Bits} bits";

    private static string Number(int bits, bool isSigned, string from)
    {
        var type = Names.Type(bits, isSigned);
        if (bits == 1) return $"(({from}) & 1) != 0";
        if (bits is 8 or 16 or 32 or 64) return $"({type})({from})";
        if (!isSigned) return $"({type})(({from}) & {Names.Mask(bits)})";
        return bits < 32 ? $"({type})((int)((uint)({from}) << {32 - bits}) >> {32 - bits})" : $"(long)((ulong)({from}) << {64 - bits}) >> {64 - bits}";
    }

    private static void Value(CodeText code, string name, Meaning meaning, string what, int bits, string unless)
    {
        switch (meaning.Content)
        {
            case Content.Quantity:
                code.Summary($"{what} in {meaning.Unit}{(unless.Length > 0 ? "; NaN where it means something else" : "")}.");
                code.Line($"public readonly double {name}{Names.Suffix(meaning.Unit)} => {unless}{name} * {Names.Number(meaning.Scale)};");
                break;
            case Content.Ascii or Content.Icao or Content.Octal:
                code.Summary($"{what} as text.");
                code.Line($"public readonly LeafText {name}Text => new({name}, {bits}, LeafTextCode.{meaning.Content});");
                break;
        }
    }
}
