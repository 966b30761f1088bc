namespace Vedette.Eval.Tests;

public class CalibrationTests
{
    [Fact]
    public void Brier_skill_and_reliability_of_a_small_table_are_those_worked_by_hand()
    {
        var calibration = new Calibration();
        calibration.Add(0.1, false);
        calibration.Add(0.1, false);
        calibration.Add(0.9, true);
        calibration.Add(0.5, true);
        Assert.Equal((0.01 + 0.01 + 0.01 + 0.25) / 4, calibration.Brier, 12);
        Assert.Equal(0.5, calibration.BaseRate);
        Assert.Equal(1 - (0.07 / 0.25), calibration.BrierSkill, 12);
        Assert.Equal([new(0.1, 0, 2), new(0.5, 1, 1), new(0.9, 1, 1)], calibration.Reliability);
    }

    [Fact]
    public void The_reliability_error_is_the_mean_gap_and_parts_join_as_if_told_to_one()
    {
        var (one, other) = (new Calibration(), new Calibration());
        one.Add(0.1, false);
        one.Add(0.9, true);
        other.Add(0.1, true);
        other.Add(0.9, true);
        var all = Calibration.Joined([one, other]);
        Assert.Equal((0.8 + 0.2) / 4, all.ReliabilityError, 12);
        Assert.Equal(4, all.Count);
        Assert.Equal((one.Brier + other.Brier) / 2, all.Brier, 12);
        Assert.Equal(0, new Calibration().ReliabilityError);
    }

    [Fact]
    public void A_certain_forecast_falls_into_the_last_bin()
    {
        var calibration = new Calibration();
        calibration.Add(1, true);
        Assert.Equal([new ReliabilityBin(1, 1, 1)], calibration.Reliability);
        Assert.True(double.IsNaN(calibration.BrierSkill));
    }

    [Fact]
    public void Percentiles_of_delays_lie_between_the_samples()
    {
        var delays = new Delays();
        Assert.True(double.IsNaN(delays.MedianS));
        foreach (var delay in new[] { 4.0, 1, 3, 2 }) delays.Add(delay);
        Assert.Equal(2.5, delays.MedianS);
        Assert.Equal(1, delays.PercentileS(0));
        Assert.Equal(4, delays.GreatestS);
        Assert.Equal(3.7, delays.PercentileS(90), 9);
    }
}
