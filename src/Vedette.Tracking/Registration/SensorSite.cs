using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;
using Vedette.Tracking.Existence;
using Vedette.Tracking.SelfEvaluation;
using Vedette.Tracking.Undetected;

namespace Vedette.Tracking.Registration;

/// <summary>A sensor as the tracker knows it: where it stands, what it can do, where its beam is, and what it has been found to get wrong.</summary>
public sealed class SensorSite
{
    public SensorSite(Sensor sensor)
    {
        Id = sensor.Id.Value;
        Kind = sensor.Kind;
        Performance = sensor.Performance;
        Position = sensor.Position;
        Frame = new EnuFrame(sensor.Position ?? default);
        Clock = new ScanClock(Performance.PeriodS);
        Clutter = new ClutterMap(IsRadar ? Performance.MaxRangeM : 1, UniformClutter, Performance.PeriodS);
    }

    /// <summary>The sensor's id.</summary>
    public int Id { get; }

    public SensorKind Kind { get; }

    public SensorPerformance Performance { get; }

    public Geodetic? Position { get; }

    public EnuFrame Frame { get; }

    public ScanClock Clock { get; }

    public ClutterMap Clutter { get; }

    /// <summary>Plots that may turn out to be false, in the order taken.</summary>
    public Queue<ClutterLearner.Waiting> WaitingClutter { get; } = new();

    public BiasEstimate Bias { get; } = new();

    /// <summary>How well it does, by the picture's own account.</summary>
    public SiteReview Review { get; } = new();

    /// <summary>Votes for a first bias while nothing better is known.</summary>
    public BiasSearch Search { get; } = new();

    public bool IsRadar => Kind is SensorKind.Radar2D or SensorKind.Radar3D or SensorKind.DopplerRadar;

    /// <summary>Reports positions of its own making or the target's, not polar measurements.</summary>
    public bool IsPositional => Kind is SensorKind.Adsb or SensorKind.Multilateration or SensorKind.SystemTracker or SensorKind.RemoteId;

    /// <summary>Mean density of false plots over the ground, per m² and look.</summary>
    public double UniformClutter => Math.Max(Performance.ClutterPerScan, 0.01) / (Math.PI * Performance.MaxRangeM * Performance.MaxRangeM);

    /// <summary>Plots that were used, for health and for tests.</summary>
    public long PlotsUsed { get; set; }

    /// <summary>The same place and abilities: nothing learned need be given up.</summary>
    public bool Matches(Sensor sensor) => sensor.Kind == Kind && sensor.Position == Position && sensor.Performance == Performance;

    /// <summary>Newest moment heard of, for the record.</summary>
    public Instant LastArrival { get; set; }
}
