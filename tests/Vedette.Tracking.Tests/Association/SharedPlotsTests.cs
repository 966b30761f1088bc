using CsCheck;
using Vedette.Tracking.Association;

namespace Vedette.Tracking.Tests.Association;

public class SharedPlotsTests
{
    [Fact]
    public void Two_tracks_in_one_cell_share_the_only_plot()
    {
        var joint = new SharedPlots();
        joint.AddRow(0.1);
        joint.AddRow(0.1);
        joint.Add(new() { Column = 0, Rows = 0b01, Weight = 0.9 });
        joint.Add(new() { Column = 0, Rows = 0b10, Weight = 0.9 });
        joint.Add(new() { Column = 0, Rows = 0b11, Weight = 0.81 });
        joint.Solve();

        // None 0.01, the first alone 0.09, the second alone 0.09, both 0.81: of 1.00.
        Assert.Equal(0.81, joint.Events[2].Probability, 6);
        Assert.Equal(0.10, joint.MissProbability(0), 6);
        Assert.Equal(0.01, joint.NewProbability(0), 6);
        Assert.Equal((2, 2), (joint.Chosen(0), joint.Chosen(1)));
    }

    [Fact]
    public void Marginals_are_those_of_adding_up_every_joint_event()
    {
        Gen.Select(Gen.Int[1, 5], Gen.Int[0, 4], Gen.Int[0, 1_000_000]).Sample((rows, columns, seed) =>
        {
            var random = new Kernel.SeededRandom((ulong)seed);
            var misses = Enumerable.Range(0, rows).Select(_ => random.NextDouble(0.02, 1)).ToArray();
            var events = new List<SharedPlots.Event>();
            for (var column = 0; column < columns; column++)
                for (var set = 1; set < 1 << rows; set++)
                    if (random.NextDouble() < 0.4) events.Add(new() { Column = column, Rows = set, Weight = random.NextDouble(0.01, 5) });
            var joint = new SharedPlots();
            foreach (var miss in misses) joint.AddRow(miss);
            foreach (var item in events) joint.Add(item);
            joint.Solve();
            var truth = Enumerate(misses, events, columns);
            for (var e = 0; e < events.Count; e++) Assert.Equal(truth[e], joint.Events[e].Probability, 9);
        }, iter: 300);
    }

    /// <summary>Every way to hand each plot to nobody or to one event, no track twice.</summary>
    private static double[] Enumerate(double[] misses, List<SharedPlots.Event> events, int columns)
    {
        var sums = new double[events.Count];
        var total = 0.0;
        Go(0, 0, 1, []);
        return [.. sums.Select(sum => sum / total)];

        void Go(int column, int taken, double weight, int[] chosen)
        {
            if (column == columns)
            {
                for (var row = 0; row < misses.Length; row++)
                    if ((taken & (1 << row)) == 0) weight *= misses[row];
                total += weight;
                foreach (var e in chosen) sums[e] += weight;
                return;
            }

            Go(column + 1, taken, weight, chosen);
            for (var e = 0; e < events.Count; e++)
                if (events[e].Column == column && (events[e].Rows & taken) == 0) Go(column + 1, taken | events[e].Rows, weight * events[e].Weight, [.. chosen, e]);
        }
    }
}
