using System.Buffers.Binary;

namespace Vedette.Wire.RemoteId;

/// <summary>A number to remember a name by: FNV-1a, 31 bits, never 0.</summary>
internal static class NameHash
{
    public static int Of(ReadOnlySpan<byte> name)
    {
        var hash = 2166136261u;
        foreach (var octet in name) hash = (hash ^ octet) * 16777619u;
        return (int)(hash & int.MaxValue) | 1;
    }

    public static int Of(ulong address)
    {
        Span<byte> octets = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(octets, address);
        return Of(octets);
    }

    /// <summary>Of a name that means something within one feed only.</summary>
    public static int Of(string feed, int number)
    {
        var hash = 2166136261u;
        foreach (var letter in feed) hash = (hash ^ letter) * 16777619u;
        hash = (hash ^ (uint)number) * 16777619u;
        return (int)(hash & int.MaxValue) | 1;
    }
}
