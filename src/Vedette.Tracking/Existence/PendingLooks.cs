using Vedette.Tracking.Registration;

namespace Vedette.Tracking.Existence;

/// <summary>
/// Looks that are not judged yet because plots of theirs may be on the way still. That nothing has come counts in part already: as much as plots would have
/// arrived by now. It changes what the picture says of a track, not the track; that waits for the look's judgement.
/// </summary>
public sealed class PendingLooks(TrackTable table)
{
    /// <summary>Sensors that are less late are judged before it matters.</summary>
    private const double WorthAskingS = 1;

    /// <summary>Existence probability in the light of what should have arrived.</summary>
    public double Existence(ref Bernoulli track, IReadOnlyList<SensorSite?> sites)
    {
        var existence = track.Existence;
        for (var i = 0; i < LookSlots.Count; i++)
        {
            var id = track.Slots.SiteOf(i);
            if (id < 0) break;
            if (sites[id] is { IsRadar: true, Position: not null } site && site.Clock is { Locked: true, DisorderS: > WorthAskingS }) existence = AfterSilence(existence, ref track, site, track.Slots.Read(i).LastLookS);
        }

        return existence;
    }

    private double AfterSilence(double existence, ref Bernoulli track, SensorSite site, double lastLookS)
    {
        var clock = site.Clock;
        ref readonly var x = ref track.Motion.Mean;
        var sight = site.Frame.ToLocal(track.EcefAt(x[0], x[1], x[2]));
        var since = Math.Max(Math.Max(lastLookS + (0.5 * clock.PeriodS), track.FirstSeenS + 0.1), clock.AccountedS);
        var look = clock.LookTime(sight, clock.FrontS);
        if (look <= since) return existence;
        var detection = Detection.Of(site, table, ref track, out _);
        for (; look > since; look -= clock.PeriodS)
            existence = Detection.Missed(existence, detection * clock.Lateness.Arrived(clock.FrontS - look));
        return existence;
    }
}
