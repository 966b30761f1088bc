using System.Buffers.Binary;
using Vedette.Kernel;

namespace Vedette.Wire.RemoteId;

/// <summary>Message 4: where the operator is, and the area of a group of aircraft.</summary>
public readonly record struct SystemData
{
    /// <summary>0 take-off place, 1 live place of the operator, 2 fixed.</summary>
    public byte OperatorLocationType { get; init; }

    /// <summary>0 undeclared, 1 EU.</summary>
    public byte ClassificationType { get; init; }

    public double OperatorLatitudeDeg { get; init; }

    public double OperatorLongitudeDeg { get; init; }

    /// <summary>Above the WGS-84 ellipsoid, m; NaN where it is not known (sent as -1000).</summary>
    public double OperatorAltitudeM { get; init; }

    /// <summary>Aircraft in the area.</summary>
    public int AreaCount { get; init; }

    public double AreaRadiusM { get; init; }

    /// <summary>m; NaN where it is not known.</summary>
    public double AreaCeilingM { get; init; }

    public double AreaFloorM { get; init; }

    /// <summary>EU category: 1 open, 2 specific, 3 certified.</summary>
    public byte Category { get; init; }

    /// <summary>EU class: 1 is C0, 7 is C6.</summary>
    public byte Class { get; init; }

    /// <summary>Seconds since 2019-01-01; 0 = not told.</summary>
    public uint SecondsSince2019 { get; init; }

    public bool HasOperatorPlace => OperatorLatitudeDeg is >= -90 and <= 90 && OperatorLongitudeDeg is >= -180 and <= 180 && (OperatorLatitudeDeg != 0 || OperatorLongitudeDeg != 0);

    /// <summary>When this was true; null where it was not told.</summary>
    public Instant? Time => SecondsSince2019 == 0 ? null : RemoteIdEpoch.At(SecondsSince2019);

    /// <param name="octets">A message of 25 octets.</param>
    public static SystemData Read(ReadOnlySpan<byte> octets) => new()
    {
        OperatorLocationType = (byte)(octets[1] & 3),
        ClassificationType = (byte)((octets[1] >> 2) & 7),
        OperatorLatitudeDeg = BinaryPrimitives.ReadInt32LittleEndian(octets[2..]) / 1e7,
        OperatorLongitudeDeg = BinaryPrimitives.ReadInt32LittleEndian(octets[6..]) / 1e7,
        AreaCount = BinaryPrimitives.ReadUInt16LittleEndian(octets[10..]),
        AreaRadiusM = octets[12] * 10,
        AreaCeilingM = AltitudeCode.Read(octets[13..]),
        AreaFloorM = AltitudeCode.Read(octets[15..]),
        Category = (byte)(octets[17] >> 4),
        Class = (byte)(octets[17] & 15),
        OperatorAltitudeM = AltitudeCode.Read(octets[18..]),
        SecondsSince2019 = BinaryPrimitives.ReadUInt32LittleEndian(octets[20..]),
    };
}

/// <summary>Times of Remote ID count from 2019-01-01T00:00:00Z.</summary>
internal static class RemoteIdEpoch
{
    private static readonly Instant Start = Instant.FromUtc(2019, 1, 1);

    public static Instant At(uint seconds) => Start + TimeSpan.FromSeconds(seconds);
}
