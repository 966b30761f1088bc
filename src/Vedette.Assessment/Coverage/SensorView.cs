using Vedette.Air;
using Vedette.Air.Sensing;
using Vedette.Kernel.Geodesy;

namespace Vedette.Assessment.Coverage;

/// <summary>One sensor at its place: the probability that one look of it at a place detects an object, if it works as it should.</summary>
internal sealed class SensorView
{
    /// <summary>Less than this in one look is counted as nothing: no model of a radar is right about such tails.</summary>
    private const double LeastDetection = 0.02;

    /// <summary>A receiver hears a transponder in its line of sight about as often as this, once a second.</summary>
    private const double TransponderHeard = 0.95;

    /// <summary>SSR and Mode S replies come back with this probability.</summary>
    private const double ReplyProbability = 0.97;

    private const int Headings = 8;

    private readonly Sensor sensor;
    private readonly Geodetic position;
    private readonly EnuFrame frame;
    private readonly TerrainScreen? screen;

    /// <param name="position">Where it stands.</param>
    /// <param name="terrain">Null = smooth earth.</param>
    public SensorView(Sensor sensor, Geodetic position, TerrainGrid? terrain)
    {
        (this.sensor, this.position) = (sensor, position);
        frame = new(position);
        screen = terrain is null ? null : new(terrain, position, sensor.Performance.MaxRangeM);
    }

    /// <summary>Where a place lies from the sensor.</summary>
    public Enu Sight(Geodetic place) => frame.ToLocal(place.ToEcef());

    /// <summary>Fills in the probability for each profile; 0 where it is too small to count on.</summary>
    /// <param name="place">With its height above the ellipsoid.</param>
    public void OneLook(Geodetic place, IReadOnlyList<ObjectProfile> profiles, Span<double> detection)
    {
        detection.Clear();
        var sight = Sight(place);
        var rangeM = Math.Max(sight.Norm, 1);
        if (rangeM > sensor.Performance.MaxRangeM) return;
        var azimuthRad = Math.Atan2(sight.East, sight.North);
        if (BlankedSector.AnyHolds(sensor.Blanked, azimuthRad)) return;
        var hiddenM = screen?.HiddenBelowM(azimuthRad, sight.HorizontalNorm) ?? double.NegativeInfinity;
        switch (sensor.Kind)
        {
            case SensorKind.Radar2D or SensorKind.Radar3D or SensorKind.DopplerRadar: Radar(rangeM, sight, place.HeightM, profiles, hiddenM, detection); break;
            case SensorKind.Acoustic: Hear(rangeM, profiles, detection); break;
            case SensorKind.Adsb or SensorKind.Multilateration or SensorKind.SystemTracker:
                if (InSight(rangeM, place.HeightM, hiddenM)) Receive(profiles, detection);
                break;
        }

        for (var i = 0; i < profiles.Count; i++)
            if (detection[i] < LeastDetection) detection[i] = 0;
    }

    private void Radar(double rangeM, Enu sight, double heightM, IReadOnlyList<ObjectProfile> profiles, double hiddenM, Span<double> detection)
    {
        var can = sensor.Performance;
        if (can.MinRangeRateMps > 0)
        {
            for (var i = 0; i < profiles.Count; i++) detection[i] = AnyHeading(rangeM, sight, heightM, profiles[i], hiddenM);
        }
        else
        {
            Span<double> crossSections = stackalloc double[profiles.Count];
            for (var i = 0; i < profiles.Count; i++) crossSections[i] = profiles[i].CrossSectionM2;
            DetectionModel.Radar(can, position.HeightM, rangeM, heightM, 0, 0, crossSections, detection, hiddenM);
        }

        if (!can.HasSecondary || !InSight(rangeM, heightM, hiddenM)) return;
        for (var i = 0; i < profiles.Count; i++)
            if (profiles[i].Transponder) detection[i] = 1 - ((1 - detection[i]) * (1 - ReplyProbability));
    }

    /// <summary>Where the radar is blind to slow radial motion, the mean over all headings stands for an unknown one.</summary>
    private double AnyHeading(double rangeM, Enu sight, double heightM, ObjectProfile profile, double hiddenM)
    {
        ReadOnlySpan<double> crossSection = [profile.CrossSectionM2];
        Span<double> one = stackalloc double[1];
        var sum = 0.0;
        for (var i = 0; i < Headings; i++)
        {
            var radial = profile.SpeedMps * Math.Cos(2 * Math.PI * i / Headings) * sight.HorizontalNorm / rangeM;
            DetectionModel.Radar(sensor.Performance, position.HeightM, rangeM, heightM, 0, radial, crossSection, one, hiddenM);
            sum += one[0];
        }

        return sum / Headings;
    }

    private void Hear(double rangeM, IReadOnlyList<ObjectProfile> profiles, Span<double> detection)
    {
        var heard = DetectionModel.Acoustic(sensor.Performance, rangeM);
        for (var i = 0; i < profiles.Count; i++) detection[i] = profiles[i].Class is ObjectClass.SmallDrone ? 0 : heard;
    }

    private static void Receive(IReadOnlyList<ObjectProfile> profiles, Span<double> detection)
    {
        for (var i = 0; i < profiles.Count; i++) detection[i] = profiles[i].Transponder ? TransponderHeard : 0;
    }

    private bool InSight(double rangeM, double heightM, double hiddenM) => heightM > hiddenM && rangeM < RadioHorizon.DistanceM(position.HeightM, heightM);
}
