using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Tracking.Tests;

/// <summary>A small sky for tests: straight flyers over a flat patch of WGS-84, one or more rotating radars, seeded noise and clutter.</summary>
internal sealed class Sky
{
    public static readonly Instant Start = Instant.FromUtc(2026, 1, 17);

    private readonly List<(Plot Plot, double ArrivalS)> plots = [];
    private readonly SeededRandom random;

    public Sky(ulong seed) => random = new SeededRandom(seed);

    public SensorDirectory Sensors { get; } = new();

    public SensorId Radar(double latitudeDeg, double longitudeDeg, SensorKind kind = SensorKind.Radar2D, double periodS = 6) => Sensors.Put(new()
    {
        Id = SensorId.None,
        Name = $"radar {Sensors.All.Count}",
        Kind = kind,
        Position = Geodetic.FromDegrees(latitudeDeg, longitudeDeg, 60),
        Performance = new()
        {
            PeriodS = periodS,
            ClutterPerScan = 5,
            ReferenceRangeM = 300e3,
            SigmaElevationRad = kind == SensorKind.Radar3D ? 0.005 : double.NaN,
        },
    });

    /// <summary>Where a flyer is that starts at a place and keeps its velocity.</summary>
    public static Geodetic At(Flyer flyer, double timeS) => new EnuFrame(flyer.From).ToGeodetic(
        new(flyer.EastMps * timeS, flyer.NorthMps * timeS, 0)) with { HeightM = flyer.From.HeightM };

    /// <summary>Adds what a radar reports of the flyers from one time to another.</summary>
    public void Watch(SensorId radar, IReadOnlyList<Flyer> flyers, double fromS, double toS, double detection = 1)
    {
        var sensor = Sensors[radar];
        var frame = new EnuFrame(sensor.Position!.Value);
        var can = sensor.Performance;
        foreach (var flyer in flyers)
        {
            for (var k = Math.Floor(fromS / can.PeriodS); k * can.PeriodS < toS; k++)
            {
                var timeS = k * can.PeriodS;
                for (var i = 0; i < 3; i++) timeS = (k + (frame.Look(At(flyer, timeS).ToEcef()).AzimuthRad / (2 * Math.PI))) * can.PeriodS;
                if (timeS < fromS || timeS >= toS || random.NextDouble() > detection) continue;
                var seen = frame.Look(At(flyer, timeS).ToEcef());
                Add(radar, timeS, seen.RangeM + (can.SigmaRangeM * random.NextGaussian()),
                    seen.AzimuthRad + (can.SigmaAzimuthRad * random.NextGaussian()),
                    double.IsNaN(can.SigmaElevationRad) ? double.NaN : seen.ElevationRad + (can.SigmaElevationRad * random.NextGaussian()));
            }
        }
    }

    /// <summary>Adds false plots, uniform in range and azimuth, at the rate the radar states.</summary>
    public void Clutter(SensorId radar, double fromS, double toS)
    {
        var can = Sensors[radar].Performance;
        for (var k = Math.Floor(fromS / can.PeriodS); k * can.PeriodS < toS; k++)
        {
            for (var n = random.NextPoisson(can.ClutterPerScan); n > 0; n--)
            {
                var azimuth = random.NextDouble(0, 2 * Math.PI);
                Add(radar, (k + (azimuth / (2 * Math.PI))) * can.PeriodS, random.NextDouble(2e3, can.MaxRangeM), azimuth, double.NaN);
            }
        }
    }

    /// <summary>Adds the plots of a flock: so many a look on average, normally spread about a place.</summary>
    public void Flock(SensorId radar, Geodetic centre, double spreadM, double meanPerLook, double fromS, double toS)
    {
        var sensor = Sensors[radar];
        var frame = new EnuFrame(sensor.Position!.Value);
        var about = new EnuFrame(centre);
        for (var k = Math.Floor(fromS / sensor.Performance.PeriodS); k * sensor.Performance.PeriodS < toS; k++)
        {
            for (var n = random.NextPoisson(meanPerLook); n > 0; n--)
            {
                var seen = frame.Look(about.ToEcef(new Enu(spreadM * random.NextGaussian(), spreadM * random.NextGaussian(), 0)));
                Add(radar, (k + (seen.AzimuthRad / (2 * Math.PI))) * sensor.Performance.PeriodS, seen.RangeM, seen.AzimuthRad, double.NaN);
            }
        }
    }

    /// <summary>A tracker that has taken all plots as they arrived, with a picture each second.</summary>
    /// <param name="each">Called after each picture, with the second.</param>
    public Tracker Run(double toS, Action<Tracker, int>? each = null) => Run(InOrder(), Sensors, toS, each);

    /// <summary>The same for any plots in order of arrival.</summary>
    public static Tracker Run(Plot[] plots, SensorDirectory sensors, double toS, Action<Tracker, int>? each = null, TerrainGrid? ground = null)
    {
        var tracker = new Tracker();
        tracker.Know(ground);
        tracker.Configure(sensors);
        var at = 0;
        for (var second = 1; second <= toS; second++)
        {
            var now = Start.AddSeconds(second);
            for (; at < plots.Length && plots[at].ReceivedAt <= now; at++) tracker.Observe(plots.AsSpan(at, 1));
            tracker.AdvanceTo(now);
            each?.Invoke(tracker, second);
        }

        return tracker;
    }

    /// <summary>The plots in order of arrival.</summary>
    public Plot[] InOrder() => [.. plots.OrderBy(p => p.ArrivalS).Select(p => p.Plot)];

    private void Add(SensorId radar, double timeS, double rangeM, double azimuthRad, double elevationRad)
    {
        var arrivalS = timeS + 0.4;
        plots.Add((new Plot
        {
            Sensor = radar,
            Kind = PlotKind.Primary,
            TimeOfApplicability = Start.AddSeconds(timeS),
            ReceivedAt = Start.AddSeconds(arrivalS),
            Entry = plots.Count + 1,
            RangeM = rangeM,
            AzimuthRad = Angle.Wrap(azimuthRad),
            ElevationRad = elevationRad,
        }, arrivalS));
    }
}

/// <summary>Level, straight flight.</summary>
internal sealed record Flyer(Geodetic From, double EastMps, double NorthMps);
