using Vedette.Air;

namespace Vedette.Wire.Cooperative;

/// <summary>What a station that passes on the positions of others usually can do, where nobody configured it.</summary>
internal static class StationPerformance
{
    /// <summary>A receiver of ADS-B, or a program that merges several.</summary>
    public static readonly SensorPerformance Adsb = new()
    {
        PeriodS = 1,
        MaxRangeM = 450e3,
        SigmaPositionM = 30,
        SigmaVelocityMps = 2,
        SigmaRangeM = double.NaN,
        SigmaAzimuthRad = double.NaN,
        ClutterPerScan = 0,
        HasSecondary = true,
        LatencyS = 0.2,
    };

    /// <summary>Polled every second or two.</summary>
    public static readonly SensorPerformance Polled = Adsb with { PeriodS = 2, LatencyS = 1.5 };
}
