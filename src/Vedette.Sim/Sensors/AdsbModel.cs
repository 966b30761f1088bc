using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;
using Vedette.Sim.Faults;
using Vedette.Sim.Truth;

namespace Vedette.Sim.Sensors;

/// <summary>
/// What aircraft broadcast, and which receiver hears it. Rates after DO-260B 2.2.3.3: position and velocity twice a second, each
/// interval spread over ±0.1 s; identification every 5 s; operational status every 2.5 s; acquisition squitter (DF11) once a second. Every aircraft draws every second
/// from its own stream.
/// </summary>
public sealed class AdsbModel
{
    /// <summary>Claimed positions wander around the truth with this time constant, s.</summary>
    private const int WanderS = 30;

    /// <summary>Spread of a healthy claim, m per axis: NACp 9 to 10 in practice.</summary>
    private const double HealthySigmaM = 6;

    /// <summary>How many of the disturbed aircraft say that their integrity is gone (in real nights most, not all).</summary>
    private const double AdmittedShare = 0.8;

    private readonly (Station Station, EnuFrame Frame)[] receivers;
    private readonly GnssInterference[] interference;
    private readonly GnssSpoofing[] spoofing;
    private readonly ulong seed;

    /// <param name="receivers">The stations of kind <see cref="SensorKind.Adsb"/>, in the order of <see cref="Broadcasts"/>' answer.</param>
    public AdsbModel(IReadOnlyList<Station> receivers, IReadOnlyList<Fault> faults, ulong seed)
    {
        this.receivers = [.. receivers.Select(r => (r, new EnuFrame(r.Place)))];
        interference = [.. faults.OfType<GnssInterference>()];
        spoofing = [.. faults.OfType<GnssSpoofing>()];
        this.seed = seed;
    }

    /// <summary>Everything heard in the second that ends at <paramref name="endS"/>, by time within each receiver.</summary>
    /// <param name="heard">One list for each receiver; cleared, then filled.</param>
    public void Broadcasts(int endS, Sky sky, List<Squitter>[] heard)
    {
        foreach (var list in heard) list.Clear();
        Span<double> reception = stackalloc double[receivers.Length];
        foreach (var flight in sky.Flights)
        {
            if (flight.Target.Transponder is not { Broadcasts: true } || !flight.Covers(endS - 1) || !flight.Covers(endS)) continue;
            if (!Receivable(flight.At(endS - 1), reception)) continue;
            Broadcast(flight, endS - 1, reception, heard);
        }

        foreach (var list in heard) list.Sort(static (a, b) => a.TimeS.CompareTo(b.TimeS));
    }

    private void Broadcast(Flight flight, int second, ReadOnlySpan<double> reception, List<Squitter>[] heard)
    {
        var number = flight.Target.Number;
        var random = SeededRandom.For(seed, 0x6000_0000_0000UL + ((ulong)number << 32) + (uint)second);
        var phase = number * 0.618033988749895 % 0.5;
        for (var half = 0; half < 2; half++)
        {
            Send(flight, SquitterKind.Position, second + At(phase + (0.5 * half), random), half == 1, random, reception, heard);
            Send(flight, SquitterKind.Velocity, second + At(phase + 0.25 + (0.5 * half), random), false, random, reception, heard);
        }

        Send(flight, SquitterKind.Acquisition, second + random.NextDouble(), false, random, reception, heard);
        if ((second + number) % 5 is 1 or 3)
            Send(flight, SquitterKind.Status, second + random.NextDouble(), false, random, reception, heard);
        if ((second + number) % 5 == 0)
            Send(flight, SquitterKind.Identification, second + random.NextDouble(), false, random, reception, heard);
    }

    /// <summary>A moment within the second, jittered, kept inside it so that every second stands alone.</summary>
    private static double At(double share, SeededRandom random) =>
        Math.Clamp((share % 1) + random.NextDouble(-0.1, 0.1), 0, 0.999);

    private void Send(
        Flight flight, SquitterKind kind, double timeS, bool odd, SeededRandom random, ReadOnlySpan<double> reception, List<Squitter>[] heard)
    {
        Squitter? message = null;
        for (var r = 0; r < receivers.Length; r++)
        {
            if (random.NextDouble() >= reception[r]) continue;
            message ??= Compose(flight, kind, timeS, odd);
            heard[r].Add(message.Value);
        }
    }

    private Squitter Compose(Flight flight, SquitterKind kind, double timeS, bool odd)
    {
        var state = flight.At(timeS);
        var number = flight.Target.Number;
        var (east, north) = Wander(number, timeS, 0);
        var error = new Enu(east * HealthySigmaM, north * HealthySigmaM, 0);
        var disturbed = false;
        foreach (var zone in interference)
        {
            if (!zone.Covers(timeS) || Geodesic.Inverse(zone.Centre, state.Place).DistanceM > zone.RadiusM) continue;
            (east, north) = Wander(number, timeS, 1);
            error += new Enu(east, north, 0) * zone.SigmaM;
            disturbed = SeededRandom.For(seed, 0x6100_0000_0000UL + (ulong)number).NextDouble() < AdmittedShare;
        }

        foreach (var zone in spoofing)
        {
            if (!zone.Covers(timeS) || Geodesic.Inverse(zone.Centre, state.Place).DistanceM > zone.RadiusM) continue;
            var ledS = timeS - zone.FromS;
            error += new Enu(zone.EastM + (zone.EastMps * ledS), zone.NorthM + (zone.NorthMps * ledS), 0);
            state = state with { Velocity = state.Velocity + new Enu(zone.EastMps, zone.NorthMps, 0) };
        }

        var claimed = new Geodetic(            state.Place.LatitudeRad + (error.North / Wgs84.MeridianRadiusM(state.Place.LatitudeRad)),
            state.Place.LongitudeRad
                + (error.East / (Wgs84.PrimeVerticalRadiusM(state.Place.LatitudeRad) * Math.Cos(state.Place.LatitudeRad))),
            state.Place.HeightM);
        return new(timeS, kind, flight.Target, state, claimed, odd, disturbed);
    }

    /// <summary>A slow unit Gaussian walk: independent values every <see cref="WanderS"/> seconds, straight lines between.</summary>
    private (double East, double North) Wander(int number, double timeS, uint kind)
    {
        var node = (long)Math.Floor(timeS / WanderS);
        var f = (timeS / WanderS) - node;
        var (e0, n0) = Node(number, node, kind);
        var (e1, n1) = Node(number, node + 1, kind);
        return (e0 + ((e1 - e0) * f), n0 + ((n1 - n0) * f));
    }

    private (double East, double North) Node(int number, long node, uint kind)
    {
        var random = SeededRandom.For(seed, 0x6200_0000_0000UL + ((ulong)kind << 40) + ((ulong)number << 20) + (ulong)(node + 100_000));
        return (random.NextGaussian(), random.NextGaussian());
    }

    /// <summary>Reception probability at each receiver; false where nobody can hear it.</summary>
    private bool Receivable(in FlightState state, Span<double> reception)
    {
        var any = false;
        for (var r = 0; r < receivers.Length; r++)
        {
            var (station, frame) = receivers[r];
            var local = frame.ToLocal(state.Position);
            var visible = local.HorizontalNorm < RadioHorizon.DistanceM(frame.Origin.HeightM, state.Place.HeightM);
            reception[r] = visible
                ? Detection.Heard(station.Sensor.Performance.DetectionProbability, local.Norm, station.Sensor.Performance.MaxRangeM)
                : 0;
            any |= reception[r] > 0;
        }

        return any;
    }
}
