using Vedette.Air;
using Vedette.Assessment.Winds;
using Vedette.Kernel;

namespace Vedette.Assessment.Tests.Winds;

public class WindTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 1, 17, 12);

    private readonly WindWatch watch = new();

    [Fact]
    public void Nothing_is_known_of_the_wind_until_it_is_told_or_measured()
    {
        Assert.False(watch.At(Noon).IsKnown);
        Assert.Null(WindField.Unknown.At(500));
    }

    [Fact]
    public void A_west_wind_goes_east_and_is_drawn_straight_between_heights()
    {
        var field = new WindField([new(3000, 270, 20), new(1000, 180, 10)]);
        var middle = field.At(2000)!.Value;
        Assert.Equal((10, 5), (middle.EastMps, middle.NorthMps), (a, b) => Math.Abs(a.Item1 - b.Item1) + Math.Abs(a.Item2 - b.Item2) < 1e-9);
        Assert.Equal(20, field.At(4400)!.Value.EastMps, 9);
        Assert.Null(field.At(4600));
    }

    [Fact]
    public void What_aircraft_measure_replaces_what_was_told_of_that_height_while_it_is_fresh()
    {
        watch.Expect([new(9500, 0, 10), new(1000, 90, 5)]);
        Assert.Equal(-10, watch.At(Noon).At(9500)!.Value.NorthMps, 6);
        for (var i = 0; i < 10; i++) watch.Heard(Report(i % 2, 9400, east: 30, north: 1));
        var measured = watch.At(Noon.AddSeconds(120)).At(9500)!.Value;
        Assert.Equal(30, measured.EastMps, 3);
        Assert.InRange(measured.SigmaMps, 2, 4);
        Assert.Equal(-5, watch.At(Noon.AddSeconds(120)).At(1000)!.Value.EastMps, 6);
        Assert.Equal(-10, watch.At(Noon.AddSeconds(4000)).At(9500)!.Value.NorthMps, 6);
    }

    [Fact]
    public void One_aircraft_alone_proves_no_wind()
    {
        for (var i = 0; i < 50; i++) watch.Heard(Report(0, 9400, 30, 1));
        Assert.False(watch.At(Noon.AddSeconds(60)).IsKnown);
    }

    private static Plot Report(int aircraft, double heightM, float east, float north) => new()
    {
        Sensor = new(0), Kind = PlotKind.Secondary, TimeOfApplicability = Noon, ReceivedAt = Noon, Address = new(0x480001 + aircraft),
        Altitude = new PressureAltitude(heightM), Air = new(230, east, north),
    };
}
