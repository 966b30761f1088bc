using Vedette.Kernel.Geodesy;

namespace Vedette.Eval.Scoring;

/// <summary>Where a target really was: a row of truth in the open format, `t,id,class,lat,lon,alt,vn,ve,vu[,cov]`.</summary>
/// <param name="TimeS">Seconds of the recording's clock.</param>
/// <param name="Target">Its identity through time.</param>
/// <param name="Class">Its class, as the file names it.</param>
/// <param name="Place">Height above the ellipsoid; NaN where not known.</param>
/// <param name="Coverage">Expected number of detections in the last half minute; infinite where the file does not tell it.</param>
public readonly record struct TruthRow(double TimeS, int Target, string Class, Geodetic Place, double NorthMps, double EastMps, double Coverage)
{
    /// <returns>By time.</returns>
    /// <exception cref="FormatException">Not such a table.</exception>
    public static TruthRow[] ReadAll(CsvTable table)
    {
        table.MustHave("t", "id", "lat", "lon");
        var targets = new Dictionary<string, int>(StringComparer.Ordinal);
        var rows = new TruthRow[table.Rows];
        for (var i = 0; i < rows.Length; i++)
        {
            var id = table.Text(i, "id");
            if (!targets.TryGetValue(id, out var target)) targets[id] = target = targets.Count;
            rows[i] = new(
                table.Number(i, "t"), target, table.Text(i, "class"), Geodetic.FromDegrees(table.Number(i, "lat"), table.Number(i, "lon"), table.Number(i, "alt")),
                table.Number(i, "vn"), table.Number(i, "ve"), table.Has("cov") ? table.Number(i, "cov") : double.PositiveInfinity);
        }

        return [.. rows.OrderBy(r => r.TimeS)];
    }
}
