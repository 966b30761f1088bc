using System.Buffers.Binary;
using Vedette.Air;
using Vedette.Edge.Configuration;

namespace Vedette.Edge.Terrain;

/// <summary>South, west, north and east, degrees.</summary>
public readonly record struct TerrainBox(double SouthDeg, double WestDeg, double NorthDeg, double EastDeg)
{
    /// <summary>What holds all that is watched and all that watches, and a margin; null where nothing stands anywhere.</summary>
    public static TerrainBox? Around(IEnumerable<Airspace> airspaces, IEnumerable<Sensor> sensors)
    {
        var places = airspaces.SelectMany(a => a.Polygons).SelectMany(polygon => polygon[0])
            .Concat(sensors.Where(s => s.Position is not null).Select(s => s.Position!.Value)).ToList();
        if (places.Count == 0) return null;
        return new(
            Math.Max(places.Min(p => p.LatitudeDeg) - 0.6, -90), Math.Max(places.Min(p => p.LongitudeDeg) - 1, -180),
            Math.Min(places.Max(p => p.LatitudeDeg) + 0.6, 90), Math.Min(places.Max(p => p.LongitudeDeg) + 1, 180));
    }
}

/// <summary>
/// Elevation tiles in a folder, brought onto one grid for the core: the highest post within each step, so that ridges keep hiding what is behind
/// them when the grid is coarser than the tiles.
/// </summary>
public static class TerrainFolder
{
    /// <summary>Two megabytes of posts: the whole grid is kept in the journal each time the watch starts.</summary>
    private const int MostPosts = 1_000_000;

    private const double FinestDeg = 3.0 / 3600;

    /// <param name="geoidHeightM">Mean sea level over the ellipsoid there, m.</param>
    /// <param name="notes">Gets what is missing.</param>
    /// <exception cref="ConfigurationException">The folder is absent or a tile in it is not one.</exception>
    public static TerrainGrid Read(string folder, TerrainBox box, double geoidHeightM, string source, ICollection<string> notes)
    {
        if (!Directory.Exists(folder)) throw new ConfigurationException($"terrain: {folder}: there is no such folder");
        var grid = Grid(box);
        for (var i = 0; i < grid.Posts.Length; i += 2) BinaryPrimitives.WriteInt16LittleEndian(grid.Posts.AsSpan(i), TerrainGrid.Unknown);
        var tiles = 0;
        foreach (var file in Directory.EnumerateFiles(folder).Where(f => f.EndsWith(".hgt", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(file);
            if (HgtTile.TryCorner(name, out var south, out var west) && !Meets(box, south, west)) continue;
            Lay(grid, Open(file, name), geoidHeightM);
            tiles++;
        }

        if (tiles == 0) throw new ConfigurationException($"terrain: {folder} holds no .hgt tile between {box.SouthDeg:0.0}° and {box.NorthDeg:0.0}° N, {box.WestDeg:0.0}° and {box.EastDeg:0.0}° E");
        var unknown = Unknown(grid);
        if (unknown > 0) notes.Add($"{folder}: the ground is not known over {unknown:0 %} of the area; it is taken for flat at the ellipsoid there");
        return grid with { Source = $"{source}, {tiles} {(tiles == 1 ? "tile" : "tiles")}, a post each {grid.StepM:0} m{(unknown > 0 ? FormattableString.Invariant($", none over {unknown:0%} of the area") : "")}" };
    }

    private static TerrainGrid Grid(TerrainBox box)
    {
        var middle = Math.Cos((box.SouthDeg + box.NorthDeg) / 2 * Math.PI / 180);
        var step = Math.Max(FinestDeg, Math.Sqrt((box.NorthDeg - box.SouthDeg) * (box.EastDeg - box.WestDeg) * middle / MostPosts));
        var (rows, columns) = ((int)Math.Ceiling((box.NorthDeg - box.SouthDeg) / step) + 1, (int)Math.Ceiling((box.EastDeg - box.WestDeg) * middle / step) + 1);
        return new()
        {
            SouthDeg = box.SouthDeg, WestDeg = box.WestDeg, StepLatDeg = step, StepLonDeg = step / middle, Rows = rows, Columns = columns, Posts = new byte[2 * rows * columns], Source = "",
        };
    }

    private static bool Meets(TerrainBox box, int southDeg, int westDeg) =>
        southDeg < box.NorthDeg && southDeg + 1 > box.SouthDeg && westDeg < box.EastDeg && westDeg + 1 > box.WestDeg;

    private static HgtTile Open(string file, string name)
    {
        try
        {
            return HgtTile.Read(name, File.ReadAllBytes(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new ConfigurationException($"terrain: {file}: {e.Message}");
        }
    }

    private static void Lay(TerrainGrid grid, HgtTile tile, double geoidHeightM)
    {
        for (var row = 0; row < tile.Side; row++)
        {
            var r = (int)Math.Floor(((tile.SouthDeg + 1 - (row / (tile.Side - 1.0)) - grid.SouthDeg) / grid.StepLatDeg) + 0.5);
            if (r < 0 || r >= grid.Rows) continue;
            for (var column = 0; column < tile.Side; column++)
            {
                var c = (int)Math.Floor(((tile.WestDeg + (column / (tile.Side - 1.0)) - grid.WestDeg) / grid.StepLonDeg) + 0.5);
                if (c < 0 || c >= grid.Columns || tile.Post(row, column) is not { } height) continue;
                var post = grid.Posts.AsSpan(2 * ((r * grid.Columns) + c));
                var above = (short)Math.Clamp(Math.Round(height + geoidHeightM), short.MinValue + 1, short.MaxValue);
                if (above > BinaryPrimitives.ReadInt16LittleEndian(post)) BinaryPrimitives.WriteInt16LittleEndian(post, above);
            }
        }
    }

    private static double Unknown(TerrainGrid grid)
    {
        var unknown = 0;
        for (var i = 0; i < grid.Posts.Length; i += 2)
            if (BinaryPrimitives.ReadInt16LittleEndian(grid.Posts.AsSpan(i)) == TerrainGrid.Unknown) unknown++;
        return 2.0 * unknown / grid.Posts.Length;
    }
}
