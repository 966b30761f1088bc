using System.Text;
using System.Text.Json;

namespace Vedette.Wire.Asterix.Writing;

/// <summary>What a JSON value is, as far as octets can be made of it.</summary>
internal enum TapeKind : byte
{
    Object,
    List,

    /// <summary>A whole number from 0 to 2⁶⁴-1.</summary>
    Number,
    Text,

    /// <summary>Anything else: a fraction, a negative number, true, null.</summary>
    Other,
}

/// <summary>
/// One line of JSON laid out flat: every value is an entry, followed by the entries inside it. The tape remembers which entries were taken,
/// so that a name that nobody asked for is found. It is used again for line after line and allocates only to grow.
/// </summary>
internal sealed class JsonTape
{
    /// <summary>Entry of the line itself.</summary>
    public const int Root = 0;

    private Entry[] entries = new Entry[256];
    private int count;

    /// <summary>Where in the line the JSON is broken; only after <see cref="TryRead"/> said so.</summary>
    public long BrokenAt { get; private set; }

    /// <summary>False where the text is no JSON object.</summary>
    /// <param name="skipped">This member of the line itself is left out; may be empty.</param>
    public bool TryRead(ReadOnlySpan<byte> text, ReadOnlySpan<byte> skipped)
    {
        count = 0;
        var reader = new Utf8JsonReader(text);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return false;
            ReadValue(ref reader, -1, default, skipped);
            return !reader.Read();
        }
        catch (JsonException)
        {
            BrokenAt = reader.BytesConsumed;
            return false;
        }
    }

    public TapeKind Kind(int entry) => entries[entry].Kind;

    public ulong Number(int entry) => entries[entry].Number;

    public ReadOnlySpan<byte> Text(int entry, ReadOnlySpan<byte> line) => line.Slice(entries[entry].At, entries[entry].Length);

    /// <summary>How many values an object or list holds itself.</summary>
    public int Size(int entry) => entries[entry].Size;

    /// <summary>The first entry inside an object or list; also what follows it where it is empty.</summary>
    public static int First(int entry) => entry + 1;

    /// <summary>The entry after this one and all inside it.</summary>
    public int Next(int entry) => entries[entry].Next;

    public bool IsInside(int entry, int parent) => entry < entries[parent].Next;

    public ReadOnlySpan<byte> Name(int entry, ReadOnlySpan<byte> line) => line.Slice(entries[entry].NameAt, entries[entry].NameLength);

    public void Take(int entry) => entries[entry].IsTaken = true;

    /// <summary>The member of that name; -1 where there is none. Members asked for in the order in which they stand are found at once.</summary>
    public int Find(int parent, ReadOnlySpan<byte> name, ReadOnlySpan<byte> line)
    {
        if (entries[parent].Kind != TapeKind.Object) return -1;
        var likely = entries[parent].Likely;
        for (var entry = likely; IsInside(entry, parent); entry = Next(entry))
            if (IsNamed(entry, name, line)) return Found(parent, entry);
        for (var entry = First(parent); entry < likely; entry = Next(entry))
            if (IsNamed(entry, name, line)) return Found(parent, entry);
        return -1;
    }

    /// <summary>The first member that was not taken; -1 where all were.</summary>
    public int Untaken(int parent)
    {
        for (var entry = First(parent); IsInside(entry, parent); entry = Next(entry))
            if (!entries[entry].IsTaken) return entry;
        return -1;
    }

    /// <summary>Where the entry stands, for example items.130.SRL or items.250[2].BDS1.</summary>
    public string Path(int entry, ReadOnlySpan<byte> line)
    {
        var parent = entries[entry].Parent;
        if (parent < 0) return "";
        var before = Path(parent, line);
        if (entries[parent].Kind == TapeKind.List) return $"{before}[{IndexIn(parent, entry)}]";
        var name = Encoding.UTF8.GetString(Name(entry, line));
        return before.Length == 0 ? name : $"{before}.{name}";
    }

    /// <summary>Whether both hold the same names and values in the same order.</summary>
    public bool IsSame(int entry, ReadOnlySpan<byte> line, JsonTape other, int otherEntry, ReadOnlySpan<byte> otherLine)
    {
        var length = Next(entry) - entry;
        if (other.Next(otherEntry) - otherEntry != length) return false;
        for (var i = 0; i < length; i++)
        {
            var (mine, theirs) = (entries[entry + i], other.entries[otherEntry + i]);
            if (mine.Kind != theirs.Kind || mine.Number != theirs.Number || mine.Size != theirs.Size) return false;
            if (i > 0 && !Name(entry + i, line).SequenceEqual(other.Name(otherEntry + i, otherLine))) return false;
            if (mine.Kind == TapeKind.Text && !Text(entry + i, line).SequenceEqual(other.Text(otherEntry + i, otherLine))) return false;
        }

        return true;
    }

    private int IndexIn(int list, int entry)
    {
        var index = 0;
        for (var before = First(list); before != entry; before = Next(before)) index++;
        return index;
    }

    private bool IsNamed(int entry, ReadOnlySpan<byte> name, ReadOnlySpan<byte> line) => !entries[entry].IsTaken && Name(entry, line).SequenceEqual(name);

    private int Found(int parent, int entry)
    {
        entries[parent].Likely = Next(entry);
        return entry;
    }

    private void ReadValue(ref Utf8JsonReader reader, int parent, (int At, int Length) name, ReadOnlySpan<byte> skipped)
    {
        if (count == entries.Length) Array.Resize(ref entries, 2 * count);
        var entry = count++;
        var isContainer = reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray;
        entries[entry] = new Entry
        {
            Kind = KindOf(ref reader, out var number),
            Parent = parent,
            NameAt = name.At,
            NameLength = name.Length,
            At = (int)reader.TokenStartIndex + (reader.TokenType == JsonTokenType.String ? 1 : 0),
            Length = isContainer ? 0 : reader.ValueSpan.Length,
            Number = number,
            Likely = count,
        };
        // Only afterwards: reading what is inside may give the entries another array.
        var size = isContainer ? ReadInside(ref reader, entry, skipped) : 0;
        (entries[entry].Size, entries[entry].Next) = (size, count);
    }

    private int ReadInside(ref Utf8JsonReader reader, int parent, ReadOnlySpan<byte> skipped)
    {
        var size = 0;
        while (reader.Read() && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
        {
            var name = default((int, int));
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                name = ((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length);
                var isSkipped = parent == Root && !skipped.IsEmpty && reader.ValueSpan.SequenceEqual(skipped);
                reader.Read();
                if (isSkipped)
                {
                    reader.Skip();
                    continue;
                }
            }

            ReadValue(ref reader, parent, name, skipped);
            size++;
        }

        return size;
    }

    private static TapeKind KindOf(ref Utf8JsonReader reader, out ulong number)
    {
        number = 0;
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => TapeKind.Object,
            JsonTokenType.StartArray => TapeKind.List,
            JsonTokenType.String => TapeKind.Text,
            JsonTokenType.Number when reader.TryGetUInt64(out number) => TapeKind.Number,
            _ => TapeKind.Other,
        };
    }

    private struct Entry
    {
        public TapeKind Kind;
        public bool IsTaken;
        public int Parent;
        public int NameAt;
        public int NameLength;
        public int At;
        public int Length;
        public ulong Number;
        public int Size;

        /// <summary>Where the search for the next member begins.</summary>
        public int Likely;
        public int Next;
    }
}
