using Vedette.Air;
using Vedette.Kernel;

namespace Vedette.Assessment;

/// <summary>Says who each track is and what it is about to enter. Pure: no clock but <c>now</c>.</summary>
public interface IAssessor
{
    /// <summary>Replaces the airspaces that are watched.</summary>
    void Watch(IReadOnlyList<Airspace> airspaces);

    /// <summary>Replaces the list of traffic that the watch was told of.</summary>
    void Expect(IReadOnlyList<KnownTraffic> known);

    /// <summary>An operator's word on a track's identity; null gives it back to the rules.</summary>
    /// <returns>Refused where the track is unknown.</returns>
    CommandResult Decide(SetIdentity command, Instant now, long entry);

    /// <summary>Judges the picture. One assessment per live track (tentative ones too), in the same order.</summary>
    IReadOnlyList<TrackAssessment> Assess(ReadOnlySpan<Track> tracks, Instant now);
}
