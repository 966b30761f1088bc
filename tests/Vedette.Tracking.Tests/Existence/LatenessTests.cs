using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;
using Vedette.Tracking.Existence;

namespace Vedette.Tracking.Tests.Existence;

public class LatenessTests
{
    [Fact]
    public void The_share_that_has_arrived_is_learned_and_stragglers_never_count_as_there()
    {
        var lateness = new Lateness(9);
        Assert.Equal(0, lateness.Arrived(9));
        for (var k = 0; k < 3000; k++) lateness.Learn((k % 10) switch { < 5 => 0, < 9 => 3, _ => 40 });
        Assert.Equal(0, lateness.Arrived(0));
        Assert.Equal(0.5, lateness.Arrived(1), 0.01);
        Assert.Equal(0.9, lateness.Arrived(4), 0.01);
        Assert.Equal(0.9, lateness.Arrived(1000), 0.01);
    }

    /// <summary>A look of a sensor whose plots may come five seconds late is judged only then; by the picture it is known sooner that something is missing.</summary>
    [Fact]
    public void What_ended_leaves_the_picture_before_the_last_straggler_could_have_come()
    {
        var sky = new Sky(3);
        var radar = sky.Radar(50.35, 22.7);
        Flyer[] others = [.. Enumerable.Range(0, 30).Select(i => new Flyer(Geodetic.FromDegrees(50.1 + (0.05 * (i % 6)), 22.2 + (0.2 * (i / 6)), 900), 20, 40))];
        var ending = new Flyer(Geodetic.FromDegrees(50.6, 23.2, 900), 0, 70);
        const double end = 180;
        sky.Watch(radar, others, 0, 230);
        sky.Watch(radar, [ending], 0, end);
        var gone = double.NaN;
        Sky.Run(Delayed(sky.InOrder()), sky.Sensors, 230, (tracker, second) =>
        {
            var isShown = false;
            foreach (ref readonly var track in tracker.Picture)
                isShown |= track.Existence > 0.5 && new EnuFrame(Sky.At(ending, second)).ToLocal(track.Position.ToEcef()).HorizontalNorm < 1500;
            if (second < end) Assert.True(isShown || second < 40, $"second {second}");
            else if (!isShown && double.IsNaN(gone)) gone = second - end;
        });
        Assert.InRange(gone, 6, 14);
    }

    /// <summary>Most come at once, a fifth up to five seconds later.</summary>
    private static Plot[] Delayed(Plot[] plots)
    {
        var random = new SeededRandom(5);
        return [.. plots.Select(plot => plot with { ReceivedAt = plot.ReceivedAt.AddSeconds(random.NextDouble() < 0.2 ? random.NextDouble(0, 5) : 0) }).OrderBy(plot => plot.ReceivedAt.Ticks)];
    }
}
