using Vedette.Air;
using Vedette.Tracking.Existence;
using Vedette.Tracking.Gating;

namespace Vedette.Tracking.Tests.Gating;

public class SectorCutTests
{
    private const double PeriodS = 6;

    /// <summary>What follows arrives 0.4 s after the beam passed; by the last of these arrivals the beam is 0.4 s further on.</summary>
    private const double LatencyS = 0.4;

    [Fact]
    public void The_cut_goes_through_empty_sky_and_not_through_a_formation()
    {
        // The last four stand within three degrees; the beam has passed only two of them by more than the radar's disorder.
        double[] times = [60.0, 60.1, 60.40, 60.41, 60.43, 60.45];
        Assert.Equal(2, Due(times, frontS: 60.65, nowS: 60.65 + LatencyS));
    }

    [Fact]
    public void Where_no_sky_is_empty_the_cut_goes_where_it_is_emptiest()
    {
        double[] times = [60.00, 60.02, 60.07, 60.09, 60.12, 60.45];
        Assert.Equal(2, Due(times[..5], frontS: 60.09 + 0.3, nowS: 60.5));
    }

    [Fact]
    public void Nothing_waits_longer_than_a_fraction_of_a_second()
    {
        double[] times = [60.40, 60.41, 60.43];
        Assert.Equal(0, Due(times, frontS: 60.43, nowS: 60.43 + LatencyS));
        Assert.Equal(3, Due(times, frontS: 60.43, nowS: 60.43 + LatencyS + 0.7));
    }

    [Fact]
    public void A_sensor_whose_beam_is_not_known_waits_for_nothing()
    {
        double[] times = [60.40, 60.41, 60.43];
        Assert.Equal(3, SectorCut.Due(PlotsAt(times), [0, 1, 2], new ScanClock(PeriodS), Sky.Start.AddSeconds(60.8), Sky.Start));
    }

    /// <summary>A flyer's plots reach the picture though the last ones of a look are held back for a moment.</summary>
    [Fact]
    public void What_was_held_back_is_taken_with_the_next_batch()
    {
        var sky = new Sky(3);
        var radar = sky.Radar(50, 23);
        sky.Clutter(radar, 0, 60);
        var tracker = new Tracker();
        tracker.Configure(sky.Sensors);
        foreach (var plot in sky.InOrder()) tracker.Observe([plot]);
        tracker.AdvanceTo(Sky.Start.AddSeconds(70));
        Assert.Equal(tracker.Counts.Plots, tracker.Sites[radar.Value]!.PlotsUsed);
    }

    private static int Due(double[] times, double frontS, double nowS)
    {
        var clock = new ScanClock(PeriodS);
        for (var t = 0.0; t < 60; t += 0.1) clock.OnPlot(t, 2 * Math.PI * t / PeriodS % (2 * Math.PI));
        clock.OnSector(frontS);
        Assert.True(clock.Locked);
        return SectorCut.Due(PlotsAt(times), [.. Enumerable.Range(0, times.Length)], clock, Sky.Start.AddSeconds(nowS), Sky.Start);
    }

    private static Plot[] PlotsAt(double[] times) =>
    [
        .. times.Select(t => new Plot
        {
            Sensor = SensorId.None,
            Kind = PlotKind.Primary,
            TimeOfApplicability = Sky.Start.AddSeconds(t),
            ReceivedAt = Sky.Start.AddSeconds(t + LatencyS),
            RangeM = 50e3,
            AzimuthRad = 2 * Math.PI * t / PeriodS % (2 * Math.PI),
        }),
    ];
}
