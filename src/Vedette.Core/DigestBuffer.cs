using System.Buffers.Binary;
using System.Text;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Core;

/// <summary>A growing buffer with one canonical little-endian form for every value: equal values, equal octets.</summary>
internal sealed class DigestBuffer
{
    private byte[] octets = new byte[1 << 16];
    private int length;

    public ReadOnlySpan<byte> Written => octets.AsSpan(0, length);

    public void Clear() => length = 0;

    public void Add(long value) => BinaryPrimitives.WriteInt64LittleEndian(Take(8), value);

    public void Add(int value) => BinaryPrimitives.WriteInt32LittleEndian(Take(4), value);

    public void Add(byte value) => Take(1)[0] = value;

    public void Add(bool value) => Add(value ? (byte)1 : (byte)0);

    public void Add(Instant value) => Add(value.Ticks);

    /// <summary>The bits as they are, but one NaN: which NaN came out of a computation means nothing.</summary>
    public void Add(double value) => Add(BitConverter.DoubleToInt64Bits(double.IsNaN(value) ? double.NaN : value));

    public void Add(Geodetic value)
    {
        Add(value.LatitudeRad);
        Add(value.LongitudeRad);
        Add(value.HeightM);
    }

    public void Add(Geodetic? value)
    {
        Add(value.HasValue);
        if (value is { } known) Add(known);
    }

    public void Add(ReadOnlySpan<byte> value)
    {
        Add(value.Length);
        value.CopyTo(Take(value.Length));
    }

    public void Add(string value)
    {
        var count = Encoding.UTF8.GetByteCount(value);
        Add(count);
        Encoding.UTF8.GetBytes(value, Take(count));
    }

    private Span<byte> Take(int count)
    {
        if (length + count > octets.Length) Array.Resize(ref octets, Math.Max(octets.Length * 2, length + count));
        var span = octets.AsSpan(length, count);
        length += count;
        return span;
    }
}
