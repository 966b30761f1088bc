namespace Vedette.Wire.Asterix.Catalogue;

/// <summary>Every category and edition that Vedette knows whole. The table and the readers are made from the files in Layouts when this is built.</summary>
public static partial class AsterixCatalogue
{
    private static readonly ItemNode?[] Trees = new ItemNode?[LayoutCount];

    /// <summary>By category, then from the oldest edition to the newest.</summary>
    public static IReadOnlyList<AsterixEdition> All => Editions;

    /// <summary>The newest edition of a category; null where the category is not known.</summary>
    public static AsterixEdition? Newest(byte category) => Array.FindLast(Editions, edition => edition.Category == category);

    /// <summary>Null where that edition is not known.</summary>
    public static AsterixEdition? Find(byte category, string name) => Array.Find(Editions, edition => edition.Category == category && edition.Name == name);

    /// <summary>The layout of that number as a tree. It is made when it is first asked for.</summary>
    internal static ItemNode Tree(int layout) => Trees[layout] ??= MakeTree(layout);
}
