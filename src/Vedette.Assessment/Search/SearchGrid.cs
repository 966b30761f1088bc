namespace Vedette.Assessment.Search;

/// <summary>A square of cells around the last known place that carries probability, and coarsens by itself when that flies out of it.</summary>
internal sealed class SearchGrid
{
    private const int Side = 128;
    private const double FirstCellM = 200;

    private double[] mass = new double[Side * Side];
    private double[] scratch = new double[Side * Side];

    public double CellM { get; private set; } = FirstCellM;

    public double Total { get; private set; }

    /// <summary>Adds probability at a place, m east and north of the middle.</summary>
    public void Add(double east, double north, double share)
    {
        while (Math.Max(Math.Abs(east), Math.Abs(north)) >= ((Side / 2) - 3) * CellM) Coarsen();
        mass[Index(east, north)] += share;
        Total += share;
    }

    public void Clear()
    {
        Array.Clear(mass);
        Total = 0;
    }

    /// <summary>Takes over the size and the probability of another.</summary>
    public void Copy(SearchGrid other)
    {
        other.mass.CopyTo(mass, 0);
        (CellM, Total) = (other.CellM, other.Total);
    }

    /// <summary>
    /// The fewest cells that hold a share of the probability, smoothed over their neighbours, as outlines in metres east and north. Cells
    /// alike in probability are taken in their order.
    /// </summary>
    public (List<List<(double East, double North)>> Rings, double AreaM2, double ReachM) Region(double share)
    {
        Smooth();
        var order = new int[mass.Length];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(order, (a, b) => scratch[b] != scratch[a] ? scratch[b].CompareTo(scratch[a]) : a.CompareTo(b));
        var (held, count, reachM) = (0.0, 0, 0.0);
        var inside = new bool[mass.Length];
        foreach (var cell in order)
        {
            if (held >= share * Total || scratch[cell] <= 0) break;
            held += scratch[cell];
            inside[cell] = true;
            count++;
            double east = ((cell % Side) + 0.5 - (Side / 2)) * CellM, north = ((cell / Side) + 0.5 - (Side / 2)) * CellM;
            reachM = Math.Max(reachM, Math.Sqrt((east * east) + (north * north)) + (CellM / 2));
        }

        var rings = CellOutline.Of(inside, Side).ConvertAll(ring => ring.ConvertAll(p => ((p.Column - (Side / 2)) * CellM, (p.Row - (Side / 2)) * CellM)));
        return (rings, count * CellM * CellM, reachM);
    }

    private int Index(double east, double north) => (((int)Math.Floor(north / CellM) + (Side / 2)) * Side) + (int)Math.Floor(east / CellM) + (Side / 2);

    /// <summary>Four cells become one.</summary>
    private void Coarsen()
    {
        Array.Clear(scratch);
        for (var cell = 0; cell < mass.Length; cell++)
        {
            var (row, column) = ((cell / Side) - (Side / 2), (cell % Side) - (Side / 2));
            scratch[(((row >> 1) + (Side / 2)) * Side) + (column >> 1) + (Side / 2)] += mass[cell];
        }

        (mass, scratch) = (scratch, mass);
        CellM *= 2;
    }

    /// <summary>Samples stand for what lies about them: each is spread over five cells by five.</summary>
    private void Smooth()
    {
        Array.Clear(scratch);
        for (var cell = 0; cell < mass.Length; cell++)
        {
            if (mass[cell] <= 0) continue;
            var (row, column) = (cell / Side, cell % Side);
            for (var dr = -2; dr <= 2; dr++)
            {
                for (var dc = -2; dc <= 2; dc++)
                {
                    if (row + dr is < 0 or >= Side || column + dc is < 0 or >= Side) continue;
                    scratch[((row + dr) * Side) + column + dc] += mass[cell] * Weight(dr) * Weight(dc);
                }
            }
        }
    }

    /// <summary>Binomial, 1 4 6 4 1 of 16.</summary>
    private static double Weight(int off) => Math.Abs(off) switch { 0 => 0.375, 1 => 0.25, _ => 0.0625 };
}
