using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Vedette.Wire.Asterix.Writing;

/// <summary>
/// One data block that is being built in a span: CAT, LEN, records. It knows how presence bits, counts and lengths are put before what they tell
/// of; which items there are and what is in them is the business of the generated writers. Part I, 4.2 and 4.3. A record that does not fit, or
/// that holds something that cannot be said, leaves the block as it was.
/// </summary>
internal ref struct BlockBuilder
{
    private const int MostOctets = ushort.MaxValue;

    /// <summary>Of an explicit item, its length octet included.</summary>
    private const int LongestExplicit = byte.MaxValue;

    private readonly Span<byte> destination;
    private readonly byte category;
    private PresenceChain fields;
    private PresenceChain item;
    private PresenceChain part;

    /// <summary>Presence bit of the item that is open.</summary>
    private ulong itemBit;

    /// <summary>Where the length octet of the open item stands, -1 where it has none.</summary>
    private int lengthAt;

    /// <summary>Where the count of the open random field sequence stands, 0 where none is open.</summary>
    private int sequenceAt;
    private int begin;
    private int position;
    private bool isFull;
    private EncodingFault fault;

    public BlockBuilder(byte category, Span<byte> destination)
    {
        this.category = category;
        this.destination = destination.Length > MostOctets ? destination[..MostOctets] : destination;
        begin = DataBlock.HeaderLength;
        Begin(1);
    }

    /// <summary>Why the record that was ended last was refused; default where it was not.</summary>
    public EncodingFault Fault { get; private set; }

    /// <summary>Announces a top-level item; its octets follow.</summary>
    /// <param name="bit">Its presence bit; 0 where the profile has no place for it.</param>
    /// <param name="name">For the refusal then.</param>
    public void Field(ulong bit, string name)
    {
        CloseItem();
        if (bit == 0) Refuse(name, "is not in the profile of this record");
        else if (sequenceAt > 0) SequenceField(bit);
        else fields.Add(bit);
    }

    /// <summary>Opens a compound item, or goes on with it where it is the one that is open.</summary>
    /// <param name="fixedPresence">Octets of its presence bits where their number is fixed, else 0.</param>
    /// <param name="isExplicit">A length octet stands before it.</param>
    public void Compound(ulong bit, string name, int fixedPresence, bool isExplicit = false)
    {
        if (item.IsOpen && itemBit == bit) return;
        Field(bit, name);
        itemBit = bit;
        lengthAt = isExplicit ? position : -1;
        if (isExplicit) Write(0, 1);
        item.Open(position, 1, fixedPresence);
        Skip(item.Room);
    }

    /// <summary>Announces a subfield of the open compound item.</summary>
    public void Subfield(ulong bit)
    {
        ClosePart();
        item.Add(bit);
    }

    /// <summary>Opens a compound subfield of the open compound item, or goes on with it.</summary>
    public void CompoundPart(ulong bit, int fixedPresence)
    {
        if (part.IsOpen && item.IsLast(bit)) return;
        Subfield(bit);
        part.Open(position, 1, fixedPresence);
        Skip(part.Room);
    }

    /// <summary>Announces a subfield of the open compound subfield.</summary>
    public void PartSubfield(ulong bit) => part.Add(bit);

    /// <summary>The lowest octets of a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(ulong number, int octets)
    {
        if (destination.Length - position >= sizeof(ulong))
        {
            // Eight octets are written whatever is needed: what follows overwrites the rest.
            BinaryPrimitives.WriteUInt64BigEndian(destination[position..], number << (64 - (8 * octets)));
            position += octets;
        }
        else WriteAtEnd(number, octets);
    }

    public void Write(scoped ReadOnlySpan<byte> octets)
    {
        if (octets.Length > destination.Length - position) isFull = true;
        else if (!isFull)
        {
            octets.CopyTo(destination[position..]);
            position += octets.Length;
        }
    }

    /// <summary>An extended item all of whose parts are one octet with an FX bit.</summary>
    /// <param name="bits">From the most significant one on, FX bits zero.</param>
    /// <param name="atLeast">Octets that are sent even where they are zero.</param>
    public void Chain(ulong bits, int atLeast)
    {
        var needed = bits == 0 ? 1 : 8 - (BitOperations.TrailingZeroCount(bits) >> 3);
        var octets = Math.Max(needed, atLeast);
        var goesOn = 0x0101010101010101 & ~(ulong.MaxValue >> (8 * (octets - 1)));
        Write((bits | goesOn) >> (64 - (8 * octets)), octets);
    }

    /// <summary>An extended item of parts of any length: as many as hold anything, and at least so many octets.</summary>
    /// <param name="parts">Octets of each part.</param>
    /// <param name="atLeast">Octets that are sent even where they are zero.</param>
    public void Extended(scoped Span<byte> octets, scoped ReadOnlySpan<byte> parts, int atLeast)
    {
        var (end, count, sent) = (0, 0, 1);
        foreach (var length in parts)
        {
            count++;
            if (end < atLeast || octets.Slice(end, length).ContainsAnyExcept((byte)0)) sent = count;
            end += length;
        }

        end = 0;
        for (var i = 0; i < sent; i++)
        {
            end += parts[i];
            if (i + 1 < sent) octets[end - 1] |= 1;
        }

        Write(octets[..end]);
    }

    /// <summary>The same where the bits fit into a number, from the most significant one on.</summary>
    public void Extended(ulong bits, scoped ReadOnlySpan<byte> parts, int atLeast)
    {
        Span<byte> octets = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(octets, bits);
        Extended(octets, parts, atLeast);
    }

    /// <summary>Sets the FX bit of what was written last.</summary>
    public readonly void SetFx()
    {
        if (!isFull) destination[position - 1] |= 1;
    }

    /// <summary>An element that is only octets.</summary>
    public void Octets(scoped ReadOnlySpan<byte> octets, int count, string name)
    {
        if (octets.Length != count) Refuse(name, $"has {octets.Length} octets, {count} are needed");
        Write(octets);
    }

    /// <summary>Octets repeated: their count and themselves.</summary>
    /// <param name="each">Octets of one.</param>
    /// <param name="countOctets">Octets of the count.</param>
    public void Repeated(scoped ReadOnlySpan<byte> octets, int each, int countOctets, string name)
    {
        if (octets.Length % each != 0) Refuse(name, $"has {octets.Length} octets, no multiple of {each}");
        Count(octets.Length / each, countOctets, name);
        Write(octets);
    }

    /// <summary>The count before a repetition.</summary>
    public void Count(int count, int octets, string name)
    {
        if (count >> (8 * octets) != 0) Refuse(name, $"is repeated {count} times, more than its count can tell");
        Write((ulong)count, octets);
    }

    /// <summary>An item whose first octet counts all of its octets.</summary>
    public void Opaque(scoped ReadOnlySpan<byte> octets, string name)
    {
        if (octets.Length >= LongestExplicit) Refuse(name, $"has {octets.Length} octets, more than {LongestExplicit - 1}");
        Write((ulong)octets.Length + 1, 1);
        Write(octets);
    }

    /// <summary>What is written until <see cref="EndSequence"/> are fields of a random field sequence, each with its number. Part I, 4.3.5.</summary>
    public void BeginSequence(ulong bit)
    {
        Field(bit, "rfs");
        sequenceAt = position;
        Write(0, 1);
    }

    public void EndSequence()
    {
        CloseItem();
        sequenceAt = 0;
    }

    public void Refuse(string path, string reason) => Refuse(new EncodingFault(path, reason));

    public void Refuse(EncodingFault why)
    {
        if (fault.Reason is null) fault = why;
    }

    /// <summary>Ends the record.</summary>
    public Encode End()
    {
        CloseItem();
        var outcome = fault.Reason is not null ? Encode.Refused : Close(ref fields) ? Encode.Record : Encode.Full;
        if (outcome == Encode.Record) begin = position;
        (Fault, fault) = (fault, default);
        Begin(fields.Octets);
        return outcome;
    }

    /// <summary>Writes CAT and LEN. The length of the block; 0 where it holds no record.</summary>
    public readonly int Finish()
    {
        if (begin <= DataBlock.HeaderLength) return 0;
        destination[0] = category;
        BinaryPrimitives.WriteUInt16BigEndian(destination[1..], (ushort)begin);
        return begin;
    }

    /// <param name="room">Octets that the field specification will probably take: as many as that of the record before.</param>
    private void Begin(int room)
    {
        (position, isFull, sequenceAt) = (begin, false, 0);
        item.Close();
        part.Close();
        fields.Open(begin, room, fixedPresence: 0);
        Skip(room);
    }

    private void SequenceField(ulong bit)
    {
        if (!isFull && ++destination[sequenceAt] == 0) Refuse("rfs", "has more than 255 fields");
        Write((ulong)BitOperations.LeadingZeroCount(bit) + 1, 1);
    }

    private void CloseItem()
    {
        if (!item.IsOpen) return;
        ClosePart();
        Close(ref item);
        if (lengthAt < 0 || isFull) return;
        var length = position - lengthAt;
        if (length > LongestExplicit) Refuse("RE", $"comes to {length} octets, more than {LongestExplicit}");
        else destination[lengthAt] = (byte)length;
    }

    private void ClosePart()
    {
        if (part.IsOpen) Close(ref part);
    }

    /// <summary>Writes presence octets before what they announce. Where more or fewer are needed than were kept free, that is moved.</summary>
    private bool Close(ref PresenceChain chain)
    {
        chain.Close();
        var more = chain.Octets - chain.Room;
        if (more > destination.Length - position) isFull = true;
        if (isFull) return false;
        if (more != 0)
        {
            var from = chain.At + chain.Room;
            destination[from..position].CopyTo(destination[(from + more)..]);
            position += more;
        }

        chain.Write(destination);
        return true;
    }

    private void Skip(int octets)
    {
        if (octets > destination.Length - position) isFull = true;
        else position += octets;
    }

    private void WriteAtEnd(ulong number, int octets)
    {
        if (octets > destination.Length - position) isFull = true;
        if (isFull) return;
        for (var i = octets - 1; i >= 0; i--) destination[position++] = (byte)(number >> (8 * i));
    }
}
