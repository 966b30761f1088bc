using Vedette.Air;
using Vedette.Kernel;
using Vedette.Tracking.Registration;

namespace Vedette.Tracking.Tests.Registration;

public class JumpTests
{
    private static readonly SensorPerformance Radar = new() { SigmaRangeM = 60, SigmaAzimuthRad = 0.0026 };

    private readonly AlignmentMonitor monitor = new();
    private readonly SeededRandom random = new(5);

    [Fact]
    public void A_radar_that_turns_by_a_degree_is_noticed_within_a_minute()
    {
        for (var k = 0; k < 500; k++) monitor.Fits();
        Assert.True(After(200, targets: 5, offRad: Angle.RadiansPerDegree, out var rangeM, out var azimuthRad));
        Assert.Equal(0, rangeM, 1.5 * Radar.SigmaRangeM);
        Assert.Equal(Angle.RadiansPerDegree, azimuthRad, 1.5 * Radar.SigmaAzimuthRad);
    }

    [Fact]
    public void One_aircraft_that_lies_about_its_place_does_not_turn_a_radar() =>
        Assert.False(After(200, targets: 1, offRad: Angle.RadiansPerDegree, out _, out _));

    /// <summary>Six aircraft led off by 22 m/s, across the beam at 80 km: their misfits are alike at any moment, and grow.</summary>
    [Fact]
    public void Aircraft_that_are_led_away_together_do_not_turn_a_radar()
    {
        for (var k = 0; k < 600; k++)
            Assert.False(Misfit(0.3 * k, k % 6, 22 * 0.3 * k / 80e3, out _, out _));
    }

    [Fact]
    public void Misfits_that_do_not_agree_are_no_jump()
    {
        for (var k = 0; k < 200; k++)
            Assert.False(monitor.Misfits(random.NextDouble(-3000, 3000), random.NextDouble(-0.03, 0.03), k % 7, k, Radar, out _, out _));
    }

    [Fact]
    public void A_few_misfits_among_plots_that_fit_are_no_jump()
    {
        for (var k = 0; k < 300; k++)
        {
            monitor.Fits();
            monitor.Fits();
            Assert.False(Misfit(k, k % 5, 0.02, out _, out _));
        }
    }

    [Fact]
    public void A_jump_is_told_with_its_size_and_small_corrections_are_not()
    {
        var site = new SensorSite(new Sensor { Id = new(0), Name = "radar", Kind = SensorKind.Radar2D, Performance = Radar });
        site.Realign(10, 300, 0.004);
        Assert.True(double.IsNaN(site.JumpedS));
        site.Realign(500, 340, 0.0045);
        Assert.True(double.IsNaN(site.JumpedS));
        site.Realign(600, 340, 0.0045 + Angle.RadiansPerDegree);
        Assert.Equal(600, site.JumpedS);
        Assert.Equal(Angle.RadiansPerDegree, site.JumpAzimuthRad, 1e-9);
    }

    private bool After(int plots, int targets, double offRad, out double rangeM, out double azimuthRad)
    {
        (rangeM, azimuthRad) = (0, 0);
        for (var k = 0; k < plots; k++)
            if (Misfit(0.3 * k, k % targets, offRad, out rangeM, out azimuthRad)) return true;
        return false;
    }

    private bool Misfit(double timeS, int target, double offRad, out double rangeM, out double azimuthRad) => monitor.Misfits(
        Radar.SigmaRangeM * random.NextGaussian(), offRad + (Radar.SigmaAzimuthRad * random.NextGaussian()), target, timeS, Radar, out rangeM, out azimuthRad);
}
