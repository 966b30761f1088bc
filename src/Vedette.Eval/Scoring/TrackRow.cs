using Vedette.Kernel.Geodesy;

namespace Vedette.Eval.Scoring;

/// <summary>What a picture said of a track: a row of tracks in the open format, `t,track_id,lat,lon,alt,vn,ve,vu[,pnn,pne,pee][,class]`.</summary>
/// <param name="TimeS">Seconds of the recording's clock.</param>
/// <param name="Track">Its identity through time.</param>
/// <param name="Place">Height above the ellipsoid; NaN where not known.</param>
/// <param name="NorthNorthM2">Variance of the place northwards, m²; NaN where the picture does not tell it. The next two alike.</param>
/// <param name="Class">As the picture calls it; "" where it does not.</param>
public readonly record struct TrackRow(
    double TimeS, int Track, Geodetic Place, double NorthMps, double EastMps, double NorthNorthM2, double NorthEastM2, double EastEastM2, string Class)
{
    /// <summary>Flocks and showers that the picture knows for what they are make no false tracks.</summary>
    public bool IsClaimed => Class is not ("bird" or "clutter");

    /// <returns>By time.</returns>
    /// <exception cref="FormatException">Not such a table.</exception>
    public static TrackRow[] ReadAll(CsvTable table)
    {
        table.MustHave("t", "track_id", "lat", "lon");
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var rows = new TrackRow[table.Rows];
        for (var i = 0; i < rows.Length; i++)
        {
            var id = table.Text(i, "track_id");
            if (!numbers.TryGetValue(id, out var number)) numbers[id] = number = numbers.Count;
            rows[i] = new(
                table.Number(i, "t"), number, Geodetic.FromDegrees(table.Number(i, "lat"), table.Number(i, "lon"), table.Number(i, "alt")),
                table.Number(i, "vn"), table.Number(i, "ve"), table.Number(i, "pnn"), table.Number(i, "pne"), table.Number(i, "pee"), table.Text(i, "class"));
        }

        return [.. rows.OrderBy(r => r.TimeS)];
    }

    /// <summary>Where it would be some time later on a straight line at its velocity; one that is not known is none.</summary>
    public Geodetic After(double seconds)
    {
        double Rate(double mps) => double.IsNaN(mps) ? 0 : mps * seconds;
        var lat = Place.LatitudeRad;
        return Place with
        {
            LatitudeRad = lat + (Rate(NorthMps) / Wgs84.MeridianRadiusM(lat)),
            LongitudeRad = Place.LongitudeRad + (Rate(EastMps) / (Wgs84.PrimeVerticalRadiusM(lat) * Math.Cos(lat))),
        };
    }
}
