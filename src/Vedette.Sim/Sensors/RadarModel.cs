using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;
using Vedette.Sim.Truth;

namespace Vedette.Sim.Sensors;

/// <summary>
/// A rotating surveillance radar over a smooth earth of 4/3 radius: what its beam meets in one rotation, what of it is detected
/// (<see cref="Detection"/>), and with which errors. Every rotation draws from its own stream, so any rotation can be computed alone.
/// </summary>
public sealed class RadarModel
{
    private const double FullTurn = 2 * Math.PI;

    /// <summary>Nearer than this the transmitter is still sending, m.</summary>
    private const double BlindRangeM = 1000;

    private readonly Station station;
    private readonly SensorPerformance performance;
    private readonly EnuFrame frame;
    private readonly ulong seed;
    private readonly ulong stream;
    private readonly bool measuresElevation;

    /// <param name="index">Index of the station in its scenario: its stream of chance.</param>
    public RadarModel(Station station, ulong seed, int index)
    {
        this.station = station;
        this.seed = seed;
        performance = station.Sensor.Performance;
        frame = new(station.Place);
        stream = 0x2000_0000_0000UL + ((ulong)index << 32);
        measuresElevation = double.IsFinite(performance.SigmaElevationRad);
    }

    public Station Station => station;

    public double PeriodS => performance.PeriodS;

    /// <summary>When the beam of a rotation passes north, s after the start of the scenario.</summary>
    public double NorthS(int rotation) => station.PhaseS + (rotation * PeriodS);

    /// <summary>The rotation that is going on at a time.</summary>
    public int RotationAt(double timeS) => (int)Math.Floor((timeS - station.PhaseS) / PeriodS);

    /// <summary>All echoes of one rotation, in the order in which the beam met them.</summary>
    /// <param name="rotation">Which; the sky must have passed its end by less than a flight's memory.</param>
    /// <param name="sky">Who flies.</param>
    /// <param name="clutter">Birds and weather.</param>
    /// <param name="echoes">Cleared, then filled.</param>
    public void Scan(int rotation, Sky sky, IReadOnlyList<ClutterPatch> clutter, List<RadarEcho> echoes)
    {
        echoes.Clear();
        var random = SeededRandom.For(seed, stream + (uint)rotation);
        foreach (var flight in sky.Flights) Illuminate(flight, rotation, random, echoes);
        EchoMerging.Merge(echoes, performance.ResolutionRangeM, performance.ResolutionAzimuthRad);
        AddFalseEchoes(rotation, random, echoes);
        foreach (var patch in clutter) AddPatch(patch, rotation, random, echoes);
        echoes.Sort(static (a, b) => a.TimeS.CompareTo(b.TimeS));
    }

    private void Illuminate(Flight flight, int rotation, SeededRandom random, List<RadarEcho> echoes)
    {
        if (!MeetsBeam(flight, rotation, out var timeS, out var state, out var look)) return;
        if (!IsVisible(look, state.Place.HeightM)) return;
        var snr = Detection.Snr(flight.Target.CrossSectionM2, performance.ReferenceRangeM, look.RangeM);
        var echoed = random.NextDouble() < Detection.Swerling1(performance.DetectionProbability, snr) * DopplerGain(look, state);
        var replied = performance.HasSecondary && flight.Target.Transponder is not null
            && random.NextDouble() < Detection.SecondaryProbability;
        if (!echoed && !replied) return;
        echoes.Add(Measure(look, timeS, random) with
        {
            Kind = echoed && replied ? PlotKind.Combined : replied ? PlotKind.Secondary : PlotKind.Primary,
            SnrDb = echoed ? 10 * Math.Log10(snr) : double.NaN,
            Target = flight.Target,
            State = state,
        });
    }

