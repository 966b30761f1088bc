using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;
using Vedette.Sim.Truth;

namespace Vedette.Sim.Night;

/// <summary>
/// Airliners on the western side, some of them holding and diverting while the eastern airports are closed, and the patrols. Places are
/// of towns; flights, callsigns and addresses are invented.
/// </summary>
internal sealed class Traffic(Roster roster, SeededRandom random)
{
    public const int Airliners = 300;

    /// <summary>Minutes of the night between which the two eastern airports take nobody.</summary>
    public const int ClosedFromMinute = 58;

    public const int ClosedToMinute = 205;

    private static readonly (double LatDeg, double LonDeg)[] OpenAirports =
        [(52.17, 20.97), (50.08, 19.79), (50.47, 19.08), (54.38, 18.47), (51.10, 16.88), (52.42, 16.83), (51.72, 19.40), (53.48, 20.94)];

    private static readonly (double LatDeg, double LonDeg)[] EasternAirports = [(50.11, 22.02), (51.24, 22.71)];

    /// <summary>Where traffic comes from and goes to beyond the region, clockwise from the north-east.</summary>
    private static readonly (double LatDeg, double LonDeg)[] Edges =
        [(55.6, 23.4), (47.3, 21.6), (47.4, 19.2), (47.9, 16.6), (50.1, 13.2), (52.4, 12.4), (54.8, 13.1), (56.2, 16.5), (56.4, 19.8)];

    private static readonly string[] Operators = ["NRD", "BLT", "KRP", "WSL", "TAT", "ODR", "MAZ", "SUD"];

    private static readonly FlightLimits AirlinerLimits = new()
    {
        TurnRateRadps = 3 * Angle.RadiansPerDegree, LateralMps2 = 4.6, AccelerationMps2 = 0.6, ClimbMps = 11, ClimbAccelerationMps2 = 1.5,
        HeadingNoiseRad = 0.2 * Angle.RadiansPerDegree,
    };

    private static readonly FlightLimits PatrolLimits = new()
    {
        TurnRateRadps = 3 * Angle.RadiansPerDegree, LateralMps2 = 8, AccelerationMps2 = 2, ClimbMps = 30, ClimbAccelerationMps2 = 5,
    };

    public void EnterAirliners()
    {
        for (var i = 0; i < Airliners; i++)
        {
            var startS = (int)random.NextDouble(-80 * 60, 215 * 60);
            var way = i % 15 == 7 ? EasternFlight(startS) : i % 3 == 0 ? Overflight() : Landing(departs: i % 3 == 1);
            roster.Enter(ObjectClass.Airliner, new() { StartS = startS, Waypoints = way, Limits = AirlinerLimits }, Civil(i));
        }
    }

    /// <summary>Two pairs are up all night; two more come up when it becomes serious; helicopters look for what came down.</summary>
    public void EnterPatrols()
    {
        for (var i = 0; i < 8; i++)
        {
            var startS = i < 4 ? -1800 + (i * 20) : ((i < 6 ? 66 : 108) * 60) + (i * 20);
            EnterPatrol(i, startS, untilS: (226 - i) * 60);
        }

        EnterSearch(112, 51.02);
        EnterSearch(178, 50.93);
    }

    private List<Waypoint> Overflight()
    {
        var from = random.Next(Edges.Length);
        var to = (from + 3 + random.Next(Edges.Length - 5)) % Edges.Length;
        var (height, speed) = (Level(9000, 11_900), random.NextDouble(215, 250));
        return [At(Edges[from], height, speed), At(Middle(), height, speed), At(Edges[to], height, speed)];
    }

    private List<Waypoint> Landing(bool departs)
    {
        var field = OpenAirports[random.Next(OpenAirports.Length)];
        var edge = Edges[random.Next(Edges.Length)];
        var middle = Middle();
        var (height, speed) = (Level(6000, 11_300), random.NextDouble(205, 240));
        return departs
            ? [At(field, 250, 85), At(Toward(field, middle, 0.1), 1000, 105), At(Toward(field, middle, 0.35), 4000, 150), At(middle, height, speed), At(edge, height, speed)]
            : [At(edge, height, speed), At(middle, height, speed), .. Approach(field, middle)];
    }

    /// <summary>Down to a runway: fast until some 90 km out, slow on the last ten.</summary>
    private List<Waypoint> Approach((double LatDeg, double LonDeg) field, (double LatDeg, double LonDeg) from) =>
    [
        At(Toward(field, from, 0.85), 5500, 195),
        At(Toward(field, from, 0.3), 2200, 145),
        At(Toward(field, from, 0.1), 700, 95),
        At(field, 250, 72),
    ];

