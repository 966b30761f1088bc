using Vedette.Kernel;
using Vedette.Tracking.Registration;

namespace Vedette.Tracking.Tests.Registration;

public class AlignmentNetworkTests
{
    /// <summary>Range (m), azimuth (rad) and time (s) of three radars.</summary>
    private static readonly double[][] Truth = [[-300, 0.010, 0.0], [420, -0.008, 0.3], [150, 0.004, -0.2]];

    private static readonly (double East, double North)[] Radars = [(0, 0), (90e3, 20e3), (30e3, 100e3)];

    [Fact]
    public void Targets_seen_in_common_tell_the_biases_of_three_radars()
    {
        var network = Learned(couples: 3000, seed: 3);
        Assert.True(network.Solve());
        for (var radar = 0; radar < 3; radar++)
        {
            Assert.Equal(Truth[radar][0], network.Biases(radar)[0], 25.0);
            Assert.Equal(Truth[radar][1], network.Biases(radar)[1], 0.0005);
        }

        // The time that all have in common shows in nothing; the differences do.
        Assert.Equal(Truth[1][2] - Truth[0][2], network.Biases(1)[2] - network.Biases(0)[2], 0.05);
        Assert.Equal(Truth[2][2] - Truth[1][2], network.Biases(2)[2] - network.Biases(1)[2], 0.05);
    }

    [Fact]
    public void What_is_said_of_the_error_is_as_large_as_the_error()
    {
        double sum = 0;
        Span<double> known = stackalloc double[AlignmentNetwork.States * AlignmentNetwork.States];
        for (ulong seed = 1; seed <= 40; seed++)
        {
            var network = Learned(couples: 300, seed);
            Assert.True(network.Solve());
            var off = network.Biases(1)[0] - Truth[1][0];
            network.Covariance(1, known);
            sum += off * off / known[0];
        }

        Assert.InRange(sum / 40, 0.4, 2.0);
    }

    [Fact]
    public void A_radar_that_comes_later_takes_nothing_from_what_is_known()
    {
        var network = Learned(couples: 2000, seed: 9);
        Assert.True(network.Solve());
        var before = network.Biases(1)[0];
        network.Reserve(5);
        Assert.True(network.Solve());
        Assert.Equal(before, network.Biases(1)[0], 1e-6);
        Assert.Equal(0, network.Biases(4)[0]);
    }

    [Fact]
    public void A_bias_far_from_nought_speaks_for_itself_and_one_near_nought_against_itself()
    {
        // Known to 10 m, 0.0003 rad and 0.05 s, uncorrelated: the vague prior of 300 m, 0.008 rad and 0.3 s costs ln 30 + ln 26.7 + ln 6.
        double[] known = [100, 0, 0, 0, 9e-8, 0, 0, 0, 0.0025];
        var price = Math.Log(30) + Math.Log(0.008 / 0.0003) + Math.Log(6);
        Assert.Equal(-price, AlignmentNetwork.Evidence([0, 0, 0], known), 1e-9);
        Assert.Equal(12.5 - price, AlignmentNetwork.Evidence([50, 0, 0], known), 1e-9);
        Assert.Equal(12.5 + 8 - price, AlignmentNetwork.Evidence([50, 0.0012, 0], known), 1e-9);
    }

    [Fact]
    public void Parts_that_hang_together_are_weighed_together()
    {
        // Range and time known only in their sum: each alone is nought within its error, and yet 40 m is 8 standard deviations off.
        double[] known = [425, 0, -2, 0, 9e-8, 0, -2, 0, 0.01];
        var apart = AlignmentNetwork.Evidence([20, 0, 0.1], [425, 0, 0, 0, 9e-8, 0, 0, 0, 0.01]);
        Assert.True(AlignmentNetwork.Evidence([20, 0, 0.1], known) > apart + 10);
    }

    private static AlignmentNetwork Learned(int couples, ulong seed)
    {
        var random = new SeededRandom(seed);
        var network = new AlignmentNetwork();
        network.Reserve(3);
        Span<double> a = stackalloc double[3], b = stackalloc double[3];
        for (var k = 0; k < couples; k++)
        {
            int first = k % 3, second = (k + 1 + (k / 3 % 2)) % 3;
            double east = random.NextDouble(-60e3, 160e3), north = random.NextDouble(-60e3, 160e3);
            double vEast = random.NextDouble(-230, 230), vNorth = random.NextDouble(-230, 230);
            for (var axis = 0; axis < 2; axis++)
            {
                Gradient(first, axis, east, north, vEast, vNorth, 1, a);
                Gradient(second, axis, east, north, vEast, vNorth, -1, b);
                var offset = Effect(first, a) + Effect(second, b) + (300 * random.NextGaussian());
                network.Take(first, a, second, b, offset, 300 * 300);
            }
        }

        return network;
    }

    private static void Gradient(int radar, int axis, double east, double north, double vEast, double vNorth, double sign, Span<double> gradient)
    {
        double dx = east - Radars[radar].East, dy = north - Radars[radar].North;
        var range = Math.Sqrt((dx * dx) + (dy * dy));
        gradient[0] = sign * (axis == 0 ? dx : dy) / range;
        gradient[1] = sign * (axis == 0 ? dy : -dx);
        gradient[2] = -sign * (axis == 0 ? vEast : vNorth);
    }

    private static double Effect(int radar, ReadOnlySpan<double> gradient) =>
        (gradient[0] * Truth[radar][0]) + (gradient[1] * Truth[radar][1]) + (gradient[2] * Truth[radar][2]);
}
