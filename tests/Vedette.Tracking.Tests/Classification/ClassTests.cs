using Vedette.Air;
using Vedette.Kernel.Geodesy;

namespace Vedette.Tracking.Tests.Classification;

public class ClassTests
{
    [Theory]
    [InlineData("BAW473", 230, 11_000)]     // in cruise
    [InlineData("RYR2XG", 140, 2_800)]      // on approach
    [InlineData("", 140, 2_500)]            // the same without a name
    public void An_airliner_is_one_in_cruise_and_on_approach(string callsign, double speedMps, double heightM) =>
        Assert.Equal(ObjectClass.Airliner, Reported(callsign, speedMps, heightM).Classes.Best);

    [Fact]
    public void Without_an_airlines_flight_number_fast_and_high_is_less_surely_an_airliner() =>
        Assert.True(Reported("BAW473", 175, 6_500).Classes.Of(ObjectClass.Airliner) > Reported("PATROL1", 175, 6_500).Classes.Of(ObjectClass.Airliner) + 0.1);

    [Theory]
    [InlineData(28, 1_800)]
    [InlineData(40, 900)]
    public void A_glider_is_a_light_aircraft_and_no_helicopter(double speedMps, double heightM) =>
        Assert.Equal(ObjectClass.LightAircraft, Reported("DKWFW", speedMps, heightM).Classes.Best);

    [Fact]
    public void An_airliner_that_stands_on_the_ground_is_no_helicopter() =>
        Assert.Equal(ObjectClass.Airliner, Reported("VLG742A", 1, 20, onGround: true).Classes.Best);

    [Theory]
    [InlineData(35, 0, ObjectClass.Balloon)]        // with the wind
    [InlineData(0, 35, ObjectClass.OneWayDrone)]    // across it
    [InlineData(-35, 0, ObjectClass.OneWayDrone)]   // against it
    public void What_goes_with_the_wind_and_does_not_answer_is_a_balloon_however_fast(double eastMps, double northMps, ObjectClass expected)
    {
        var wind = new WindField([new(3000, 270, 34)]);
        Assert.Equal(expected, Seen(eastMps, northMps, wind).Classes.Best);
        Assert.Equal(ObjectClass.OneWayDrone, Seen(eastMps, northMps, WindField.Unknown).Classes.Best);
    }

    /// <summary>What a 3-D radar makes of a silent object at 3,000 m in five minutes.</summary>
    private static Track Seen(double eastMps, double northMps, WindField winds)
    {
        var sky = new Sky(3);
        var radar = sky.Radar(50, 22, SensorKind.Radar3D);
        sky.Watch(radar, [new Flyer(Geodetic.FromDegrees(50.2, 22.3, 3000), eastMps, northMps)], 0, 300);
        var tracker = new Tracker();
        tracker.Configure(sky.Sensors);
        tracker.Know(winds);
        foreach (var plot in sky.InOrder())
        {
            tracker.Observe([plot]);
            tracker.AdvanceTo(plot.ReceivedAt);
        }

        return tracker.Picture.ToArray().OrderByDescending(track => track.Existence).First();
    }

    /// <summary>What becomes of an aircraft that reports itself every second for a minute, flying east.</summary>
    private static Track Reported(string callsign, double speedMps, double heightM, bool onGround = false)
    {
        var sensors = new SensorDirectory();
        var receiver = sensors.Put(new()
        {
            Id = SensorId.None, Name = "receiver", Kind = SensorKind.Adsb, Position = Geodetic.FromDegrees(50, 22, 100),
            Performance = new() { SigmaPositionM = 20, SigmaVelocityMps = 1 },
        });
        var flyer = new Flyer(Geodetic.FromDegrees(50.2, 22.2, heightM), speedMps, 0);
        var tracker = new Tracker();
        tracker.Configure(sensors);
        for (var second = 0; second < 60; second++)
        {
            var at = Sky.Start.AddSeconds(second);
            tracker.Observe([new Plot
            {
                Sensor = receiver, Kind = PlotKind.Cooperative, TimeOfApplicability = at, ReceivedAt = at.AddSeconds(0.2), Position = Sky.At(flyer, second),
                VelocityEastMps = speedMps, VelocityNorthMps = 0, Address = new TransponderAddress(0x480001), Callsign = Callsign.From(callsign),
                OnGround = onGround,
            }]);
            tracker.AdvanceTo(at.AddSeconds(0.5));
        }

        return Assert.Single(tracker.Picture.ToArray());
    }
}
