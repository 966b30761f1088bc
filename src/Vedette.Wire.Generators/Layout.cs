namespace Vedette.Wire.Generators;

/// <summary>How a part of a record is laid out.</summary>
internal enum Kind
{
    Element,
    Spare,
    Group,
    Extended,
    Compound,
    Repeat,
    RepeatFx,
    Opaque,

    /// <summary>In an extended item the FX bit; in a compound a subfield that is not defined.</summary>
    Gap,
}

/// <summary>How an element's bits are to be read.</summary>
internal enum Content
{
    Raw,
    Integer,
    Quantity,
    Ascii,
    Icao,
    Octal,
}

/// <summary>The meaning of an element's bits.</summary>
internal sealed class Meaning
{
    public Content Content { get; set; }

    public bool IsSigned { get; set; }

    /// <summary>Value of the least significant bit.</summary>
    public double Scale { get; set; } = 1;

    /// <summary>The same as the file writes it, for documentation: 1/2^7.</summary>
    public string Lsb { get; set; } = "";

    public string Unit { get; set; } = "";
}

/// <summary>One node of an item's layout.</summary>
internal sealed class Node
{
    public string Name { get; set; } = "";

    public Kind Kind { get; set; }

    /// <summary>Line of the definition file, from 0.</summary>
    public int Line { get; set; }

    /// <summary>Of an element or spare.</summary>
    public int Bits { get; set; }

    public Meaning Meaning { get; set; } = new();

    /// <summary>Name of the element before this one that chooses the meaning; empty where there is no choice.</summary>
    public string By { get; set; } = "";

    public List<KeyValuePair<int, Meaning>> Cases { get; } = [];

    /// <summary>Octets of a repetition's count, or of a compound's presence bits where their number is fixed (0 = chained by FX).</summary>
    public int Octets { get; set; }

    public List<Node> Children { get; } = [];
}

/// <summary>A top-level item. Items with equal text have equal layouts, whatever their number.</summary>
internal sealed class Item
{
    public Item(Node layout, string text) => (Layout, Text) = (layout, text);

    public Node Layout { get; }

    /// <summary>The layout as written, without the item's number.</summary>
    public string Text { get; }
}

/// <summary>A user application profile: which item each presence bit announces.</summary>
internal sealed class Profile
{
    public Profile(string name, string selector, int[] values, string[] fields, int line) =>
        (Name, Selector, Values, Fields, Line) = (name, selector, values, fields, line);

    /// <summary>Empty where the category has one profile.</summary>
    public string Name { get; }

    /// <summary>item/element whose value chooses this profile; empty where the category has one profile.</summary>
    public string Selector { get; }

    public int[] Values { get; }

    public string[] Fields { get; }

    public int Line { get; }
}

/// <summary>One definition file.</summary>
internal sealed class Definition
{
    public string Path { get; set; } = "";

    public int Category { get; set; }

    public string Edition { get; set; } = "";

    /// <summary>This file describes the reserved expansion field of the category.</summary>
    public bool IsExpansion { get; set; }

    /// <summary>Name of the record type that is made of this edition beside the newest one's; empty where none is.</summary>
    public string RecordName { get; set; } = "";

    public Dictionary<string, Item> Items { get; } = [];

    public List<Profile> Profiles { get; } = [];

    public List<Finding> Findings { get; } = [];
}

/// <summary>Something wrong in a definition file.</summary>
internal sealed class Finding
{
    public Finding(int line, string what) => (Line, What) = (line, what);

    /// <summary>From 0.</summary>
    public int Line { get; }

    public string What { get; }
}
