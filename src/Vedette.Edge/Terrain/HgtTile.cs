using System.Buffers.Binary;
using System.Globalization;

namespace Vedette.Edge.Terrain;

/// <summary>
/// One degree by one degree of ground as the Shuttle mission's distribution writes it (SRTM topography documentation, .hgt): 16-bit big-endian whole
/// metres over mean sea level (EGM96), rows from the north, columns from the west, the rims shared with the neighbours; -32768 where nothing is known. The
/// name tells the south-western corner: N50E023.hgt. Copernicus tiles converted to it read alike.
/// </summary>
public sealed class HgtTile
{
    private const short Void = short.MinValue;

    private readonly byte[] octets;

    private HgtTile(int southDeg, int westDeg, int side, byte[] octets) => (SouthDeg, WestDeg, Side, this.octets) = (southDeg, westDeg, side, octets);

    public int SouthDeg { get; }

    public int WestDeg { get; }

    /// <summary>Posts along each side: 1201 (three arc seconds) or 3601 (one).</summary>
    public int Side { get; }

    /// <exception cref="FormatException">Says what is wrong with it.</exception>
    public static HgtTile Read(string name, byte[] octets)
    {
        if (!TryCorner(name, out var southDeg, out var westDeg)) throw new FormatException("its name does not tell its corner, as N50E023.hgt does");
        var side = octets.Length switch { 2 * 1201 * 1201 => 1201, 2 * 3601 * 3601 => 3601, _ => 0 };
        if (side == 0) throw new FormatException($"{octets.Length} octets; expected {2 * 1201 * 1201} (3 arc seconds) or {2 * 3601 * 3601} (1 arc second)");
        return new(southDeg, westDeg, side, octets);
    }

    /// <summary>The corner that a name tells, in whole degrees.</summary>
    public static bool TryCorner(string name, out int southDeg, out int westDeg)
    {
        (southDeg, westDeg) = (0, 0);
        if (name.Length < 7 || char.ToUpperInvariant(name[0]) is not ('N' or 'S') || char.ToUpperInvariant(name[3]) is not ('E' or 'W')) return false;
        if (!int.TryParse(name.AsSpan(1, 2), NumberStyles.None, CultureInfo.InvariantCulture, out southDeg)) return false;
        if (!int.TryParse(name.AsSpan(4, 3), NumberStyles.None, CultureInfo.InvariantCulture, out westDeg)) return false;
        if (char.ToUpperInvariant(name[0]) == 'S') southDeg = -southDeg;
        if (char.ToUpperInvariant(name[3]) == 'W') westDeg = -westDeg;
        return southDeg is >= -90 and < 90 && westDeg is >= -180 and < 180;
    }

    /// <summary>Metres over mean sea level; null where nothing is known.</summary>
    /// <param name="row">From the north.</param>
    /// <param name="column">From the west.</param>
    public short? Post(int row, int column)
    {
        var height = BinaryPrimitives.ReadInt16BigEndian(octets.AsSpan(2 * ((row * Side) + column)));
        return height == Void ? null : height;
    }
}
