using Vedette.Kernel.Geodesy;
using Vedette.Tracking.Registration;

namespace Vedette.Tracking.Undetected;

/// <summary>Cells of latitude and longitude over everything that the radars may see: rows from south to north, columns from west to east.</summary>
public sealed class SkyGrid
{
    private const double MetresPerRadian = 6.371e6;
    private const double LargestCellM = 20e3, SmallestCellM = 1000;
    private const int CellsPerRange = 8;
    private const int MostCells = 8000;

    private readonly double southRad, westRad, rowRad, columnRad;

    private SkyGrid(double southRad, double westRad, double cellM, double cosLatitude, int rows, int columns)
    {
        (this.southRad, this.westRad, CellM, Rows, Columns) = (southRad, westRad, cellM, rows, columns);
        rowRad = cellM / MetresPerRadian;
        columnRad = rowRad / cosLatitude;
    }

    public double CellM { get; }

    public int Rows { get; }

    public int Columns { get; }

    public int Cells => Rows * Columns;

    /// <summary>The grid that holds the ranges of all radars whose place is known; null where there is none.</summary>
    public static SkyGrid? Over(IReadOnlyList<SensorSite?> sites)
    {
        double south = double.PositiveInfinity, north = double.NegativeInfinity, west = 0, east = 0, nearest = LargestCellM * CellsPerRange, cosine = 1;
        double? meridian = null;
        foreach (var site in sites)
        {
            if (site is not { IsRadar: true, Position: { } place }) continue;
            meridian ??= place.LongitudeRad;
            var reach = site.Performance.MaxRangeM / MetresPerRadian;
            var across = reach / Math.Max(Math.Cos(place.LatitudeRad), 0.1);
            var off = Kernel.Angle.WrapSigned(place.LongitudeRad - meridian.Value);
            (south, north) = (Math.Min(south, place.LatitudeRad - reach), Math.Max(north, place.LatitudeRad + reach));
            (west, east) = (Math.Min(west, off - across), Math.Max(east, off + across));
            nearest = Math.Min(nearest, site.Performance.MaxRangeM);
            cosine = Math.Min(cosine, Math.Max(Math.Cos(place.LatitudeRad), 0.1));
        }

        if (meridian is not { } middle) return null;
        double height = (north - south) * MetresPerRadian, width = (east - west) * MetresPerRadian * cosine;
        var cellM = Math.Max(Math.Clamp(nearest / CellsPerRange, SmallestCellM, LargestCellM), Math.Sqrt(height * width / MostCells));
        return new(south, middle + west, cellM, cosine, 1 + (int)(height / cellM), 1 + (int)(width / cellM));
    }

    /// <summary>The cell that holds a place, -1 if none does.</summary>
    public int CellOf(in Geodetic place)
    {
        var row = (int)Math.Floor((place.LatitudeRad - southRad) / rowRad);
        var column = (int)Math.Floor(Kernel.Angle.WrapSigned(place.LongitudeRad - westRad - (0.5 * Columns * columnRad)) / columnRad + (0.5 * Columns));
        return (uint)row < (uint)Rows && (uint)column < (uint)Columns ? (row * Columns) + column : -1;
    }

    public Geodetic CentreOf(int cell, double heightM) =>
        new(southRad + (((cell / Columns) + 0.5) * rowRad), Kernel.Angle.WrapSigned(westRad + (((cell % Columns) + 0.5) * columnRad)), heightM);
}
