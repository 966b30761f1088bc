using Vedette.Air;
using Vedette.Alerting.Lifecycle;

namespace Vedette.Alerting.Tests;

/// <summary>Every pair of state and event, written down a second time and by hand: the table in code must say the same.</summary>
public sealed class TransitionTests
{
    // Columns: no alert, raised, acknowledged, escalated, closed. A dot: it does not happen.
    private const string Expected =
        """
        EvidenceRose    R . . . R
        EvidenceMoved   . R A E .
        EvidenceFell    . C C C .
        ReminderDue     . R . E .
        DeadlinePassed  . E . . .
        HandedOver      . R A E .
        Superseded      . C C C .
        Acknowledge     . A . A .
        Escalate        . E E . .
        Close           . C C C .
        """;

    private static readonly AlertState?[] States = [null, AlertState.Raised, AlertState.Acknowledged, AlertState.Escalated, AlertState.Closed];

    public static TheoryData<AlertState?, AlertEvent, AlertState?> Pairs()
    {
        var pairs = new TheoryData<AlertState?, AlertEvent, AlertState?>();
        foreach (var line in Expected.Split('\n'))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            for (var i = 0; i < States.Length; i++)
            {
                AlertState? to = words[i + 1] switch
                {
                    "R" => AlertState.Raised,
                    "A" => AlertState.Acknowledged,
                    "E" => AlertState.Escalated,
                    "C" => AlertState.Closed,
                    _ => null,
                };
                pairs.Add(States[i], Enum.Parse<AlertEvent>(words[0]), to);
            }
        }

        return pairs;
    }

    [Fact]
    public void The_pairs_are_all_there_are() =>
        Assert.Equal(States.Length * Enum.GetValues<AlertEvent>().Length, Pairs().Select(p => (p.Data.Item1, p.Data.Item2)).Distinct().Count());

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Each_pair_goes_where_the_table_says(AlertState? from, AlertEvent what, AlertState? to) =>
        Assert.Equal(to, AlertTransitions.Find(AlertKind.Incursion, from, what)?.To);

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_case_in_each_state_follows_the_table_or_stays_as_it_was(AlertState? from, AlertEvent what, AlertState? to)
    {
        if (from is not { } state) return;
        var one = InState(state, AlertKind.Violation);
        var before = one.Alert;
        var happened = one.Apply(what, "Anna", new("because", 9), Night.Start.AddSeconds(5));
        Assert.Equal(to is not null, happened);
        if (!happened) Assert.Same(before, one.Alert);
        else Assert.Equal((to, new Reason("because", 9)), (one.Alert.State, one.Alert.Reasons[0]));
        if (happened && to != from) Assert.Equal(("Anna", Night.Start.AddSeconds(5)), (one.Alert.ChangedBy, one.Alert.ChangedAt));
        if (happened && to == from) Assert.Equal((before.ChangedBy, before.ChangedAt), (one.Alert.ChangedBy, one.Alert.ChangedAt));
    }

    [Theory]
    [InlineData(AlertState.Raised)]
    [InlineData(AlertState.Acknowledged)]
    [InlineData(AlertState.Escalated)]
    public void A_lost_track_is_never_closed_by_evidence(AlertState state)
    {
        var one = InState(state, AlertKind.LostTrack);
        Assert.False(one.Apply(AlertEvent.EvidenceFell, AlertCase.Vedette, new("quiet"), Night.Start));
        Assert.True(one.Apply(AlertEvent.Close, "Anna", new("found in a field"), Night.Start));
    }

    [Fact]
    public void The_table_names_no_pair_twice() =>
        Assert.Equal(AlertTransitions.Table.Count, AlertTransitions.Table.Select(r => (r.From, r.Event)).Distinct().Count());

    [Fact]
    public void The_documentation_shows_the_same_table()
    {
        var rows = AlertTransitions.Table.Select(r =>
            $"| {r.From?.ToString().ToLowerInvariant() ?? "none"} | {Spaced(r.Event)} | {r.To.ToString().ToLowerInvariant()} | {r.Rule} |");
        var documented = Documentation.Lines().SkipWhile(l => !l.StartsWith("| from |", StringComparison.Ordinal)).Skip(2).TakeWhile(l => l.StartsWith('|'));
        Assert.Equal(rows, documented);
    }

    private static string Spaced(AlertEvent what) =>
        string.Concat(what.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? $" {char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));

    private static AlertCase InState(AlertState state, AlertKind kind)
    {
        var one = new AlertCase(new(1), kind, new Night().Drone(), "pl-east", Figures.Of(0.7), [new Reason("it rose", 1)], Night.Start);
        var reason = new Reason("step");
        if (state == AlertState.Acknowledged) Assert.True(one.Apply(AlertEvent.Acknowledge, "Ben", reason, Night.Start));
        if (state == AlertState.Escalated) Assert.True(one.Apply(AlertEvent.Escalate, "Ben", reason, Night.Start));
        if (state == AlertState.Closed) Assert.True(one.Apply(AlertEvent.Close, "Ben", reason, Night.Start));
        Assert.Equal(state, one.Alert.State);
        return one;
    }
}
