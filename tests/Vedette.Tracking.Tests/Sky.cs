using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Tracking.Tests;

/// <summary>A small sky for tests: straight flyers over a flat patch of WGS-84, one or more rotating radars, seeded noise and clutter.</summary>
internal sealed class Sky
{
    public static readonly Instant Start = Instant.FromUtc(2026, 1, 17);

    private const double SoundMps = 340;

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

    /// <summary>A post that hears drones within 5 km and tells the bearing of the sound.</summary>
    public SensorId Post(double latitudeDeg, double longitudeDeg) => Sensors.Put(new()
    {
        Id = SensorId.None,
        Name = $"post {Sensors.All.Count}",
        Kind = SensorKind.Acoustic,
        Position = Geodetic.FromDegrees(latitudeDeg, longitudeDeg, 5),
        Performance = new() { PeriodS = 2, MaxRangeM = 5000, DetectionProbability = 0.8, SigmaAzimuthRad = 4 * Angle.RadiansPerDegree, ClutterPerScan = 0.01, SoundSpeedMps = SoundMps },
    });

    /// <summary>A person who sees drones within 4 km, guesses bearing and distance and calls half a minute later or more.</summary>
    public SensorId Spotter(double latitudeDeg, double longitudeDeg) => Sensors.Put(new()
    {
        Id = SensorId.None,
        Name = $"spotter {Sensors.All.Count}",
        Kind = SensorKind.Spotter,
        Position = Geodetic.FromDegrees(latitudeDeg, longitudeDeg, 2),
        Performance = new()
        {
            PeriodS = 40, MaxRangeM = 4000, DetectionProbability = 0.35, SigmaAzimuthRad = 15 * Angle.RadiansPerDegree, SigmaRangeRelative = 0.35, SigmaTimeS = 6,
            ClutterPerScan = 0.004, DelayMinS = 20, DelayMaxS = 120,
        },
    });

    /// <summary>Where a flyer is that starts at a place and keeps its velocity.</summary>
    public static Geodetic At(Flyer flyer, double timeS) => new EnuFrame(flyer.From).ToGeodetic(
        new(flyer.EastMps * timeS, flyer.NorthMps * timeS, 0)) with { HeightM = flyer.From.HeightM };

    /// <summary>How far over the ground a track is from where its flyer is, m.</summary>
    public static double DistanceM(in Track track, Flyer flyer, double timeS)
    {
        var truth = At(flyer, timeS);
        return new EnuFrame(truth).ToLocal(track.Position with { HeightM = truth.HeightM }).HorizontalNorm;
    }

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

    /// <summary>Adds what a post hears of the flyers: the bearing to where each was when the sound left it.</summary>
    public void Hear(SensorId post, IReadOnlyList<Flyer> flyers, double fromS, double toS)
    {
        var sensor = Sensors[post];
        var frame = new EnuFrame(sensor.Position!.Value);
        foreach (var flyer in flyers)
        {
            for (var timeS = fromS + (0.13 * post.Value % sensor.Performance.PeriodS); timeS < toS; timeS += sensor.Performance.PeriodS)
            {
                var leftS = timeS;
                for (var i = 0; i < 4; i++) leftS = timeS - (frame.Look(At(flyer, leftS).ToEcef()).RangeM / SoundMps);
                var heard = frame.Look(At(flyer, leftS).ToEcef());
                if (heard.RangeM > sensor.Performance.MaxRangeM || random.NextDouble() > sensor.Performance.DetectionProbability) continue;
                Add(post, PlotKind.Bearing, timeS, timeS + 0.5, double.NaN, heard.AzimuthRad + (sensor.Performance.SigmaAzimuthRad * random.NextGaussian()), double.NaN);
            }
        }
    }

    /// <summary>Adds one call of a spotter about a flyer, seen at one time and told at another.</summary>
    public void Call(SensorId spotter, Flyer flyer, double seenS, double toldS)
    {
        var sensor = Sensors[spotter];
        var seen = new EnuFrame(sensor.Position!.Value).Look(At(flyer, seenS).ToEcef());
        Add(spotter, PlotKind.Spotted, seenS + (sensor.Performance.SigmaTimeS * random.NextGaussian()), toldS,
            seen.RangeM * (1 + (sensor.Performance.SigmaRangeRelative * random.NextGaussian())), seen.AzimuthRad + (sensor.Performance.SigmaAzimuthRad * random.NextGaussian()), double.NaN);
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

    private void Add(SensorId radar, double timeS, double rangeM, double azimuthRad, double elevationRad) =>
        Add(radar, PlotKind.Primary, timeS, timeS + 0.4, rangeM, azimuthRad, elevationRad);

    private void Add(SensorId sensor, PlotKind kind, double timeS, double arrivalS, double rangeM, double azimuthRad, double elevationRad) => plots.Add((new Plot
    {
        Sensor = sensor,
        Kind = kind,
        TimeOfApplicability = Start.AddSeconds(timeS),
        ReceivedAt = Start.AddSeconds(arrivalS),
        Entry = plots.Count + 1,
        RangeM = rangeM,
        AzimuthRad = Angle.Wrap(azimuthRad),
        ElevationRad = elevationRad,
    }, arrivalS));
}

/// <summary>Level, straight flight.</summary>
internal sealed record Flyer(Geodetic From, double EastMps, double NorthMps);
