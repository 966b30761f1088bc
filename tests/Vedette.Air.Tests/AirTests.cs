using CsCheck;
using Vedette.Kernel.Geodesy;

namespace Vedette.Air.Tests;

public sealed class AirTests
{
    [Fact]
    public void A_covariance_is_symmetric_and_every_element_has_its_own_place()
    {
        var covariance = new Covariance6();
        for (var i = 0; i < 6; i++)
            for (var j = i; j < 6; j++) covariance.Set(j, i, (10 * i) + j);
        for (var i = 0; i < 6; i++)
            for (var j = 0; j < 6; j++) Assert.Equal((10 * Math.Min(i, j)) + Math.Max(i, j), covariance.At(i, j));
    }

    [Fact]
    public void The_best_class_is_the_most_probable_one()
    {
        var classes = new ClassProbabilities();
        classes[(int)ObjectClass.OneWayDrone] = 0.7;
        classes[(int)ObjectClass.Bird] = 0.3;
        Assert.Equal(ObjectClass.OneWayDrone, classes.Best);
    }

    [Fact]
    public void A_callsign_reads_back_without_its_padding() =>
        Gen.String[Gen.Char["ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"], 0, 8].Sample(text => Assert.Equal(text, Callsign.From(text).ToString()));

    [Fact]
    public void Codes_and_addresses_are_written_as_controllers_write_them()
    {
        Assert.Equal("7500", Mode3A.Hijack.ToString());
        Assert.Equal("7600", Mode3A.RadioFailure.ToString());
        Assert.Equal("7700", Mode3A.Emergency.ToString());
        Assert.Equal("0021", new Mode3A(0x11).ToString());
        Assert.Equal("48A1B2", new TransponderAddress(0x48A1B2).ToString());
        Assert.Equal("~48A1B2", new TransponderAddress(0x48A1B2 | TransponderAddress.NonIcaoFlag).ToString());
    }

    [Fact]
    public void A_sensor_met_again_keeps_its_number_and_a_radar_is_not_its_ads_b_station()
    {
        var directory = new SensorDirectory();
        var radar = directory.BySource(new AsterixSource(25, 1), SensorKind.Radar2D);
        Assert.Equal(radar, directory.BySource(new AsterixSource(25, 1), SensorKind.Radar2D));
        Assert.NotEqual(radar, directory.BySource(new AsterixSource(25, 1), SensorKind.Adsb));
    }

    [Fact]
    public void A_configured_position_outranks_what_the_sensor_says_of_itself()
    {
        var directory = new SensorDirectory();
        var known = Geodetic.FromDegrees(50, 23, 100);
        var id = directory.Put(new Sensor { Id = SensorId.None, Name = "r", Kind = SensorKind.Radar2D, Position = known });
        directory.Locate(id, Geodetic.FromDegrees(10, 10));
        Assert.Equal(known, directory[id].Position);
        var stranger = directory.BySource(new AsterixSource(1, 1), SensorKind.Radar2D);
        directory.Locate(stranger, known);
        Assert.Equal(known, directory[stranger].Position);
    }
}
