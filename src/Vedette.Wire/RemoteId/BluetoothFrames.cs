namespace Vedette.Wire.RemoteId;

/// <summary>
/// Remote ID in Bluetooth LE advertising: service data of UUID FFFA in a legacy or an extended (long range) advertisement.
/// Bluetooth Core 5.4, volume 6, part B, 2.3; ASTM F3411-22a, 5.4.6.
/// </summary>
internal static class BluetoothFrames
{
    private const int AccessAddressLength = 4;
    private const int CheckLength = 3;
    private const byte ServiceData = 0x16;
    private const int ExtendedType = 7;

    /// <summary>Link type 256: ten octets, of which the second is the power and the last two hold the PHY.</summary>
    public static bool TryFindBehindHeader(ReadOnlySpan<byte> packet, out RemoteIdFrame frame)
    {
        const int headerLength = 10;
        if (packet.Length < headerLength) return RemoteIdFrame.None(out frame);
        return TryFind(packet[headerLength..], packet[9] >> 6 == 2, (packet[8] & 2) != 0 ? (sbyte)packet[1] : double.NaN, out frame);
    }

    /// <summary>Link type 272, nRF Sniffer: board, a header of six octets, then a packet header that tells its length, flags (PHY in bits 4 to 6), channel, power.</summary>
    public static bool TryFindBehindSniffer(ReadOnlySpan<byte> packet, out RemoteIdFrame frame)
    {
        const int headerAt = 7;
        if (packet.Length < headerAt + 10 || packet[headerAt] < 4 || packet.Length < headerAt + packet[headerAt]) return RemoteIdFrame.None(out frame);
        return TryFind(packet[(headerAt + packet[headerAt])..], ((packet[headerAt + 1] >> 4) & 7) == 2, -packet[headerAt + 3], out frame);
    }

    /// <param name="packet">From the access address to the check sequence.</param>
    /// <param name="isCoded">Long range: an octet that tells the coding follows the access address.</param>
    public static bool TryFind(ReadOnlySpan<byte> packet, bool isCoded, double powerDbm, out RemoteIdFrame frame)
    {
        var at = AccessAddressLength + (isCoded ? 1 : 0);
        if (packet.Length < at + 2 + CheckLength) return RemoteIdFrame.None(out frame);
        var (type, length) = (packet[at] & 15, packet[at + 1]);
        var body = packet[(at + 2)..^CheckLength];
        if (length < body.Length) body = body[..length];
        return type switch
        {
            0 or 2 or 6 when body.Length >= 6 => TryFindData(body[6..], Address(body[..6]), powerDbm, out frame),
            ExtendedType => TryFindExtended(body, powerDbm, out frame),
            _ => RemoteIdFrame.None(out frame),
        };
    }

    /// <summary>The extended header: its length in six bits, flags, then the address where flag 0 says so, and more that is not needed.</summary>
    private static bool TryFindExtended(ReadOnlySpan<byte> body, double powerDbm, out RemoteIdFrame frame)
    {
        if (body.IsEmpty) return RemoteIdFrame.None(out frame);
        var length = body[0] & 0x3F;
        if (length == 0 || length + 1 > body.Length) return RemoteIdFrame.None(out frame);
        var hasAddress = (body[1] & 1) != 0 && length >= 7;
        return TryFindData(body[(1 + length)..], hasAddress ? Address(body.Slice(2, 6)) : 0, powerDbm, out frame);
    }

    /// <summary>Advertising data: structures of a length, a kind and content.</summary>
    private static bool TryFindData(ReadOnlySpan<byte> data, ulong transmitter, double powerDbm, out RemoteIdFrame frame)
    {
        for (; data.Length >= 2 && data[0] > 0 && data[0] < data.Length; data = data[(1 + data[0])..])
        {
            var content = data.Slice(2, data[0] - 1);
            if (data[1] == ServiceData && content.Length > 2 && content[0] == 0xFA && content[1] == 0xFF)
                return RemoteIdFrame.TryOpen(content[2..], RemoteIdTransport.Bluetooth, transmitter, powerDbm, out frame);
        }

        return RemoteIdFrame.None(out frame);
    }

    /// <summary>On the air the lowest octet comes first.</summary>
    private static ulong Address(ReadOnlySpan<byte> octets)
    {
        ulong address = 0;
        for (var i = octets.Length - 1; i >= 0; i--) address = (address << 8) | octets[i];
        return address;
    }
}
