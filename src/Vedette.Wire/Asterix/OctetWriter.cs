using System.Buffers.Binary;

namespace Vedette.Wire.Asterix;

/// <summary>Writes big-endian numbers one after another. What does not fit is not written and <see cref="Overflowed"/> says so.</summary>
internal ref struct OctetWriter(Span<byte> destination)
{
    private readonly Span<byte> destination = destination;

    public int Position { get; private set; }

    public bool Overflowed { get; private set; }

    public void UInt8(byte value)
    {
        if (Room(1)) destination[Position++] = value;
    }

    public void UInt16(ushort value)
    {
        if (!Room(2)) return;
        BinaryPrimitives.WriteUInt16BigEndian(destination[Position..], value);
        Position += 2;
    }

    public void Int16(short value) => UInt16((ushort)value);

    public void Int32(int value) => Unsigned(4, (uint)value);

    public void UInt24(int value) => Unsigned(3, (uint)value);

    /// <summary>The lowest <paramref name="length"/> octets of a number.</summary>
    public void Unsigned(int length, ulong value)
    {
        if (!Room(length)) return;
        for (var i = 0; i < length; i++) destination[Position + i] = (byte)(value >> (8 * (length - 1 - i)));
        Position += length;
    }

    /// <summary>Leaves room for octets that become known later.</summary>
    public void Reserve(int length)
    {
        if (Room(length)) Position += length;
    }

    /// <summary>Closes a gap: the octets from <paramref name="from"/> on move down to <paramref name="to"/>.</summary>
    public void MoveDown(int from, int to)
    {
        destination[from..Position].CopyTo(destination[to..]);
        Position -= from - to;
    }

    public void Set(int position, byte value) => destination[position] = value;

    /// <summary>Forgets everything from <paramref name="position"/> on.</summary>
    public void Rewind(int position)
    {
        Position = position;
        Overflowed = false;
    }

    private bool Room(int length)
    {
        if (destination.Length - Position >= length && !Overflowed) return true;
        Overflowed = true;
        return false;
    }
}
