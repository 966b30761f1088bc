using Vedette.Air;
using Vedette.Alerting;
using Vedette.Assessment;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;
using Vedette.Tracking;
using Vedette.Tracking.Tuning;
using Vedette.Wire;

namespace Vedette.Core.Tests;

/// <summary>Rooms that do next to nothing, so that what is tested is the core between them.</summary>
internal sealed class FakeRooms : ITracker, IAssessor, IIntegrityWatch, ICoverageWatch, IAlerting, IFeedDecoder
{
    public List<string> Calls { get; } = [];

    public List<Plot> Observed { get; } = [];

    private Track[] picture = [];
    private SensorDirectory? directory;

    public CoreRooms Rooms => new(() => this, () => this, () => this, () => this, _ => this, (_, sensors) =>
    {
        directory = sensors;
        return this;
    });

    /// <summary>From this longitude on nobody is believed, deg.</summary>
    public double DoubtedFromDeg { get; init; } = double.PositiveInfinity;

    public ReadOnlySpan<Track> Picture => picture;

    public IReadOnlyList<Alert> Alerts => [];

    public ReadinessStatus Readiness { get; } = new()
    {
        Level = ReadinessLevel.Normal, Since = Instant.UnixEpoch, DecidedBy = "nobody", Recommended = ReadinessLevel.Normal, Evidence = [],
    };

    public SensorAlignment AlignmentOf(SensorId sensor) => default;

    public void Configure(SensorDirectory sensors) => Calls.Add($"configure {sensors.All.Count}");

    public SensorQuality QualityOf(SensorId sensor) => SensorQuality.Unknown;

    public void Tune(TrackerTuning wanted)
    {
    }

    public void Know(SensorDirectory sensors)
    {
    }

    public void Know(TerrainGrid? ground)
    {
    }

    public void Know(WindField winds)
    {
    }

    public void Watch(IReadOnlyList<Airspace> airspaces, AllClearPolicy policy, TerrainGrid? terrain)
    {
    }

    public void Heard(in Plot plot)
    {
    }

    public void Heard(in SensorMessage message, long entry)
    {
    }

    public IReadOnlyList<AllClear>? Qualify(IReadOnlyList<AllClear> allClears, Instant now, long entry) => null;

    public void Lost(SensorId sensor, Instant at, long entry) => Calls.Add($"lost {sensor}");

    public void Compare(ReadOnlySpan<Track> tracks, Instant now)
    {
    }

    public CoveragePicture? Update(Instant now, long entry) => null;

    public IReadOnlyList<SearchArea>? Search(IReadOnlyList<LostObject> lost, Instant now, long entry) => null;

    IReadOnlyList<LostObject> IAlerting.Lost => [];

    public void Seek(IReadOnlyList<SearchArea> areas, Instant now)
    {
    }

    public bool Trust(in Plot plot) => plot.Position!.Value.LongitudeDeg < DoubtedFromDeg;

    public IntegrityPicture? Changes(Instant now) => double.IsFinite(DoubtedFromDeg) ? new([], [], 1) : null;

    public void Observe(ReadOnlySpan<Plot> plots)
    {
        Observed.AddRange(plots);
        Calls.Add($"plots {plots.Length}");
    }

    public void Observe(in SensorMessage message) => Calls.Add("message");

    public void AdvanceTo(Instant now)
    {
        Calls.Add($"advance {now}");
        picture = [.. Observed.Select((p, i) => new Track
        {
            Number = new TrackNumber(i + 1), Status = TrackStatus.Confirmed, Existence = 1, Time = now,
            Position = p.Position ?? default, Velocity = new Enu(1, 2, 3),
        })];
    }

    public void Watch(IReadOnlyList<Airspace> airspaces) => Calls.Add($"watch {airspaces.Count}");

    public void Expect(IReadOnlyList<KnownTraffic> known) => Calls.Add($"expect {known.Count}");

    public CommandResult Decide(SetIdentity command, Instant now, long entry) => new(true, $"identity by {command.By}");

    public IReadOnlyList<TrackAssessment> Assess(ReadOnlySpan<Track> tracks, Instant now) => [];

    public AlertingChanges Update(ReadOnlySpan<Track> tracks, IReadOnlyList<TrackAssessment> assessments, Instant now, long entry) => AlertingChanges.None;

    public (CommandResult Result, AlertingChanges Changes) Command(OperatorCommand command, Instant now, long entry) =>
        (new CommandResult(true, command.GetType().Name), AlertingChanges.None);

    /// <summary>Each octet is a plot at that many degrees east; 0xFF is broken; 0xFE is a north marker; 0xFD is a new sensor's plot; from 100 to 199 it tells its address.</summary>
    public void Decode(ReadOnlySpan<byte> octets, Instant receivedAt, long entry, IIntake intake)
    {
        for (var i = 0; i < octets.Length; i++)
        {
            var sensor = directory!.ByName(octets[i] == 0xFD ? "second" : "first", SensorKind.Adsb);
            if (octets[i] == 0xFF) intake.OnRefusal(new Refusal("fake", entry, i, "octet", "broken"));
            else if (octets[i] == 0xFE) intake.OnSensorMessage(new SensorMessage { Sensor = sensor, Kind = SensorMessageKind.NorthMarker, Time = receivedAt, ReceivedAt = receivedAt });
            else
                intake.OnPlot(new Plot
                {
                    Sensor = sensor, Kind = PlotKind.Cooperative, TimeOfApplicability = receivedAt, ReceivedAt = receivedAt, Entry = entry,
                    Position = Geodetic.FromDegrees(50, octets[i]),
                    Address = octets[i] is >= 100 and < 200 ? new TransponderAddress(octets[i]) : null,
                });
            intake.OnRecord();
        }
    }
}

internal sealed class Recorded : IEffectSink
{
    public List<(EffectKey Key, Effect Effect)> All { get; } = [];

    public void Emit(EffectKey key, Effect effect) => All.Add((key, effect));

    public IEnumerable<T> Of<T>() => All.Select(e => e.Effect).OfType<T>();
}
