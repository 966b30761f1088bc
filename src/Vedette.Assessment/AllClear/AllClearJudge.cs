using Vedette.Air;
using Vedette.Assessment.Coverage;

namespace Vedette.Assessment.AllClear;

/// <summary>Says, for each protected airspace, what could have come in unseen, and whether the policy lets that be called clear.</summary>
internal sealed class AllClearJudge(CoverageGrid grid, IReadOnlyList<ObjectProfile> profiles, IReadOnlyList<double> heightsM, AllClearPolicy policy, TerrainGrid? terrain)
{
    /// <summary>How many sensors are told to watch a way, and how many that are down are tried.</summary>
    private const int Told = 4;

    private readonly WeakestWays ways = new(grid);
    private readonly AllClearWords words = new(policy, terrain);
    private readonly double[] restored = new double[grid.Area.Cells];
    private readonly double[] restoredWeighted = new double[grid.Area.Cells];

    /// <param name="map">What the sensors detect now.</param>
    /// <param name="sensors">All placed sensors: what each is expected to detect, and what of that is counted now.</param>
    public IReadOnlyList<IReadOnlyList<WeakPath>> Weakest(CoverageMap map, IReadOnlyList<Watcher> sensors)
    {
        var found = new List<WeakPath>[grid.Protected.Count];
        for (var i = 0; i < found.Length; i++) found[i] = [];
        for (var p = 0; p < profiles.Count; p++)
        {
            if (profiles[p].Transponder) continue;
            for (var h = 0; h < heightsM.Count; h++)
            {
                var looks = map.Layer(p, h);
                ways.Find(looks, profiles[p].SpeedMps);
                for (var i = 0; i < found.Length; i++)
                    if (Describe(grid.Protected[i].Inside, p, h, looks, sensors) is { } path) found[i].Add(path);
            }
        }

        return found;
    }

    /// <param name="airspace">Index among the protected airspaces.</param>
    /// <param name="weakest">Its weakest ways.</param>
    /// <param name="unseen">What may be inside unseen.</param>
    /// <param name="help">What would lower the worst of them, in words.</param>
    /// <param name="entry">The entry that moved time.</param>
    public Air.AllClear Judge(int airspace, IReadOnlyList<WeakPath> weakest, IReadOnlyList<UnseenCount> unseen, Reason? help, long entry)
    {
        var allowed = grid.Start.Any(static s => s) && !weakest.Any(IsBeyond);
        var reasons = words.Say(grid.Protected[airspace].Airspace, allowed, weakest, unseen, help, entry);
        return new() { AirspaceId = grid.Protected[airspace].Airspace.Id, Allowed = allowed, Weakest = weakest, Unseen = unseen, Reasons = reasons };
    }

    /// <summary>Which of the sensors that are down would lower the worst way most if it came back.</summary>
    public Reason? Help(int airspace, IReadOnlyList<WeakPath> weakest, CoverageMap map, IReadOnlyList<Watcher> sensors, long entry)
    {
        if (weakest.Where(IsBeyond).MaxBy(static w => w.Miss) is not { } worst) return null;
        var (p, h) = (IndexOf(worst.Class), IndexOf(worst.HeightM));
        (Watcher? Sensor, double Miss) best = (null, worst.Miss);
        foreach (var sensor in sensors.Where(static s => s.Coverage.Share < 0.95).OrderBy(static s => s.Coverage.Share).ThenBy(static s => s.Coverage.Sensor).Take(Told))
        {
            var whole = Restore(map.Layer(p, h), sensor, (p * heightsM.Count) + h);
            ways.Find(whole, profiles[p].SpeedMps);
            var way = ways.WayInto(grid.Protected[airspace].Inside);
            var miss = way.Count == 0 ? 0 : ways.Miss(way, whole, profiles[p].SpeedMps);
            if (miss < best.Miss - 0.01) best = (sensor, miss);
        }

        return words.Help(worst, best.Sensor, best.Miss, sensors.Any(static s => s.Coverage.Share < 0.95), entry);
    }

    private bool IsBeyond(WeakPath path) => policy.Classes.Contains(path.Class) && path.HeightM >= policy.FromHeightM && path.Miss > policy.MissLimit;

    private WeakPath? Describe(bool[] inside, int profile, int height, CoverageLayer looks, IReadOnlyList<Watcher> sensors)
    {
        var way = ways.WayInto(inside);
        if (way.Count == 0) return null;
        var (from, to) = ways.Stretch(inside, way[^1]);
        var watching = Watching(way, (profile * heightsM.Count) + height, sensors);
        return new()
        {
            Class = profiles[profile].Class,
            HeightM = heightsM[height],
            Miss = ways.Miss(way, looks, profiles[profile].SpeedMps),
            Way = way.ConvertAll(grid.Area.Centre),
            SegmentFrom = from,
            SegmentTo = to,
            Watchers = watching,
            Why = words.Why(profiles[profile], heightsM[height], way.Count * grid.Area.CellM, watching, sensors),
        };
    }

    private static List<SensorId> Watching(List<int> way, int layer, IReadOnlyList<Watcher> sensors)
    {
        var seen = new List<(SensorId Sensor, double Sum)>();
        foreach (var sensor in sensors)
        {
            if (sensor.Coverage.Share <= 0) continue;
            var sum = 0.0;
            foreach (var cell in way) sum += sensor.At(cell, layer);
            if (sum > 0) seen.Add((sensor.Coverage.Sensor, sum));
        }

        return seen.OrderByDescending(static s => s.Sum).ThenBy(static s => s.Sensor).Take(Told).Select(static s => s.Sensor).ToList();
    }

    /// <summary>The layer as it would be if this sensor worked as it should.</summary>
    private CoverageLayer Restore(CoverageLayer now, Watcher sensor, int layer)
    {
        var whole = new CoverageLayer(restored, restoredWeighted, DetectionUse.Of(profiles[layer / heightsM.Count]));
        now.CopyTo(whole);
        for (var k = 0; k < sensor.Footprint.Count; k++)
        {
            var detection = sensor.Footprint.Detection(k)[layer];
            if (detection <= 0) continue;
            var counted = sensor.Coverage.Sectors[sensor.Footprint.Sector(k)] * detection;
            if (counted > 0) whole.Add(sensor.Footprint.Cell(k), counted, sensor.Footprint.PeriodS, -1);
            whole.Add(sensor.Footprint.Cell(k), detection, sensor.Footprint.PeriodS);
        }

        return whole;
    }

    private int IndexOf(ObjectClass c)
    {
        for (var p = 0; p < profiles.Count; p++)
            if (profiles[p].Class == c) return p;
        return -1;
    }

    private int IndexOf(double heightM)
    {
        for (var h = 0; h < heightsM.Count; h++)
            if (heightsM[h] == heightM) return h;
        return -1;
    }
}
