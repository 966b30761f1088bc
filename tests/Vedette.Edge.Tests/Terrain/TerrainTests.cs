using System.Buffers.Binary;
using CsCheck;
using Vedette.Air;
using Vedette.Edge.Configuration;
using Vedette.Edge.Terrain;
using Vedette.Kernel.Geodesy;

namespace Vedette.Edge.Tests.Terrain;

public sealed class TerrainTests
{
    [Theory]
    [InlineData("N50E023.hgt", 50, 23)]
    [InlineData("S03W061.hgt", -3, -61)]
    [InlineData("n00e000.HGT", 0, 0)]
    public void A_name_tells_the_corner(string name, int south, int west)
    {
        Assert.True(HgtTile.TryCorner(name, out var s, out var w));
        Assert.Equal((south, west), (s, w));
    }

    [Fact]
    public void No_name_and_no_octets_break_the_reader()
    {
        Gen.Select(Gen.String, Gen.Byte.Array[0, 200]).Sample((name, octets) => Assert.Throws<FormatException>(() => HgtTile.Read(name, octets)));
    }

    [Fact]
    public void Rows_come_from_the_north_and_a_void_is_nothing()
    {
        var octets = Flat(100);
        BinaryPrimitives.WriteInt16BigEndian(octets, 250);
        BinaryPrimitives.WriteInt16BigEndian(octets.AsSpan(2 * 1201), short.MinValue);
        var tile = HgtTile.Read("N50E023.hgt", octets);
        Assert.Equal((short)250, tile.Post(0, 0));
        Assert.Null(tile.Post(1, 0));
        Assert.Equal((short)100, tile.Post(1200, 1200));
    }

    [Fact]
    public void Tiles_become_one_grid_of_the_highest_ground_over_the_ellipsoid()
    {
        using var folder = new Folder();
        var octets = Flat(100);
        // A peak in the middle of the tile.
        BinaryPrimitives.WriteInt16BigEndian(octets.AsSpan(2 * ((600 * 1201) + 600)), 900);
        File.WriteAllBytes(Path.Combine(folder.Path, "N50E023.hgt"), octets);
        var notes = new List<string>();
        var grid = TerrainFolder.Read(folder.Path, new(50.2, 23.2, 50.8, 23.8), 38, "drawn", notes);
        Assert.True(grid.IsWhole);
        Assert.Equal(938, grid.HeightM(Geodetic.FromDegrees(50.5, 23.5)));
        Assert.Equal(138, grid.HeightM(Geodetic.FromDegrees(50.3, 23.3)));
        Assert.Equal(TerrainGrid.Unknown, grid.PostAt(49, 23));
        Assert.Empty(notes);
        Assert.Contains("drawn, 1 tile", grid.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void Ground_that_no_tile_holds_is_noted_and_a_folder_without_tiles_is_a_problem()
    {
        using var folder = new Folder();
        Assert.Throws<ConfigurationException>(() => TerrainFolder.Read(folder.Path, new(50, 23, 51, 24), 38, "drawn", []));
        File.WriteAllBytes(Path.Combine(folder.Path, "N50E023.hgt"), Flat(0));
        var notes = new List<string>();
        TerrainFolder.Read(folder.Path, new(50, 23, 51, 25), 38, "drawn", notes);
        Assert.Contains("not known", Assert.Single(notes), StringComparison.Ordinal);
        File.WriteAllBytes(Path.Combine(folder.Path, "N50E024.hgt"), [1, 2, 3]);
        Assert.Contains("3 octets", Assert.Throws<ConfigurationException>(() => TerrainFolder.Read(folder.Path, new(50, 23, 51, 25), 38, "drawn", [])).Message, StringComparison.Ordinal);
    }

    private static byte[] Flat(short heightM)
    {
        var octets = new byte[2 * 1201 * 1201];
        for (var i = 0; i < octets.Length; i += 2) BinaryPrimitives.WriteInt16BigEndian(octets.AsSpan(i), heightM);
        return octets;
    }

    private sealed class Folder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("vedette-terrain-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
