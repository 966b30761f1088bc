namespace Vedette.Assessment.Incursion;

/// <summary>
/// Edges of closed rings in a plane, m, under a grid of square cells, so that containment, the next crossing along a ray and the
/// nearest edge cost a few cells rather than all edges. A point is inside by the even-odd rule. Edges must be short
/// beside the whole (the maker splits long ones).
/// </summary>
internal sealed class BoundaryGrid
{
    /// <summary>Cells along the longer side: about as many as there are edges, since finer cells are only more of them to search.</summary>
    private const int FewestCells = 24;

    private const int MostCells = 192;

    /// <summary>So few edges are all looked at sooner than the cells around a point from afar.</summary>
    private const int FewEdges = 64;

    /// <summary>So near the boundary, in king's moves, the nearest edge differs much within a cell.</summary>
    private const int ExactMoves = 1;

    private readonly double[] ax, ay, bx, by;
    private readonly double x0, y0, x1, y1, cellM, perCellM;
    private readonly int columns, rows;

    /// <summary>Edges of cell c are <c>edges[first[c] .. first[c + 1]]</c>.</summary>
    private readonly int[] first, edges;

    /// <summary>Whether the cell's centre is inside; holds for the whole of a cell without edges.</summary>
    private readonly bool[] centreInside;

    /// <summary>King's moves to the nearest cell with an edge.</summary>
    private readonly ushort[] moves;

    /// <summary>For a cell, the edge nearest to its centre, plus one; nought where nobody has asked yet.</summary>
    private readonly int[] nearestEdge;

    /// <summary>Edge i runs from (ax[i], ay[i]) to (bx[i], by[i]). The arrays are kept.</summary>
    public BoundaryGrid(double[] ax, double[] ay, double[] bx, double[] by)
    {
        (this.ax, this.ay, this.bx, this.by) = (ax, ay, bx, by);
        var (width, height) = (ax.Max() - ax.Min(), ay.Max() - ay.Min());
        cellM = Math.Max(Math.Max(width, height) / Math.Clamp(ax.Length / 2, FewestCells, MostCells), 1);
        (x0, y0) = (ax.Min() - cellM, ay.Min() - cellM);
        columns = (int)(width / cellM) + 3;
        rows = (int)(height / cellM) + 3;
        (x1, y1, perCellM) = (x0 + (columns * cellM), y0 + (rows * cellM), 1 / cellM);
        (first, edges) = FileEdges();
        centreInside = FillInside();
        moves = SpreadMoves();
        nearestEdge = new int[columns * rows];
    }

    public int EdgeCount => ax.Length;

    public bool Contains(double x, double y)
    {
        if (!TryCell(x, y, out var column, out var row)) return false;
        var cell = (row * columns) + column;
        var inside = centreInside[cell];
        var (cx, cy) = (x0 + ((column + 0.5) * cellM), y0 + ((row + 0.5) * cellM));
        for (var k = first[cell]; k < first[cell + 1]; k++)
            if (Crossing(edges[k], cx, cy, x - cx, y - cy) is >= 0 and < 1) inside = !inside;
        return inside;
    }

    /// <summary>
    /// Distance (m) along the unit direction (<paramref name="dx"/>, <paramref name="dy"/>) to the first crossing beyond
    /// <paramref name="fromM"/>, and its edge. Infinite and -1 where there is none within <paramref name="lengthM"/>.
    /// </summary>
    public (double AtM, int Edge) NextCrossing(double x, double y, double dx, double dy, double fromM, double lengthM)
    {
        if (IsBeside(x + (dx * fromM), y + (dy * fromM), x + (dx * lengthM), y + (dy * lengthM))) return (double.PositiveInfinity, -1);
        var (perDx, perDy) = (1 / dx, 1 / dy);
        var s = fromM;
        while (s < lengthM)
        {
            var (px, py) = (x + (dx * s), y + (dy * s));
            if (!TryCell(px, py, out var column, out var row))
            {
                var entry = EnterGrid(px, py, perDx, perDy);
                if (double.IsInfinity(entry)) break;
                s += entry;
                continue;
            }

            var cell = (row * columns) + column;
            var clearM = (moves[cell] - 1) * cellM;
            if (s + clearM >= lengthM) break;
            var exit = ExitCell(px, py, perDx, perDy, column, row);
            if (moves[cell] == 0)
            {
                var (atM, edge) = FirstIn(cell, x, y, dx, dy, fromM, s + exit);
                if (edge >= 0) return atM <= lengthM ? (atM, edge) : (double.PositiveInfinity, -1);
            }

            s += Math.Max(exit, clearM);
        }

        return (double.PositiveInfinity, -1);
    }

