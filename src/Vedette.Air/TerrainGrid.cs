using System.Buffers.Binary;
using Vedette.Kernel.Geodesy;

namespace Vedette.Air;

/// <summary>
/// The ground: for each post of a grid the highest ground within half a step of it, m above the WGS-84 ellipsoid. Highest, not mean: a
/// ridge hides what is behind it, and the mean of a ridge and its valleys would not.
/// </summary>
public sealed record TerrainGrid
{
    /// <summary>Nobody has told the height here; the ellipsoid is taken for it.</summary>
    public const short Unknown = short.MinValue;

    /// <summary>The post of row 0 and column 0.</summary>
    public required double SouthDeg { get; init; }

    public required double WestDeg { get; init; }

    public required double StepLatDeg { get; init; }

    public required double StepLonDeg { get; init; }

    public required int Rows { get; init; }

    public required int Columns { get; init; }

    /// <summary>Whole metres, 16 bits little-endian each, rows from the south, columns from the west.</summary>
    public required byte[] Posts { get; init; }

    /// <summary>Where it comes from, in words: shown with the coverage.</summary>
    public required string Source { get; init; }

    /// <summary>True where the record holds what it says it holds.</summary>
    public bool IsWhole => Rows > 0 && Columns > 0 && StepLatDeg > 0 && StepLonDeg > 0 && Posts.Length == 2L * Rows * Columns;

    /// <summary>Shortest distance between posts, m.</summary>
    public double StepM => Math.Min(StepLatDeg, StepLonDeg * Math.Cos((SouthDeg + (Rows * StepLatDeg / 2)) * Math.PI / 180)) * 111_195;

    /// <summary>Height of the ground at the nearest post, m above the ellipsoid; <see cref="Unknown"/> outside and where nobody told it.</summary>
    public short PostAt(double latitudeDeg, double longitudeDeg)
    {
        var row = (int)Math.Floor(((latitudeDeg - SouthDeg) / StepLatDeg) + 0.5);
        var column = (int)Math.Floor(((longitudeDeg - WestDeg) / StepLonDeg) + 0.5);
        if (row < 0 || row >= Rows || column < 0 || column >= Columns) return Unknown;
        return BinaryPrimitives.ReadInt16LittleEndian(Posts.AsSpan(2 * ((row * Columns) + column)));
    }

    /// <summary>The same, with the ellipsoid where nothing is known.</summary>
    public double HeightM(Geodetic place)
    {
        var post = PostAt(place.LatitudeDeg, place.LongitudeDeg);
        return post == Unknown ? 0 : post;
    }
}
