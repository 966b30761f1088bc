using System.Buffers;

namespace Vedette.Wire.RemoteId;

/// <summary>
/// A message or pack in hexadecimal, as receivers on a serial line print it: octets in pairs of digits, perhaps with the address of the
/// transmitter's radio before them ("60:60:1f:01:02:03 f019..." or "60601f010203 f019...").
/// </summary>
internal static class RemoteIdHexLine
{
    /// <summary>An address, a blank, and a pack in pairs of digits with a blank between them.</summary>
    public const int Longest = 1024;

    private const int AddressLength = 6;

    /// <param name="line">Without its end.</param>
    /// <param name="octets">Room for the octets, half as many as the line has.</param>
    /// <param name="length">Octets of the message.</param>
    /// <param name="transmitter">0 where the line tells none.</param>
    /// <returns>The field that cannot be read; empty where all can.</returns>
    public static string Read(ReadOnlySpan<byte> line, Span<byte> octets, out int length, out ulong transmitter)
    {
        (length, transmitter) = (0, 0);
        var first = line.IndexOf((byte)' ') is > 0 and var blank ? line[..blank] : default;
        if (IsAddress(first))
        {
            if (!TryAddress(first, octets, out transmitter)) return "transmitter";
            line = line[first.Length..];
        }

        return TryOctets(line, octets, out length) && length > 0 ? "" : "octets";
    }

    /// <summary>Six octets, written together or with colons or hyphens between them.</summary>
    public static bool TryAddress(ReadOnlySpan<byte> text, Span<byte> octets, out ulong transmitter)
    {
        transmitter = 0;
        if (!IsAddress(text) || !TryOctets(text, octets, out var length) || length != AddressLength) return false;
        foreach (var octet in octets[..AddressLength]) transmitter = (transmitter << 8) | octet;
        return true;
    }

    private static bool IsAddress(ReadOnlySpan<byte> text) => text.Length == 2 * AddressLength || (text.Length == (3 * AddressLength) - 1 && text[2] is (byte)':' or (byte)'-');

    /// <summary>Pairs of digits; blanks, colons and hyphens between pairs do not count.</summary>
    private static bool TryOctets(ReadOnlySpan<byte> text, Span<byte> octets, out int length)
    {
        length = 0;
        while (!text.IsEmpty)
        {
            if (text[0] is (byte)' ' or (byte)'\t' or (byte)':' or (byte)'-')
            {
                text = text[1..];
                continue;
            }

            if (text.Length < 2 || length == octets.Length || Convert.FromHexString(text[..2], octets[length..], out _, out _) != OperationStatus.Done) return false;
            text = text[2..];
            length++;
        }

        return true;
    }
}
