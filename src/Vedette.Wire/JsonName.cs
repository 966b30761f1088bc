using System.Buffers.Binary;
using System.Text;

namespace Vedette.Wire;

/// <summary>A member's name, quoted and with its colon. Short ones are held in one number and copied at once.</summary>
internal sealed class JsonName
{
    public JsonName(string name)
    {
        Text = Encoding.UTF8.GetBytes($"\"{name}\":");
        Length = Text.Length;
        if (Length > sizeof(ulong)) return;
        Span<byte> padded = stackalloc byte[sizeof(ulong)];
        Text.CopyTo(padded);
        Packed = BinaryPrimitives.ReadUInt64LittleEndian(padded);
    }

    public byte[] Text { get; }

    public int Length { get; }

    /// <summary>0 where it is too long.</summary>
    public ulong Packed { get; }
}
