using Vedette.Kernel.Geodesy;

namespace Vedette.Tracking.Gating;

/// <summary>
/// Cells of about ten kilometres in bands of latitude, hashed into buckets that link the tracks inside: who is near a place, without
/// asking everybody. Cells and links stand in arrays of their own, so that a search touches no track. The order of answers depends only
/// on the order of insertions.
/// </summary>
public sealed class GroundGrid
{
    private const double BandRad = 10e3 / 6.371e6;
    private const int Buckets = 1 << 14;

    /// <summary>Width of a cell in longitude, rad, and the number of cells around the earth, by band from the south pole.</summary>
    private static readonly double[] Widths = [.. Enumerable.Range(0, 2 * Equator).Select(band => BandRad / Math.Max(Math.Cos((band - Equator + 0.5) * BandRad), 0.02))];

    private static readonly long[] Columns = [.. Widths.Select(width => (long)Math.Floor(2 * Math.PI / width))];

    private const int Equator = 1002;

    private readonly int[] heads = new int[Buckets];
    private long[] cells = new long[256];
    private int[] next = new int[256];
    private int[] previous = new int[256];

    public GroundGrid() => Array.Fill(heads, -1);

    /// <summary>Files a track, given by its index, under a place.</summary>
    public void Insert(int index, Geodetic place)
    {
        if (index >= cells.Length) Grow(index);
        Link(index, CellOf(place));
    }

    public void Remove(int index)
    {
        if (previous[index] >= 0) next[previous[index]] = next[index];
        else heads[BucketOf(cells[index])] = next[index];
        if (next[index] >= 0) previous[next[index]] = previous[index];
    }

    /// <summary>Files the track under the cell that it is in now.</summary>
    public void Move(int index, Geodetic place)
    {
        var cell = CellOf(place);
        if (cell == cells[index]) return;
        Remove(index);
        Link(index, cell);
    }

    /// <summary>Lists the tracks filed in cells that touch the square of half side <paramref name="radiusM"/> about a place.</summary>
    public void Near(Geodetic place, double radiusM, List<int> found)
    {
        var reach = radiusM / 6.371e6;
        var across = Math.Min(reach / Math.Max(Math.Cos(place.LatitudeRad), 0.02), Math.PI);
        var low = Band(place.LatitudeRad - reach);
        var high = Band(place.LatitudeRad + reach);
        for (var band = low; band <= high; band++)
        {
            var width = Widths[band];
            var west = (long)Math.Floor((place.LongitudeRad - across) / width);
            var east = Math.Min((long)Math.Floor((place.LongitudeRad + across) / width), west + Columns[band]);
            for (var column = west; column <= east; column++) Collect(Key(band, column), found);
        }
    }

    private void Link(int index, long cell)
    {
        ref var head = ref heads[BucketOf(cell)];
        (cells[index], next[index], previous[index]) = (cell, head, -1);
        if (head >= 0) previous[head] = index;
        head = index;
    }

    private void Collect(long cell, List<int> found)
    {
        for (var i = heads[BucketOf(cell)]; i >= 0; i = next[i])
            if (cells[i] == cell) found.Add(i);
    }

    private void Grow(int index)
    {
        var length = Math.Max(2 * cells.Length, index + 1);
        Array.Resize(ref cells, length);
        Array.Resize(ref next, length);
        Array.Resize(ref previous, length);
    }

    private static long CellOf(Geodetic place)
    {
        var band = Band(place.LatitudeRad);
        return Key(band, (long)Math.Floor(place.LongitudeRad / Widths[band]));
    }

    private static int Band(double latitudeRad) =>
        Math.Clamp((int)Math.Floor(latitudeRad / BandRad) + Equator, 0, Widths.Length - 1);

    /// <summary>Columns wrap around the date line.</summary>
    private static long Key(int band, long column)
    {
        var columns = Columns[band];
        while (column < 0) column += columns;
        while (column >= columns) column -= columns;
        return ((long)band << 32) | column;
    }

    private static int BucketOf(long cell) => (int)(((ulong)cell * 0x9E3779B97F4A7C15UL) >> 50);
}
