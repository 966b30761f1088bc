using Vedette.Air;
using Vedette.Assessment.AllClear;
using Vedette.Kernel;

namespace Vedette.Assessment.Tests.Coverage;

public sealed class AllClearTests
{
    [Fact]
    public void The_chain_of_detections_is_what_rolling_dice_gives()
    {
        (double PeriodS, double Detection)[][] skies =
        [
            [(6, 0.3)], [(6, 0.15), (10, 0.3)], [(6, 0.8)], [(10, 0.5), (5, 0.1), (8, 0.2)], [(4, 0.05), (4, 0.1)],
        ];
        foreach (var radars in skies)
        {
            foreach (var seconds in (double[])[40, 120, 400])
            {
                var chain = new Confirmation();
                chain.Stay(Together(radars), seconds);
                var rolled = Rolled(radars, seconds, 20_000);
                Assert.True(Math.Abs(rolled - chain.Missed) < 0.06, $"{string.Join(' ', radars)} {seconds} s: rolled {rolled}, chain {chain.Missed}");
            }
        }
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.03)]
    [InlineData(0.1)]
    public void The_hazard_is_about_the_rate_at_which_the_chain_confirms_in_the_long_run(double rate)
    {
        var looks = new LookRate(rate, 5);
        var chain = new Confirmation();
        chain.Stay(looks, 300);
        var before = chain.Missed;
        chain.Stay(looks, 100);
        // Looks come into the windows in whole numbers; the table between its nodes does not know that.
        Assert.Equal(Math.Exp(-100 * ConfirmationHazard.Of(looks)), chain.Missed / before, 0.04);
    }

    [Fact]
    public void Equal_sensors_look_so_much_more_often_and_one_that_sees_next_to_nothing_changes_next_to_nothing()
    {
        var three = Together([(6, 0.4), (6, 0.4), (6, 0.4)]);
        Assert.Equal(2, three.IntervalS, 1e-9);
        Assert.Equal(0.4, three.Detection, 1e-9);
        var faint = Together([(6, 0.4), (1, 0.001)]);
        Assert.InRange(faint.IntervalS, 5.7, 6.3);
    }

    [Fact]
    public void What_nothing_detects_is_missed_and_never_confirmed()
    {
        var chain = new Confirmation();
        chain.Stay(LookRate.None, 1e5);
        Assert.Equal(1, chain.Missed, 1e-12);
        Assert.Equal(0, ConfirmationHazard.Of(LookRate.None));
    }

    [Fact]
    public void The_weakest_way_leads_through_the_gap_between_two_radars()
    {
        var shore = new Shore();
        shore.Radar(49.4);
        shore.Radar(51.6);
        shore.Begin().Run(5);
        var weakest = Assert.Single(shore.AllClear.Weakest, w => w is { Class: ObjectClass.OneWayDrone, HeightM: 100 });
        Assert.InRange(weakest.Way[^1].LatitudeDeg, 50, 51);
        Assert.InRange(weakest.Way[^1].LongitudeDeg, 20.7, 21.1);
        Assert.InRange(weakest.Way[0].LongitudeDeg, 21.3, 22.5);
    }

    [Fact]
    public void Expectations_of_next_to_nothing_are_told_as_such_and_never_as_nought()
    {
        var shore = new Shore();
        shore.Radar(49.4);
        shore.Radar(51.6);
        shore.Begin().Run(5);
        var atFirst = Assert.Single(shore.AllClear.Reasons, r => r.Text.StartsWith("Inside now and unseen", StringComparison.Ordinal));
        Assert.EndsWith(": fewer than 0.001 of any class.", atFirst.Text, StringComparison.Ordinal);
        shore.Run(1800);
        Assert.Contains(shore.AllClear.Unseen, u => u.Expected >= 0.001);
        var later = Assert.Single(shore.AllClear.Reasons, r => r.Text.StartsWith("Inside now and unseen", StringComparison.Ordinal));
        Assert.DoesNotContain(" 0.000", later.Text, StringComparison.Ordinal);
        foreach (var one in shore.AllClear.Unseen.Where(u => u.Expected >= 0.001))
            Assert.Contains(one.Expected.ToString(one.Expected < 0.095 ? "0.000" : "0.00", System.Globalization.CultureInfo.InvariantCulture), later.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Closing_the_gap_makes_it_less_probable_to_be_missed()
    {
        double With(bool third)
        {
            var shore = new Shore();
            shore.Radar(49.4);
            shore.Radar(51.6);
            if (third) shore.Radar(50.5);
            return shore.Begin().Run(5).Miss(ObjectClass.OneWayDrone, 100);
        }

        Assert.True(With(third: true) < With(third: false) - 0.2);
    }

    [Fact]
    public void An_all_clear_is_refused_beyond_the_policy_and_the_sensor_whose_return_would_help_is_named()
    {
        var shore = new Shore();
        for (var latitude = 49.0; latitude <= 52; latitude++) shore.Radar(latitude, heightM: 40);
        shore.Begin().Run(20);
        Assert.True(shore.AllClear.Allowed);
        shore.Run(8, new SensorId(1));
        Assert.False(shore.AllClear.Allowed);
        Assert.Contains("no all-clear", shore.AllClear.Reasons[0].Text, StringComparison.Ordinal);
        Assert.Contains(shore.AllClear.Reasons, r => r.Text.Contains("radar 2 came back", StringComparison.Ordinal));
    }

    [Fact]
    public void Unseen_objects_gather_while_the_radars_are_out_and_vanish_when_they_are_back()
    {
        var shore = new Shore();
        SensorId[] all = [.. Enumerable.Range(0, 7).Select(i => shore.Radar(49 + (0.5 * i), heightM: 150))];
        double Drones() => Assert.Single(shore.AllClear.Unseen, u => u.Class == ObjectClass.OneWayDrone).Expected;
        shore.Begin().Run(3600);
        var watched = Drones();
        shore.Run(5400, all);
        var blind = Drones();
        shore.Run(1200);
        Assert.True(blind > watched + 0.15, $"{blind} {watched}");
        Assert.True(Drones() < (0.3 * blind) + watched, $"{Drones()} {blind} {watched}");
    }

    private static LookRate Together((double PeriodS, double Detection)[] radars)
    {
        var rates = radars.Select(static r => (Rate: -Math.Log(1 - r.Detection) / r.PeriodS, r.PeriodS)).ToList();
        return LookRate.Of(rates.Sum(static r => r.Rate), rates.Sum(static r => r.Rate * r.Rate * r.PeriodS));
    }

    /// <summary>
    /// Share of objects that never have a candidate confirmed, by radars that look once a rotation from a random moment on: one detection is
    /// followed for a while, two for longer, a third confirms.
    /// </summary>
    private static double Rolled((double PeriodS, double Detection)[] radars, double seconds, int objects)
    {
        var random = new SeededRandom(7);
        var missed = 0;
        var hits = new List<double>();
        for (var i = 0; i < objects; i++)
        {
            hits.Clear();
            foreach (var (periodS, detection) in radars)
            {
                for (var at = random.NextDouble() * periodS; at < seconds; at += periodS)
                    if (random.NextDouble() < detection) hits.Add(at);
            }

            hits.Sort();
            if (!IsConfirmed(hits)) missed++;
        }

        return missed / (double)objects;
    }

    private static bool IsConfirmed(List<double> hits)
    {
        var (count, last) = (0, 0.0);
        foreach (var at in hits)
        {
            if (count > 0 && at - last > (count == 1 ? Confirmation.OnceS : Confirmation.TwiceS)) count = 0;
            count++;
            last = at;
            if (count == 3) return true;
        }

        return false;
    }
}
