using CsCheck;
using Vedette.Wire.RemoteId;

namespace Vedette.Wire.Tests.RemoteId;

/// <summary>Random messages as a transmitter that keeps to the standard writes them: 25 octets each, reserved ones zero.</summary>
internal static class RemoteIdGen
{
    private static readonly Gen<byte[]> Text = Gen.Byte[1, 255].Array[0, 23];

    private static readonly Gen<double> Height = Gen.Int[0, 65_535].Select(code => code == 0 ? double.NaN : (code * 0.5) - 1000);

    private static readonly Gen<byte> Nibble = Gen.Byte[0, 15];

    private static readonly Gen<LocationVector> Motion = Gen.Select(Gen.Int[0, 361], Gen.Int[0, 510], Gen.Int[-124, 126], Nibble, Gen.Int[0, 36_001], Gen.Bool)
        .Where((_, _, climb, _, _, _) => climb != 125)
        .Select((direction, speed, climb, status, time, aboveGround) => new LocationVector
        {
            DirectionDeg = direction == 361 ? double.NaN : direction,
            SpeedMps = speed == 510 ? double.NaN : speed <= 255 ? speed * 0.25 : 63.75 + ((speed - 255) * 0.75),
            ClimbMps = climb == 126 ? double.NaN : climb * 0.5,
            Status = status,
            SinceHourS = time == 36_001 ? double.NaN : time / 10.0,
            IsAboveGround = aboveGround,
        });

    public static Gen<LocationVector> Location { get; } = Gen.Select(Motion, Gen.Int, Gen.Int, Height.Array[3], Nibble.Array[5]).Select((motion, lat, lon, heights, accuracies) => motion with
    {
        LatitudeDeg = lat / 1e7,
        LongitudeDeg = lon / 1e7,
        PressureAltitudeM = heights[0],
        GeodeticAltitudeM = heights[1],
        HeightM = heights[2],
        HorizontalAccuracy = accuracies[0],
        VerticalAccuracy = accuracies[1],
        PressureAccuracy = accuracies[2],
        SpeedAccuracy = accuracies[3],
        TimeAccuracy = accuracies[4],
    });

    public static Gen<SystemData> System { get; } = Gen.Select(Gen.Byte[0, 3], Gen.Byte[0, 7], Gen.Int.Array[2], Gen.UShort, Gen.Byte, Height.Array[3], Nibble.Array[2], Gen.UInt)
        .Select((place, classification, places, count, radius, heights, classes, time) => new SystemData
        {
            OperatorLocationType = place,
            ClassificationType = classification,
            OperatorLatitudeDeg = places[0] / 1e7,
            OperatorLongitudeDeg = places[1] / 1e7,
            AreaCount = count,
            AreaRadiusM = radius * 10,
            AreaCeilingM = heights[0],
            AreaFloorM = heights[1],
            OperatorAltitudeM = heights[2],
            Category = classes[0],
            Class = classes[1],
            SecondsSince2019 = time,
        });

    /// <summary>Of any type, version 0 to 2.</summary>
    public static Gen<byte[]> Message { get; } = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 2], Location, System, Text, Nibble.Array[2]).Select((type, version, location, system, text, codes) =>
    {
        var octets = new byte[RemoteIdMessages.MessageLength];
        switch ((MessageType)type)
        {
            case MessageType.BasicId: new BasicId { IdType = (Air.UasIdType)codes[0], UaType = codes[1], Id = text }.Write(octets, version); break;
            case MessageType.Location: location.Write(octets, version); break;
            case MessageType.Authentication:
                var page = new AuthenticationPage { Type = codes[0], Page = codes[1], LastPage = text.Length > 0 ? text[0] : (byte)0, Length = (byte)text.Length, SecondsSince2019 = 7, Data = text };
                page.Write(octets, version);
                break;
            case MessageType.System: system.Write(octets, version); break;
            default: new ToldText { Kind = codes[0], Text = text }.Write(octets, (MessageType)type, version); break;
        }

        return octets;
    });

    /// <summary>The record of a message written anew.</summary>
    public static byte[] Again(ReadOnlySpan<byte> message)
    {
        var octets = new byte[RemoteIdMessages.MessageLength];
        var version = message[0] & 15;
        var type = (MessageType)(message[0] >> 4);
        switch (type)
        {
            case MessageType.BasicId: BasicId.Read(message).Write(octets, version); break;
            case MessageType.Location: LocationVector.Read(message).Write(octets, version); break;
            case MessageType.Authentication: AuthenticationPage.Read(message).Write(octets, version); break;
            case MessageType.System: SystemData.Read(message).Write(octets, version); break;
            default: ToldText.Read(message).Write(octets, type, version); break;
        }

        return octets;
    }
}
