using Vedette.Air;
using Vedette.Assessment.Incursion;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Assessment.Coverage;

/// <summary>
/// The cells that matter: what is protected, where objects come from, and enough around both. Cells are about square and few enough that
/// everything over them is reckoned in a fraction of a second.
/// </summary>
internal sealed class CoverageGrid
{
    private const int MostCells = 5000;
    private const double LeastCellM = 400;
    private const double LeastMarginM = 20e3;
    private const double MostMarginM = 60e3;

    /// <summary>Origins further from what is protected than this are cut off.</summary>
    private const double FarthestOriginM = 250e3;

    /// <summary>Objects set out at least this far from what is protected: launched at the very edge nothing would be seen in time.</summary>
    private const double LeastRunM = 30e3;

    /// <summary>How far beyond an origin and what is protected a way may lead around.</summary>
    private const double MostDetourM = 60e3;

    private readonly List<(Airspace Airspace, bool[] Inside)> protectedOnes = [];

    public CoverageGrid(IReadOnlyList<Airspace> airspaces)
    {
        var watched = airspaces.Where(a => a.Role == AirspaceRole.Protected).ToList();
        var origins = airspaces.Where(a => a.Role == AirspaceRole.Origin).ToList();
        Area = watched.Count == 0 ? CoverageArea.None : Cover(watched, origins);
        Inside = new bool[Area.Cells];
        foreach (var airspace in watched)
        {
            var inside = CellsOf(airspace);
            protectedOnes.Add((airspace, inside));
            for (var cell = 0; cell < Inside.Length; cell++) Inside[cell] |= inside[cell];
        }

        (Start, Open) = Ways(origins);
    }

    public CoverageArea Area { get; }

    /// <summary>Cells of any protected airspace.</summary>
    public bool[] Inside { get; }

    /// <summary>Cells where objects set out.</summary>
    public bool[] Start { get; }

    /// <summary>Cells that a way may cross.</summary>
    public bool[] Open { get; }

    /// <summary>Each protected airspace and its cells.</summary>
    public IReadOnlyList<(Airspace Airspace, bool[] Inside)> Protected => protectedOnes;

    /// <summary>The neighbours of a cell and how many cell lengths away they are.</summary>
    public int Neighbours(int cell, Span<int> into, Span<double> away)
    {
        var (row, column) = (cell / Area.Columns, cell % Area.Columns);
        var n = 0;
        for (var dr = -1; dr <= 1; dr++)
        {
            for (var dc = -1; dc <= 1; dc++)
            {
                var (r, c) = (row + dr, column + dc);
                if ((dr == 0 && dc == 0) || r < 0 || r >= Area.Rows || c < 0 || c >= Area.Columns) continue;
                (into[n], away[n]) = ((r * Area.Columns) + c, dr != 0 && dc != 0 ? Math.Sqrt(2) : 1);
                n++;
            }
        }

        return n;
    }

    /// <summary>Cell lengths from each cell to the nearest of some cells (king's moves, diagonals longer).</summary>
    public double[] DistanceTo(bool[] cells)
    {
        var distance = new double[Area.Cells];
        var queue = new PriorityQueue<int, double>();
        for (var cell = 0; cell < distance.Length; cell++)
        {
            distance[cell] = cells[cell] ? 0 : double.PositiveInfinity;
            if (cells[cell]) queue.Enqueue(cell, 0);
        }

        Span<int> next = stackalloc int[8];
        Span<double> away = stackalloc double[8];
        while (queue.TryDequeue(out var cell, out var at))
        {
            if (at > distance[cell]) continue;
            for (var n = Neighbours(cell, next, away) - 1; n >= 0; n--)
            {
                if (at + away[n] >= distance[next[n]]) continue;
                distance[next[n]] = at + away[n];
                queue.Enqueue(next[n], distance[next[n]]);
            }
        }

        return distance;
    }

