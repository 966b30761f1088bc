using Vedette.Wire.Lines;

namespace Vedette.Wire.Ogn;

/// <summary>
/// Takes the identity out of the lines of pilots who asked not to be tracked, before anything is kept: the sender's name, the address and the
/// flight become "0" and "X" of the same length; the flags, the place and the time stay. Gives whole lines only.
/// </summary>
public sealed class OgnPrivacy
{
    private const int Stealth = 0x80, NoTracking = 0x40;
    private const int LongestLine = 1024;

    private readonly LineCutter cutter = new(LongestLine);
    private byte[] output = new byte[LongestLine];

    /// <summary>The lines that these octets complete. Valid until the next call.</summary>
    public ReadOnlySpan<byte> Filter(ReadOnlySpan<byte> octets)
    {
        int position = 0, length = 0;
        LineEvent what;
        while ((what = cutter.Next(octets, ref position, out var line, out _)) != LineEvent.NeedMore)
        {
            if (what != LineEvent.Line) continue;
            if (output.Length < length + line.Length + 1) Array.Resize(ref output, 2 * (length + line.Length + 1));
            var kept = output.AsSpan(length, line.Length);
            line.CopyTo(kept);
            Redact(kept);
            length += line.Length;
            output[length++] = (byte)'\n';
        }

        return output.AsSpan(0, length);
    }

    /// <summary>Does the same to one line in place.</summary>
    public static void Redact(Span<byte> line)
    {
        if (!AsksForIt(line)) return;
        var arrow = line.IndexOf((byte)'>');
        if (arrow > 0) line[..arrow].Fill((byte)'X');
        foreach (var range in ((ReadOnlySpan<byte>)line).Split((byte)' '))
        {
            var token = line[range];
            if (IsIdentity(token)) token[4..].Fill((byte)'0');
            else if (token.StartsWith("fn"u8)) token[2..].Fill((byte)'X');
        }
    }

    internal static bool IsAnonymous(int flags) => (flags & (Stealth | NoTracking)) != 0;

    private static bool AsksForIt(ReadOnlySpan<byte> line)
    {
        foreach (var range in line.Split((byte)' '))
        {
            var token = line[range];
            if (IsIdentity(token) && TextNumber.TryAddress(token[2..4], out var flags) && IsAnonymous(flags)) return true;
        }

        return false;
    }

    private static bool IsIdentity(ReadOnlySpan<byte> token) => token.Length == 10 && token.StartsWith("id"u8) && TextNumber.TryAddress(token[4..], out _);
}
