using Vedette.Air;
using Vedette.Assessment.Identification;
using Vedette.Assessment.Incursion;
using Vedette.Kernel;

namespace Vedette.Assessment;

/// <summary>
/// The assessor: forecasts crossings into every airspace and keeps every track's identity. Tracks that may enter something within
/// five minutes, and those that turn, are forecast at every call; the others every <see cref="QuietPeriodS"/> seconds,
/// spread by track number.
/// </summary>
public sealed class Assessor : IAssessor
{
    /// <summary>Seconds between forecasts of a track that is not expected to enter anything soon.</summary>
    public const int QuietPeriodS = 5;

    /// <summary>A heading that sweeps past an airspace means nothing yet: while a track turns, what is said follows with this time constant, s.</summary>
    private const double TurnSettlesS = 4;

    private const double ExpectedFrom = 0.02;
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
            memory.ForecastSlot = -1;
            memory.InsideSince = null;
            memory.Lines = [];
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
            memory.Crossings = [];
        }
        else
        {
            memory.LastAssessed = now;
            memory.Leg.Follow(track, SigmaHeadingRad(track));
            if (memory.Leg.Turning || IsDue(memory, track.Number, now)) Forecast(memory, track, now);
            memory.Identity.Judge(Evidence(memory, track, now));
        }

        return new TrackAssessment { Track = track.Number, At = now, Identity = memory.Identity.Judgement, Crossings = memory.Crossings };
    }

    private static bool IsDue(TrackMemory memory, TrackNumber number, Instant now)
    {
        if (memory.ForecastSlot < 0) return true;
        foreach (var crossing in memory.Crossings)
            if (crossing.Within5Min >= ExpectedFrom && crossing.Inside < 1) return true;
        return Slot(number, now) != memory.ForecastSlot;
    }

    /// <summary>Counts quiet periods of a track; those of different numbers begin at different seconds.</summary>
    private static long Slot(TrackNumber number, Instant now) =>
        ((now.Ticks / TimeSpan.TicksPerSecond) + (number.Value % QuietPeriodS)) / QuietPeriodS;

    private void Forecast(TrackMemory memory, in Track track, Instant now)
    {
        memory.ForecastSlot = Slot(track.Number, now);
        var before = memory.Crossings;
        var settled = memory.Leg.Turning ? 1 - Math.Exp(-now.SecondsSince(memory.ForecastAt) / TurnSettlesS) : 1;
        memory.ForecastAt = now;
        List<CrossingForecast>? crossings = null;
        if (!track.OnGround)
        {
            if (memory.Lines.Length != volumes.Length) memory.Lines = new LineMemory[volumes.Length];
            for (var v = 0; v < volumes.Length; v++)
                if (forecaster.Forecast(track, memory.Leg, ref memory.Lines[v], volumes[v]) is { } crossing) (crossings ??= []).Add(Settle(before, crossing, settled));
        }

        memory.Crossings = crossings is null ? [] : crossings;
    }

    /// <summary>Moves what was said of the same airspace before by a share of the way to what the moment says.</summary>
    private static CrossingForecast Settle(IReadOnlyList<CrossingForecast> before, CrossingForecast now, double share)
    {
        if (share >= 1) return now;
        foreach (var b in before)
        {
            if (b.AirspaceId != now.AirspaceId) continue;
            return now with
            {
                Within5Min = b.Within5Min + ((now.Within5Min - b.Within5Min) * share),
                Within10Min = b.Within10Min + ((now.Within10Min - b.Within10Min) * share),
                Within20Min = b.Within20Min + ((now.Within20Min - b.Within20Min) * share),
            };
        }

        return now;
    }

    private Evidence Evidence(TrackMemory memory, in Track track, Instant now)
    {
        CrossingForecast? threat = null;
        foreach (var crossing in memory.Crossings)
        {
            if (IsProtected(crossing.AirspaceId)
                && (threat is null || (crossing.Inside, crossing.Within20Min).CompareTo((threat.Inside, threat.Within20Min)) > 0)) threat = crossing;
        }

        memory.InsideSince = threat?.Inside >= InsideProbability ? memory.InsideSince ?? now : null;
        return new(track, now, threat, NameOf(threat), memory.InsideSince, known.Find(track));
    }

    private string NameOf(CrossingForecast? threat)
    {
        if (threat is null) return "";
        foreach (var volume in volumes)
            if (volume.Airspace.Id == threat.AirspaceId && volume.Airspace.Name.Length > 0) return volume.Airspace.Name;
        return threat.AirspaceId;
    }

    private bool IsProtected(string airspaceId)
    {
        foreach (var volume in volumes)
            if (volume.Airspace.Id == airspaceId) return volume.Airspace.Role == AirspaceRole.Protected;
        return false;
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
