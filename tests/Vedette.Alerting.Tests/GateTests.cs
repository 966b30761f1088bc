using CsCheck;
using Vedette.Air;
using Vedette.Alerting.Evidence;
using Vedette.Kernel;

namespace Vedette.Alerting.Tests;

public sealed class GateTests
{
    private static readonly GateRule Rule = new(RaiseAt: 0.5, RaiseDwellS: 10, RaisePlots: 2, LowerBelow: 0.25, LowerDwellS: 60);

    /// <summary>Any seconds-long story of probabilities: noise, plateaus and holes.</summary>
    private static readonly Gen<double[]> AnyStory =
        Gen.OneOf(Gen.Double[0, 1].Array[1, 40], Gen.Select(Gen.OneOf(Gen.Const(0.0), Gen.Const(0.24), Gen.Const(0.26), Gen.Const(0.49), Gen.Const(0.5), Gen.Const(0.9), Gen.Const(1.0), Gen.Const(double.NaN)), Gen.Int[1, 90], (p, n) => Enumerable.Repeat(p, n).ToArray()))
            .Array[1, 12].Select(parts => parts.SelectMany(p => p).ToArray());

    [Fact]
    public void A_gate_never_turns_sooner_than_its_dwell() => AnyStory.Sample(story =>
    {
        var gate = new EvidenceGate(Rule);
        var (on, turnedAt) = (false, -1000);
        for (var i = 0; i < story.Length; i++)
        {
            gate.Offer(story[i], i, Night.Start.AddSeconds(i));
            if (gate.On == on) continue;
            Assert.True(i - turnedAt >= (on ? Rule.LowerDwellS : Rule.RaiseDwellS), $"turned at {turnedAt} and again at {i}");
            (on, turnedAt) = (gate.On, i);
        }
    }, iter: 500);

    [Fact]
    public void A_gate_goes_on_only_where_every_look_of_its_dwell_stood_above() => AnyStory.Sample(story =>
    {
        var gate = new EvidenceGate(Rule);
        var on = false;
        for (var i = 0; i < story.Length; i++)
        {
            gate.Offer(story[i], i, Night.Start.AddSeconds(i));
            if (gate.On && !on) Assert.All(story[(i - 10)..(i + 1)], p => Assert.True(p >= 0.5));
            if (!gate.On && on) Assert.All(story[(i - 60)..(i + 1)], p => Assert.False(p >= 0.25));
            on = gate.On;
        }
    }, iter: 500);

    [Fact]
    public void Steady_evidence_always_turns_the_gate()
    {
        var gate = new EvidenceGate(Rule);
        for (var i = 0; i <= 10; i++) gate.Offer(0.5, i, Night.Start.AddSeconds(i));
        Assert.True(gate.On);
        for (var i = 11; i <= 71; i++) gate.Offer(0.24, i, Night.Start.AddSeconds(i));
        Assert.False(gate.On);
    }

    [Fact]
    public void Whatever_the_probabilities_do_new_numbers_come_no_faster_than_the_cool_down_and_raises_no_faster_than_the_dwells() =>
        Gen.Select(AnyStory, Gen.Int[0, 3]).Sample((story, patience) =>
        {
            var night = new Night(policy: new() { CoolDownS = 120, ProgressS = 0 });
            var numbers = new List<Instant>();
            var raises = new List<Instant>();
            for (var i = 0; i < story.Length; i++)
            {
                var before = night.Desk.Alerts.ToDictionary(a => a.Number, a => a.State);
                night.Fly(1, within10: story[i]);
                foreach (var alert in night.Desk.Alerts)
                {
                    if (alert.State != AlertState.Raised) continue;
                    if (!before.TryGetValue(alert.Number, out var was)) numbers.Add(night.Now);
                    if (!before.ContainsKey(alert.Number) || was == AlertState.Closed) raises.Add(night.Now);
                }

                if (patience == 0 && i % 37 == 0) night.Do(new CloseAlert("Anna", night.Desk.Alerts.Count, "checked"));
            }

            Assert.All(numbers.Zip(numbers.Skip(1)), pair => Assert.True(pair.Second.SecondsSince(pair.First) >= 120));
            Assert.All(raises.Zip(raises.Skip(1)), pair => Assert.True(pair.Second.SecondsSince(pair.First) >= 60));
            Assert.True(night.Desk.Alerts.Count(a => a.State != AlertState.Closed) <= 1);
        }, iter: 50);
}
