using System.Globalization;
using Vedette.Air;
using Vedette.Kernel.Geodesy;
using Vedette.Kernel.Geodesy.HexGrid;
using Vedette.TestSupport;

namespace Vedette.Assessment.Tests.Integrity;

/// <summary>Days of gpsjam.org: aircraft by H3 cell of resolution 4 and whether their navigation was good.</summary>
public class GpsjamTests
{
    private static readonly Lazy<HashSet<string>> EveryCell = new(Sweep);

    /// <summary>Yellow and red cells of each day, counted apart from this code by the published rule: (bad - 1) / all over 2 % and over 10 %.</summary>
    [Theory]
    [InlineData("2022-03-05", 65_280, 114, 275)]
    [InlineData("2022-06-04", 63_667, 173, 228)]
    [InlineData("2022-06-05", 60_282, 119, 229)]
    public void Every_cell_of_a_day_is_one_of_the_grids_and_has_the_colour_of_the_rule(string day, int cells, int medium, int high)
    {
        var rows = File.ReadLines(SharedData.Path($"adsb/gpsjam/{day}-h3_4.csv")).Skip(1).Select(line => line.Split(',')).ToList();
        Assert.Equal(cells, rows.Count);
        Assert.All(rows, row => Assert.Contains(row[0], EveryCell.Value));
        var levels = rows.Select(row => new InterferenceCell(Cell(row[0]), Number(row[1]), Number(row[2])).Level).CountBy(level => level).ToDictionary();
        Assert.Equal((medium, high), (levels[InterferenceLevel.Medium], levels[InterferenceLevel.High]));
    }

    /// <summary>The names of all cells that the grid gives to places some 11 km apart, all over the earth.</summary>
    private static HashSet<string> Sweep()
    {
        const double stepDeg = 0.1;
        var cells = new HashSet<HexCell>();
        for (var latitude = -90 + (stepDeg / 2); latitude < 90; latitude += stepDeg)
        {
            var step = Math.Min(stepDeg / Math.Cos(latitude * Math.PI / 180), 10);
            for (var longitude = -180.0; longitude < 180; longitude += step) cells.Add(HexCell.At(Geodetic.FromDegrees(latitude, longitude), 4));
        }

        return [.. cells.Select(cell => cell.ToString())];
    }

    private static HexCell Cell(string name) => new(ulong.Parse(name, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
