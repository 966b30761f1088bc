using System.Globalization;

namespace Vedette.Kernel.Geodesy.HexGrid;

/// <summary>
/// A cell of the H3 grid (h3geo.org), by which GNSS interference is commonly told: at resolution 4 a hexagon of about 1,770 km².
/// The value is H3's own 64-bit index, so that any H3 library draws it.
/// </summary>
public readonly record struct HexCell(ulong Index) : IComparable<HexCell>
{
    /// <summary>The cell that holds a place, height aside.</summary>
    /// <param name="place">Any place on Earth.</param>
    /// <param name="resolution">0 (coarsest) to 15.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such resolution.</exception>
    public static HexCell At(Geodetic place, int resolution)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(resolution);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(resolution, 15);
        return new(HexIndex.Of(place, resolution));
    }

    public int CompareTo(HexCell other) => Index.CompareTo(other.Index);

    /// <summary>Hexadecimal, as H3 writes it: 841e001ffffffff.</summary>
    public override string ToString() => Index.ToString("x", CultureInfo.InvariantCulture);
}