    /// <summary>The nearest point of the boundary: distance (m), edge, and how far along it, 0 to 1.</summary>
    public (double DistanceM, int Edge, double Along) Nearest(double x, double y)
    {
        var best = (Square: double.PositiveInfinity, Edge: -1, Along: 0.0);
        if (ax.Length <= FewEdges)
        {
            for (var edge = 0; edge < ax.Length; edge++) Compare(edge, x, y, ref best);
            return (Math.Sqrt(best.Square), best.Edge, best.Along);
        }

        var (column, row, outsideSquare) = NearestCell(x, y);
        for (int ring = moves[(row * columns) + column]; ring <= columns + rows; ring++)
        {
            var clearM = Math.Max(ring - 1, 0) * cellM;
            if (best.Square <= outsideSquare + (clearM * clearM)) break;
            SearchRing(column, row, ring, x, y, ref best);
        }

        return (Math.Sqrt(best.Square), best.Edge, best.Along);
    }

    /// <summary>
    /// The same, but where the boundary is some cells away it is the edge nearest to the middle of the point's cell: found once for each cell, for
    /// those who ask often and need no more than where the boundary is and how it runs.
    /// </summary>
    public (double DistanceM, int Edge, double Along) Near(double x, double y)
    {
        var (column, row, _) = NearestCell(x, y);
        var cell = (row * columns) + column;
        if (moves[cell] <= ExactMoves) return Nearest(x, y);
        if (nearestEdge[cell] == 0) nearestEdge[cell] = Nearest(x0 + ((column + 0.5) * cellM), y0 + ((row + 0.5) * cellM)).Edge + 1;
        var best = (Square: double.PositiveInfinity, Edge: -1, Along: 0.0);
        Compare(nearestEdge[cell] - 1, x, y, ref best);
        return (Math.Sqrt(best.Square), best.Edge, best.Along);
    }

    /// <summary>The point so far along an edge, 0 to 1.</summary>
    public (double X, double Y) Point(int edge, double along) =>
        (ax[edge] + (along * (bx[edge] - ax[edge])), ay[edge] + (along * (by[edge] - ay[edge])));

    /// <summary>A distance, m, within which there is surely no boundary; found without a search.</summary>
    public double ClearM(double x, double y) => Math.Sqrt(ClearSquare(x, y));

    /// <summary>True where there is surely no boundary within a distance, m, of a point.</summary>
    public bool IsClear(double x, double y, double withinM) => ClearSquare(x, y) > withinM * withinM;

    private double ClearSquare(double x, double y)
    {
        var (column, row, outsideSquare) = NearestCell(x, y);
        var clearM = Math.Max(moves[(row * columns) + column] - 1, 0) * cellM;
        return outsideSquare + (clearM * clearM);
    }

    /// <summary>
    /// The cell at or nearest to a point, and the square of the point's distance from the grid. The grid is convex: the square of a
    /// point's distance from anything in it is at least this plus that of the grid's nearest point.
    /// </summary>
    private (int Column, int Row, double OutsideSquare) NearestCell(double x, double y)
    {
        var (nearX, nearY) = (Math.Clamp(x, x0, x1), Math.Clamp(y, y0, y1));
        var (dx, dy) = (x - nearX, y - nearY);
        return (Math.Min((int)((nearX - x0) * perCellM), columns - 1), Math.Min((int)((nearY - y0) * perCellM), rows - 1), (dx * dx) + (dy * dy));
    }

    private void SearchRing(int column, int row, int ring, double x, double y, ref (double Square, int Edge, double Along) best)
    {
        var (left, right) = (Math.Max(column - ring, 0), Math.Min(column + ring, columns - 1));
        if (row - ring >= 0) SearchSide(left, row - ring, (1, 0), right - left, x, y, ref best);
        if (ring == 0) return;
        if (row + ring < rows) SearchSide(left, row + ring, (1, 0), right - left, x, y, ref best);
        var (bottom, top) = (Math.Max(row - ring + 1, 0), Math.Min(row + ring - 1, rows - 1));
        if (column - ring >= 0) SearchSide(column - ring, bottom, (0, 1), top - bottom, x, y, ref best);
        if (column + ring < columns) SearchSide(column + ring, bottom, (0, 1), top - bottom, x, y, ref best);
    }

