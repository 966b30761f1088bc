using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Tracking.Tests;

/// <summary>Another system's tracks as input: its numbers are evidence, its velocities lag in a turn.</summary>
public sealed class SystemTrackTests
{
    private const double PeriodS = 4;
    private static readonly EnuFrame Frame = new(Geodetic.FromDegrees(50.5, 23, 9000));

    [Fact]
    public void Two_aircraft_that_cross_at_a_small_angle_keep_their_numbers_where_their_tracker_tells_them_apart()
    {
        Assert.Equal(0, Enumerable.Range(1, 12).Count(seed => Swapped((ulong)seed, numbered: true)));
        Assert.InRange(Enumerable.Range(1, 12).Count(seed => Swapped((ulong)seed, numbered: false)), 1, 12);
    }

    [Fact]
    public void A_number_given_to_another_aircraft_does_not_carry_the_track_away()
    {
        var tracker = new Tracker();
        var sensors = Configure(tracker);
        for (var timeS = 0.0; timeS <= 240; timeS += PeriodS)
        {
            var numbers = timeS < 120 ? (First: 7, Second: 8) : (First: 8, Second: 7);
            tracker.Observe(
            [
                Reported(sensors, timeS, new(0, 200 * timeS, 0), new(0, 200, 0), numbers.First, 0),
                Reported(sensors, timeS, new(20e3, 200 * timeS, 0), new(0, 200, 0), numbers.Second, 1),
            ]);
        }

        tracker.AdvanceTo(Sky.Start.AddSeconds(241));
        Assert.Equal([1, 2], tracker.Picture.ToArray().Select(track => track.Number.Value));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-2.5)]
    public void A_turn_told_with_the_velocity_of_eight_seconds_ago_stays_one_track(double turnDegps)
    {
        const double speedMps = 120, lagS = 8;
        var tracker = new Tracker();
        var sensors = Configure(tracker);
        var random = new SeededRandom(5);
        double east = 0, north = 0;
        for (var timeS = 0.0; timeS <= 400; timeS += PeriodS)
        {
            tracker.Observe([Reported(sensors, timeS, Noisy(new(east, north, 0), random), Velocity(Heading(timeS - lagS)), 7, 0)]);
            for (var step = 0; step < 8; step++)
            {
                var v = Velocity(Heading(timeS + (step * PeriodS / 8)));
                (east, north) = (east + (v.East * PeriodS / 8), north + (v.North * PeriodS / 8));
            }
        }

        tracker.AdvanceTo(Sky.Start.AddSeconds(401));
        Assert.Equal(1, Assert.Single(tracker.Picture.ToArray()).Number.Value);

        double Heading(double timeS) => timeS < 60 ? 0 : Math.Min(timeS - 60, 200) * turnDegps * Angle.RadiansPerDegree;
        static Enu Velocity(double heading) => new(speedMps * Math.Sin(heading), speedMps * Math.Cos(heading), 0);
    }

    /// <summary>Did our numbers change sides between before and after the crossing?</summary>
    private static bool Swapped(ulong seed, bool numbered)
    {
        var tracker = new Tracker();
        var sensors = Configure(tracker);
        var random = new SeededRandom(seed);
        Enu right = new(4, 200, 0), left = new(-4, 200, 0);
        var before = 0;
        for (var timeS = -200.0; timeS <= 200; timeS += PeriodS)
        {
            tracker.Observe(
            [
                Reported(sensors, timeS, Noisy(Along(right, timeS), random), null, numbered ? 7 : -1, 0),
                Reported(sensors, timeS, Noisy(Along(left, timeS), random), null, numbered ? 8 : -1, 1),
            ]);
            if (timeS != -100) continue;
            tracker.AdvanceTo(Sky.Start.AddSeconds(timeS + 500));
            before = Nearest(tracker, Along(right, timeS));
        }

        tracker.AdvanceTo(Sky.Start.AddSeconds(700));
        return Nearest(tracker, Along(right, 200)) != before;
    }

    private static Enu Along(Enu velocity, double timeS) => new(velocity.East * timeS, velocity.North * timeS, 0);

    private static int Nearest(Tracker tracker, Enu place) => tracker.Picture.ToArray()
        .MinBy(track => Math.Abs(Frame.ToLocal(track.Position.ToEcef()).East - place.East)).Number.Value;

    private static Enu Noisy(Enu place, SeededRandom random) =>
        new(place.East + (60 * random.NextGaussian()), place.North + (60 * random.NextGaussian()), place.Up);

    private static SensorId Configure(Tracker tracker)
    {
        var sensors = new SensorDirectory();
        var id = sensors.BySource(new(226, 2), SensorKind.SystemTracker);
        tracker.Configure(sensors);
        return id;
    }

    private static Plot Reported(SensorId sensor, double timeS, Enu place, Enu? velocity, int number, int order) => new()
    {
        Sensor = sensor,
        Kind = PlotKind.Positioned,
        TimeOfApplicability = Sky.Start.AddSeconds(timeS + 500),
        ReceivedAt = Sky.Start.AddSeconds(timeS + 500.2),
        Entry = (2 * (long)(timeS + 500)) + order,
        Position = Frame.ToGeodetic(place),
        VelocityEastMps = velocity?.East ?? double.NaN,
        VelocityNorthMps = velocity?.North ?? double.NaN,
        SourceTrackNumber = number,
    };
}
