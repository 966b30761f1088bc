using System.Buffers.Binary;
using Vedette.Kernel;

namespace Vedette.Wire.RemoteId;

/// <summary>Heights in half metres above -1000 m; 0 says that it is not known.</summary>
internal static class AltitudeCode
{
    public const double LowestM = -1000;
    public const double HighestM = (ushort.MaxValue * StepM) + LowestM;
    private const double StepM = 0.5;

    public static double Read(ReadOnlySpan<byte> octets) => BinaryPrimitives.ReadUInt16LittleEndian(octets) is > 0 and var code ? (code * StepM) + LowestM : double.NaN;

    public static void Write(double heightM, Span<byte> octets) =>
        BinaryPrimitives.WriteUInt16LittleEndian(octets, double.IsNaN(heightM) ? (ushort)0 : (ushort)Math.Clamp(Math.Round((heightM - LowestM) / StepM), 1, ushort.MaxValue));

    /// <summary>A height that another format tells in metres, in which what cannot be written here says that it is not known.</summary>
    public static double Known(double heightM) => heightM is > LowestM and <= HighestM ? heightM : double.NaN;
}

/// <summary>Latitudes and longitudes in 1e-7 degrees.</summary>
internal static class PlaceCode
{
    private const double PerDegree = 1e7;

    public static double Read(ReadOnlySpan<byte> octets) => BinaryPrimitives.ReadInt32LittleEndian(octets) / PerDegree;

    public static int Of(double degrees) => (int)Math.Clamp(Math.Round(degrees * PerDegree), int.MinValue, int.MaxValue);

    /// <summary>Inside the globe, and not 0/0, which says that it is not known.</summary>
    public static bool IsPlace(double latitudeDeg, double longitudeDeg) =>
        latitudeDeg is >= -90 and <= 90 && longitudeDeg is >= -180 and <= 180 && (latitudeDeg != 0 || longitudeDeg != 0);
}

/// <summary>Times of Remote ID count from 2019-01-01T00:00:00Z.</summary>
internal static class RemoteIdEpoch
{
    private static readonly Instant Start = Instant.FromUtc(2019, 1, 1);

    public static Instant At(uint seconds) => Start + TimeSpan.FromSeconds(seconds);
}
