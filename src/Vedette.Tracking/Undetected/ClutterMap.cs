using Vedette.Kernel.Geodesy;

namespace Vedette.Tracking.Undetected;

/// <summary>
/// Density of false plots of one sensor over the ground, learned: plots that no confirmed track explains raise the density of their
/// cell, which fades again over a minute or two. Birds and weather thus stop starting tracks where they are and nowhere else.
/// </summary>
public sealed class ClutterMap
{
    private const double CellM = 1500;
    private const double MemoryLooks = 20;

    private readonly int side;
    private readonly Cell[] cells;
    private readonly double uniform;
    private readonly double periodS;

    /// <summary>What has been learned of a cell, as of the look that it was last touched in.</summary>
    private struct Cell
    {
        public float Weight, TouchedLook;
    }

    /// <param name="maxRangeM">Half the side of the square that is kept.</param>
    /// <param name="uniformDensity">False plots per m² and look where nothing has been learned.</param>
    /// <param name="periodS">Time between looks, s.</param>
    public ClutterMap(double maxRangeM, double uniformDensity, double periodS)
    {
        side = Math.Clamp((int)Math.Ceiling(2 * maxRangeM / CellM), 4, 512);
        cells = new Cell[side * side];
        uniform = uniformDensity;
        this.periodS = periodS;
    }

    /// <summary>False plots per m² and look at a place (east, north of the sensor).</summary>
    public double Density(double eastM, double northM, double timeS)
    {
        var look = timeS / periodS;
        double column = ColumnOf(eastM) - 0.5, row = ColumnOf(northM) - 0.5;
        int c = (int)Math.Floor(column), r = (int)Math.Floor(row);
        double fc = column - c, fr = row - r;
        var learned = ((1 - fr) * (((1 - fc) * Faded(c, r, look)) + (fc * Faded(c + 1, r, look))))
            + (fr * (((1 - fc) * Faded(c, r + 1, look)) + (fc * Faded(c + 1, r + 1, look))));
        return uniform + (learned / (MemoryLooks * CellM * CellM));
    }

    /// <summary>Takes a plot that with probability <paramref name="falseProbability"/> belongs to no confirmed track.</summary>
    public void Learn(double eastM, double northM, double timeS, double falseProbability)
    {
        var look = timeS / periodS;
        double column = ColumnOf(eastM) - 0.5, row = ColumnOf(northM) - 0.5;
        int c = (int)Math.Floor(column), r = (int)Math.Floor(row);
        double fc = column - c, fr = row - r;
        Put(c, r, look, falseProbability * (1 - fc) * (1 - fr));
        Put(c + 1, r, look, falseProbability * fc * (1 - fr));
        Put(c, r + 1, look, falseProbability * (1 - fc) * fr);
        Put(c + 1, r + 1, look, falseProbability * fc * fr);
    }

    private double ColumnOf(double offsetM) => (offsetM / CellM) + (side / 2.0);

    private double Faded(int column, int row, double look)
    {
        if ((uint)column >= (uint)side || (uint)row >= (uint)side) return 0;
        ref readonly var cell = ref cells[(row * side) + column];
        return cell.Weight == 0 ? 0 : cell.Weight * Math.Exp(Math.Min(0, (cell.TouchedLook - look) / MemoryLooks));
    }

    private void Put(int column, int row, double look, double amount)
    {
        if ((uint)column >= (uint)side || (uint)row >= (uint)side) return;
        ref var cell = ref cells[(row * side) + column];
        cell.Weight = (float)(Faded(column, row, look) + amount);
        cell.TouchedLook = (float)Math.Max(look, cell.TouchedLook);
    }

    /// <summary>East and north of the sensor as the map counts them.</summary>
    public static (double East, double North) Offset(in EnuFrame site, in Ecef place)
    {
        var local = site.ToLocal(place);
        return (local.East, local.North);
    }
}
