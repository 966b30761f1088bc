namespace Vedette.Wire.Asterix;

/// <summary>A user application profile: the items of a category in the order of their field reference numbers.</summary>
internal sealed class Category
{
    private readonly (string Item, ItemLayout Layout)[] profile;
    private readonly string[] names;

    public Category(int number, params (string Item, ItemLayout Layout)[] profile)
    {
        this.profile = profile;
        Number = (byte)number;
        Fspec = $"I{number:D3} FSPEC";
        names = new string[64];
        for (var frn = 1; frn < names.Length; frn++)
            names[frn] = IsDefined(frn) ? $"I{number:D3}/{profile[frn - 1].Item}" : $"I{number:D3} FRN {frn}";
    }

    public byte Number { get; }

    /// <summary>The name that refusals give to the record's field specification.</summary>
    public string Fspec { get; }

    public bool IsDefined(int frn) => frn <= profile.Length && profile[frn - 1].Layout.IsDefined;

    /// <summary>"I048/040" for an item of the profile, "I062 FRN 2" for a number that it does not define.</summary>
    public string Name(int frn) => names[frn];

    public bool TrySkip(int frn, ref OctetReader octets) => IsDefined(frn) && profile[frn - 1].Layout.TrySkip(ref octets);
}
