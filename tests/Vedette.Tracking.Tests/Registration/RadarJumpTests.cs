using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Tracking.Tests.Registration;

/// <summary>Two radars and a receiver of ADS-B watch six airliners; from the fourth minute on something is wrong with the radars, or with what the airliners report.</summary>
public class RadarJumpTests
{
    private const double WrongFromS = 240, ToS = 420, PeriodS = 4;

    private static readonly Geodetic Middle = Geodetic.FromDegrees(51, 23, 9000);

    private readonly SensorDirectory sensors = new();
    private readonly SeededRandom random = new(21);
    private readonly SensorId receiver, west, east;

    public RadarJumpTests()
    {
        receiver = sensors.ByName("receiver", SensorKind.Adsb);
        west = Radar("west", 22);
        east = Radar("east", 24);
    }

    [Fact]
    public void A_radar_that_turns_by_a_degree_is_told_with_the_turn_and_the_other_is_not()
    {
        var tracker = Run(turned: [west], ledByMps: 0);
        var alignment = tracker.AlignmentOf(west);
        Assert.Equal(1, alignment.Jump!.Value.AzimuthRad / Angle.RadiansPerDegree, 0.15);
        Assert.InRange(alignment.Jump.Value.At.SecondsSince(Sky.Start), WrongFromS, WrongFromS + 90);
        Assert.Equal(1, alignment.AzimuthRad / Angle.RadiansPerDegree, 0.05);
        Assert.Null(tracker.AlignmentOf(east).Jump);
        Assert.Equal(6, tracker.Picture.ToArray().Count(track => track.Status == TrackStatus.Confirmed));
    }

    [Fact]
    public void Radars_that_seem_to_turn_together_are_believed_and_the_aircraft_are_not()
    {
        var tracker = Run(turned: [west, east], ledByMps: 0);
        Assert.Null(tracker.AlignmentOf(west).Jump);
        Assert.Null(tracker.AlignmentOf(east).Jump);
    }

    [Fact]
    public void Aircraft_that_are_led_away_together_move_no_radar()
    {
        var tracker = Run(turned: [], ledByMps: 22);
        foreach (var radar in new[] { west, east })
        {
            var alignment = tracker.AlignmentOf(radar);
            Assert.Null(alignment.Jump);
            Assert.InRange(alignment.AzimuthRad / Angle.RadiansPerDegree, -0.1, 0.1);
            Assert.InRange(alignment.RangeM, -100, 100);
        }
    }

    private SensorId Radar(string name, double longitudeDeg) => sensors.Put(new()
    {
        Id = SensorId.None,
        Name = name,
        Kind = SensorKind.Radar2D,
        Position = Geodetic.FromDegrees(51, longitudeDeg, 60),
        Performance = new() { PeriodS = PeriodS, SigmaRangeM = 60, SigmaAzimuthRad = 0.0014, ReferenceRangeM = 300e3 },
    });

    private Tracker Run(SensorId[] turned, double ledByMps)
    {
        var tracker = new Tracker();
        tracker.Configure(sensors);
        for (double timeS = 0; timeS < ToS; timeS++)
        {
            var plots = new List<Plot>();
            for (var number = 0; number < 6; number++)
            {
                plots.Add(Claim(number, timeS, ledByMps));
                foreach (var radar in new[] { west, east })
                    if ((timeS + number) % PeriodS == 0) plots.Add(Echo(radar, number, timeS, turned.Contains(radar) && timeS >= WrongFromS ? Angle.RadiansPerDegree : 0));
            }

            tracker.Observe(plots.ToArray());
            tracker.AdvanceTo(Sky.Start.AddSeconds(timeS + 0.5));
        }

        return tracker;
    }

    private static Geodetic At(int number, double timeS) => new EnuFrame(Middle).ToGeodetic(
        new(-60e3 + (20e3 * number) + (number % 2 == 0 ? 60 * timeS : -60 * timeS), -40e3 + (15e3 * number) + (180 * timeS), 0)) with { HeightM = 9000 };

    private Plot Claim(int number, double timeS, double ledByMps)
    {
        var ledM = ledByMps * Math.Max(0, timeS - WrongFromS);
        return Heard(receiver, PlotKind.Cooperative, number, timeS) with
        {
            Position = new EnuFrame(At(number, timeS)).ToGeodetic(new((10 * random.NextGaussian()) + (0.9 * ledM), (10 * random.NextGaussian()) + (0.45 * ledM), 0)) with { HeightM = 9000 },
            Altitude = new PressureAltitude(9000),
        };
    }

    private Plot Echo(SensorId radar, int number, double timeS, double offRad)
    {
        var seen = new EnuFrame(sensors[radar].Position!.Value).Look(At(number, timeS).ToEcef());
        return Heard(radar, PlotKind.Combined, number, timeS) with
        {
            RangeM = seen.RangeM + (60 * random.NextGaussian()),
            AzimuthRad = Angle.Wrap(seen.AzimuthRad + offRad + (0.0014 * random.NextGaussian())),
            Altitude = new PressureAltitude(9000),
        };
    }

    private static Plot Heard(SensorId sensor, PlotKind kind, int number, double timeS) => new()
    {
        Sensor = sensor,
        Kind = kind,
        TimeOfApplicability = Sky.Start.AddSeconds(timeS),
        ReceivedAt = Sky.Start.AddSeconds(timeS + 0.4),
        Address = new(0x480000 + number),
    };
}
