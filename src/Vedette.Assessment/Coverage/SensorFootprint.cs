using Vedette.Air;
using Vedette.Kernel.Geodesy;

namespace Vedette.Assessment.Coverage;

/// <summary>
/// What one sensor would detect in every cell if it worked as it should: the probability of one look for each profile and height. Only
/// cells within its range are held.
/// </summary>
internal sealed class SensorFootprint
{
    public const int Sectors = 16;

    private readonly List<int> cells = [];
    private readonly List<byte> sectors = [];
    private readonly List<float> detection = [];
    private readonly int values;
    private SensorReach? reach;

    /// <param name="terrain">Null = smooth earth. Heights of objects are above it.</param>
    public SensorFootprint(Sensor sensor, CoverageArea area, IReadOnlyList<ObjectProfile> profiles, IReadOnlyList<double> heightsM, TerrainGrid? terrain = null)
    {
        values = profiles.Count * heightsM.Count;
        PeriodS = Math.Max(sensor.Performance.PeriodS, 0.5);
        if (sensor.Position is not { } position) return;
        var view = new SensorView(sensor, position, terrain);
        var of = new float[values];
        var along = SamplesAlong(sensor.Performance.MaxRangeM, area.CellM, terrain is not null);
        for (var cell = 0; cell < area.Cells; cell++)
        {
            var ground = view.Sight(area.Centre(cell));
            if (ground.HorizontalNorm > sensor.Performance.MaxRangeM + area.CellM) continue;
            if (!Fill(view, Places(area, cell, along, terrain), profiles, heightsM, of)) continue;
            cells.Add(cell);
            sectors.Add(SectorOf(Math.Atan2(ground.East, ground.North)));
            detection.AddRange(of);
        }
    }

    public double PeriodS { get; }

    public int Count => cells.Count;

    public int Cell(int k) => cells[k];

    public int Sector(int k) => sectors[k];

    /// <summary>Probability of one look, by profile and height.</summary>
    public ReadOnlySpan<float> Detection(int k) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(detection).Slice(k * values, values);

    /// <summary>The same for others to see; null where the sensor reaches nothing.</summary>
    public SensorReach? Reach() => cells.Count == 0 ? null : reach ??= new(
        [.. cells], [.. sectors], [.. detection.Select(static p => (byte)Math.Round(255 * p))], PeriodS);

    public static byte SectorOf(double azimuthRad)
    {
        var turn = azimuthRad / (2 * Math.PI);
        return (byte)((int)((turn - Math.Floor(turn)) * Sectors) % Sectors);
    }

    /// <summary>
    /// A sensor that reaches far is the same all over a cell on a smooth earth; one that does not is sampled, this many times along each
    /// side, and so is broken ground.
    /// </summary>
    private static int SamplesAlong(double rangeM, double cellM, bool broken) => (int)Math.Clamp(Math.Ceiling(5 * cellM / rangeM), broken ? 2 : 1, 8);

    private static Geodetic[] Places(CoverageArea area, int cell, int along, TerrainGrid? terrain)
    {
        var places = new Geodetic[along * along];
        var centre = area.Centre(cell);
        for (var i = 0; i < places.Length; i++)
        {
            var place = Geodetic.FromDegrees(
                centre.LatitudeDeg + (area.CellLatDeg * ((((i / along) + 0.5) / along) - 0.5)), centre.LongitudeDeg + (area.CellLonDeg * ((((i % along) + 0.5) / along) - 0.5)));
            places[i] = place with { HeightM = terrain?.HeightM(place) ?? 0 };
        }

        return places;
    }

    /// <summary>The rate of detection in a cell is the mean over its places: an object crosses it anywhere.</summary>
    private static bool Fill(SensorView view, Geodetic[] places, IReadOnlyList<ObjectProfile> profiles, IReadOnlyList<double> heightsM, float[] of)
    {
        Span<double> one = stackalloc double[profiles.Count];
        Span<double> logs = stackalloc double[profiles.Count];
        var any = false;
        for (var h = 0; h < heightsM.Count; h++)
        {
            logs.Clear();
            foreach (var place in places)
            {
                view.OneLook(place with { HeightM = place.HeightM + heightsM[h] }, profiles, one);
                for (var p = 0; p < profiles.Count; p++) logs[p] += Math.Log(1 - one[p]);
            }

            for (var p = 0; p < profiles.Count; p++)
            {
                var mean = (float)(1 - Math.Exp(logs[p] / places.Length));
                of[(p * heightsM.Count) + h] = mean;
                any |= mean > 0;
            }
        }

        return any;
    }
}
