using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;
using Vedette.Sim.Sensors;

namespace Vedette.Sim.Night;

/// <summary>
/// Who watches: fifteen radars, two ADS-B receivers and a line of acoustic posts on both sides of the border. The sites are invented;
/// heights are of the antenna over a smooth earth.
/// </summary>
internal static class NightSensors
{
    private const byte AreaCode = 0x7E;
    private const int PostPairs = 60;

    /// <summary>Kind of radar, site, rotation (s).</summary>
    private static readonly (RadarKind Kind, double LatDeg, double LonDeg, double HeightM, double PeriodS)[] Radars =
    [
        (RadarKind.Border, 51.22, 23.20, 120, 6),
        (RadarKind.Height, 50.78, 23.40, 90, 5),
        (RadarKind.Border, 50.20, 22.95, 110, 6),
        (RadarKind.Height, 49.62, 22.20, 180, 6),
        (RadarKind.EnRoute, 51.52, 21.85, 150, 8),
        (RadarKind.Height, 50.85, 21.95, 140, 5),
        (RadarKind.EnRoute, 50.02, 21.55, 160, 8),
        (RadarKind.EnRoute, 49.60, 20.70, 250, 10),
        (RadarKind.Terminal, 52.15, 20.95, 60, 4),
        (RadarKind.Terminal, 50.25, 19.50, 70, 5),
        (RadarKind.EnRoute, 51.70, 19.30, 120, 10),
        (RadarKind.EnRoute, 53.45, 20.30, 120, 10),
        (RadarKind.Height, 50.62, 25.30, 70, 5),
        (RadarKind.Border, 49.80, 24.20, 80, 6),
        (RadarKind.Height, 49.25, 25.05, 90, 6),
    ];

    private enum RadarKind
    {
        Border,
        Height,
        EnRoute,
        Terminal,
    }

    public static IReadOnlyList<Station> All(ulong seed)
    {
        var random = SeededRandom.For(seed, 0x9000);
        var stations = new List<Station>();
        for (var i = 0; i < Radars.Length; i++) stations.Add(Radar(i, random));
        stations.Add(Receiver("adsb-01", Geodetic.FromDegrees(50.05, 21.60, 180)));
        stations.Add(Receiver("adsb-02", Geodetic.FromDegrees(51.90, 21.00, 160)));
        for (var i = 0; i < 2 * PostPairs; i++) stations.Add(Post(i, random));
        return stations;
    }

    private static Station Radar(int index, SeededRandom random)
    {
        var (kind, latDeg, lonDeg, heightM, periodS) = Radars[index];
        return new()
        {
            Sensor = new()
            {
                Id = new SensorId(index),
                Name = $"radar-{index + 1:D2}",
                Kind = kind == RadarKind.Height ? SensorKind.Radar3D : SensorKind.Radar2D,
                Position = Geodetic.FromDegrees(latDeg, lonDeg, heightM),
                Source = new(AreaCode, (byte)(index + 1)),
                Performance = PerformanceOf(kind) with { PeriodS = periodS, ClutterPerScan = Math.Round(random.NextDouble(6, 20)) },
            },
            RangeBiasM = random.NextGaussian() * 20,
            AzimuthBiasRad = random.NextGaussian() * 0.04 * Angle.RadiansPerDegree,
            PhaseS = random.NextDouble(0, periodS),
        };
    }

    /// <summary>Figures of typical sets of each kind; accuracies as ED-142 and the makers' public sheets put them.</summary>
    private static SensorPerformance PerformanceOf(RadarKind kind) => kind switch
    {
        RadarKind.Border => new()
        {
            MaxRangeM = 250e3, DetectionProbability = 0.95, ReferenceRangeM = 220e3, HasSecondary = true,
            SigmaRangeM = 60, SigmaAzimuthRad = Rad(0.15), LatencyS = 0.4,
        },
        RadarKind.Height => new()
        {
            MaxRangeM = 200e3, DetectionProbability = 0.95, ReferenceRangeM = 180e3, HasSecondary = false,
            SigmaRangeM = 40, SigmaAzimuthRad = Rad(0.2), SigmaElevationRad = Rad(0.3), MaxElevationRad = Rad(50),
            ResolutionRangeM = 120, ResolutionAzimuthRad = Rad(1.8), LatencyS = 0.3,
        },
        RadarKind.EnRoute => new()
        {
            MaxRangeM = 380e3, DetectionProbability = 0.95, ReferenceRangeM = 260e3, HasSecondary = true,
            SigmaRangeM = 60, SigmaAzimuthRad = Rad(0.12), LatencyS = 0.5,
        },
        _ => new()
        {
            MaxRangeM = 150e3, DetectionProbability = 0.95, ReferenceRangeM = 130e3, HasSecondary = true,
            SigmaRangeM = 40, SigmaAzimuthRad = Rad(0.12), LatencyS = 0.4,
        },
    };

    private static Station Receiver(string name, Geodetic place) => new()
    {
        Sensor = new()
        {
            Id = SensorId.None,
            Name = name,
            Kind = SensorKind.Adsb,
            Position = place,
            Performance = new()
            {
                PeriodS = 0.5, MaxRangeM = 400e3, DetectionProbability = 0.9, SigmaPositionM = 15, SigmaVelocityMps = 1,
                SigmaRangeM = double.NaN, SigmaAzimuthRad = double.NaN, ClutterPerScan = 0, LatencyS = 0.02,
            },
        },
    };

    /// <summary>
    /// Spacing and reach after the public accounts of Sky Fortress (thousands of cheap posts a few kilometres apart); the accuracy of
    /// the bearing is assumed.
    /// </summary>
    private static Station Post(int index, SeededRandom random)
    {
        var share = ((index / 2) + 0.5) / PostPairs;
        var latitudeDeg = Border.Line[0].LatitudeDeg + ((Border.Line[^1].LatitudeDeg - Border.Line[0].LatitudeDeg) * share);
        return new()
        {
            Sensor = new()
            {
                Id = SensorId.None,
                Name = $"post-{index + 1:D3}",
                Kind = SensorKind.Acoustic,
                Position = Border.East(latitudeDeg, (index % 2 == 0 ? -2.2 : 2.2) + (random.NextGaussian() * 0.4), 5),
                Performance = new()
                {
                    PeriodS = 2, MaxRangeM = 5000, DetectionProbability = 0.8, SigmaRangeM = double.NaN, SigmaAzimuthRad = Rad(4),
                    ClutterPerScan = 0.005, LatencyS = 0.5,
                },
            },
            PhaseS = random.NextDouble(0, 2),
        };
    }

    private static double Rad(double degrees) => degrees * Angle.RadiansPerDegree;
}
