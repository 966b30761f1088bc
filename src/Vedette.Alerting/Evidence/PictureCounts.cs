using Vedette.Air;

namespace Vedette.Alerting.Evidence;

/// <summary>What one picture holds that bears on readiness. Only confirmed tracks are counted.</summary>
internal struct PictureCounts
{
    public int SuspectOrHostileApproaching;
    public int UnknownApproaching;
    public int MissilesApproaching;

    /// <summary>Highest probability of entry within 20 minutes among those that approach, and whose it is.</summary>
    public double Highest;
    public TrackNumber HighestTrack;
    public long HighestEntry;

    public void Approaches(in Track track, Identity identity, double within20Min)
    {
        if (Concern.SuspectOrHostile(identity)) SuspectOrHostileApproaching++;
        else UnknownApproaching++;
        if (Concern.MissileLike(track)) MissilesApproaching++;
        if (within20Min <= Highest) return;
        (Highest, HighestTrack, HighestEntry) = (within20Min, track.Number, track.LastEntry);
    }
}
