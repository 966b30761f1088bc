using System.Buffers.Binary;

namespace Vedette.Wire.Asterix;

/// <summary>Reads big-endian numbers one after another. Never reads past the end: a read that would answers false and moves nothing.</summary>
public ref struct OctetReader(ReadOnlySpan<byte> octets)
{
    private readonly ReadOnlySpan<byte> octets = octets;

    public int Position { get; private set; }

    public readonly int Remaining => octets.Length - Position;

    public bool TryReadUInt8(out byte value)
    {
        value = 0;
        if (Remaining < 1) return false;
        value = octets[Position++];
        return true;
    }

    public bool TryReadUInt16(out ushort value)
    {
        value = 0;
        if (Remaining < 2) return false;
        value = BinaryPrimitives.ReadUInt16BigEndian(octets[Position..]);
        Position += 2;
        return true;
    }

    public bool TryReadInt16(out short value)
    {
        var read = TryReadUInt16(out var unsigned);
        value = (short)unsigned;
        return read;
    }

    public bool TryReadInt32(out int value)
    {
        value = 0;
        if (Remaining < 4) return false;
        value = BinaryPrimitives.ReadInt32BigEndian(octets[Position..]);
        Position += 4;
        return true;
    }

    /// <summary>An unsigned number of <paramref name="length"/> octets, 1 to 8.</summary>
    public bool TryReadUnsigned(int length, out ulong value)
    {
        value = 0;
        if (Remaining < length) return false;
        for (var i = 0; i < length; i++) value = (value << 8) | octets[Position + i];
        Position += length;
        return true;
    }

    public bool TryReadUInt24(out int value)
    {
        var read = TryReadUnsigned(3, out var unsigned);
        value = (int)unsigned;
        return read;
    }

    /// <summary>A 24-bit number in two's complement.</summary>
    public bool TryReadInt24(out int value)
    {
        var read = TryReadUInt24(out var unsigned);
        value = (unsigned << 8) >> 8;
        return read;
    }

    public bool TrySkip(int length)
    {
        if (Remaining < length) return false;
        Position += length;
        return true;
    }
}
