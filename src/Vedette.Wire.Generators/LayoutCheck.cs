namespace Vedette.Wire.Generators;

/// <summary>What can be known to be wrong in a definition before any octet is read.</summary>
internal static class LayoutCheck
{
    /// <summary>Elements wider than this are kept as octets.</summary>
    public const int WidestNumber = 48;

    public static void Check(Definition definition)
    {
        if (definition.Category is < 1 or > 255) Found(definition, 0, "the category is not between 1 and 255");
        if (definition.Edition.Length == 0) Found(definition, 0, "the edition is missing");
        foreach (var item in definition.Items.Values) CheckWhole(definition, item.Layout);
        if (definition.Findings.Count == 0) foreach (var item in definition.Items.Values) CheckCuts(definition, item.Layout);
        if (definition.IsExpansion)
        {
            if (!definition.Items.TryGetValue("RE", out var expansion)) Found(definition, 0, "an expansion defines RE");
            else if (expansion.Layout.Kind != Kind.Compound) Found(definition, expansion.Layout.Line, "RE is a compound");
            return;
        }

        if (definition.Profiles.Count == 0) Found(definition, 0, "there is no profile");
        foreach (var profile in definition.Profiles) CheckProfile(definition, profile);
    }

    private static void CheckProfile(Definition definition, Profile profile)
    {
        foreach (var field in profile.Fields.Where(f => f is not ("-" or "rfs") && !definition.Items.ContainsKey(f)))
            Found(definition, profile.Line, $"the profile names item {field}, which is not defined");
        foreach (var twice in profile.Fields.Where(f => f != "-").GroupBy(f => f, StringComparer.Ordinal).Where(g => g.Count() > 1))
            Found(definition, profile.Line, $"the profile names item {twice.Key} twice");
        if (definition.Profiles.Count == 1) return;
        var selecting = profile.Selector.Split('/')[0];
        var first = definition.Profiles[0];
        var until = Array.IndexOf(first.Fields, selecting);
        if (until < 0 || profile.Selector != first.Selector || !profile.Fields.Take(until + 1).SequenceEqual(first.Fields.Take(until + 1), StringComparer.Ordinal))
            Found(definition, profile.Line, "the profiles of a category must agree up to the item that chooses between them");
    }

    /// <summary>A part that begins and ends on an octet.</summary>
    private static void CheckWhole(Definition definition, Node node)
    {
        switch (node.Kind)
        {
            case Kind.Element or Kind.Group:
                if (Widths.Of(node) % 8 != 0) Found(definition, node.Line, $"{node.Name} has {Widths.Of(node)} bits, which is no whole number of octets");
                CheckBits(definition, node, 0);
                break;
            case Kind.Extended:
                CheckExtended(definition, node);
                break;
            case Kind.RepeatFx:
                if (node.Children.Count != 1 || Widths.Of(node.Children[0]) % 8 != 7) Found(definition, node.Line, "what is repeated by FX needs one bit less than whole octets");
                else CheckBits(definition, node.Children[0], 0);
                break;
            case Kind.Repeat:
                if (node.Children.Count != 1) Found(definition, node.Line, "expected one line \"of ...\"");
                foreach (var child in node.Children) CheckWhole(definition, child);
                break;
            case Kind.Compound:
                foreach (var child in node.Children.Where(c => c.Kind != Kind.Gap)) CheckWhole(definition, child);
                break;
        }
    }

    /// <summary>Every part can be read number by number: elements meet at an octet boundary every eight octets at the latest.</summary>
    private static void CheckCuts(Definition definition, Node node)
    {
        if (node.Kind is Kind.Element or Kind.Group)
        {
            if (new FixedPart([node], isNamed: false).IsUncut) Found(definition, node.Line, $"{node.Name} has eight octets in which no element ends with an octet");
            return;
        }

        if (node.Kind is Kind.Compound or Kind.Repeat) foreach (var child in node.Children) CheckCuts(definition, child);
        else if (node.Kind is Kind.Extended or Kind.RepeatFx)
            foreach (var part in Parts.Of(node).Where(part => part.IsUncut)) Found(definition, node.Line, $"{node.Name} has eight octets in which no element ends with an octet");
    }

    private static void CheckExtended(Definition definition, Node node)
    {
        var bits = 0;
        foreach (var child in node.Children)
        {
            if (child.Kind == Kind.Gap)
            {
                if (bits % 8 != 7) Found(definition, child.Line, $"FX comes after {bits % 8} bits of an octet");
                bits++;
                continue;
            }

            CheckBits(definition, child, bits);
            bits += Widths.Of(child);
        }

        if (bits % 8 != 0) Found(definition, node.Line, $"{node.Name} ends inside an octet");
    }

    private static void CheckBits(Definition definition, Node node, int from)
    {
        if (node.Kind is Kind.Element or Kind.Spare)
        {
            if (node.Bits < 1) Found(definition, node.Line, $"{node.Name} has no bits");
            if (node.Bits > WidestNumber && node.Kind == Kind.Element && (node.Bits % 8 != 0 || from % 8 != 0))
                Found(definition, node.Line, $"{node.Name} is wider than {WidestNumber} bits and not whole octets");
            return;
        }

        if (node.Kind != Kind.Group) Found(definition, node.Line, $"{node.Name}: only elements and groups can stand inside a group");
        foreach (var child in node.Children)
        {
            if (child.By.Length > 0 && !node.Children.TakeWhile(c => c != child).Any(c => c.Name == child.By))
                Found(definition, child.Line, $"{child.By} does not come before {child.Name} in its group");
            CheckBits(definition, child, from);
            from += Widths.Of(child);
        }
    }

    private static void Found(Definition definition, int line, string what) => definition.Findings.Add(new Finding(line, what));
}

/// <summary>Widths of parts that have a fixed one.</summary>
internal static class Widths
{
    /// <summary>Bits of an element, spare or group.</summary>
    public static int Of(Node node) => node.Kind switch
    {
        Kind.Element or Kind.Spare => node.Bits,
        Kind.Group => node.Children.Sum(Of),
        Kind.Gap => 1,
        _ => 0,
    };
}