    /// <summary>To one of the eastern airports; while it is closed, twice around a holding fix and on to another.</summary>
    private List<Waypoint> EasternFlight(int startS)
    {
        var field = EasternAirports[random.Next(EasternAirports.Length)];
        var speed = random.NextDouble(205, 230);
        var way = new List<Waypoint> { At(Edges[3 + random.Next(4)], 10_000, speed) };
        var fix = (LatDeg: field.LatDeg + random.NextDouble(-0.1, 0.1), LonDeg: field.LonDeg - 1.1);
        way.Add(At(fix, 6000, speed));
        var arrivesMinute = (startS + Roster.DurationS(way)) / 60;
        if (arrivesMinute is < ClosedFromMinute - 15 or > ClosedToMinute)
        {
            way.AddRange(Approach(field, fix));
            return way;
        }

        for (var circuit = 0; circuit < 2; circuit++)
            foreach (var (north, east) in new[] { (0.12, 0.0), (0.12, -0.35), (0.0, -0.35), (0.0, 0.0) })
                way.Add(At((fix.LatDeg + north, fix.LonDeg + east), 5500, 165));
        var other = OpenAirports[random.Next(3)];
        way.AddRange(Approach(other, fix));
        return way;
    }

    private void EnterPatrol(int index, int startS, int untilS)
    {
        var latDeg = 49.7 + (0.42 * (index % 4));
        var (height, speed) = (6000 + (500.0 * index), 185 + (3.0 * index));
        var offset = -62 - (10.0 * (index / 4));
        (double LatDeg, double LonDeg) base_ = (51.55 - (0.4 * (index % 2)), 21.1);
        var way = new List<Waypoint> { At(base_, 300, 90) };
        var circuit = new[] { (0.0, 0.0), (0.38, 0.0), (0.40, -14.0), (0.02, -14.0) };
        var corners = circuit.Select(c => new Waypoint(Border.East(latDeg + c.Item1, offset + c.Item2, height), speed)).ToArray();
        while (startS + Roster.DurationS(way) < untilS - 900) way.AddRange(corners);
        way.Add(At(base_, 300, 90));
        roster.Enter(ObjectClass.Patrol, new() { StartS = startS, Waypoints = way, Limits = PatrolLimits }, Military(index));
    }

    /// <summary>A helicopter searches in lanes where a stray came down.</summary>
    private void EnterSearch(int minute, double latDeg)
    {
        const double speed = 58, height = 350;
        var way = new List<Waypoint> { At((51.2, 22.4), 150, speed) };
        for (var lane = 0; lane < 8; lane++)
        {
            var lat = latDeg + (0.02 * lane);
            way.Add(new(Border.East(lat, lane % 2 == 0 ? -52 : -30, height), speed));
            way.Add(new(Border.East(lat, lane % 2 == 0 ? -30 : -52, height), speed));
        }

        way.Add(At((51.2, 22.4), 150, speed));
        roster.Enter(ObjectClass.Helicopter, new() { StartS = minute * 60, Waypoints = way, Limits = AirlinerLimits }, Military(minute == 112 ? 8 : 9));
    }

    private Transponder Civil(int index) => new(
        0x48_A000 + (index * 37),
        Code(index),
        Callsign.From($"{Operators[random.Next(Operators.Length)]}{100 + random.Next(900)}{(char)('A' + random.Next(26))}"));

    private Transponder Military(int index) =>
        new(0x48_D800 + (index * 11), Code(400 + index), Callsign.From(index < 8 ? $"PATROL{index + 1}" : $"SEARCH{index - 7}"), Broadcasts: false);

    /// <summary>Four octal digits between 1001 and 6777: never one of the reserved codes 7500, 7600 and 7700.</summary>
    private static Mode3A Code(int index) => new((ushort)(0x201 + (index * 7)));

    private (double LatDeg, double LonDeg) Middle() => (random.NextDouble(49.9, 53.6), random.NextDouble(17.0, 21.6));

    /// <summary>So many degrees of latitude from one place towards another, a little to one side.</summary>
    private (double LatDeg, double LonDeg) Toward((double LatDeg, double LonDeg) from, (double LatDeg, double LonDeg) to, double degrees)
    {
        var north = to.LatDeg - from.LatDeg;
        var east = (to.LonDeg - from.LonDeg) * 0.63;
        var f = Math.Min(degrees / Math.Max(Math.Sqrt((north * north) + (east * east)), 0.01), 0.9);
        var aside = random.NextGaussian() * 0.08 * degrees;
        return (from.LatDeg + (f * north) + aside, from.LonDeg + (f * (to.LonDeg - from.LonDeg)) - aside);
    }

    /// <summary>A flight level in steps of a thousand feet.</summary>
    private double Level(double lowM, double highM) => Math.Round(random.NextDouble(lowM, highM) / 304.8) * 304.8;

    private static Waypoint At((double LatDeg, double LonDeg) place, double heightM, double speedMps) =>
        new(Geodetic.FromDegrees(place.LatDeg, place.LonDeg, heightM), speedMps);
}
