using Vedette.Air;
using Vedette.Assessment.AllClear;
using Vedette.Assessment.Search;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Assessment.Coverage;

/// <summary>
/// Keeps the coverage true to the state of the sensors: footprints are made once for each sensor, put together anew when what can be counted
/// on changes, and asked for the weakest ways in. Between changes only the field of unseen objects moves.
/// </summary>
public sealed class CoverageWatch : ICoverageWatch
{
    /// <summary>Said at least this often, since unseen objects gather while nothing changes, s.</summary>
    private const double TellEveryS = 60;

    private const double FieldStepS = 10;

    private static readonly double[] HeightsM = [30, 50, 100, 300, 1000, 3000];

    private readonly IReadOnlyList<ObjectProfile> profiles = ObjectProfile.Standard;
    private readonly List<SensorHealth?> health = [];
    private readonly List<(Sensor Sensor, SensorFootprint Footprint)?> footprints = [];
    private readonly SearchWatch search = new();
    private IReadOnlyList<Airspace> airspaces = [];
    private AllClearPolicy policy = new();
    private TerrainGrid? terrain;
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

    public void Watch(IReadOnlyList<Airspace> airspaces, AllClearPolicy policy, TerrainGrid? terrain)
    {
        if (setting is not null && this.policy == policy && ReferenceEquals(this.terrain, terrain) && this.airspaces.SequenceEqual(airspaces)) return;
        (this.airspaces, this.policy, this.terrain) = (airspaces, policy, terrain);
        var grid = new CoverageGrid(airspaces);
        setting = grid.Area.Cells == 0
            ? null
            : new(grid, new(grid.Area, profiles, HeightsM), new(grid, profiles, HeightsM, policy, terrain), new(grid, profiles, HeightsM.Length));
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

    public void Heard(in SensorMessage message, long entry)
    {
        var of = health[message.Sensor.Value]!;
        of.Heard(message.ReceivedAt, entry);
        if (message.Kind == SensorMessageKind.Status) of.Says(message.Degraded, entry);
    }

    public void Lost(SensorId sensor, Instant at, long entry) => health[sensor.Value]?.Lost(at, entry);

    public void Compare(ReadOnlySpan<Track> tracks, Instant now)
    {
        foreach (var sensor in health) sensor!.Compare(tracks, now);
    }

    public CoveragePicture? Update(Instant now, long entry)
    {
        if (setting is null || health.Count == 0) return null;
        var changed = !IsAsTold(now);
        if (changed) Reckon(now, entry);
        AdvanceField(now);
        if (!changed && now.SecondsSince(toldAt) < TellEveryS) return null;
        toldAt = now;
        return Tell(entry);
    }

    public IReadOnlyList<SearchArea>? Search(IReadOnlyList<LostObject> lost, Instant now, long entry) => search.Update(lost, LooksAt, SensorWords, now, entry);

    /// <summary>How an object of one profile at one height above ground is looked at in a place now; nothing outside the grid.</summary>
    /// <param name="profile">Index into <see cref="CoveragePicture.Profiles"/>.</param>
    /// <param name="height">Index into <see cref="CoveragePicture.HeightsM"/>.</param>
    public LookRate LooksAt(int profile, int height, Geodetic place) =>
        setting is { } known && told.Length > 0 && known.Grid.Area.CellOf(place) is >= 0 and var cell ? known.Map.Layer(profile, height)[cell] : LookRate.None;

    private string SensorWords()
    {
        var working = told.Count(static s => s.Share > 0);
        return $"{working} of {told.Length} sensors are counted on";
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

    private static bool MadeFor(Sensor made, Sensor now) =>
        made.Position == now.Position && made.Performance == now.Performance && made.Kind == now.Kind && (made.Blanked ?? []).SequenceEqual(now.Blanked ?? []);

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
            if (footprints[i] is not { } made || !MadeFor(made.Sensor, sensor)) footprints[i] = made = (sensor, new(sensor, grid.Area, profiles, HeightsM, terrain));
            if (sensor.Position is null) continue;
            told[i] = told[i] with { Reach = made.Footprint.Reach() };
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
            Area = grid.Area, Profiles = profiles, HeightsM = HeightsM, Detection = detection, Unseen = field.Copy(), Sensors = told, AllClears = clears, Entry = entry,
            Terrain = terrain?.Source,
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
