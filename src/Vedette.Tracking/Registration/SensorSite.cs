using Vedette.Air;
using Vedette.Air.Sensing;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;
using Vedette.Tracking.Existence;
using Vedette.Tracking.SelfEvaluation;
using Vedette.Tracking.Undetected;

namespace Vedette.Tracking.Registration;

/// <summary>A sensor as the tracker knows it: where it stands, what it can do, where its beam is, and what it has been found to get wrong.</summary>
public sealed class SensorSite
{
    /// <summary>Smaller changes are corrections, not jumps.</summary>
    private const double JumpM = 150, JumpRad = 0.15 * Angle.RadiansPerDegree;

    /// <summary>What the ground hides is kept this finely along a ray, m.</summary>
    private const double ScreenM = 500;

    private TerrainGrid? terrain;
    private TerrainScreen? screen;

    public SensorSite(Sensor sensor)
    {
        Id = sensor.Id.Value;
        Kind = sensor.Kind;
        Performance = sensor.Performance;
        Position = sensor.Position;
        Frame = new EnuFrame(sensor.Position ?? default);
        HorizonM = RadioHorizon.DistanceM(sensor.Position?.HeightM ?? 0, 0);
        Clock = new ScanClock(Performance.PeriodS);
        Clutter = new ClutterMap(IsRadar ? Performance.MaxRangeM : 1, UniformClutter, Performance.PeriodS);
    }

    /// <summary>The sensor's id.</summary>
    public int Id { get; }

    public SensorKind Kind { get; }

    public SensorPerformance Performance { get; }

    public Geodetic? Position { get; }

    public EnuFrame Frame { get; }

    /// <summary>How far it sees what stands on the ellipsoid, m.</summary>
    public double HorizonM { get; }

    public ScanClock Clock { get; }

    public ClutterMap Clutter { get; }

    /// <summary>Plots that may turn out to be false, in the order taken.</summary>
    public Queue<ClutterLearner.Waiting> WaitingClutter { get; } = new();

    public BiasEstimate Bias { get; } = new();

    public ElevationBias Elevation { get; } = new();

    /// <summary>How well it does, by the picture's own account.</summary>
    public SiteReview Review { get; } = new();

    /// <summary>Votes for a first bias while nothing better is known.</summary>
    public BiasSearch Search { get; } = new();

    /// <summary>Aircraft that report themselves have told its bias.</summary>
    public bool HasReference { get; private set; }

    /// <summary>Watches for a bias that changes at once.</summary>
    public AlignmentMonitor Monitor { get; } = new();

    /// <summary>When the bias last changed at once, s, and by how much; NaN where it never did.</summary>
    public double JumpedS { get; private set; } = double.NaN;

    public double JumpRangeM { get; private set; }

    public double JumpAzimuthRad { get; private set; }

    /// <summary>A residual fitted.</summary>
    public void Fits()
    {
        HasReference = true;
        Monitor.Fits();
    }

    /// <summary>Starts the bias from a value found otherwise; a value far from what was known before is a jump.</summary>
    public void Realign(double timeS, double rangeM, double azimuthRad)
    {
        double changeM = rangeM - Bias.RangeM, changeRad = azimuthRad - Bias.AzimuthRad;
        if (Bias.Samples > 0 && (Math.Abs(changeM) > JumpM || Math.Abs(changeRad) > JumpRad))
            (JumpedS, JumpRangeM, JumpAzimuthRad) = (timeS, changeM, changeRad);
        Bias.Start(rangeM, azimuthRad);
        HasReference = true;
        Search.Clear();
        Monitor.Clear();
    }

    /// <summary>Takes a bias that targets seen in common with other radars have told: range, azimuth and time, and their covariance by rows.</summary>
    public void AlignByOthers(ReadOnlySpan<double> found, ReadOnlySpan<double> known) => Bias.Start(found, known);

    public bool IsRadar => Kind is SensorKind.Radar2D or SensorKind.Radar3D or SensorKind.DopplerRadar;

    /// <summary>Reports positions of its own making or the target's, not polar measurements.</summary>
    public bool IsPositional => Kind is SensorKind.Adsb or SensorKind.Multilateration or SensorKind.SystemTracker or SensorKind.RemoteId;

    /// <summary>Mean density of false plots over the ground, per m² and look.</summary>
    public double UniformClutter => Math.Max(Performance.ClutterPerScan, 0.01) / (Math.PI * Performance.MaxRangeM * Performance.MaxRangeM);

    /// <summary>Plots that were used, for health and for tests.</summary>
    public long PlotsUsed { get; set; }

    /// <summary>The same place and abilities: nothing learned need be given up.</summary>
    public bool Matches(Sensor sensor) => sensor.Kind == Kind && sensor.Position == Position && sensor.Performance == Performance;

    /// <summary>Directions in which it does not look.</summary>
    public IReadOnlyList<BlankedSector> Blanked { get; set; } = [];

    /// <summary>The ground around it; null = a smooth earth.</summary>
    public TerrainGrid? Terrain
    {
        get => terrain;
        set
        {
            if (ReferenceEquals(terrain, value)) return;
            (terrain, screen) = (value, null);
        }
    }

    /// <summary>It does not look in the direction of what it would see there.</summary>
    public bool IsBlanked(in Enu sight) => Blanked.Count > 0 && BlankedSector.AnyHolds(Blanked, Math.Atan2(sight.East, sight.North));

    /// <summary>Height below which the ground hides a target from it there, m above the ellipsoid.</summary>
    public double HiddenBelowM(in Enu sight)
    {
        if (terrain is null || Position is not { } antenna) return double.NegativeInfinity;
        screen ??= new(terrain, antenna, Performance.MaxRangeM, ScreenM);
        return screen.HiddenBelowM(Math.Atan2(sight.East, sight.North), sight.HorizontalNorm);
    }

    /// <summary>Newest moment heard of, for the record.</summary>
    public Instant LastArrival { get; set; }
}
