using Vedette.Assessment.Coverage;
using Vedette.Kernel.Geodesy;

namespace Vedette.Assessment.AllClear;

/// <summary>
/// The ways into what is protected on which an object of one profile at one height is most probably missed: shortest paths from where
/// objects set out, where the length of a step is the confirmation hazard times the time it takes (Dijkstra 1959).
/// </summary>
internal sealed class WeakestWays(CoverageGrid grid)
{
    private readonly double[] cost = new double[grid.Area.Cells];
    private readonly int[] cameFrom = new int[grid.Area.Cells];
    private readonly double[] hazard = new double[grid.Area.Cells];
    private readonly PriorityQueue<int, double> queue = new();
    private readonly Confirmation confirmation = new();

    /// <summary>Finds the ways for one profile at one height.</summary>
    public void Find(CoverageLayer looks, double speedMps)
    {
        var stepS = grid.Area.CellM / speedMps;
        for (var cell = 0; cell < hazard.Length; cell++)
        {
            hazard[cell] = (ConfirmationHazard.Of(looks[cell]) * stepS) + LengthWeight;
            (cost[cell], cameFrom[cell]) = (double.PositiveInfinity, -1);
            if (!grid.Start[cell]) continue;
            cost[cell] = 0;
            queue.Enqueue(cell, 0);
        }

        Span<int> next = stackalloc int[8];
        Span<double> away = stackalloc double[8];
        while (queue.TryDequeue(out var cell, out var at))
        {
            // Nobody needs to know what happens after the entry.
            if (at > cost[cell] || grid.Inside[cell]) continue;
            for (var n = grid.Neighbours(cell, next, away) - 1; n >= 0; n--)
            {
                var to = next[n];
                var there = at + (away[n] * 0.5 * (hazard[cell] + hazard[to]));
                if (!grid.Open[to] && !grid.Inside[to] || there >= cost[to]) continue;
                (cost[to], cameFrom[to]) = (there, cell);
                queue.Enqueue(to, there);
            }
        }
    }

    /// <summary>Among ways that are missed alike, the shortest: a hundred cells cost one percent.</summary>
    private const double LengthWeight = 1e-4;

    /// <summary>The cells of the weakest way into some cells, from its start to its entry; empty where there is none.</summary>
    public List<int> WayInto(bool[] inside)
    {
        var entry = -1;
        for (var cell = 0; cell < inside.Length; cell++)
            if (inside[cell] && cameFrom[cell] >= 0 && (entry < 0 || cost[cell] < cost[entry])) entry = cell;
        var way = new List<int>();
        for (var cell = entry; cell >= 0; cell = cameFrom[cell]) way.Add(cell);
        way.Reverse();
        return way;
    }

    /// <summary>The stretch of entries around the weakest one that are at least half as weak: its ends, by the way along the edge.</summary>
    public (Geodetic From, Geodetic To) Stretch(bool[] inside, int entry)
    {
        var limit = cost[entry] + Math.Log(2);
        var reached = new HashSet<int> { entry };
        var waiting = new Queue<int>();
        waiting.Enqueue(entry);
        Span<int> next = stackalloc int[8];
        Span<double> away = stackalloc double[8];
        while (waiting.TryDequeue(out var cell))
        {
            for (var n = grid.Neighbours(cell, next, away) - 1; n >= 0; n--)
                if (inside[next[n]] && cameFrom[next[n]] >= 0 && cost[next[n]] <= limit && reached.Add(next[n])) waiting.Enqueue(next[n]);
        }

        var ends = reached.Order().ToList();
        var (from, to, best) = (entry, entry, -1.0);
        foreach (var a in ends)
        {
            var far = Distance(entry, a);
            if (far > best) (from, best) = (a, far);
        }

        best = -1;
        foreach (var b in ends)
        {
            var far = Distance(from, b);
            if (far > best) (to, best) = (b, far);
        }

        return (grid.Area.Centre(from), grid.Area.Centre(to));
    }

    /// <summary>Probability that nothing is confirmed along a way, by the chain of detections itself rather than its hazard.</summary>
    public double Miss(List<int> way, CoverageLayer looks, double speedMps)
    {
        confirmation.Begin();
        for (var i = 1; i < way.Count; i++)
        {
            var lengthM = Distance(way[i - 1], way[i]);
            confirmation.Stay(LookRate.Between(looks[way[i - 1]], looks[way[i]]), lengthM / speedMps);
        }

        return confirmation.Missed;
    }

    private double Distance(int a, int b)
    {
        var columns = grid.Area.Columns;
        double dr = (a / columns) - (b / columns), dc = (a % columns) - (b % columns);
        return Math.Sqrt((dr * dr) + (dc * dc)) * grid.Area.CellM;
    }
}
