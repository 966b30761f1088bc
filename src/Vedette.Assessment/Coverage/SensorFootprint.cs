using Vedette.Air;
using Vedette.Air.Sensing;
using Vedette.Kernel.Geodesy;

namespace Vedette.Assessment.Coverage;

/// <summary>
/// What one sensor would detect in every cell if it worked as it should: the probability of one look for each profile and height. Only
/// cells within its range are held.
/// </summary>
internal sealed class SensorFootprint
{
    public const int Sectors = 16;

    /// <summary>Less than this in one look is counted as nothing: no model of a radar is right about such tails.</summary>
    private const double LeastDetection = 0.02;

    /// <summary>A receiver hears a transponder in its line of sight about as often as this, once a second.</summary>
    private const double TransponderHeard = 0.95;

    /// <summary>SSR and Mode S replies come back with this probability.</summary>
    private const double ReplyProbability = 0.97;

    private const int Headings = 8;

    private readonly List<int> cells = [];
    private readonly List<byte> sectors = [];
    private readonly List<float> detection = [];
    private readonly int values;

    public SensorFootprint(Sensor sensor, CoverageArea area, IReadOnlyList<ObjectProfile> profiles, IReadOnlyList<double> heightsM)
    {
        values = profiles.Count * heightsM.Count;
        PeriodS = Math.Max(sensor.Performance.PeriodS, 0.5);
        if (sensor.Position is not { } position) return;
        var frame = new EnuFrame(position);
        var of = new float[values];
        var along = SamplesAlong(sensor.Performance.MaxRangeM, area.CellM);
        for (var cell = 0; cell < area.Cells; cell++)
        {
            var ground = frame.ToLocal(area.Centre(cell).ToEcef());
            if (ground.HorizontalNorm > sensor.Performance.MaxRangeM + area.CellM) continue;
            if (!Fill(sensor, position, frame, Places(area, cell, along), profiles, heightsM, of)) continue;
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

    public static byte SectorOf(double azimuthRad)
    {
        var turn = azimuthRad / (2 * Math.PI);
        return (byte)((int)((turn - Math.Floor(turn)) * Sectors) % Sectors);
    }

    /// <summary>The probability that one look at a place detects an object; 0 where it is too small to count on.</summary>
    public static double OneLook(Sensor sensor, Geodetic position, EnuFrame frame, Geodetic place, ObjectProfile profile)
    {
        var sight = frame.ToLocal(place.ToEcef());
        var rangeM = Math.Max(sight.Norm, 1);
        if (rangeM > sensor.Performance.MaxRangeM) return 0;
        var p = sensor.Kind switch
        {
            SensorKind.Radar2D or SensorKind.Radar3D or SensorKind.DopplerRadar => Radar(sensor.Performance, position, rangeM, sight, place.HeightM, profile),
            SensorKind.Acoustic => profile.Class is ObjectClass.SmallDrone ? 0 : DetectionModel.Acoustic(sensor.Performance, rangeM),
            SensorKind.Adsb or SensorKind.Multilateration or SensorKind.SystemTracker when profile.Transponder =>
                rangeM < RadioHorizon.DistanceM(position.HeightM, place.HeightM) ? TransponderHeard : 0,
            _ => 0,
        };
        return p < LeastDetection ? 0 : p;
    }

    private static double Radar(SensorPerformance can, Geodetic position, double rangeM, Enu sight, double heightM, ObjectProfile profile)
    {
        ReadOnlySpan<double> crossSection = [profile.CrossSectionM2];
        Span<double> one = stackalloc double[1];
        var sum = 0.0;
        var headings = can.MinRangeRateMps > 0 ? Headings : 1;
        for (var i = 0; i < headings; i++)
        {
            // Where the radar is blind to slow radial motion, the mean over all headings stands for an unknown one.
            var radial = profile.SpeedMps * Math.Cos(2 * Math.PI * i / headings) * sight.HorizontalNorm / rangeM;
            DetectionModel.Radar(can, position.HeightM, rangeM, heightM, 0, radial, crossSection, one);
            sum += one[0];
        }

        var primary = sum / headings;
        var replies = profile.Transponder && can.HasSecondary && rangeM < RadioHorizon.DistanceM(position.HeightM, heightM);
        return replies ? 1 - ((1 - primary) * (1 - ReplyProbability)) : primary;
    }

    /// <summary>A sensor that reaches far is the same all over a cell; one that does not is sampled, this many times along each side.</summary>
    private static int SamplesAlong(double rangeM, double cellM) => (int)Math.Clamp(Math.Ceiling(5 * cellM / rangeM), 1, 8);

    private static Geodetic[] Places(CoverageArea area, int cell, int along)
    {
        var places = new Geodetic[along * along];
        var centre = area.Centre(cell);
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = Geodetic.FromDegrees(
                centre.LatitudeDeg + (area.CellLatDeg * ((((i / along) + 0.5) / along) - 0.5)), centre.LongitudeDeg + (area.CellLonDeg * ((((i % along) + 0.5) / along) - 0.5)));
        }

        return places;
    }

    /// <summary>The rate of detection in a cell is the mean over its places: an object crosses it anywhere.</summary>
    private static bool Fill(
        Sensor sensor, Geodetic position, EnuFrame frame, Geodetic[] places, IReadOnlyList<ObjectProfile> profiles, IReadOnlyList<double> heightsM, float[] of)
    {
        var any = false;
        for (var p = 0; p < profiles.Count; p++)
        {
            for (var h = 0; h < heightsM.Count; h++)
            {
                var sum = 0.0;
                foreach (var place in places) sum -= Math.Log(1 - OneLook(sensor, position, frame, place with { HeightM = heightsM[h] }, profiles[p]));
                var one = (float)(1 - Math.Exp(-sum / places.Length));
                of[(p * heightsM.Count) + h] = one;
                any |= one > 0;
            }
        }

        return any;
    }
}