    /// <summary>When and where the beam of this rotation meets the flight: beam azimuth(t) = target azimuth(t), by iteration.</summary>
    private bool MeetsBeam(Flight flight, int rotation, out double timeS, out FlightState state, out Polar look)
    {
        var north = NorthS(rotation);
        timeS = Math.Clamp(north + (PeriodS / 2), flight.OldestS, flight.NowS);
        state = default;
        look = default;
        var d = flight.Newest.Position - frame.OriginEcef;
        var reach = performance.MaxRangeM + (2000 * PeriodS);
        if ((d.X * d.X) + (d.Y * d.Y) + (d.Z * d.Z) > reach * reach) return false;
        for (var pass = 0; pass < 3; pass++)
        {
            if (!flight.Covers(timeS)) return false;
            state = flight.At(timeS);
            look = frame.Look(state.Position);
            if (pass < 2) timeS = north + (look.AzimuthRad / FullTurn * PeriodS);
        }

        return true;
    }

    private bool IsVisible(in Polar look, double targetHeightM)
    {
        if (look.RangeM > performance.MaxRangeM || look.RangeM < BlindRangeM) return false;
        var groundM = look.RangeM * Math.Cos(look.ElevationRad);
        var siteHeightM = frame.Origin.HeightM;
        if (groundM > RadioHorizon.DistanceM(siteHeightM, targetHeightM)) return false;
        var apparent = RadioHorizon.ApparentElevationRad(siteHeightM, targetHeightM, groundM);
        return apparent >= performance.MinElevationRad && apparent <= performance.MaxElevationRad;
    }

    /// <summary>A Doppler set loses nine of ten targets that hardly move towards or away from it.</summary>
    private double DopplerGain(in Polar look, in FlightState state)
    {
        if (performance.MinRangeRateMps <= 0) return 1;
        var (sin, cos) = Math.SinCos(look.AzimuthRad);
        var rate = (state.Velocity.East * sin) + (state.Velocity.North * cos);
        return Math.Abs(rate) < performance.MinRangeRateMps ? 0.1 : 1;
    }

    private RadarEcho Measure(in Polar look, double timeS, SeededRandom random) => new()
    {
        TimeS = timeS,
        Kind = PlotKind.Primary,
        RangeM = look.RangeM + station.RangeBiasM + (random.NextGaussian() * performance.SigmaRangeM),
        AzimuthRad = Angle.Wrap(look.AzimuthRad + station.AzimuthBiasRad + (random.NextGaussian() * performance.SigmaAzimuthRad)),
        ElevationRad = measuresElevation
            ? look.ElevationRad + (random.NextGaussian() * performance.SigmaElevationRad)
            : double.NaN,
    };

    /// <summary>Noise that passed the threshold: Poisson in number, uniform in range and azimuth.</summary>
    private void AddFalseEchoes(int rotation, SeededRandom random, List<RadarEcho> echoes)
    {
        var count = random.NextPoisson(performance.ClutterPerScan);
        for (var i = 0; i < count; i++)
        {
            var look = new Polar(
                random.NextDouble(2000, performance.MaxRangeM),
                random.NextDouble(0, FullTurn),
                random.NextDouble(0.1, 8) * Angle.RadiansPerDegree);
            AddFalse(look, rotation, random, echoes);
        }
    }

    private void AddPatch(ClutterPatch patch, int rotation, SeededRandom random, List<RadarEcho> echoes)
    {
        var middleS = NorthS(rotation) + (PeriodS / 2);
        var count = random.NextPoisson(patch.EchoesPerScan);
        for (var i = 0; i < count; i++)
        {
            var point = patch.Draw(random, middleS);
            var look = frame.Look(point);
            if (look.RangeM < performance.ReferenceRangeM / 2 && IsVisible(look, point.ToGeodetic().HeightM))
                AddFalse(look, rotation, random, echoes);
        }
    }

    private void AddFalse(in Polar look, int rotation, SeededRandom random, List<RadarEcho> echoes)
    {
        var echo = Measure(look, NorthS(rotation) + (look.AzimuthRad / FullTurn * PeriodS), random);
        echoes.Add(echo with { SnrDb = 13 + random.NextExponential(3) });
    }
}
