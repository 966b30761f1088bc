using Vedette.Air;

namespace Vedette.Alerting.Evidence;

/// <summary>The sentences that go into an alert's reasons. Each says what was seen, with its figures, and nothing more.</summary>
internal sealed class EvidenceWords(AlertPolicy policy)
{
    private readonly SortedDictionary<string, string> names = new(StringComparer.Ordinal);

    public void Watch(IReadOnlyList<Airspace> airspaces)
    {
        names.Clear();
        foreach (var one in airspaces) names[one.Id] = one.Name.Length > 0 ? one.Name : one.Id;
    }

    public string Name(string airspaceId) => names.TryGetValue(airspaceId, out var name) ? name : airspaceId;

    public string Approaching(in Track track, TrackAssessment assessment, CrossingForecast crossing) =>
        $"{Who(track, assessment.Identity.Identity)} enters {Name(crossing.AirspaceId)} within 10 min with probability "
        + $"{Phrase.Percent(crossing.Within10Min)}{Eta(crossing)}; now {Phrase.Distance(crossing.DistanceM)} from it, {Phrase.Motion(track)}";

    public string Inside(in Track track, TrackAssessment assessment, CrossingForecast crossing) =>
        $"{Who(track, assessment.Identity.Identity)} is inside {Name(crossing.AirspaceId)} with probability {Phrase.Percent(crossing.Inside)}, "
        + $"over at least {policy.Violation.RaisePlots} plots; {Phrase.Motion(track)}";

    public string PassedBy(string airspaceId, CrossingForecast? crossing) =>
        $"The probability of entering {Name(airspaceId)} within 10 min stayed below {Phrase.Percent(policy.Incursion.LowerBelow)} for "
        + $"{Phrase.Duration(policy.Incursion.LowerDwellS)}{Now(crossing)}";

    public string Left(string airspaceId, CrossingForecast? crossing) =>
        $"Outside {Name(airspaceId)} for {Phrase.Duration(policy.Violation.LowerDwellS)}{Now(crossing)}";

    public string NoConcern(in Track track, IdentityJudgement judged) =>
        $"{track.Number} is now {Phrase.Of(judged.Identity)}{Because(judged)}";

    public string Code(in Track track) =>
        $"{track.Number}{(track.Callsign.IsBlank ? "" : $" ({track.Callsign})")} shows code {track.Code}: " + (track.Code == Mode3A.Hijack
            ? "unlawful interference" : track.Code == Mode3A.RadioFailure ? "radio failure" : "emergency");

    public string CodeGone(in Track track) =>
        $"{track.Number} has shown no emergency code for {Phrase.Duration(policy.Emergency.LowerDwellS)}";

    public string Lost(TrackWatch watch, double unseenS)
    {
        var where = watch.Nearest is not { } near ? "" : near.DistanceM <= 0
            ? $" inside {Name(near.AirspaceId)}" : $" {Phrase.Distance(near.DistanceM)} from {Name(near.AirspaceId)}";
        var track = watch.Track;
        return $"{Who(track, watch.Identity)} was lost{where}: last seen {Phrase.Clock(track.LastSeen)}, {Phrase.Motion(track)}. "
            + $"Nobody saw it land, leave or fall; by now it can be up to {Phrase.Distance(track.GroundSpeedMps * unseenS)} from there";
    }

    public static string Who(in Track track, Identity identity)
    {
        var kind = track.Classes.Best;
        return $"{track.Number} ({Phrase.Of(identity)}{(track.Classes.Of(kind) >= 0.5 ? $", probably {Phrase.Of(kind)}" : "")})";
    }

    private static string Eta(CrossingForecast crossing)
    {
        if (double.IsNaN(crossing.EtaP50S)) return "";
        var range = double.IsNaN(crossing.EtaP10S) || double.IsNaN(crossing.EtaP90S)
            ? "" : $" ({Phrase.Duration(crossing.EtaP10S)} to {Phrase.Duration(crossing.EtaP90S)})";
        return $", expected in {Phrase.Duration(crossing.EtaP50S)}{range}";
    }

    private static string Now(CrossingForecast? crossing) =>
        crossing is null || crossing.DistanceM <= 0 ? "" : $"; now {Phrase.Distance(crossing.DistanceM)} from it";

    private static string Because(IdentityJudgement judged) => judged.Reasons.Count == 0 ? "" : $": {judged.Reasons[0].Text}";
}
