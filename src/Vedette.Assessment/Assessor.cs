using Vedette.Air;
using Vedette.Assessment.Identification;
using Vedette.Assessment.Incursion;
using Vedette.Kernel;

namespace Vedette.Assessment;

/// <summary>
/// The assessor: forecasts crossings into every airspace and keeps every track's identity. An entry that is near or likely is forecast at every
/// call, others every few seconds (<see cref="Outlook"/>).
/// </summary>
public sealed class Assessor : IAssessor
{
    private const double InsideProbability = 0.9;

    private readonly Dictionary<int, TrackMemory> memories = [];
    private readonly CrossingForecaster forecaster = new();
    private readonly KnownList known = new();
    private AirspaceVolume[] volumes = [];

    /// <inheritdoc/>
    public void Watch(IReadOnlyList<Airspace> airspaces)
    {
        volumes = [.. airspaces.Where(static a => a.Role != AirspaceRole.Origin).Select(airspace => new AirspaceVolume(airspace))];
        foreach (var memory in memories.Values)
        {
            memory.InsideSince = null;
            memory.LeaveAirspaces();
        }
    }

    /// <inheritdoc/>
    public void Expect(IReadOnlyList<KnownTraffic> known) => this.known.Replace(known);

    /// <inheritdoc/>
    public CommandResult Decide(SetIdentity command, Instant now, long entry)
    {
        var number = new TrackNumber(command.Track);
        if (!memories.TryGetValue(command.Track, out var memory)) return new(false, $"Track {number} is not in the picture.");
        if (command.Identity is { } identity && !Enum.IsDefined(identity)) return new(false, "There is no such identity.");
        memory.Identity.Decide(command, now, entry);
        return new(true, command.Identity is { } decided ? $"Track {number} is {decided} by {command.By}." : $"Track {number} is given back to the rules.");
    }

    /// <summary>Judges the picture: one assessment for each track given, in the same order; an ended one keeps its last identity.</summary>
    public IReadOnlyList<TrackAssessment> Assess(ReadOnlySpan<Track> tracks, Instant now)
    {
        var assessments = new TrackAssessment[tracks.Length];
        for (var i = 0; i < tracks.Length; i++) assessments[i] = Assess(tracks[i], now);
        Forget(now);
        return assessments;
    }

    private TrackAssessment Assess(in Track track, Instant now)
    {
        if (!memories.TryGetValue(track.Number.Value, out var memory))
        {
            memory = new TrackMemory(track.FirstSeen);
            memories.Add(track.Number.Value, memory);
        }

        if (track.Status == TrackStatus.Ended)
        {
            memories.Remove(track.Number.Value);
            memory.LeaveAirspaces();
        }
        else
        {
            memory.LastAssessed = now;
            memory.Leg.Follow(track, SigmaHeadingRad(track));
            Forecast(memory, track, now);
            memory.Identity.Judge(Evidence(memory, track, now));
        }

        // What says nothing new is the same object as before: readers keep assessments for as long as they like.
        if (memory.Said is not { } said || !ReferenceEquals(said.Identity, memory.Identity.Judgement) || !ReferenceEquals(said.Crossings, memory.Crossings))
            memory.Said = said = new() { Track = track.Number, At = now, Identity = memory.Identity.Judgement, Crossings = memory.Crossings };
        return said;
    }

    private void Forecast(TrackMemory memory, in Track track, Instant now)
    {
        if (track.OnGround)
        {
            memory.LeaveAirspaces();
            return;
        }

        if (memory.Outlooks.Length != volumes.Length) memory.Outlooks = new Outlook[volumes.Length];
        else if (now < memory.NextDue && !memory.Leg.Turning) return;
        var (renewed, reached) = (false, 0);
        memory.NextDue = Instant.MaxValue;
        for (var v = 0; v < volumes.Length; v++)
        {
            ref var outlook = ref memory.Outlooks[v];
            if (outlook.IsDue(now, memory.Leg.Turning))
            {
                outlook.Renew(forecaster, track, memory.Leg, volumes[v], now, track.Number.Value);
                renewed = true;
            }

            if (outlook.Crossing is not null) reached++;
            if (outlook.Due < memory.NextDue) memory.NextDue = outlook.Due;
        }

        if (!renewed) return;
        memory.Crossings = Gathered(memory.Outlooks, reached);
        (memory.Threat, memory.Where) = Threat(memory.Outlooks);
    }

    private static IReadOnlyList<CrossingForecast> Gathered(Outlook[] outlooks, int reached)
    {
        if (reached == 0) return [];
        var crossings = new CrossingForecast[reached];
        var next = 0;
        foreach (ref readonly var outlook in outlooks.AsSpan())
            if (outlook.Crossing is { } crossing) crossings[next++] = crossing;
        return crossings;
    }

    private Evidence Evidence(TrackMemory memory, in Track track, Instant now)
    {
        memory.InsideSince = memory.Threat?.Inside >= InsideProbability ? memory.InsideSince ?? now : null;
        return new(track, now, memory.Threat, memory.Where, memory.InsideSince, known.Find(track, now));
    }

    /// <summary>The protected airspace most probably entered, and what it is called; the first of equals.</summary>
    private (CrossingForecast? Threat, string Where) Threat(Outlook[] outlooks)
    {
        CrossingForecast? threat = null;
        var at = -1;
        for (var v = 0; v < outlooks.Length; v++)
        {
            if (outlooks[v].Crossing is not { } crossing || volumes[v].Airspace.Role != AirspaceRole.Protected) continue;
            if (threat is null || (crossing.Inside, crossing.Within20Min).CompareTo((threat.Inside, threat.Within20Min)) > 0) (threat, at) = (crossing, v);
        }

        if (threat is null) return (null, "");
        return (threat, volumes[at].Airspace.Name is { Length: > 0 } name ? name : threat.AirspaceId);
    }

    /// <summary>How well the direction of motion is known: the cross-track spread of the velocity over the speed.</summary>
    private static double SigmaHeadingRad(in Track track)
    {
        var speed = track.GroundSpeedMps;
        if (speed <= 0) return double.PositiveInfinity;
        var (alongEast, alongNorth) = (track.Velocity.East / speed, track.Velocity.North / speed);
        var variance = (alongNorth * alongNorth * track.Covariance.At(3, 3)) - (2 * alongEast * alongNorth * track.Covariance.At(3, 4))
            + (alongEast * alongEast * track.Covariance.At(4, 4));
        return Math.Sqrt(Math.Max(variance, 0)) / speed;
    }

    /// <summary>Drops what is remembered of tracks that left the picture without being reported as ended.</summary>
    private void Forget(Instant now)
    {
        List<int>? gone = null;
        foreach (var (number, memory) in memories)
            if (memory.LastAssessed < now) (gone ??= []).Add(number);
        foreach (var number in gone ?? []) memories.Remove(number);
    }
}
