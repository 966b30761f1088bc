namespace Vedette.Wire.Generators;

/// <summary>
/// A part of an item whose bits have fixed places, spread out flat: the text between the leaves, and for every leaf its place in a number of
/// at most eight octets. What is wider than a number stays octets.
/// </summary>
internal sealed class FixedPart
{
    /// <summary>Octets that are read at once.</summary>
    private const int MostOctets = 8;

    private readonly List<Step> steps = [];

    /// <param name="members">What follows one another in the part.</param>
    /// <param name="hasFx">One more bit ends the part.</param>
    /// <param name="isNamed">False for what an item or a repetition is as a whole: it has no name of its own.</param>
    public FixedPart(IEnumerable<Node> members, bool hasFx = false, bool isNamed = true)
    {
        Spread(members, isNamed, "");
        if (hasFx) steps.Add(new Step { Bits = 1 });
        EndsWithFx = hasFx;
        Place();
    }

    public IReadOnlyList<Step> Steps => steps;

    /// <summary>How many numbers it is cut into.</summary>
    public int Numbers { get; private set; }

    /// <summary>Octets of the whole part.</summary>
    public int Octets => steps.Sum(step => step.Bits) / 8;

    /// <summary>Its last bit is FX: bit 0 of the last number.</summary>
    public bool EndsWithFx { get; }

    /// <summary>At least one of its bits is no spare bit.</summary>
    public bool HasLeaves => steps.Exists(step => step.Leaf is not null);

    /// <summary>The part has bits that cannot be cut into numbers at octet boundaries.</summary>
    public bool IsUncut { get; private set; }

    /// <summary>Where the bits of a number are that mean nothing.</summary>
    public ulong SpareBits(int number)
    {
        var mask = 0UL;
        foreach (var step in steps)
            if (step.Number == number && step.IsSpare) mask |= ((1UL << step.Bits) - 1) << step.Shift;
        return mask;
    }

    private void Spread(IEnumerable<Node> members, bool isNamed, string path)
    {
        var between = "";
        foreach (var node in members)
        {
            if (node.Kind == Kind.Spare)
            {
                steps.Add(new Step { Bits = node.Bits, IsSpare = true });
                continue;
            }

            var own = $"{path}/{node.Name}";
            steps.Add(new Step { Text = between + (isNamed ? $"\"{node.Name}\":" : "") });
            between = ",";
            if (node.Kind == Kind.Group)
            {
                steps.Add(new Step { Text = "{" });
                Spread(node.Children, isNamed: true, own);
                steps.Add(new Step { Text = "}" });
            }
            else steps.Add(new Step { Leaf = node, Bits = node.Bits, Path = own, By = node.By.Length > 0 ? $"{path}/{node.By}" : "" });
        }
    }

    /// <summary>Cuts the bits into numbers as long as can be, and tells every leaf its number and its place there.</summary>
    private void Place()
    {
        for (var from = 0; from < steps.Count; Numbers++)
        {
            var (until, bits) = Cut(from);
            if (steps[from].IsWide) (until, bits) = (from + 1, steps[from].Bits);
            var left = bits;
            for (; from < until; from++)
            {
                left -= steps[from].Bits;
                (steps[from].Number, steps[from].NumberOctets, steps[from].Shift) = (Numbers, bits / 8, left);
            }
        }
    }

    /// <summary>The furthest place at which a number that begins here can end.</summary>
    private (int Until, int Bits) Cut(int from)
    {
        var (until, ends, bits) = (from, 0, 0);
        for (var i = from; i < steps.Count && !steps[i].IsWide && bits + steps[i].Bits <= 8 * MostOctets; i++)
        {
            bits += steps[i].Bits;
            if (bits % 8 == 0) (until, ends) = (i + 1, bits);
        }

        if (until > from) return (until, ends);
        IsUncut |= !steps[from].IsWide;
        return (from + 1, 0);
    }
}

/// <summary>One step through a part: text, spare bits, or a leaf.</summary>
internal sealed class Step
{
    /// <summary>Written as it is; empty where the step has bits.</summary>
    public string Text { get; set; } = "";

    /// <summary>Null where the bits are spare.</summary>
    public Node? Leaf { get; set; }

    public int Bits { get; set; }

    /// <summary>Bits that mean nothing; an FX bit is none of these.</summary>
    public bool IsSpare { get; set; }

    /// <summary>Names of the groups it is in, and its own.</summary>
    public string Path { get; set; } = "";

    /// <summary>Path of the leaf that chooses its meaning; empty where there is no choice.</summary>
    public string By { get; set; } = "";

    /// <summary>Which number of the part holds it, and how long that number is.</summary>
    public int Number { get; set; }

    public int NumberOctets { get; set; }

    /// <summary>Bits of the number to its right.</summary>
    public int Shift { get; set; }

    /// <summary>Too wide for a number: read as octets.</summary>
    public bool IsWide => Leaf is not null && Bits > LayoutCheck.WidestNumber;
}

/// <summary>The fixed parts of what goes on as long as FX bits are set.</summary>
internal static class Parts
{
    /// <summary>Of an extended item its parts in order; of a repetition the one that is repeated.</summary>
    public static IEnumerable<FixedPart> Of(Node node)
    {
        if (node.Kind == Kind.RepeatFx)
        {
            yield return new FixedPart(node.Children, hasFx: true, isNamed: false);
            yield break;
        }

        var rest = node.Children.AsEnumerable();
        while (rest.Any())
        {
            var members = rest.TakeWhile(n => n.Kind != Kind.Gap).ToList();
            rest = rest.Skip(members.Count);
            var hasFx = rest.Any();
            rest = rest.Skip(1).ToList();
            yield return new FixedPart(members, hasFx);
        }
    }
}
