using Vedette.Kernel;
using Vedette.Kernel.Geodesy;
using Vedette.Tracking.Undetected;

namespace Vedette.Tracking.Tests.Undetected;

public class FlockDoubtTests
{
    /// <summary>ln of the density of a target's plots within 150 m, and of stray plots of a radar in clutter.</summary>
    private static readonly double Sharp = -Math.Log(2 * Math.PI * 150 * 150), Stray = Math.Log(1e-10);

    private static readonly EnuFrame Frame = new(Geodetic.FromDegrees(50, 23, 500));

    [Fact]
    public void Plots_that_follow_a_line_end_the_doubt_within_a_few_looks()
    {
        var doubt = FlockDoubt.From(At(0, 0), 1);
        Assert.InRange(doubt.LogOdds, -1, 1);
        for (var look = 1; look <= 6; look++) doubt.Hit(At(600 * look, 0), 1, Sharp, 0.9);
        Assert.True(doubt.LogOdds < -7, $"{doubt.LogOdds}");
    }

    [Fact]
    public void Where_a_target_s_plots_would_lie_as_wide_as_a_flock_s_the_doubt_stays_longer()
    {
        FlockDoubt known = FlockDoubt.From(At(0, 0), 1), vague = known;
        for (var look = 1; look <= 3; look++)
        {
            known.Hit(At(200 * (look % 2), 100), 1, Sharp, 0.9);
            vague.Hit(At(200 * (look % 2), 100), 1, -Math.Log(2 * Math.PI * 700 * 700), 0.9);
        }

        Assert.True(known.LogOdds < -10);
        Assert.True(vague.LogOdds > -5);
    }

    [Fact]
    public void Plots_beside_it_make_a_flock_of_it_and_stray_ones_far_off_do_not()
    {
        var doubt = FlockDoubt.From(At(0, 0), 0.01);
        var before = doubt.LogOdds;
        doubt.Beside(At(40e3, 0), 1, Stray);
        Assert.Equal(before, doubt.LogOdds, 0.1);
        doubt.Beside(At(500, -300), 1, Stray);
        Assert.True(doubt.LogOdds > before + 4);
    }

    [Fact]
    public void Silence_of_a_radar_that_should_see_a_target_speaks_for_birds()
    {
        var doubt = FlockDoubt.From(At(0, 0), 0.1);
        var before = doubt.LogOdds;
        doubt.Miss(0.9);
        Assert.True(doubt.LogOdds > before + 0.3);
    }

    [Fact]
    public void Where_no_flock_is_possible_no_evidence_makes_one()
    {
        FlockDoubt none = default;
        none.Hit(At(0, 0), 1, Stray, 0.5);
        none.Miss(0.9);
        none.Beside(At(0, 0), 1, Stray);
        Assert.Equal(double.NegativeInfinity, none.LogOdds);
    }

    [Fact]
    public void Whatever_comes_the_odds_are_a_number()
    {
        var random = new SeededRandom(9);
        for (var round = 0; round < 300; round++)
        {
            var doubt = FlockDoubt.From(At(0, 0), Math.Exp(random.NextDouble(-20, 20)));
            for (var step = 0; step < 60; step++)
            {
                var place = At(random.NextDouble(-1e5, 1e5), random.NextDouble(-1e3, 1e3));
                if (step % 3 == 0) doubt.Hit(place, random.NextDouble(0, 1), random.NextDouble(-40, 0), random.NextDouble(0.01, 0.99));
                else if (step % 3 == 1) doubt.Miss(random.NextDouble(0, 0.99));
                else doubt.Beside(place, random.NextDouble(0, 1), random.NextDouble(-40, 0));
                Assert.True(double.IsFinite(doubt.LogOdds));
            }
        }
    }

    private static Ecef At(double eastM, double northM) => Frame.ToEcef(new(eastM, northM, 0));
}
