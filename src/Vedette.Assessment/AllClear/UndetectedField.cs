using Vedette.Air;
using Vedette.Assessment.Coverage;

namespace Vedette.Assessment.AllClear;

/// <summary>
/// Expected number of objects that nobody has seen, over cells, heights and profiles: they flow in where objects come from, at an assumed
/// rate, are carried towards what is protected, thinned by what the sensors would confirm, and gone after their endurance. After an
/// outage it grows, after the recovery it collapses. Only ratios to the inflow mean something; the inflow is policy.
/// </summary>
internal sealed class UndetectedField
{
    /// <summary>Share of the motion that goes straight on; the rest spreads to the sides.</summary>
    private const double Straight = 0.7;

    /// <summary>Mean time that an object flies about inside before it has landed, fallen or left, s.</summary>
    private const double EnduranceInsideS = 1800;

    private readonly CoverageGrid grid;
    private readonly IReadOnlyList<ObjectProfile> profiles;
    private readonly int heights, starts;
    private readonly double[] density;
    private readonly double[] moved;
    private readonly int[] ahead;

    public UndetectedField(CoverageGrid grid, IReadOnlyList<ObjectProfile> profiles, int heights)
    {
        (this.grid, this.profiles, this.heights) = (grid, profiles, heights);
        density = new double[profiles.Count * heights * grid.Area.Cells];
        moved = new double[grid.Area.Cells];
        starts = grid.Start.Count(static s => s);
        ahead = Ahead(grid);
    }

    /// <summary>Carries everything on by a time.</summary>
    public void Advance(CoverageMap map, double perHour, double seconds)
    {
        if (starts == 0) return;
        var inflow = perHour / 3600 * seconds / (starts * heights);
        for (var p = 0; p < profiles.Count; p++)
        {
            if (profiles[p].Transponder) continue;
            for (var h = 0; h < heights; h++) Advance(Layer(p, h), map.Layer(p, h), inflow, profiles[p].SpeedMps, seconds);
        }
    }

    /// <summary>Expected number of one profile in some cells, over all heights.</summary>
    public double Expected(int profile, bool[] cells)
    {
        var sum = 0.0;
        for (var h = 0; h < heights; h++)
        {
            var layer = Layer(profile, h);
            for (var cell = 0; cell < cells.Length; cell++)
                if (cells[cell]) sum += layer[cell];
        }

        return sum;
    }

    /// <summary>The whole field, layer after layer.</summary>
    public float[] Copy()
    {
        var copy = new float[density.Length];
        for (var i = 0; i < copy.Length; i++) copy[i] = (float)density[i];
        return copy;
    }

    private Span<double> Layer(int profile, int height) => density.AsSpan(((profile * heights) + height) * grid.Area.Cells, grid.Area.Cells);

    private void Advance(Span<double> layer, CoverageLayer looks, double inflow, double speedMps, double seconds)
    {
        // Upwind: no more may leave a cell than is in it.
        var share = Math.Min(speedMps * seconds / grid.Area.CellM, 1);
        Array.Clear(moved);
        for (var cell = 0; cell < moved.Length; cell++)
        {
            var here = layer[cell] + (grid.Start[cell] ? inflow : 0);
            if (here < 1e-15) continue;
            here *= Math.Exp(-ConfirmationHazard.Of(looks[cell]) * seconds);
            if (grid.Inside[cell]) moved[cell] += here * Math.Exp(-seconds / EnduranceInsideS);
            else Carry(cell, here, share);
        }

        moved.CopyTo(layer);
    }

    private void Carry(int cell, double here, double share)
    {
        moved[cell] += here * (1 - share);
        var on = ahead[cell];
        if (on < 0) return;
        moved[on] += here * share * Straight;
        var columns = grid.Area.Columns;
        var (dr, dc) = ((on / columns) - (cell / columns), (on % columns) - (cell % columns));
        Spread(cell, dr == 0 ? 1 : dr, dr == 0 ? dc : dc == 0 ? 1 : 0, here * share * (1 - Straight) / 2, on);
        Spread(cell, dr == 0 ? -1 : dc == 0 ? dr : 0, dr == 0 ? dc : dc == 0 ? -1 : dc, here * share * (1 - Straight) / 2, on);
    }

    private void Spread(int cell, int dr, int dc, double mass, int instead)
    {
        var columns = grid.Area.Columns;
        var (r, c) = ((cell / columns) + dr, (cell % columns) + dc);
        var to = r < 0 || r >= grid.Area.Rows || c < 0 || c >= columns || !(grid.Open[(r * columns) + c] || grid.Inside[(r * columns) + c]) ? instead : (r * columns) + c;
        moved[to] += mass;
    }

    /// <summary>The neighbour nearest to what is protected, -1 where none is nearer.</summary>
    private static int[] Ahead(CoverageGrid grid)
    {
        var distance = grid.DistanceTo(grid.Inside);
        var nearer = new int[grid.Area.Cells];
        Span<int> next = stackalloc int[8];
        Span<double> away = stackalloc double[8];
        for (var cell = 0; cell < nearer.Length; cell++)
        {
            nearer[cell] = -1;
            var best = distance[cell];
            for (var n = grid.Neighbours(cell, next, away) - 1; n >= 0; n--)
            {
                if (distance[next[n]] >= best || !(grid.Open[next[n]] || grid.Inside[next[n]])) continue;
                (nearer[cell], best) = (next[n], distance[next[n]]);
            }
        }

        return nearer;
    }
}
