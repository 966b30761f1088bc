using System.Buffers;
using System.Buffers.Binary;
using Vedette.Kernel;

namespace Vedette.Wire.Beast;

/// <summary>Frames Mode S messages and Mode A/C replies as a receiver does.</summary>
public static class BeastWriter
{
    /// <summary>The most octets one frame can take: every octet of its body an escape.</summary>
    public const int MaxFrameOctets = 2 + (2 * 21);

    /// <summary>Writes one frame and returns its length.</summary>
    /// <param name="destination">At least <see cref="MaxFrameOctets"/> long.</param>
    /// <param name="message">7 or 14 octets; 2 of Mode A/C.</param>
    /// <param name="counter">The receiver's 12-MHz counter; its low 48 bits are written.</param>
    /// <param name="signal">Amplitude, 255 = full scale.</param>
    public static int Write(Span<byte> destination, ReadOnlySpan<byte> message, long counter, byte signal)
    {
        Invariant.Holds(message.Length is 2 or 7 or 14, "a Mode S message is 7 or 14 octets long, a Mode A/C reply 2");
        Span<byte> body = stackalloc byte[7 + message.Length];
        for (var i = 0; i < 6; i++) body[i] = (byte)(counter >> (40 - (8 * i)));
        body[6] = signal;
        message.CopyTo(body[7..]);
        return Frame(destination, message.Length switch { 2 => BeastFramer.ModeAc, 7 => BeastFramer.ModeSShort, _ => BeastFramer.ModeSLong }, body);
    }

    /// <inheritdoc cref="Write(Span{byte}, ReadOnlySpan{byte}, long, byte)"/>
    public static void Write(IBufferWriter<byte> destination, ReadOnlySpan<byte> message, long counter, byte signal) =>
        destination.Advance(Write(destination.GetSpan(MaxFrameOctets), message, counter, signal));

    /// <summary>Writes the time stamp that the stamped variant puts before messages, to the millisecond; returns its length.</summary>
    public static int WriteStamp(Span<byte> destination, Instant at)
    {
        destination[0] = BeastFramer.Escape;
        destination[1] = BeastFramer.Stamp;
        BinaryPrimitives.WriteInt64LittleEndian(destination[2..], at.ToUnixMilliseconds());
        return 10;
    }

    /// <summary>The counter of a receiver that was switched on at <paramref name="start"/>.</summary>
    public static long CounterAt(Instant at, Instant start) => (long)((Int128)(at.Ticks - start.Ticks) * 6 / 5) & 0xFFFF_FFFF_FFFF;

    private static int Frame(Span<byte> destination, byte type, ReadOnlySpan<byte> body)
    {
        destination[0] = BeastFramer.Escape;
        destination[1] = type;
        var length = 2;
        foreach (var octet in body)
        {
            destination[length++] = octet;
            if (octet == BeastFramer.Escape) destination[length++] = octet;
        }

        return length;
    }
}
