using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Alerting.Evidence;

/// <summary>
/// Whether a track gets where its own speed says it should. An object does; a track that hops between birds or the echoes of a shower claims a speed
/// that it does not make good. Judged stretch by stretch; one good stretch proves it.
/// </summary>
internal sealed class Progress(AlertPolicy policy)
{
    private Geodetic from;
    private Instant since;
    private Instant last;
    private double claimedM;
    private bool begun;

    public bool Proven { get; private set; } = policy.ProgressS <= 0;

    public void Follow(in Track track)
    {
        if (Proven) return;
        if (begun)
        {
            claimedM += track.GroundSpeedMps * Math.Max(0, track.Time.SecondsSince(last));
            last = track.Time;
            var tookS = track.Time.SecondsSince(since);
            if (tookS < policy.ProgressS && !(claimedM >= policy.ProgressM && tookS >= policy.ProgressAtLeastS)) return;
            var share = new EnuFrame(from).ToLocal(track.Position).HorizontalNorm / Math.Max(claimedM, 1);
            Proven = share >= policy.ProgressShare && share <= 1 / policy.ProgressShare;
        }

        (from, since, last, claimedM, begun) = (track.Position, track.Time, track.Time, 0, true);
    }

    /// <summary>The object was proven under its former number.</summary>
    public void Inherit(Progress from) => Proven |= from.Proven;
}
