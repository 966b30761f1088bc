namespace Vedette.Wire.RemoteId;

/// <summary>How a broadcast reached the receiver.</summary>
public enum RemoteIdTransport : byte
{
    WifiBeacon,
    WifiNan,
    Bluetooth,
}

/// <summary>One captured radio frame that carries Remote ID.</summary>
public readonly ref struct RemoteIdFrame
{
    /// <summary>ASTM's code of the message counter's container.</summary>
    private const byte ApplicationCode = 0x0D;

    public required RemoteIdTransport Transport { get; init; }

    /// <summary>Address of the transmitter's radio, 48 bits; it may be random.</summary>
    public required ulong Transmitter { get; init; }

    /// <summary>Counts the transmitter's messages, modulo 256.</summary>
    public required byte Counter { get; init; }

    /// <summary>A message or a pack.</summary>
    public required ReadOnlySpan<byte> Octets { get; init; }

    /// <summary>Received power, dBm; NaN where the capture does not tell.</summary>
    public double PowerDbm { get; init; }

    /// <summary>The link types whose frames are looked at: 802.11 with radiotap or without, Bluetooth LE in three wrappings. www.tcpdump.org/linktypes.html.</summary>
    public static bool IsLinkType(int linkType) => linkType is 105 or 127 or 251 or 256 or 272;

    /// <summary>Finds Remote ID in a captured frame.</summary>
    /// <returns>False where there is none: another frame, or one that is cut short.</returns>
    public static bool TryFind(int linkType, ReadOnlySpan<byte> packet, out RemoteIdFrame frame) => linkType switch
    {
        105 => WifiFrames.TryFind(packet, double.NaN, out frame),
        127 => WifiFrames.TryFindBehindRadiotap(packet, out frame),
        251 => BluetoothFrames.TryFind(packet, isCoded: false, double.NaN, out frame),
        256 => BluetoothFrames.TryFindBehindHeader(packet, out frame),
        272 => BluetoothFrames.TryFindBehindSniffer(packet, out frame),
        _ => None(out frame),
    };

    internal static bool None(out RemoteIdFrame frame)
    {
        frame = default;
        return false;
    }

    /// <summary>Code, counter, message: what Bluetooth and Wi-Fi beacons put around a message alike.</summary>
    internal static bool TryOpen(ReadOnlySpan<byte> content, RemoteIdTransport transport, ulong transmitter, double powerDbm, out RemoteIdFrame frame)
    {
        if (content.Length < 3 || content[0] != ApplicationCode) return None(out frame);
        frame = new() { Transport = transport, Transmitter = transmitter, Counter = content[1], Octets = content[2..], PowerDbm = powerDbm };
        return true;
    }
}
