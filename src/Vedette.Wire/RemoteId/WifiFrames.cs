using System.Buffers.Binary;

namespace Vedette.Wire.RemoteId;

/// <summary>
/// Remote ID in Wi-Fi: a vendor element of a beacon (ASTM's OUI FA-0B-BC), or a service of Neighbour Awareness Networking.
/// IEEE 802.11-2020, 9.3.3; Wi-Fi Aware specification 4.0; ASTM F3411-22a, 5.4.7 and 5.4.8.
/// </summary>
internal static class WifiFrames
{
    private const int HeaderLength = 24;
    private const int BeaconFieldsLength = 12;
    private const byte Beacon = 0x80;
    private const byte Action = 0xD0;
    private const byte VendorElement = 221;
    private const byte ServiceDescriptor = 3;

    /// <summary>The first six octets of SHA-256 of "org.opendroneid.remoteid".</summary>
    private static ReadOnlySpan<byte> ServiceId => [0x88, 0x69, 0x19, 0x9D, 0x92, 0x09];

    private static ReadOnlySpan<byte> AsdStanOui => [0xFA, 0x0B, 0xBC];

    /// <summary>Public action, vendor specific, Wi-Fi Alliance, NAN.</summary>
    private static ReadOnlySpan<byte> NanAction => [4, 9, 0x50, 0x6F, 0x9A, 0x13];

    /// <summary>Behind a radiotap header (radiotap.org): version, pad, length.</summary>
    public static bool TryFindBehindRadiotap(ReadOnlySpan<byte> packet, out RemoteIdFrame frame)
    {
        if (packet.Length < 4 || packet[0] != 0) return RemoteIdFrame.None(out frame);
        var length = BinaryPrimitives.ReadUInt16LittleEndian(packet[2..]);
        return length > packet.Length ? RemoteIdFrame.None(out frame) : TryFind(packet[length..], double.NaN, out frame);
    }

    public static bool TryFind(ReadOnlySpan<byte> packet, double powerDbm, out RemoteIdFrame frame)
    {
        if (packet.Length < HeaderLength) return RemoteIdFrame.None(out frame);
        var transmitter = Address(packet.Slice(10, 6));
        return packet[0] switch
        {
            Beacon when packet.Length > HeaderLength + BeaconFieldsLength => TryFindElement(packet[(HeaderLength + BeaconFieldsLength)..], transmitter, powerDbm, out frame),
            Action => TryFindService(packet[HeaderLength..], transmitter, powerDbm, out frame),
            _ => RemoteIdFrame.None(out frame),
        };
    }

    private static bool TryFindElement(ReadOnlySpan<byte> elements, ulong transmitter, double powerDbm, out RemoteIdFrame frame)
    {
        for (; elements.Length >= 2 && elements[1] <= elements.Length - 2; elements = elements[(2 + elements[1])..])
        {
            var content = elements.Slice(2, elements[1]);
            if (elements[0] == VendorElement && content.StartsWith(AsdStanOui)) return RemoteIdFrame.TryOpen(content[3..], RemoteIdTransport.WifiBeacon, transmitter, powerDbm, out frame);
        }

        return RemoteIdFrame.None(out frame);
    }

    /// <summary>Attributes of a service discovery frame: one octet of kind, two of length.</summary>
    private static bool TryFindService(ReadOnlySpan<byte> body, ulong transmitter, double powerDbm, out RemoteIdFrame frame)
    {
        if (!body.StartsWith(NanAction)) return RemoteIdFrame.None(out frame);
        for (var rest = body[NanAction.Length..]; rest.Length >= 3;)
        {
            var length = BinaryPrimitives.ReadUInt16LittleEndian(rest[1..]);
            if (length > rest.Length - 3) break;
            if (rest[0] == ServiceDescriptor && TryOpenService(rest.Slice(3, length), transmitter, powerDbm, out frame)) return true;
            rest = rest[(3 + length)..];
        }

        return RemoteIdFrame.None(out frame);
    }

    /// <summary>Service id, instance, requestor, control, length of the information; then counter and pack.</summary>
    private static bool TryOpenService(ReadOnlySpan<byte> descriptor, ulong transmitter, double powerDbm, out RemoteIdFrame frame)
    {
        const int headLength = 10;
        if (descriptor.Length < headLength + 2 || !descriptor.StartsWith(ServiceId)) return RemoteIdFrame.None(out frame);
        var length = Math.Min(descriptor[9], descriptor.Length - headLength);
        if (length < 2) return RemoteIdFrame.None(out frame);
        frame = new() { Transport = RemoteIdTransport.WifiNan, Transmitter = transmitter, Counter = descriptor[headLength], Octets = descriptor.Slice(headLength + 1, length - 1), PowerDbm = powerDbm };
        return true;
    }

    private static ulong Address(ReadOnlySpan<byte> octets)
    {
        ulong address = 0;
        foreach (var octet in octets) address = (address << 8) | octet;
        return address;
    }
}
