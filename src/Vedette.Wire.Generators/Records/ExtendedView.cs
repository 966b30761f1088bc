namespace Vedette.Wire.Generators.Records;

/// <summary>Writes the type of an extended item: its octets as one number where all that the edition knows fit into one; else the octets themselves.</summary>
internal sealed class ExtendedView(CodeText code)
{
    public void Write(Node item, string type, string what)
    {
        var parts = Parts(item).ToList();
        var octets = parts.Sum(p => p.Octets);
        var isWide = 8 * octets > Leaves.Widest;
        code.Summary($"{what}, extended: up to {octets} octets that this edition knows. What an extension that was not sent holds reads as zero.");
        code.Open(isWide ? $"public readonly ref struct {type}(ReadOnlySpan<byte> octets)" : $"public readonly struct {type}(ulong bits, int length)");
        if (isWide) code.Line("private readonly ReadOnlySpan<byte> octets = octets;\n");
        code.Summary("Octets that were sent, without those that this edition does not know.");
        code.Line($"public readonly int OctetCount => {(isWide ? "octets.Length" : "length")};");
        code.Line("");
        var fields = new BitFields(code, isWide ? BitFields.Spread : BitFields.Packed(64));
        var from = 0;
        foreach (var part in parts)
        {
            fields.Properties(part.Members, what, 8 * from);
            from += part.Octets;
        }

        Visit(fields, parts);
        code.Line("");
        From(parts, type, isWide);
        code.Close();
    }

    /// <summary>The parts of an extended item, the octets of each, and whether an FX bit ends it.</summary>
    public static IEnumerable<(List<Node> Members, int Octets, bool HasFx)> Parts(Node item)
    {
        var rest = item.Children.AsEnumerable();
        while (rest.Any())
        {
            var members = rest.TakeWhile(n => n.Kind != Kind.Gap).ToList();
            var hasFx = rest.Skip(members.Count).Any();
            rest = rest.Skip(members.Count + 1).ToList();
            yield return (members, (members.Sum(Widths.Of) + (hasFx ? 1 : 0)) / 8, hasFx);
        }
    }

    private void Visit(BitFields fields, List<(List<Node> Members, int Octets, bool HasFx)> parts) => new Views(code).VisitMethod(() =>
    {
        var before = 0;
        foreach (var (members, octets, _) in parts)
        {
            if (before > 0) code.Line($"if (OctetCount <= {before}) return;");
            fields.Visits(members);
            before += octets;
        }
    });

    /// <summary>Reads an item that the walk has passed: as many parts as FX bits announce.</summary>
    private void From(List<(List<Node> Members, int Octets, bool HasFx)> parts, string type, bool isWide)
    {
        code.Open($"internal static {type} From(ReadOnlySpan<byte> octets, int at)");
        if (!isWide) code.Line("ulong bits = 0;");
        var from = 0;
        for (var i = 0; i < parts.Count; i++)
        {
            var (_, octets, hasFx) = parts[i];
            if (!isWide)
                for (var o = from; o < from + octets; o++) code.Line($"bits |= (ulong)Octets.U8(octets, at + {o}) << {56 - (8 * o)};");
            from += octets;
            if (hasFx && i + 1 < parts.Count)
                code.Line(isWide ? $"if ((octets[at + {from - 1}] & 1) == 0) return new(octets.Slice(at, {from}));" : $"if ((bits & 0x{1UL << (64 - (8 * from)):X}) == 0) return new(bits, {from});");
        }

        code.Line(isWide ? $"return new(octets.Slice(at, {from}));" : $"return new(bits, {from});");
        code.Close();
    }
}
