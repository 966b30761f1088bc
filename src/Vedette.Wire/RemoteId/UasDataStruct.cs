using System.Buffers.Binary;
using Vedette.Air;

namespace Vedette.Wire.RemoteId;

/// <summary>
/// ODID_UAS_Data, the structure in which the reference decoder (opendroneid-core-c) holds all that it heard of one aircraft, as it lies in the
/// memory of a little-endian machine with 64 bits: what DroneScout receivers send. Flags at its end tell which parts count.
/// </summary>
internal static class UasDataStruct
{
    public const int Length = 920;

    private const int IdsAt = 0, IdLength = 32;
    private const int LocationAt = 64;
    private const int SelfAt = 776;
    private const int SystemAt = 808;
    private const int OperatorAt = 864;
    private const int IdsValidAt = 892;
    private const int LocationValidAt = 894;
    private const int PagesValidAt = 895, Pages = 16;
    private const int SelfValidAt = 911;
    private const int SystemValidAt = 912;
    private const int OperatorValidAt = 913;

    /// <param name="octets">All of it.</param>
    /// <param name="report">Cleared first.</param>
    public static void Read(ReadOnlySpan<byte> octets, RemoteIdReport report)
    {
        report.Clear();
        for (var i = 0; i < 2; i++)
            if (octets[IdsValidAt + i] != 0) report.Add(Id(octets.Slice(IdsAt + (i * IdLength), IdLength)));
        if (octets[LocationValidAt] != 0) report.Add(Location(octets[LocationAt..]));
        for (var i = 0; i < Pages; i++)
            if (octets[PagesValidAt + i] != 0) report.AddPage();
        if (octets[SelfValidAt] != 0) report.AddSelf(new() { Kind = octets[SelfAt], Text = RemoteIdText.Until0(octets.Slice(SelfAt + 4, ToldText.SelfLength)) });
        if (octets[SystemValidAt] != 0) report.Add(System(octets[SystemAt..]));
        if (octets[OperatorValidAt] != 0) report.AddOperator(new() { Kind = octets[OperatorAt], Text = RemoteIdText.Until0(octets.Slice(OperatorAt + 4, ToldText.OperatorLength)) });
    }

    private static BasicId Id(ReadOnlySpan<byte> octets) =>
        new() { UaType = octets[0], IdType = (UasIdType)octets[4], Id = RemoteIdText.Until0(octets.Slice(8, BasicId.IdLength)) };

    private static LocationVector Location(ReadOnlySpan<byte> octets) => new()
    {
        Status = octets[0],
        DirectionDeg = RemoteIdRange.Direction(Single(octets, 4)),
        SpeedMps = RemoteIdRange.Speed(Single(octets, 8)),
        ClimbMps = RemoteIdRange.Climb(Single(octets, 12)),
        LatitudeDeg = BinaryPrimitives.ReadDoubleLittleEndian(octets[16..]),
        LongitudeDeg = BinaryPrimitives.ReadDoubleLittleEndian(octets[24..]),
        PressureAltitudeM = AltitudeCode.Known(Single(octets, 32)),
        GeodeticAltitudeM = AltitudeCode.Known(Single(octets, 36)),
        IsAboveGround = octets[40] == 1,
        HeightM = AltitudeCode.Known(Single(octets, 44)),
        HorizontalAccuracy = octets[48],
        VerticalAccuracy = octets[52],
        PressureAccuracy = octets[56],
        SpeedAccuracy = octets[60],
        TimeAccuracy = octets[64],
        SinceHourS = RemoteIdRange.SinceHour(Single(octets, 68)),
    };

    private static SystemData System(ReadOnlySpan<byte> octets) => new()
    {
        OperatorLocationType = octets[0],
        ClassificationType = octets[4],
        OperatorLatitudeDeg = BinaryPrimitives.ReadDoubleLittleEndian(octets[8..]),
        OperatorLongitudeDeg = BinaryPrimitives.ReadDoubleLittleEndian(octets[16..]),
        AreaCount = BinaryPrimitives.ReadUInt16LittleEndian(octets[24..]),
        AreaRadiusM = BinaryPrimitives.ReadUInt16LittleEndian(octets[26..]),
        AreaCeilingM = AltitudeCode.Known(Single(octets, 28)),
        AreaFloorM = AltitudeCode.Known(Single(octets, 32)),
        Category = octets[36],
        Class = octets[40],
        OperatorAltitudeM = AltitudeCode.Known(Single(octets, 44)),
        SecondsSince2019 = BinaryPrimitives.ReadUInt32LittleEndian(octets[48..]),
    };

    private static double Single(ReadOnlySpan<byte> octets, int at) => Decimal(BinaryPrimitives.ReadSingleLittleEndian(octets[at..]));

    /// <summary>The decimal of seven digits that a single-precision number stands for: 0.1 and not 0.10000000149.</summary>
    internal static double Decimal(float value) => Math.Abs(value) < 1e9f ? (double)(decimal)value : double.NaN;
}

/// <summary>The ranges of the fields of message 1, for formats that pass them on as plain numbers: what is beyond says that it is not known.</summary>
internal static class RemoteIdRange
{
    public static double Direction(double deg) => deg is >= 0 and <= 360 ? deg : double.NaN;

    public static double Speed(double mps) => mps is >= 0 and <= 254.25 ? mps : double.NaN;

    public static double Climb(double mps) => mps is >= -62 and <= 62 ? mps : double.NaN;

    public static double SinceHour(double seconds) => seconds is >= 0 and <= 3600 ? seconds : double.NaN;

    /// <summary>0/0 where it is no place on the globe.</summary>
    public static (double LatitudeDeg, double LongitudeDeg) Place(double latitudeDeg, double longitudeDeg) =>
        PlaceCode.IsPlace(latitudeDeg, longitudeDeg) ? (latitudeDeg, longitudeDeg) : (0, 0);
}
