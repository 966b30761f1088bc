using System.Buffers;

namespace Vedette.Wire.Avr;

/// <summary>One frame of AVR text.</summary>
/// <param name="Counter">12-MHz counter, 0 where the frame has none.</param>
/// <param name="Signal">Amplitude, 255 = full scale; 0 = not told.</param>
/// <param name="Length">Octets of the message: 2 (Mode A/C), 7 or 14.</param>
internal readonly record struct AvrFrame(long Counter, byte Signal, int Length)
{
    public const int LongestMessage = 14;
    private const int CounterDigits = 12;

    /// <summary>
    /// Reads <c>*hex;</c>, <c>:hex;</c>, <c>@counter hex;</c>, <c>%counter hex;</c> and <c>&lt;counter signal hex;</c>: 12 digits of counter,
    /// two of signal.
    /// </summary>
    /// <param name="text">From the mark to before the semicolon.</param>
    /// <param name="message">At least <see cref="LongestMessage"/> octets; gets the message.</param>
    /// <param name="problem">What cannot be read, where the answer is false.</param>
    public static bool TryRead(ReadOnlySpan<byte> text, Span<byte> message, out AvrFrame frame, out AvrField problem)
    {
        frame = default;
        problem = AvrField.Mark;
        if (text.IsEmpty || text[0] is not ((byte)'*' or (byte)':' or (byte)'@' or (byte)'%' or (byte)'<')) return false;
        var stamped = text[0] is (byte)'@' or (byte)'%' or (byte)'<';
        var levelled = text[0] == (byte)'<';
        var rest = text[1..];
        Span<byte> head = stackalloc byte[(CounterDigits / 2) + 1];
        head.Clear();
        problem = AvrField.Counter;
        if (stamped && !TryTake(ref rest, head[..(CounterDigits / 2)])) return false;
        problem = AvrField.Signal;
        if (levelled && !TryTake(ref rest, head[^1..])) return false;
        problem = AvrField.Message;
        var length = rest.Length / 2;
        if (length is not (2 or 7 or LongestMessage) || !TryTake(ref rest, message[..length]) || !rest.IsEmpty) return false;
        frame = new(Beast.BeastClock.CounterOf(head), head[^1], length);
        return true;
    }

    private static bool TryTake(ref ReadOnlySpan<byte> hex, scoped Span<byte> octets)
    {
        var digits = 2 * octets.Length;
        if (hex.Length < digits || Convert.FromHexString(hex[..digits], octets, out _, out _) != OperationStatus.Done) return false;
        hex = hex[digits..];
        return true;
    }
}

/// <summary>The parts of a frame.</summary>
internal enum AvrField
{
    Mark,
    Counter,
    Signal,
    Message,
}

/// <summary>The frames of one line: most programs write one a line, some several.</summary>
internal ref struct AvrFrames(ReadOnlySpan<byte> line)
{
    private static readonly string[] Names = ["mark", "counter", "signal", "message"];

    private readonly ReadOnlySpan<byte> line = line;
    private int position;

    /// <summary>Where the newest frame begins in the line.</summary>
    public int Offset { get; private set; }

    public static string NameOf(AvrField field) => Names[(int)field];

    /// <summary>The next frame's text without its semicolon; false where nothing but blanks is left. What has no semicolon is ended by the line.</summary>
    public bool Next(out ReadOnlySpan<byte> text, out bool closed)
    {
        var rest = line[position..];
        var blanks = rest.Length - rest.TrimStart(" \t;"u8).Length;
        Offset = position + blanks;
        rest = rest[blanks..].TrimEnd(" \t"u8);
        var end = rest.IndexOf((byte)';');
        closed = end >= 0;
        text = closed ? rest[..end] : rest;
        position = closed ? Offset + end + 1 : line.Length;
        return !text.IsEmpty && !(text[0] == (byte)'(' && text[^1] == (byte)')');
    }
}
