using Vedette.Air;
using Vedette.Assessment.AllClear;
using Vedette.Kernel;

namespace Vedette.Assessment.Coverage;

/// <summary>
/// Keeps the coverage true to the state of the sensors: footprints are made once for each sensor, put together anew when what can be counted
/// on changes, and asked for the weakest ways in. Between changes only the field of unseen objects moves.
/// </summary>
public sealed class CoverageWatch : ICoverageWatch
{
    private static readonly double[] HeightsM = [30, 50, 100, 300, 1000, 3000];

    /// <summary>Said at least this often, since unseen objects gather while nothing changes, s.</summary>
    private const double TellEveryS = 60;

    private const double FieldStepS = 10;

    private readonly IReadOnlyList<ObjectProfile> profiles = ObjectProfile.Standard;
    private readonly List<SensorHealth?> health = [];
    private readonly List<(Sensor Sensor, SensorFootprint Footprint)?> footprints = [];
    private IReadOnlyList<Airspace> airspaces = [];
    private AllClearPolicy policy = new();
    private Setting? setting;
    private SensorCoverage[] told = [];
    private IReadOnlyList<IReadOnlyList<WeakPath>> weakest = [];
    private Reason?[] help = [];
    private byte[] detection = [];
    private int directoryVersion = -1;
    private Instant? fieldAt;
    private Instant toldAt;

    /// <summary>What hangs on the airspaces: the grid, and all that lies on it.</summary>
    private sealed record Setting(CoverageGrid Grid, CoverageMap Map, AllClearJudge Judge, UndetectedField Field);

    public void Know(SensorDirectory sensors)
    {
        if (sensors.Version == directoryVersion) return;
        directoryVersion = sensors.Version;
        foreach (var sensor in sensors.All)
        {
            while (health.Count <= sensor.Id.Value)
            {
                health.Add(null);
                footprints.Add(null);
            }

            if (health[sensor.Id.Value] is { } known) known.Sensor = sensor;
            else health[sensor.Id.Value] = new(sensor);
        }
    }

    public void Watch(IReadOnlyList<Airspace> airspaces, AllClearPolicy policy)
    {
        if (setting is not null && this.policy == policy && this.airspaces.SequenceEqual(airspaces)) return;
        (this.airspaces, this.policy) = (airspaces, policy);
        var grid = new CoverageGrid(airspaces);
        setting = grid.Area.Cells == 0
            ? null
            : new(grid, new(grid.Area, profiles, HeightsM), new(grid, profiles, HeightsM, policy), new(grid, profiles, HeightsM.Length));
        for (var i = 0; i < footprints.Count; i++) footprints[i] = null;
        told = [];
        fieldAt = null;
    }

    public void Heard(in Plot plot)
    {
        var of = health[plot.Sensor.Value]!;
        of.Heard(plot.ReceivedAt, plot.Entry);
        if (plot.Address is { } address) of.Replied(address.Value, plot.ReceivedAt);
    }

    public void Heard(in SensorMessage message)
    {
        var of = health[message.Sensor.Value]!;
        of.Heard(message.ReceivedAt, 0);
        if (message.Kind == SensorMessageKind.Status) of.Says(message.Degraded);
    }

    public void Lost(SensorId sensor, Instant at, long entry) => health[sensor.Value]?.Lost(at, entry);

    public CoveragePicture? Update(ReadOnlySpan<Track> tracks, Instant now, long entry)
    {
        if (setting is null || health.Count == 0) return null;
        foreach (var sensor in health) sensor!.Compare(tracks, now);
        var changed = !IsAsTold(now);
        if (changed) Reckon(now, entry);
        AdvanceField(now);
        if (!changed && now.SecondsSince(toldAt) < TellEveryS) return null;
        toldAt = now;
        return Tell(entry);
    }

    private bool IsAsTold(Instant now)
    {
        if (health.Count != told.Length) return false;
        for (var i = 0; i < told.Length; i++)
        {
            if (!health[i]!.IsAs(told[i], now)) return false;
            if (footprints[i] is { } made && !MadeFor(made.Sensor, health[i]!.Sensor)) return false;
        }

        return true;
    }

    private static bool MadeFor(Sensor made, Sensor now) => made.Position == now.Position && made.Performance == now.Performance && made.Kind == now.Kind;

    /// <summary>Puts the map together and looks for the weakest ways.</summary>
    private void Reckon(Instant now, long entry)
    {
        var (grid, map, judge, _) = setting!;
        told = [.. health.Select(sensor => sensor!.Tell(now, entry))];
        map.Clear();
        var watchers = new List<Watcher>();
        for (var i = 0; i < told.Length; i++)
        {
            var sensor = health[i]!.Sensor;
            if (footprints[i] is not { } made || !MadeFor(made.Sensor, sensor)) footprints[i] = made = (sensor, new(sensor, grid.Area, profiles, HeightsM));
            if (sensor.Position is null) continue;
            map.Add(made.Footprint, told[i].Sectors);
            watchers.Add(new(sensor, made.Footprint, told[i], grid.Area.Cells));
        }

        weakest = judge.Weakest(map, watchers);
        help = [.. weakest.Select((ways, airspace) => judge.Help(airspace, ways, map, watchers, entry))];
        detection = map.WithinAMinute();
    }

    private void AdvanceField(Instant now)
    {
        fieldAt ??= now;
        while (now.SecondsSince(fieldAt.Value) >= FieldStepS)
        {
            setting!.Field.Advance(setting.Map, policy.InflowPerHour, FieldStepS);
            fieldAt = fieldAt.Value.AddSeconds(FieldStepS);
        }
    }

    private CoveragePicture Tell(long entry)
    {
        var (grid, _, judge, field) = setting!;
        var clears = new List<Air.AllClear>();
        for (var i = 0; i < grid.Protected.Count; i++)
            clears.Add(judge.Judge(i, weakest[i], Unseen(field, grid.Protected[i].Inside), help[i], entry));
        return new()
        {
            Area = grid.Area, Profiles = profiles, HeightsM = HeightsM, Detection = detection, Sensors = told, AllClears = clears, Entry = entry,
        };
    }

    private List<UnseenCount> Unseen(UndetectedField field, bool[] inside)
    {
        var counts = new List<UnseenCount>();
        for (var p = 0; p < profiles.Count; p++)
            if (!profiles[p].Transponder) counts.Add(new(profiles[p].Class, field.Expected(p, inside), policy.InflowPerHour));
        return counts;
    }
}