    /// <summary>Looks at a cell and those beside it to the last one, but passes over as many as are sure to be far from every edge.</summary>
    private void SearchSide(int column, int row, (int Column, int Row) step, int last, double x, double y, ref (double Square, int Edge, double Along) best)
    {
        for (var i = 0; i <= last;)
        {
            var cell = ((row + (i * step.Row)) * columns) + column + (i * step.Column);
            for (var k = first[cell]; k < first[cell + 1]; k++) Compare(edges[k], x, y, ref best);
            i += Math.Max((int)moves[cell], 1);
        }
    }

    private void Compare(int edge, double x, double y, ref (double Square, int Edge, double Along) best)
    {
        var (ex, ey) = (bx[edge] - ax[edge], by[edge] - ay[edge]);
        var (px, py) = (x - ax[edge], y - ay[edge]);
        var along = Math.Clamp(((px * ex) + (py * ey)) / ((ex * ex) + (ey * ey)), 0, 1);
        var (qx, qy) = (px - (along * ex), py - (along * ey));
        var square = (qx * qx) + (qy * qy);
        if (square < best.Square || (square == best.Square && edge < best.Edge)) best = (square, edge, along);
    }

    private bool TryCell(double x, double y, out int column, out int row)
    {
        var (u, v) = ((x - x0) * perCellM, (y - y0) * perCellM);
        if (!(u >= 0 && v >= 0 && u < columns && v < rows))
        {
            (column, row) = (-1, -1);
            return false;
        }

        (column, row) = ((int)u, (int)v);
        return true;
    }

    private (double AtM, int Edge) FirstIn(int cell, double x, double y, double dx, double dy, double fromM, double untilM)
    {
        var (atM, nearest) = (double.PositiveInfinity, -1);
        for (var k = first[cell]; k < first[cell + 1]; k++)
        {
            var s = Crossing(edges[k], x, y, dx, dy);
            if (s > fromM && s <= untilM && s < atM) (atM, nearest) = (s, edges[k]);
        }

        return (atM, nearest);
    }

    /// <summary>Where the line from (x, y) along (dx, dy) crosses an edge, in units of (dx, dy); NaN where it does not.</summary>
    private double Crossing(int edge, double x, double y, double dx, double dy)
    {
        // Sides of the line; "on it" counts as left, so that a line through a vertex crosses exactly one of its two edges or neither.
        var sideA = (dx * (ay[edge] - y)) - (dy * (ax[edge] - x));
        var sideB = (dx * (by[edge] - y)) - (dy * (bx[edge] - x));
        if (sideA >= 0 == sideB >= 0) return double.NaN;
        var along = sideA / (sideA - sideB);
        var (qx, qy) = (ax[edge] + (along * (bx[edge] - ax[edge])) - x, ay[edge] + (along * (by[edge] - ay[edge])) - y);
        return ((qx * dx) + (qy * dy)) / ((dx * dx) + (dy * dy));
    }

    /// <summary>Both ends of a way lie off the same side of the grid: it cannot touch it.</summary>
    private bool IsBeside(double fromX, double fromY, double toX, double toY) =>
        (fromX < x0 && toX < x0) || (fromX > x1 && toX > x1) || (fromY < y0 && toY < y0) || (fromY > y1 && toY > y1);

    /// <summary>Distance from a point outside the grid to where a ray enters it; infinite if never.</summary>
    /// <param name="perDx">One over the direction's part along x; with <paramref name="perDy"/>, infinite for a ray along the other axis.</param>
    private double EnterGrid(double x, double y, double perDx, double perDy)
    {
        var (nearX, farX) = Slab(x, perDx, x0, x1);
        var (nearY, farY) = Slab(y, perDy, y0, y1);
        var (near, far) = (Math.Max(nearX, nearY), Math.Min(farX, farY));
        if (!(near <= far && far > 0)) return double.PositiveInfinity;
        return Math.Max(near, 0) + (cellM * 1e-6);
    }

    private static (double Near, double Far) Slab(double p, double perD, double low, double high)
    {
        if (double.IsInfinity(perD)) return p >= low && p < high ? (double.NegativeInfinity, double.PositiveInfinity) : (double.PositiveInfinity, double.NegativeInfinity);
        var (a, b) = ((low - p) * perD, (high - p) * perD);
        return a < b ? (a, b) : (b, a);
    }

