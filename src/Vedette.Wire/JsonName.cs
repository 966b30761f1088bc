using System.Buffers.Binary;
using System.Text;

namespace Vedette.Wire;

/// <summary>A member's name, quoted and with its colon, held in one number and copied at once.</summary>
internal readonly struct JsonName
{
    /// <param name="name">At most five letters, as the items of all categories have.</param>
    /// <exception cref="ArgumentException">It is longer.</exception>
    public JsonName(string name)
    {
        Span<byte> text = stackalloc byte[sizeof(ulong)];
        if (!Encoding.UTF8.TryGetBytes($"\"{name}\":", text, out var length)) throw new ArgumentException($"{name} is longer than five letters", nameof(name));
        (Packed, Length) = (BinaryPrimitives.ReadUInt64LittleEndian(text), (byte)length);
    }

    /// <summary>The first octet lowest.</summary>
    public ulong Packed { get; }

    /// <summary>Octets of it that count.</summary>
    public byte Length { get; }
}
