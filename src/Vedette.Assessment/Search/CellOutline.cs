namespace Vedette.Assessment.Search;

/// <summary>The outlines of a set of cells of a square grid: walks along its edges with the cells on the left hand.</summary>
internal static class CellOutline
{
    /// <summary>East, north, west, south.</summary>
    private static readonly (int Column, int Row)[] Steps = [(1, 0), (0, 1), (-1, 0), (0, -1)];

    /// <summary>Rings of corners, in cell lengths from the lower left corner of the grid, corners cut; outlines of holes are left out.</summary>
    public static List<List<(double Column, double Row)>> Of(bool[] inside, int side)
    {
        var walked = new bool[inside.Length];
        var rings = new List<List<(double Column, double Row)>>();
        for (var cell = 0; cell < inside.Length; cell++)
        {
            // A southern edge that nobody has walked yet begins a ring; the first met of a ring is one of its outermost.
            if (walked[cell] || !inside[cell] || IsInside(inside, side, cell % side, (cell / side) - 1)) continue;
            var ring = Walk(inside, side, cell, walked);
            if (IsLeftHanded(ring)) rings.Add(Cut(ring));
        }

        return rings;
    }

    private static List<(int Column, int Row)> Walk(bool[] inside, int side, int cell, bool[] walked)
    {
        var ring = new List<(int Column, int Row)>();
        var start = (Column: cell % side, Row: cell / side);
        var (at, heading) = (start, 0);
        do
        {
            if (heading == 0 && IsInside(inside, side, at.Column, at.Row)) walked[(at.Row * side) + at.Column] = true;
            at = (at.Column + Steps[heading].Column, at.Row + Steps[heading].Row);
            var turned = Turn(inside, side, at, heading);
            if (turned != heading) ring.Add(at);
            heading = turned;
        }
        while (at != start || heading != 0);
        return ring;
    }

    /// <summary>At a corner: right where the cell ahead on the right is ours too, straight on along ours, else left.</summary>
    private static int Turn(bool[] inside, int side, (int Column, int Row) at, int heading)
    {
        var (left, right) = heading switch
        {
            0 => ((at.Column, at.Row), (at.Column, at.Row - 1)),
            1 => ((at.Column - 1, at.Row), (at.Column, at.Row)),
            2 => ((at.Column - 1, at.Row - 1), (at.Column - 1, at.Row)),
            _ => ((at.Column, at.Row - 1), (at.Column - 1, at.Row - 1)),
        };
        if (!IsInside(inside, side, left.Item1, left.Item2)) return (heading + 1) % 4;
        return IsInside(inside, side, right.Item1, right.Item2) ? (heading + 3) % 4 : heading;
    }

    private static bool IsInside(bool[] inside, int side, int column, int row) =>
        column >= 0 && column < side && row >= 0 && row < side && inside[(row * side) + column];

    private static bool IsLeftHanded(List<(int Column, int Row)> ring)
    {
        var twice = 0;
        for (var i = 0; i < ring.Count; i++)
        {
            var (a, b) = (ring[i], ring[(i + 1) % ring.Count]);
            twice += (a.Column * b.Row) - (b.Column * a.Row);
        }

        return twice > 0;
    }

    /// <summary>A staircase is not where an object stops: each corner is cut at a quarter of its sides (Chaikin 1974).</summary>
    private static List<(double Column, double Row)> Cut(List<(int Column, int Row)> ring)
    {
        var cut = new List<(double, double)>(2 * ring.Count);
        for (var i = 0; i < ring.Count; i++)
        {
            var (a, b) = (ring[i], ring[(i + 1) % ring.Count]);
            var share = Math.Min(0.25, 0.5 / Math.Max(Math.Abs(b.Column - a.Column) + Math.Abs(b.Row - a.Row), 1));
            cut.Add((a.Column + (share * (b.Column - a.Column)), a.Row + (share * (b.Row - a.Row))));
            cut.Add((b.Column - (share * (b.Column - a.Column)), b.Row - (share * (b.Row - a.Row))));
        }

        return cut;
    }
}
