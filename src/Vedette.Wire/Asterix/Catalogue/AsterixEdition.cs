using System.Runtime.CompilerServices;

namespace Vedette.Wire.Asterix.Catalogue;

/// <summary>One edition of one category, as its definition file tells it.</summary>
public sealed class AsterixEdition
{
    private readonly string[] fields;
    private Profile[]? profiles;

    internal AsterixEdition(byte category, string name, string? expansion, ProfileSelector? selector, params string[] fields)
    {
        (Category, Name, Expansion, Selector, this.fields) = (category, name, expansion, selector, fields);
        Kind = $"CAT{category:D3} {name}";
        LineHead = System.Text.Encoding.UTF8.GetBytes($",\"cat\":{category},\"ed\":\"{name}\",\"rec\":");
    }

    public byte Category { get; }

    /// <summary>For example 1.32.</summary>
    public string Name { get; }

    /// <summary>Edition in which the reserved expansion field is read; null where it is kept unread.</summary>
    public string? Expansion { get; }

    /// <summary>What chooses between several profiles; null where there is one.</summary>
    internal ProfileSelector? Selector { get; }

    internal Profile[] Profiles => profiles ??= [.. fields.Select(text => new Profile(Category, text))];

    /// <summary>For example CAT048 1.32.</summary>
    internal string Kind { get; }

    /// <summary>What is the same in every line of JSON: from the category to the record's number.</summary>
    internal byte[] LineHead { get; }

    public override string ToString() => Kind;
}

/// <summary>The element that chooses between the profiles of a category.</summary>
/// <param name="Item">The item that holds it.</param>
/// <param name="Element">Its name in the item.</param>
/// <param name="Before">Bits of the item before it; it lies in the first eight octets.</param>
/// <param name="Bits">Its width.</param>
/// <param name="Values">For each profile the values that choose it.</param>
internal sealed record ProfileSelector(string Item, string Element, int Before, int Bits, int[][] Values)
{
    /// <summary>The profile that the item's octets choose; the first where they choose none.</summary>
    public int Choose(ReadOnlySpan<byte> item)
    {
        var cursor = new ItemCursor(item);
        cursor.Skip(Before);
        return ChooseBy((int)cursor.Bits(Bits));
    }

    public byte[] Utf8Item { get; } = System.Text.Encoding.UTF8.GetBytes(Item);

    public byte[] Utf8Element { get; } = System.Text.Encoding.UTF8.GetBytes(Element);

    /// <summary>The profile that a value of the element chooses.</summary>
    public int ChooseBy(int value) => Math.Max(0, Array.FindIndex(Values, values => Array.IndexOf(values, value) >= 0));
}

/// <summary>Which item each presence bit announces.</summary>
internal sealed class Profile
{
    private readonly FieldStep[] steps;

    public Profile(byte category, string text)
    {
        Fields = [.. text.Split(' ').Select(field => new ProfileField(category, field))];
        steps = [.. Fields.Select(field => new FieldStep(field))];
    }

    public ProfileField[] Fields { get; }

    /// <summary>The field of a presence bit; undefined where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public FieldStep Step(int presenceBit) => presenceBit <= steps.Length ? steps[presenceBit - 1] : default;
}

/// <summary>What reading a field needs of it, side by side in memory with its neighbours: every record asks for it some twenty times.</summary>
internal readonly struct FieldStep
{
    public FieldStep(ProfileField field)
    {
        if (!field.IsDefined) return;
        (Name, IsDefined, IsSequence) = (new(field.Item), true, field.IsSequence);
        (Layout, Expansion) = (checked((short)field.Layout), checked((short)field.Expansion));
    }

    public JsonName Name { get; }

    public short Layout { get; }

    /// <summary>As <see cref="ProfileField.Expansion"/>.</summary>
    public short Expansion { get; }

    public bool IsDefined { get; }

    public bool IsSequence { get; }
}

/// <summary>One place in a profile.</summary>
internal sealed class ProfileField
{
    public ProfileField(byte category, string text)
    {
        IsDefined = text != "-";
        IsSequence = text == "rfs";
        var parts = text.Split(':');
        Name = $"I{category:D3}/{parts[0]}";
        Item = parts[0];
        Utf8Name = System.Text.Encoding.UTF8.GetBytes(parts[0]);
        if (parts.Length > 1) Layout = int.Parse(parts[1]);
        if (parts.Length > 2) Expansion = int.Parse(parts[2]);
    }

    public bool IsDefined { get; }

    /// <summary>A random field sequence: a count, then fields that each say their place in the profile.</summary>
    public bool IsSequence { get; }

    /// <summary>For example I048/040.</summary>
    public string Name { get; }

    public string Item { get; }

    public byte[] Utf8Name { get; }

    public int Layout { get; } = -1;

    /// <summary>Layout of the octets inside, where they are known; else -1.</summary>
    public int Expansion { get; } = -1;
}
