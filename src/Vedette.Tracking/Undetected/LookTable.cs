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
        var sight = site.Frame.ToLocal(grid.CentreOf(cell, 0).ToEcef());
        if (sight.HorizontalNorm > site.Performance.MaxRangeM + (0.5 * grid.CellM) || site.IsBlanked(sight)) return false;
        // The middle of a cell at the edge may be out of range, and that of the radar's own lies in its blind cone.
        var rangeM = Math.Clamp(sight.HorizontalNorm, 0.4 * grid.CellM, site.Performance.MaxRangeM);
        Span<double> visible = stackalloc double[HeightBands.Count];
        DetectionModel.InSight(site.Performance, site.Position!.Value.HeightM, rangeM, HeightBands.Metres, HeightBands.Spread, visible, site.HiddenBelowM(sight));
        var any = false;
        for (var k = 0; k < UnseenKind.Count; k++)
        {
            var echo = Echo(site, UnseenKind.All[k], rangeM);
            for (var h = 0; h < HeightBands.Count; h++)
            {
                var seen = Math.Min(echo * visible[h], DetectionModel.MostCertain);
                layers[(k * HeightBands.Count) + h] = (float)seen;
                any |= seen > Negligible;
            }
        }

        return any;
    }

    /// <summary>Detection probability in plain sight. It flies any way: its radial speed is taken as the root of its mean square.</summary>
    private static double Echo(SensorSite site, UnseenKind kind, double rangeM)
    {
        double seen = 0, crossSectionM2 = kind.CrossSectionM2;
        DetectionModel.InPlainSight(site.Performance, rangeM, kind.SpeedMps / Math.Sqrt(2), new(in crossSectionM2), new(ref seen));
        return seen;
    }
}
