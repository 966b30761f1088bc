using Vedette.Air;
using Vedette.Kernel.Geodesy;

namespace Vedette.Assessment.Tests.Coverage;

public sealed class CoverageWatchTests
{
    private readonly Shore shore = new();

    [Fact]
    public void A_low_object_is_seen_inside_the_horizon_and_not_beyond_it()
    {
        shore.Radar(50.5, heightM: 30);
        var seen = shore.Begin().Run(3).Last;
        // FIELD: a 30-m mast sees 45 km at 30 m of height and 94 km at 300 m.
        Assert.InRange(Detection(seen, ObjectClass.OneWayDrone, 30, 50.5, 20.95 + Degrees(25e3)), 0.9, 1);
        Assert.Equal(0, Detection(seen, ObjectClass.OneWayDrone, 30, 50.5, 20.95 + Degrees(60e3)));
        Assert.InRange(Detection(seen, ObjectClass.CruiseMissile, 300, 50.5, 20.95 + Degrees(70e3)), 0.9, 1);
        Assert.Equal(0, Detection(seen, ObjectClass.CruiseMissile, 300, 50.5, 20.95 + Degrees(115e3)));
    }

    [Fact]
    public void A_small_cross_section_is_lost_before_a_large_one()
    {
        shore.Radar(50.5, 20.4, heightM: 400);
        var seen = shore.Begin().Run(3).Last;
        var far = 20.4 + Degrees(140e3);
        Assert.True(Detection(seen, ObjectClass.SmallDrone, 3000, 50.5, far) < Detection(seen, ObjectClass.LightAircraft, 3000, 50.5, far));
    }

    [Fact]
    public void A_radar_that_falls_silent_counts_for_nothing_within_two_seconds_of_its_next_word_and_counts_again_when_it_is_back()
    {
        shore.Radar(49.3, maxRangeM: 110e3);
        shore.Radar(51.7, maxRangeM: 110e3);
        var radar = shore.Radar(50.5, maxRangeM: 110e3);
        shore.Begin().Run(20);
        var before = shore.Miss(ObjectClass.OneWayDrone, 1000);
        var failedAt = shore.Now;
        shore.Run(6, radar);
        Assert.InRange(shore.ToldAt.SecondsSince(failedAt), 0, 4);
        Assert.Equal(SensorWork.Silent, shore.Last.Sensors[radar.Value].Work);
        Assert.Equal(1, shore.Miss(ObjectClass.OneWayDrone, 1000));
        Assert.True(before < 0.5, $"{before}");
        shore.Run(1);
        Assert.Equal(SensorWork.Working, shore.Last.Sensors[radar.Value].Work);
        Assert.Equal(before, shore.Miss(ObjectClass.OneWayDrone, 1000));
    }

    [Fact]
    public void A_radar_that_fell_silent_after_its_first_word_is_no_less_soon_counted_out_the_next_time()
    {
        shore.Radar(49.3);
        var radar = shore.Radar(50.5);
        shore.Begin().Run(1).Run(300, radar).Run(20);
        Assert.Equal(SensorWork.Working, shore.Last.Sensors[radar.Value].Work);
        shore.Run(4, radar);
        Assert.Equal(SensorWork.Silent, shore.Last.Sensors[radar.Value].Work);
    }

    [Fact]
    public void A_failed_feed_is_believed_at_once()
    {
        var radar = shore.Radar(50.5);
        shore.Begin().Run(20);
        shore.Watch.Lost(radar, shore.Now, 77);
        shore.Update([]);
        Assert.Equal((SensorWork.Silent, 77L), (shore.Last.Sensors[0].Work, shore.Last.Sensors[0].Why.Entry));
    }

    [Fact]
    public void A_radar_that_calls_itself_unfit_counts_for_nothing()
    {
        var radar = shore.Radar(50.5);
        shore.Begin().Run(5);
        shore.Watch.Heard(new SensorMessage { Sensor = radar, Kind = SensorMessageKind.Status, Time = shore.Now, ReceivedAt = shore.Now, Degraded = true }, 42);
        shore.Update([]);
        Assert.Equal((SensorWork.Impaired, 0.0, 42L), (shore.Last.Sensors[0].Work, shore.Last.Sensors[0].Share, shore.Last.Sensors[0].Why.Entry));
    }

    [Fact]
    public void A_direction_in_which_cooperative_aircraft_stay_unanswered_is_counted_down_and_the_others_are_not()
    {
        var radar = shore.Radar(50.5);
        shore.Begin().Run(2);
        for (var turn = 0; turn < 60; turn++)
        {
            // One to the east is answered every turn, one to the west is not.
            shore.Watch.Heard(Reply(radar, 0xA));
            shore.Tracks = [Aircraft(1, 0xA, 21.7), Aircraft(2, 0xB, 20.2)];
            shore.Run(6);
        }

        var sectors = shore.Last.Sensors[0].Sectors;
        Assert.Equal(SensorWork.Impaired, shore.Last.Sensors[0].Work);
        Assert.Equal(1, sectors[3]);
        Assert.InRange(sectors[11], 0, 0.6);
        Assert.InRange(sectors.Count(static s => s == 1), 14, 15);
    }

    [Fact]
    public void A_sensor_of_unknown_place_covers_nothing_and_says_so()
    {
        shore.Sensors.BySource(new(1, 2), SensorKind.Radar2D);
        shore.Begin().Run(1);
        Assert.Equal(SensorWork.Unplaced, Assert.Single(shore.Last.Sensors).Work);
        Assert.False(shore.AllClear.Allowed);
    }

    [Fact]
    public void The_same_night_twice_gives_the_same_coverage()
    {
        static byte[] Run()
        {
            var night = new Shore();
            var gone = night.Radar(50.1);
            night.Radar(51.2);
            return night.Begin().Run(30).Run(10, gone).Run(30).Last.Detection;
        }

        Assert.Equal(Run(), Run());
    }

    private static double Degrees(double eastM) => eastM / (111_320 * Math.Cos(50.5 * Math.PI / 180));

    private static double Detection(CoveragePicture seen, ObjectClass c, double heightM, double latitudeDeg, double longitudeDeg)
    {
        var profile = seen.Profiles.ToList().FindIndex(p => p.Class == c);
        var height = seen.HeightsM.ToList().IndexOf(heightM);
        return seen.DetectionAt(profile, height, seen.Area.CellOf(Geodetic.FromDegrees(latitudeDeg, longitudeDeg))) / 255.0;
    }

    private Plot Reply(SensorId radar, int address) => new()
    {
        Sensor = radar, Kind = PlotKind.Secondary, TimeOfApplicability = shore.Now, ReceivedAt = shore.Now, Entry = 5, RangeM = 50e3, AzimuthRad = 1.5, Address = new(address),
    };

    private Track Aircraft(int number, int address, double longitudeDeg) => new()
    {
        Number = new(number), Status = TrackStatus.Confirmed, Existence = 1, Time = shore.Now, LastSeen = shore.Now, Address = new(address), HeightKnown = true,
        Position = Geodetic.FromDegrees(50.42, longitudeDeg, 9000), Velocity = default,
    };
}
