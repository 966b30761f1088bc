using System.Buffers.Binary;
using Vedette.Kernel;

namespace Vedette.Wire.RemoteId;

/// <summary>Message 4: where the operator is, and the area of a group of aircraft.</summary>
public readonly record struct SystemData
{
    private const double RadiusStepM = 10;

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

    public bool HasOperatorPlace => PlaceCode.IsPlace(OperatorLatitudeDeg, OperatorLongitudeDeg);

    /// <summary>More than the aircraft alone.</summary>
    public bool HasArea => AreaRadiusM > 0 || AreaCount > 1;

    /// <summary>When this was true; null where it was not told.</summary>
    public Instant? Time => SecondsSince2019 == 0 ? null : RemoteIdEpoch.At(SecondsSince2019);

    /// <param name="octets">A message of 25 octets.</param>
    public static SystemData Read(ReadOnlySpan<byte> octets) => new()
    {
        OperatorLocationType = (byte)(octets[1] & 3),
        ClassificationType = (byte)((octets[1] >> 2) & 7),
        OperatorLatitudeDeg = PlaceCode.Read(octets[2..]),
        OperatorLongitudeDeg = PlaceCode.Read(octets[6..]),
        AreaCount = BinaryPrimitives.ReadUInt16LittleEndian(octets[10..]),
        AreaRadiusM = octets[12] * RadiusStepM,
        AreaCeilingM = AltitudeCode.Read(octets[13..]),
        AreaFloorM = AltitudeCode.Read(octets[15..]),
        Category = (byte)(octets[17] >> 4),
        Class = (byte)(octets[17] & 15),
        OperatorAltitudeM = AltitudeCode.Read(octets[18..]),
        SecondsSince2019 = BinaryPrimitives.ReadUInt32LittleEndian(octets[20..]),
    };

    /// <param name="octets">Gets the message, 25 octets.</param>
    /// <param name="version">Protocol version, see <see cref="RemoteIdMessages.Version"/>.</param>
    public void Write(Span<byte> octets, int version)
    {
        RemoteIdText.Begin(octets, MessageType.System, version);
        octets[1] = (byte)(((ClassificationType & 7) << 2) | (OperatorLocationType & 3));
        BinaryPrimitives.WriteInt32LittleEndian(octets[2..], PlaceCode.Of(OperatorLatitudeDeg));
        BinaryPrimitives.WriteInt32LittleEndian(octets[6..], PlaceCode.Of(OperatorLongitudeDeg));
        BinaryPrimitives.WriteUInt16LittleEndian(octets[10..], (ushort)Math.Clamp(AreaCount, 0, ushort.MaxValue));
        octets[12] = (byte)Math.Clamp(Math.Ceiling(AreaRadiusM / RadiusStepM), 0, byte.MaxValue);
        AltitudeCode.Write(AreaCeilingM, octets[13..]);
        AltitudeCode.Write(AreaFloorM, octets[15..]);
        octets[17] = (byte)((Category << 4) | (Class & 15));
        AltitudeCode.Write(OperatorAltitudeM, octets[18..]);
        BinaryPrimitives.WriteUInt32LittleEndian(octets[20..], SecondsSince2019);
    }

    internal SystemData WithOperatorOf(in SystemData other) => this with
    {
        OperatorLocationType = other.OperatorLocationType,
        OperatorLatitudeDeg = other.OperatorLatitudeDeg,
        OperatorLongitudeDeg = other.OperatorLongitudeDeg,
        OperatorAltitudeM = other.OperatorAltitudeM,
    };

    internal SystemData WithClassOf(in SystemData other) => this with { ClassificationType = other.ClassificationType, Category = other.Category, Class = other.Class };

    internal SystemData WithAreaOf(in SystemData other) => this with
    {
        AreaCount = other.AreaCount,
        AreaRadiusM = other.AreaRadiusM,
        AreaCeilingM = other.AreaCeilingM,
        AreaFloorM = other.AreaFloorM,
    };
}
