using Vedette.Air;
using Vedette.Kernel.Geodesy;
using Vedette.Tracking.Association;
using Vedette.Tracking.Tuning;

namespace Vedette.Tracking.Tests.Tuning;

public class TuningTests
{
    private static readonly IReadOnlyList<IReadOnlyList<IReadOnlyList<Geodetic>>> SquareWithHole =
    [
        [
            [Geodetic.FromDegrees(50, 20), Geodetic.FromDegrees(50, 24), Geodetic.FromDegrees(54, 24), Geodetic.FromDegrees(54, 20)],
            [Geodetic.FromDegrees(51, 21), Geodetic.FromDegrees(51, 22), Geodetic.FromDegrees(52, 22), Geodetic.FromDegrees(52, 21)],
        ],
    ];

    [Fact]
    public void Every_parameter_is_read_where_it_was_written()
    {
        foreach (var parameter in TuningParameters.All)
        {
            var standard = new TrackerSettings();
            var value = parameter.IsSwitch ? 1 - parameter.Get(standard) : parameter.Min + (0.25 * (parameter.Max - parameter.Min));
            var changed = parameter.With(standard, value);
            Assert.Equal(value, parameter.Get(changed), 9);
            foreach (var other in TuningParameters.All.Where(p => p != parameter)) Assert.Equal(other.Get(standard), other.Get(changed));
            Assert.InRange(parameter.Get(standard), parameter.Min, parameter.Max);
        }
    }

    [Fact]
    public void An_area_counts_inside_its_outer_ring_and_not_in_its_hole()
    {
        var table = new TuningTable();
        table.Apply(new() { Areas = [new("marsh", SquareWithHole, new Dictionary<string, double> { ["birthDensity"] = 1e-12 }, [])] });
        Assert.Equal(1e-12, table.At(Geodetic.FromDegrees(50.5, 20.5)).BirthDensity);
        Assert.Equal(new TrackerSettings().BirthDensity, table.At(Geodetic.FromDegrees(51.5, 21.5)).BirthDensity);
        Assert.Equal(new TrackerSettings().BirthDensity, table.At(Geodetic.FromDegrees(49.9, 22)).BirthDensity);
    }

    [Fact]
    public void A_class_in_an_area_wins_over_the_area_and_that_over_the_class_and_that_over_everywhere()
    {
        static Dictionary<string, double> Coast(double s) => new() { ["coastLimitS"] = s };
        var table = new TuningTable();
        table.Apply(new()
        {
            Everywhere = Coast(10),
            Classes = [new(ObjectClass.OneWayDrone, Coast(20)), new(ObjectClass.Ballistic, Coast(25))],
            Areas = [new("marsh", SquareWithHole, Coast(30), [new(ObjectClass.OneWayDrone, Coast(40))])],
        });
        const int perArea = (int)ObjectClass.Unknown + 1;
        double Of(int area, ObjectClass c) => table.Of(new Bernoulli { Variant = (area * perArea) + (int)c }).CoastLimitS;
        Assert.Equal([10, 20, 25, 30, 40, 30], [
            Of(0, ObjectClass.Unknown), Of(0, ObjectClass.OneWayDrone), Of(0, ObjectClass.Ballistic),
            Of(1, ObjectClass.Unknown), Of(1, ObjectClass.OneWayDrone), Of(1, ObjectClass.Ballistic)]);
    }

    [Fact]
    public void What_cannot_be_tuned_is_refused_by_name_and_changes_nothing()
    {
        var table = new TuningTable();
        Assert.Contains("patience is not known", Refused(new() { Everywhere = new Dictionary<string, double> { ["patience"] = 1 } }), StringComparison.Ordinal);
        Assert.Contains("gate is -1", Refused(new() { Everywhere = new Dictionary<string, double> { ["gate"] = -1 } }), StringComparison.Ordinal);
        Assert.Contains("batchS cannot differ by area", Refused(new() { Areas = [new("a", SquareWithHole, new Dictionary<string, double> { ["batchS"] = 1 }, [])] }), StringComparison.Ordinal);
        Assert.Contains("birthDensity cannot differ by class", Refused(new() { Classes = [new(ObjectClass.Bird, new Dictionary<string, double> { ["birthDensity"] = 1e-9 })] }), StringComparison.Ordinal);

        string Refused(TrackerTuning tuning)
        {
            var why = Assert.Throws<ArgumentException>(() => table.Apply(tuning)).Message;
            Assert.Equal(new TrackerSettings(), table.Everywhere with { }, (a, b) => a!.Gate == b!.Gate && a.BatchS == b.BatchS);
            return why;
        }
    }

    [Fact]
    public void A_patient_area_confirms_later_than_the_rest_of_the_sky()
    {
        var flyer = new Flyer(Geodetic.FromDegrees(50.6, 23.2, 1000), 60, 10);
        double ConfirmedAt(TrackerTuning tuning)
        {
            var sky = new Sky(5);
            sky.Watch(sky.Radar(50.5, 23), [flyer], 0, 120);
            var tracker = new Tracker();
            tracker.Configure(sky.Sensors);
            tracker.Tune(tuning);
            var plots = sky.InOrder();
            for (var s = 1; s <= 120; s++)
            {
                tracker.Observe(plots.Where(p => p.ReceivedAt.SecondsSince(Sky.Start) is var at && at >= s - 1 && at < s).ToArray());
                tracker.AdvanceTo(Sky.Start.AddSeconds(s));
                foreach (var track in tracker.Picture)
                    if (track.Status == TrackStatus.Confirmed) return s;
            }

            return double.PositiveInfinity;
        }

        TrackerTuning Patient(IReadOnlyList<IReadOnlyList<IReadOnlyList<Geodetic>>> where) =>
            new() { Areas = [new("patient", where, new Dictionary<string, double> { ["confirmHits"] = 8, ["confirmTwiceSeenAt"] = 1 }, [])] };
        IReadOnlyList<IReadOnlyList<IReadOnlyList<Geodetic>>> elsewhere = [[[Geodetic.FromDegrees(10, 20), Geodetic.FromDegrees(10, 24), Geodetic.FromDegrees(14, 24)]]];
        var standard = ConfirmedAt(new());
        Assert.Equal(standard, ConfirmedAt(Patient(elsewhere)));
        Assert.True(ConfirmedAt(Patient(SquareWithHole)) >= standard + 20, $"standard {standard} s");
    }

    [Fact]
    public void The_nearest_neighbour_takes_the_heaviest_pair_and_leaves_the_rest_what_remains()
    {
        var graph = new AssociationGraph();
        graph.AddRow(0.1);
        graph.AddRow(0.1);
        graph.AddColumn();
        graph.AddColumn();
        graph.Pairs.AddRange([new() { Row = 0, Column = 0, Weight = 9 }, new() { Row = 1, Column = 0, Weight = 10 }, new() { Row = 1, Column = 1, Weight = 8 }]);
        new NearestNeighbour().Solve(graph);
        Assert.Equal([0, 10 / 10.1, 0], graph.Pairs.Select(p => p.Probability));
        Assert.Equal(1, graph.MissProbability(0));
        Assert.Equal(0.1 / 10.1, graph.MissProbability(1), 12);
        Assert.Equal(1, graph.NewProbability(1));
    }
}
