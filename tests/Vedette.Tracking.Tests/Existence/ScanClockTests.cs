using Vedette.Tracking.Existence;

namespace Vedette.Tracking.Tests.Existence;

public class ScanClockTests
{
    [Fact]
    public void The_beam_is_found_from_plots_alone()
    {
        var clock = new ScanClock(6);
        const double phase = 2.3;
        for (var k = 0; k < 400; k++)
        {
            var azimuth = k * 2.399 % (2 * Math.PI);
            clock.OnPlot(phase + (((k / 4) + (azimuth / (2 * Math.PI))) * 6), azimuth);
        }

        Assert.True(clock.Locked);
        var look = clock.LookTime(Math.PI, 300);
        Assert.Equal(0, Math.IEEERemainder(look - phase - 3, 6), 0.05);
        Assert.InRange(300 - look, 0, 6);
    }

    [Fact]
    public void Plots_in_no_order_of_azimuth_lock_nothing()
    {
        var clock = new ScanClock(6);
        for (var k = 0; k < 400; k++) clock.OnPlot(k * 0.37, k * 1.7 % (2 * Math.PI));
        Assert.False(clock.Locked);
    }

    [Fact]
    public void A_sensor_whose_plots_come_late_is_given_time()
    {
        var prompt = new ScanClock(6);
        var late = new ScanClock(6);
        for (var k = 0; k < 300; k++)
        {
            prompt.OnPlot(k, double.NaN);
            late.OnPlot(k % 5 == 0 ? k - 4 : k, double.NaN);
        }

        Assert.True(prompt.FrontS - prompt.SettledS < 0.5);
        Assert.InRange(late.FrontS - late.SettledS, 2, 6);
    }

    [Fact]
    public void The_rotation_told_by_the_sensor_is_believed()
    {
        var clock = new ScanClock(6);
        clock.OnNorth(0, 4.8);
        Assert.Equal(4.8, clock.PeriodS);
    }
}