    /// <summary>Distance along the ray from a point in a cell to just beyond the cell.</summary>
    private double ExitCell(double x, double y, double perDx, double perDy, int column, int row)
    {
        var exitX = double.IsInfinity(perDx) ? double.PositiveInfinity : (x0 + ((perDx > 0 ? column + 1 : column) * cellM) - x) * perDx;
        var exitY = double.IsInfinity(perDy) ? double.PositiveInfinity : (y0 + ((perDy > 0 ? row + 1 : row) * cellM) - y) * perDy;
        return Math.Max(Math.Min(exitX, exitY), 0) + (cellM * 1e-6);
    }

    private (int[] First, int[] Edges) FileEdges()
    {
        var count = new int[(columns * rows) + 1];
        ForEachCellOfEveryEdge((cell, _) => count[cell + 1]++);
        for (var c = 1; c < count.Length; c++) count[c] += count[c - 1];
        var next = count.AsSpan().ToArray();
        var filed = new int[count[^1]];
        ForEachCellOfEveryEdge((cell, edge) => filed[next[cell]++] = edge);
        return (count, filed);
    }

    /// <summary>Every cell that an edge touches, with a hair's breadth around it so that rounding loses none.</summary>
    private void ForEachCellOfEveryEdge(Action<int, int> visit)
    {
        var slack = cellM * 1e-5;
        for (var e = 0; e < ax.Length; e++)
        {
            var left = (int)((Math.Min(ax[e], bx[e]) - slack - x0) / cellM);
            var right = (int)((Math.Max(ax[e], bx[e]) + slack - x0) / cellM);
            var bottom = (int)((Math.Min(ay[e], by[e]) - slack - y0) / cellM);
            var top = (int)((Math.Max(ay[e], by[e]) + slack - y0) / cellM);
            for (var row = bottom; row <= top; row++)
                for (var column = left; column <= right; column++)
                    if (Touches(e, column, row, slack)) visit((row * columns) + column, e);
        }
    }

    /// <summary>Separating axis test of the edge's line against a cell whose box its bounding box already overlaps.</summary>
    private bool Touches(int e, int column, int row, double slack)
    {
        var (nx, ny) = (by[e] - ay[e], ax[e] - bx[e]);
        var (cx, cy) = (x0 + ((column + 0.5) * cellM), y0 + ((row + 0.5) * cellM));
        var offset = Math.Abs((nx * (cx - ax[e])) + (ny * (cy - ay[e])));
        return offset <= ((cellM / 2) + slack) * (Math.Abs(nx) + Math.Abs(ny));
    }

    /// <summary>Scan line through the cell centres of each row.</summary>
    private bool[] FillInside()
    {
        var inside = new bool[columns * rows];
        var crossings = new List<double>();
        for (var row = 0; row < rows; row++)
        {
            var y = y0 + ((row + 0.5) * cellM);
            crossings.Clear();
            for (var e = 0; e < ax.Length; e++)
                if (ay[e] > y != by[e] > y) crossings.Add(ax[e] + ((y - ay[e]) / (by[e] - ay[e]) * (bx[e] - ax[e])));
            crossings.Sort();
            var passed = 0;
            for (var column = 0; column < columns; column++)
            {
                while (passed < crossings.Count && crossings[passed] <= x0 + ((column + 0.5) * cellM)) passed++;
                inside[(row * columns) + column] = passed % 2 == 1;
            }
        }

        return inside;
    }

    /// <summary>Chessboard distance transform in two passes (Rosenfeld and Pfaltz, 1966).</summary>
    private ushort[] SpreadMoves()
    {
        var m = new ushort[columns * rows];
        for (var cell = 0; cell < m.Length; cell++) m[cell] = first[cell + 1] > first[cell] ? (ushort)0 : ushort.MaxValue;
        for (var cell = 0; cell < m.Length; cell++) Relax(m, cell, -1);
        for (var cell = m.Length - 1; cell >= 0; cell--) Relax(m, cell, 1);
        return m;
    }

    private void Relax(ushort[] m, int cell, int side)
    {
        var (row, column) = (cell / columns, cell % columns);
        var lowest = (int)m[cell];
        for (var c = Math.Max(column - 1, 0); c <= Math.Min(column + 1, columns - 1); c++)
            if (row + side >= 0 && row + side < rows) lowest = Math.Min(lowest, m[((row + side) * columns) + c] + 1);
        if (column + side >= 0 && column + side < columns) lowest = Math.Min(lowest, m[cell + side] + 1);
        m[cell] = (ushort)lowest;
    }
}