    private static CoverageArea Cover(List<Airspace> watched, List<Airspace> origins)
    {
        var box = Box.Of(watched);
        var mid = (box.South + box.North) / 2 * Angle.RadiansPerDegree;
        var degM = Angle.RadiansPerDegree * Wgs84.SemiMajorAxisM;
        var diagonalM = Math.Sqrt(Math.Pow((box.North - box.South) * degM, 2) + Math.Pow((box.East - box.West) * degM * Math.Cos(mid), 2));
        var marginM = Math.Clamp(diagonalM / 4, LeastMarginM, MostMarginM);
        var reach = box.Grown(FarthestOriginM / degM, FarthestOriginM / (degM * Math.Cos(mid)));
        var all = box.Grown(marginM / degM, marginM / (degM * Math.Cos(mid)));
        if (origins.Count > 0) all = all.With(Box.Of(origins).Within(reach));
        var (heightM, widthM) = ((all.North - all.South) * degM, (all.East - all.West) * degM * Math.Cos(mid));
        var cellM = Math.Max(Math.Sqrt(heightM * widthM / MostCells), LeastCellM);
        var (rows, columns) = ((int)Math.Ceiling(heightM / cellM), (int)Math.Ceiling(widthM / cellM));
        return new(all.South, all.West, (all.North - all.South) / rows, (all.East - all.West) / columns, rows, columns);
    }

    /// <summary>Cells whose centre is inside, and those with a corner of the airspace: a small one must not fall between the centres.</summary>
    private bool[] CellsOf(Airspace airspace)
    {
        var volume = new AirspaceVolume(airspace);
        var inside = new bool[Area.Cells];
        for (var cell = 0; cell < inside.Length; cell++)
        {
            var (x, y) = volume.ToPlane(Area.Centre(cell));
            inside[cell] = volume.Contains(x, y);
        }

        foreach (var vertex in airspace.Polygons.SelectMany(static polygon => polygon[0]))
            if (Area.CellOf(vertex) is >= 0 and var cell) inside[cell] = true;
        return inside;
    }

    /// <summary>Where no origin is told, objects may come over the rim of the grid from anywhere.</summary>
    private (bool[] Start, bool[] Open) Ways(List<Airspace> origins)
    {
        var start = new bool[Area.Cells];
        var open = new bool[Area.Cells];
        if (origins.Count == 0)
        {
            for (var cell = 0; cell < start.Length; cell++)
                (start[cell], open[cell]) = (IsRim(cell) && !Inside[cell], true);
            return (start, open);
        }

        var origin = new bool[Area.Cells];
        foreach (var airspace in origins)
        {
            var cells = CellsOf(airspace);
            for (var cell = 0; cell < origin.Length; cell++) origin[cell] |= cells[cell] && !Inside[cell];
        }

        var toProtected = DistanceTo(Inside);
        var toOrigin = DistanceTo(origin);
        var farthest = 0.0;
        for (var cell = 0; cell < origin.Length; cell++)
            if (origin[cell]) farthest = Math.Max(farthest, toProtected[cell]);
        var run = Math.Min(LeastRunM / Area.CellM, farthest);
        for (var cell = 0; cell < start.Length; cell++)
        {
            start[cell] = origin[cell] && toProtected[cell] >= run;
            open[cell] = toOrigin[cell] * Area.CellM <= MostDetourM;
        }

        return (start, open);
    }

    private bool IsRim(int cell)
    {
        var (row, column) = (cell / Area.Columns, cell % Area.Columns);
        return row == 0 || column == 0 || row == Area.Rows - 1 || column == Area.Columns - 1;
    }

    /// <summary>Degrees.</summary>
    private readonly record struct Box(double South, double West, double North, double East)
    {
        public static Box Of(List<Airspace> airspaces)
        {
            var box = new Box(90, 180, -90, -180);
            foreach (var v in airspaces.SelectMany(static a => a.Polygons).SelectMany(static polygon => polygon[0]))
                box = new(Math.Min(box.South, v.LatitudeDeg), Math.Min(box.West, v.LongitudeDeg), Math.Max(box.North, v.LatitudeDeg), Math.Max(box.East, v.LongitudeDeg));
            return box;
        }

        public Box Grown(double latDeg, double lonDeg) => new(South - latDeg, West - lonDeg, North + latDeg, East + lonDeg);

        public Box With(Box other) => new(Math.Min(South, other.South), Math.Min(West, other.West), Math.Max(North, other.North), Math.Max(East, other.East));

        public Box Within(Box other) => new(Math.Max(South, other.South), Math.Max(West, other.West), Math.Min(North, other.North), Math.Min(East, other.East));
    }
}
