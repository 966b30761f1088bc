using System.Runtime.InteropServices;
using Vedette.Air.Sensing;
using Vedette.Tracking.Existence;
using Vedette.Tracking.Registration;

namespace Vedette.Tracking.Undetected;

/// <summary>Detection probability of one look of one radar for every kind at every height over every cell that it reaches.</summary>
internal sealed class LookTable
{
    /// <summary>Kind by kind, each by height.</summary>
    public const int Layers = UnseenKind.Count * HeightBands.Count;

    private const double Negligible = 0.01;

    private readonly int[] placeOf;
    private readonly List<float> detection = [];
    private readonly List<float> hazard = [];

    public LookTable(SensorSite site, SkyGrid grid)
    {
        Site = site;
        placeOf = new int[grid.Cells];
        Span<float> layers = stackalloc float[Layers];
        for (var cell = 0; cell < grid.Cells; cell++)
        {
            placeOf[cell] = -1;
            if (!Fill(site, grid, cell, layers)) continue;
            placeOf[cell] = detection.Count;
            foreach (var seen in layers)
            {
                detection.Add(seen);
                hazard.Add((float)-Math.Log(1 - seen));
            }
        }
    }

    /// <summary>The radar as it was when the table was made.</summary>
    public SensorSite Site { get; }

    /// <summary>Detection probabilities over a cell; empty where it sees nothing.</summary>
    public ReadOnlySpan<float> Seen(int cell) => Of(detection, cell);

    /// <summary>The same as -ln of what a look leaves undetected.</summary>
    public ReadOnlySpan<float> Hazard(int cell) => Of(hazard, cell);

    private ReadOnlySpan<float> Of(List<float> values, int cell) =>
        placeOf[cell] < 0 ? [] : CollectionsMarshal.AsSpan(values).Slice(placeOf[cell], Layers);

    private static bool Fill(SensorSite site, SkyGrid grid, int cell, Span<float> layers)
    {
        var any = false;
        for (var h = 0; h < HeightBands.Count; h++)
        {
            var sight = site.Frame.ToLocal(grid.CentreOf(cell, HeightBands.Metres[h]).ToEcef());
            if (sight.Norm > site.Performance.MaxRangeM + (0.5 * grid.CellM)) return false;
            var blanked = site.IsBlanked(sight);
            // The middle of a cell at the edge may be out of range, and that of the radar's own lies in its blind cone.
            var rangeM = Math.Clamp(sight.Norm, 0.4 * grid.CellM, site.Performance.MaxRangeM);
            for (var k = 0; k < UnseenKind.Count; k++)
            {
                var seen = blanked ? 0 : Look(site, UnseenKind.All[k], HeightBands.Metres[h], rangeM, site.HiddenBelowM(sight));
                layers[(k * HeightBands.Count) + h] = (float)seen;
                any |= seen > Negligible;
            }
        }

        return any;
    }

    /// <summary>It flies any way: its radial speed is taken as the root of its mean square.</summary>
    private static double Look(SensorSite site, UnseenKind kind, double heightM, double rangeM, double hiddenM)
    {
        double seen = 0, crossSectionM2 = kind.CrossSectionM2;
        DetectionModel.Radar(
            site.Performance, site.Position!.Value.HeightM, rangeM, heightM, HeightBands.Spread * heightM, kind.SpeedMps / Math.Sqrt(2),
            new(in crossSectionM2), new(ref seen), hiddenM);
        return seen;
    }
}
