using Vedette.Kernel;

namespace Vedette.Alerting.Evidence;

/// <summary>Thresholds and dwell of one gate. <see cref="LowerBelow"/> is not above <see cref="RaiseAt"/>.</summary>
/// <param name="RaiseAt">The gate goes on when the probability has been at or above this ...</param>
/// <param name="RaiseDwellS">... for so long, s ...</param>
/// <param name="RaisePlots">... in which at least so many plots were seen, the first included.</param>
/// <param name="LowerBelow">It goes off when the probability has been below this ...</param>
/// <param name="LowerDwellS">... for so long, s.</param>
public sealed record GateRule(double RaiseAt, double RaiseDwellS, int RaisePlots, double LowerBelow, double LowerDwellS);

/// <summary>
/// A Schmitt trigger with dwell: turns a noisy probability into a state that cannot flap. Between going off and on again lies at
/// least the raise dwell, between going on and off at least the lower dwell.
/// </summary>
public sealed class EvidenceGate(GateRule rule)
{
    private Instant crossedAt;
    private int crossedPlots;
    private bool crossed;

    /// <summary>The evidence stands.</summary>
    public bool On { get; private set; }

    /// <summary>When the probability first stood where it had to stand for the change that came (or may be coming).</summary>
    public Instant CrossedAt => crossedAt;

    /// <summary>Nothing stands and nothing is on its way.</summary>
    public bool Idle => !On && !crossed;

    /// <summary>Offers the probability at <paramref name="now"/>.</summary>
    /// <param name="plots">Plots of the track so far.</param>
    /// <param name="urgent">Go on at once, without dwell.</param>
    public void Offer(double probability, int plots, Instant now, bool urgent = false)
    {
        var beyond = On ? !(probability >= rule.LowerBelow) : probability >= rule.RaiseAt;
        if (!beyond)
        {
            crossed = false;
            return;
        }

        if (!crossed)
        {
            crossed = true;
            crossedAt = now;
            crossedPlots = plots;
        }

        var dwelt = now.SecondsSince(crossedAt);
        var turn = On ? dwelt >= rule.LowerDwellS : urgent || (dwelt >= rule.RaiseDwellS && plots - crossedPlots >= rule.RaisePlots - 1);
        if (!turn) return;
        On = !On;
        crossed = false;
    }

    /// <summary>The object goes on under another track, whose count of plots differs.</summary>
    public void Rebase(int plots) => crossedPlots = plots;
}
