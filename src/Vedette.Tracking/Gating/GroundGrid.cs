using Vedette.Kernel.Geodesy;

namespace Vedette.Tracking.Gating;

/// <summary>
/// Cells of about ten kilometres in bands of latitude, hashed into buckets that link the tracks inside: who is near a place, without
/// asking everybody. The order of answers depends only on the order of insertions.
/// </summary>
public sealed class GroundGrid
{
    private const double BandRad = 10e3 / 6.371e6;
    private const int Buckets = 1 << 14;

    private readonly int[] heads = new int[Buckets];

    public GroundGrid() => Array.Fill(heads, -1);

    public void Insert(Bernoulli[] tracks, int index)
    {
        ref var track = ref tracks[index];
        track.Cell = CellOf(track.PlaceAt(0));
        var bucket = BucketOf(track.Cell);
        track.NextInBucket = heads[bucket];
        track.PreviousInBucket = -1;
        if (heads[bucket] >= 0) tracks[heads[bucket]].PreviousInBucket = index;
        heads[bucket] = index;
    }

    public void Remove(Bernoulli[] tracks, int index)
    {
        ref var track = ref tracks[index];
        if (track.PreviousInBucket >= 0) tracks[track.PreviousInBucket].NextInBucket = track.NextInBucket;
        else heads[BucketOf(track.Cell)] = track.NextInBucket;
        if (track.NextInBucket >= 0) tracks[track.NextInBucket].PreviousInBucket = track.PreviousInBucket;
    }

    /// <summary>Files the track under the cell that its mean is in now.</summary>
    public void Move(Bernoulli[] tracks, int index)
    {
        if (CellOf(tracks[index].PlaceAt(0)) == tracks[index].Cell) return;
        Remove(tracks, index);
        Insert(tracks, index);
    }

    /// <summary>Lists the tracks filed in cells that touch the square of half side <paramref name="radiusM"/> about a place.</summary>
    public void Near(Bernoulli[] tracks, Geodetic place, double radiusM, List<int> found)
    {
        var reach = radiusM / 6.371e6;
        var low = Band(place.LatitudeRad - reach);
        var high = Band(place.LatitudeRad + reach);
        for (var band = low; band <= high; band++)
        {
            var width = ColumnWidth(band);
            var columns = (long)Math.Floor(2 * Math.PI / width);
            var across = Math.Min(reach / Math.Max(Math.Cos(place.LatitudeRad), 0.02), Math.PI);
            var west = (long)Math.Floor((place.LongitudeRad - across) / width);
            var east = Math.Min((long)Math.Floor((place.LongitudeRad + across) / width), west + columns);
            for (var column = west; column <= east; column++) Collect(tracks, Key(band, column, columns), found);
        }
    }

    private void Collect(Bernoulli[] tracks, long cell, List<int> found)
    {
        for (var i = heads[BucketOf(cell)]; i >= 0; i = tracks[i].NextInBucket)
            if (tracks[i].Cell == cell) found.Add(i);
    }

    private static long CellOf(Geodetic place)
    {
        var band = Band(place.LatitudeRad);
        var width = ColumnWidth(band);
        return Key(band, (long)Math.Floor(place.LongitudeRad / width), (long)Math.Floor(2 * Math.PI / width));
    }

    private static long Band(double latitudeRad) => (long)Math.Floor(latitudeRad / BandRad);

    private static double ColumnWidth(long band) => BandRad / Math.Max(Math.Cos((band + 0.5) * BandRad), 0.02);

    /// <summary>Columns wrap around the date line.</summary>
    private static long Key(long band, long column, long columns) => (band << 32) ^ ((((column % columns) + columns) % columns) & 0xFFFFFFFF);

    private static int BucketOf(long cell) => (int)(((ulong)cell * 0x9E3779B97F4A7C15UL) >> 50);
}
