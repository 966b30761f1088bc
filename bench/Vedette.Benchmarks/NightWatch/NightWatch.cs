using System.Globalization;
using Vedette.Air;
using Vedette.Core;
using Vedette.Kernel;
using Vedette.Sim;
using Vedette.Sim.Night;
using Vedette.Sim.Truth;

namespace Vedette.Benchmarks.NightWatch;

/// <summary>
/// The simulated night from octets to what the duty officer sees, headless. The officer here follows every recommendation after half a minute,
/// acknowledges each alert as fast, and closes a lost track after twenty minutes.
/// </summary>
internal sealed class NightWatch : IEffectSink
{
    private const double AnswerS = 30;
    private const double LostFoundS = 1200;
    private const string Officer = "Officer";

    private readonly SimulatedWorld world;
    private readonly NightReport report;
    private readonly TrackCauses causes = new();
    private readonly IEnumerator<(Instant At, IReadOnlyList<TruthSample> Targets)> truth;
    private readonly SortedDictionary<int, (Alert Alert, Instant Due)> waiting = [];
    private readonly List<(string Kind, string Text)> papers = [];
    private (ReadinessLevel Level, Instant Due)? posture;
    private Instant lookedAt = Instant.MinValue;
    private long sequence;

    private NightWatch(SimulatedWorld world, Instant from)
    {
        this.world = world;
        report = new(new NightTruth(world, from), causes, from);
        truth = world.Truth(from, 1).GetEnumerator();
        truth.MoveNext();
    }

    /// <summary>night [SEED [FROM-MINUTE [TO-MINUTE]]] [--talk]: minutes of the night; --talk prints every alert, warning and the statement.</summary>
    public static int Run(string[] args)
    {
        var numbers = args.Where(a => a[0] != '-').Select(a => double.Parse(a, CultureInfo.InvariantCulture)).ToArray();
        var seed = numbers.Length > 0 ? (ulong)numbers[0] : 1;
        var from = numbers.Length > 1 ? NightScenario.Start.AddSeconds(numbers[1] * 60) : NightScenario.DemoStart;
        var night = new SimulatedWorld(NightScenario.Create(seed));
        var to = numbers.Length > 2 ? NightScenario.Start.AddSeconds(numbers[2] * 60) : night.End;
        var watch = new NightWatch(night, from);
        watch.Watch(from, to);
        Console.WriteLine($"seed {seed}");
        foreach (var line in watch.report.Lines()) Console.WriteLine(line);
        if (!args.Contains("--talk")) return 0;
        foreach (var line in watch.report.Alerts()) Console.WriteLine(line);
        foreach (var (kind, text) in watch.papers) Console.WriteLine($"--- {kind}\n{text}");
        return 0;
    }

    public void Emit(EffectKey key, Effect effect)
    {
        report.Take(effect);
        switch (effect)
        {
            case PictureEffect picture: Look(picture); break;
            case AlertEffect { Alert: var alert }: Note(alert); break;
            case ReadinessEffect { Readiness: var status }:
                posture = status.Recommended == status.Level ? null : posture ?? (status.Recommended, lookedAt.AddSeconds(AnswerS));
                break;
            case WarningEffect { Warning: var draft }: papers.Add(("warning", $"{draft.Headline}\n{draft.Description}\n{draft.Instruction}\n{draft.AreaDescription}")); break;
            case StatementEffect { Statement: var statement }: papers.Add(("statement", string.Join('\n', statement.Lines.Select(l => l.Text)))); break;
            default: break;
        }
    }

    private void Watch(Instant from, Instant to)
    {
        using var core = new VedetteCore(StandardRooms.Create());
        core.Apply(new(++sequence, from, EntryKind.Configuration, "", NightConfiguration.Of(world)), this);
        foreach (var octets in world.Octets(from))
        {
            if (octets.At >= to) break;
            core.Apply(new(++sequence, octets.At, EntryKind.Octets, octets.Feed, octets.Octets), this);
            Answer(core, octets.At);
        }

        core.Apply(new(++sequence, to, EntryKind.Tick, "", default), this);
        Say(core, new DraftStatement(Officer), to);
    }

    /// <summary>The truth is held against the picture every other second: who is behind a track changes slower.</summary>
    private void Look(PictureEffect picture)
    {
        while (truth.Current.At < picture.At && truth.MoveNext())
        {
        }

        if (picture.At.SecondsSince(lookedAt) < 2) return;
        lookedAt = picture.At;
        causes.Vote(truth.Current.Targets, picture.Tracks);
        report.Look(picture.At, picture.Tracks, picture.Assessments);
    }

    private void Note(Alert alert)
    {
        if (alert.State == AlertState.Closed) waiting.Remove(alert.Number.Value);
        else if (alert.State != AlertState.Acknowledged) waiting[alert.Number.Value] = (alert, alert.ChangedAt.AddSeconds(AnswerS));
        else if (alert.Kind == AlertKind.LostTrack) waiting[alert.Number.Value] = (alert, alert.RaisedAt.AddSeconds(LostFoundS));
        else waiting.Remove(alert.Number.Value);
    }

    private void Answer(VedetteCore core, Instant now)
    {
        if (posture is { } decided && now >= decided.Due)
        {
            posture = null;
            Say(core, new SetReadiness(Officer, decided.Level, "as recommended"), now);
        }

        foreach (var (number, (alert, due)) in waiting.ToArray())
        {
            if (now < due) continue;
            waiting.Remove(number);
            OperatorCommand answer = alert.State == AlertState.Acknowledged
                ? new CloseAlert(Officer, number, "searched for and explained")
                : new AcknowledgeAlert(Officer, number);
            Say(core, answer, now);
        }
    }

    private void Say(VedetteCore core, OperatorCommand command, Instant now) =>
        core.Apply(new(++sequence, now, EntryKind.Command, "", CoreJson.Write(command)), this);
}
