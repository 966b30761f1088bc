using System.Globalization;
using Vedette.Air;
using Vedette.Core;
using Vedette.Kernel;

namespace Vedette.Benchmarks.NightWatch;

/// <summary>What the duty officer saw of a night, held against its truth, in lines of text.</summary>
internal sealed class NightReport(NightTruth truth, TrackCauses causes, Instant from)
{
    private readonly Dictionary<int, Alert> first = [];
    private readonly Dictionary<int, Instant> closed = [];
    private readonly Dictionary<ObjectClass, Dictionary<Identity, int>> identities = [];
    private readonly Dictionary<int, Instant> firstSeen = [];
    private readonly Dictionary<int, Instant> becameNeutral = [];
    private readonly List<ReadinessStatus> readiness = [];
    private Instant now;
    private int warnings;

    /// <summary>Keeps what was said.</summary>
    public void Take(Effect effect)
    {
        switch (effect)
        {
            case AlertEffect { Alert: var alert }:
                first.TryAdd(alert.Number.Value, alert);
                if (alert.State == AlertState.Closed) closed[alert.Number.Value] = alert.ChangedAt;
                break;
            case WarningEffect: warnings++; break;
            case ReadinessEffect { Readiness: var status }:
                if (readiness.Count == 0 || (readiness[^1].Recommended, readiness[^1].Level) != (status.Recommended, status.Level)) readiness.Add(status with { Since = now });
                break;
            default: break;
        }
    }

    /// <summary>Counts who is taken for what, once for each confirmed track.</summary>
    public void Look(Instant at, ReadOnlySpan<Track> tracks, IReadOnlyList<TrackAssessment> assessments)
    {
        now = at;
        for (var i = 0; i < tracks.Length; i++)
        {
            if (tracks[i].Status is not (TrackStatus.Confirmed or TrackStatus.Coasting)) continue;
            if (causes.Of(tracks[i].Number) is not { } target) continue;
            var judged = assessments[i].Identity.Identity;
            var counts = identities.TryGetValue(target.Class, out var known) ? known : identities[target.Class] = [];
            counts[judged] = counts.GetValueOrDefault(judged) + 1;
            firstSeen.TryAdd(target.Number, at);
            if (target.Class == ObjectClass.Airliner && judged == Identity.Neutral) becameNeutral.TryAdd(target.Number, at);
        }
    }

    public IEnumerable<string> Lines()
    {
        var hours = now.SecondsSince(from) / 3600;
        yield return Text($"{hours:0.00} h, {first.Count} alerts ({first.Count / hours:0.0} an hour), {warnings} warnings drafted");
        foreach (var kind in first.Values.GroupBy(a => a.Kind).OrderBy(g => g.Key))
        {
            var sorts = kind.GroupBy(Sort).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {g.Count()}");
            yield return Text($"  {kind.Key}: {string.Join(", ", sorts)}");
        }

        yield return "crossings and the warning before them";
        foreach (var (at, target) in truth.Crossings.Where(c => c.At > from && c.At <= now)) yield return Crossing(at, target);
        yield return "identities, share of track seconds";
        foreach (var (kind, counts) in identities.OrderBy(i => i.Key)) yield return Text($"  {kind}: {Shares(counts)}");
        yield return NeutralAfter();
        yield return "readiness, recommended over in force";
        foreach (var one in readiness) yield return Text($"  {one.Since} {one.Recommended} / {one.Level}: {one.Evidence[0].Text}");
    }

    /// <summary>Every alert, with why it was raised.</summary>
    public IEnumerable<string> Alerts() => first.Values.Select(a =>
        Text($"{a.RaisedAt} {a.Number} {a.Kind} {a.Track} [{Sort(a)}] {a.Reasons[0].Text} | {(a.Reasons.Count > 1 ? a.Reasons[1].Text : "")} | closed {(closed.TryGetValue(a.Number.Value, out var at) ? at.ToString() : "never")}"));

    private string Sort(Alert alert)
    {
        if (causes.Of(alert.Track) is not { } target) return "ghost";
        if (!NightTruth.IsAttacker(target.Class)) return target.Class.ToString();
        return truth.NearestKm(target) switch
        {
            < 0 => "crosses",
            < NightTruth.NearKm => "near miss",
            _ => "far",
        };
    }

    private string Crossing(Instant at, Sim.Truth.Target target)
    {
        var alerts = first.Values.Where(a => a.Kind is AlertKind.Incursion or AlertKind.Violation && causes.Of(a.Track)?.Number == target.Number).ToList();
        var incursion = alerts.Where(a => a.Kind == AlertKind.Incursion).Select(a => at.SecondsSince(a.RaisedAt)).DefaultIfEmpty(double.NaN).Max();
        var violation = alerts.Where(a => a.Kind == AlertKind.Violation).Select(a => a.RaisedAt.SecondsSince(at)).DefaultIfEmpty(double.NaN).Min();
        var seen = firstSeen.TryGetValue(target.Number, out var seenAt) ? at.SecondsSince(seenAt) : double.NaN;
        return Text($"  {at} {target.Class} {target.Number}: tracked {seen:0} s before, incursion {incursion:0} s before, violation {violation:0} s after");
    }

    private string NeutralAfter()
    {
        var delays = becameNeutral.Select(n => n.Value.SecondsSince(firstSeen[n.Key])).Order().ToList();
        return delays.Count == 0
            ? "no airliner became neutral"
            : Text($"airliners neutral after {delays[delays.Count / 2]:0} s (median), {delays[(int)(delays.Count * 0.95)]:0} s (95 %), {delays[^1]:0} s (last); {delays.Count} of them");
    }

    private static string Shares(Dictionary<Identity, int> counts)
    {
        double all = counts.Values.Sum();
        return string.Join(", ", counts.OrderByDescending(c => c.Value).Select(c => Text($"{c.Key} {c.Value / all * 100:0.0} %")));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
