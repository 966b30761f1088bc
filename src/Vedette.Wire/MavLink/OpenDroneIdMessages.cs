using System.Buffers.Binary;
using Vedette.Air;
using Vedette.Wire.RemoteId;

namespace Vedette.Wire.MavLink;

/// <summary>
/// The payloads of OPEN_DRONE_ID messages, whose fields lie in order of their size, little-endian. Offsets follow mavlink.io/en/messages/common.html.
/// </summary>
internal static class OpenDroneIdMessages
{
    private const int AddressLength = 20;

    /// <param name="frame">Its payload is as long as its message is.</param>
    /// <param name="report">Cleared first.</param>
    /// <param name="origin">For whom it speaks: the system that it is sent to, and the address of another aircraft's radio (empty where it is the sender's own).</param>
    /// <returns>Why it is refused; empty where it is not.</returns>
    public static string Read(in MavLinkFrame frame, RemoteIdReport report, out Origin origin)
    {
        var payload = frame.Payload;
        report.Clear();
        origin = frame.Message switch
        {
            MavLinkMessage.Location => Of(payload, 30),
            MavLinkMessage.Authentication => Of(payload, 4),
            MavLinkMessage.System => Of(payload, 28),
            MavLinkMessage.SystemUpdate => new(payload[16], default),
            MavLinkMessage.ArmStatus => default,
            _ => Of(payload, 0),
        };
        switch (frame.Message)
        {
            case MavLinkMessage.BasicId:
                report.Add(new BasicId { IdType = (UasIdType)payload[22], UaType = payload[23], Id = RemoteIdText.Until0(payload.Slice(24, BasicId.IdLength)) });
                break;
            case MavLinkMessage.Location: report.Add(Location(payload)); break;
            case MavLinkMessage.Authentication: report.AddPage(); break;
            case MavLinkMessage.SelfId: report.AddSelf(new() { Kind = payload[22], Text = RemoteIdText.Until0(payload.Slice(23, ToldText.SelfLength)) }); break;
            case MavLinkMessage.System: report.Add(System(payload)); break;
            case MavLinkMessage.SystemUpdate: report.Add(SystemUpdate(payload)); break;
            case MavLinkMessage.OperatorId: report.AddOperator(new() { Kind = payload[22], Text = RemoteIdText.Until0(payload.Slice(23, ToldText.OperatorLength)) }); break;
            case MavLinkMessage.Pack: return ReadPack(payload, report);
        }

        return "";
    }

    /// <summary>For whom a message speaks.</summary>
    internal readonly ref struct Origin(byte system, ReadOnlySpan<byte> address)
    {
        /// <summary>0 = everybody.</summary>
        public byte System { get; } = system;

        public ReadOnlySpan<byte> Address { get; } = address;
    }

    private static Origin Of(ReadOnlySpan<byte> payload, int at) => new(payload[at], payload.Slice(at + 2, AddressLength).TrimEnd((byte)0));

    /// <summary>The messages as broadcast, behind their size and their number.</summary>
    private static string ReadPack(ReadOnlySpan<byte> payload, RemoteIdReport report)
    {
        const int sizeAt = 22, messagesAt = 24;
        Span<byte> pack = stackalloc byte[RemoteIdMessages.LongestPack];
        pack[0] = (byte)MessageType.Pack << 4;
        payload.Slice(sizeAt, 2).CopyTo(pack[1..]);
        payload.Slice(messagesAt, pack.Length - RemoteIdMessages.PackHeaderLength).CopyTo(pack[RemoteIdMessages.PackHeaderLength..]);
        return report.Read(pack);
    }

    private static LocationVector Location(ReadOnlySpan<byte> payload) => new()
    {
        LatitudeDeg = PlaceCode.Read(payload),
        LongitudeDeg = PlaceCode.Read(payload[4..]),
        PressureAltitudeM = AltitudeCode.Known(BinaryPrimitives.ReadSingleLittleEndian(payload[8..])),
        GeodeticAltitudeM = AltitudeCode.Known(BinaryPrimitives.ReadSingleLittleEndian(payload[12..])),
        HeightM = AltitudeCode.Known(BinaryPrimitives.ReadSingleLittleEndian(payload[16..])),
        SinceHourS = RemoteIdRange.SinceHour(UasDataStruct.Decimal(BinaryPrimitives.ReadSingleLittleEndian(payload[20..]))),
        DirectionDeg = RemoteIdRange.Direction(BinaryPrimitives.ReadUInt16LittleEndian(payload[24..]) / 100.0),
        SpeedMps = RemoteIdRange.Speed(BinaryPrimitives.ReadUInt16LittleEndian(payload[26..]) / 100.0),
        ClimbMps = RemoteIdRange.Climb(BinaryPrimitives.ReadInt16LittleEndian(payload[28..]) / 100.0),
        Status = payload[52],
        IsAboveGround = payload[53] == 1,
        HorizontalAccuracy = payload[54],
        VerticalAccuracy = payload[55],
        PressureAccuracy = payload[56],
        SpeedAccuracy = payload[57],
        TimeAccuracy = payload[58],
    };

    private static SystemData System(ReadOnlySpan<byte> payload) => new()
    {
        OperatorLatitudeDeg = PlaceCode.Read(payload),
        OperatorLongitudeDeg = PlaceCode.Read(payload[4..]),
        AreaCeilingM = AltitudeCode.Known(BinaryPrimitives.ReadSingleLittleEndian(payload[8..])),
        AreaFloorM = AltitudeCode.Known(BinaryPrimitives.ReadSingleLittleEndian(payload[12..])),
        OperatorAltitudeM = AltitudeCode.Known(BinaryPrimitives.ReadSingleLittleEndian(payload[16..])),
        SecondsSince2019 = BinaryPrimitives.ReadUInt32LittleEndian(payload[20..]),
        AreaCount = BinaryPrimitives.ReadUInt16LittleEndian(payload[24..]),
        AreaRadiusM = BinaryPrimitives.ReadUInt16LittleEndian(payload[26..]),
        OperatorLocationType = payload[50],
        ClassificationType = payload[51],
        Category = payload[52],
        Class = payload[53],
    };

    /// <summary>The operator moved: the rest of message 4 stays as it was.</summary>
    private static SystemData SystemUpdate(ReadOnlySpan<byte> payload) => new()
    {
        OperatorLocationType = (byte)OperatorPlaceKind.Live,
        OperatorLatitudeDeg = PlaceCode.Read(payload),
        OperatorLongitudeDeg = PlaceCode.Read(payload[4..]),
        OperatorAltitudeM = AltitudeCode.Known(BinaryPrimitives.ReadSingleLittleEndian(payload[8..])),
        SecondsSince2019 = BinaryPrimitives.ReadUInt32LittleEndian(payload[12..]),
        AreaCeilingM = double.NaN,
        AreaFloorM = double.NaN,
    };
}
