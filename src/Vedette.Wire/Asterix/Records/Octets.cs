using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Vedette.Wire.Asterix.Records;

/// <summary>
/// Big-endian numbers of one to eight octets at a place that a walk has shown to be inside the octets: the place is not checked again, which is
/// what makes reading every leaf of a record fast. Only generated code calls this, and only for items whose presence the walk has marked.
/// </summary>
internal static class Octets
{
    public static uint U8(ReadOnlySpan<byte> octets, int at) => Unsafe.Add(ref MemoryMarshal.GetReference(octets), at);

    public static uint U16(ReadOnlySpan<byte> octets, int at) => BinaryPrimitives.ReadUInt16BigEndian(At(octets, at, 2));

    public static uint U24(ReadOnlySpan<byte> octets, int at) => (U16(octets, at) << 8) | U8(octets, at + 2);

    public static uint U32(ReadOnlySpan<byte> octets, int at) => BinaryPrimitives.ReadUInt32BigEndian(At(octets, at, 4));

    public static ulong U40(ReadOnlySpan<byte> octets, int at) => ((ulong)U32(octets, at) << 8) | U8(octets, at + 4);

    public static ulong U48(ReadOnlySpan<byte> octets, int at) => ((ulong)U32(octets, at) << 16) | U16(octets, at + 4);

    public static ulong U56(ReadOnlySpan<byte> octets, int at) => ((ulong)U32(octets, at) << 24) | (U32(octets, at + 3) & 0xFFFFFF);

    public static ulong U64(ReadOnlySpan<byte> octets, int at) => BinaryPrimitives.ReadUInt64BigEndian(At(octets, at, 8));

    /// <summary>Bits of an item that is wider than a number, at most 56; those beyond its end read as zero. Checked.</summary>
    /// <param name="from">Bits before them.</param>
    public static ulong Bits(ReadOnlySpan<byte> octets, int from, int count)
    {
        ulong window = 0;
        var first = from >> 3;
        for (var i = first; i < first + sizeof(ulong); i++) window = (window << 8) | (i < octets.Length ? octets[i] : 0UL);
        return window << (from & 7) >> (64 - count);
    }

    private static ReadOnlySpan<byte> At(ReadOnlySpan<byte> octets, int at, int count) =>
        MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref MemoryMarshal.GetReference(octets), at), count);
}
