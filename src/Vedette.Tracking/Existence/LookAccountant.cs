using Vedette.Air;
using Vedette.Kernel.Geodesy;
using Vedette.Tracking.Registration;
using Vedette.Tracking.Tuning;

namespace Vedette.Tracking.Existence;

/// <summary>
/// Negative information: finds the looks that should have seen a track and brought no plot near it, and lowers its existence
/// probability by what that look was worth (<see cref="Detection.Missed"/>).
/// </summary>
public sealed class LookAccountant(TrackTable table, TuningTable tuning)
{
    /// <summary>Where every live track is, earth-centred, m, in the order of the table's list; and those that a beam may have passed.</summary>
    private double[] x = new double[256], y = new double[256], z = new double[256];

    private int[] passed = new int[256];
    private bool[] isPeriodic = new bool[64];

    /// <summary>Takes every look into account that has become certain since the last call.</summary>
    public void Run(IReadOnlyList<SensorSite?> sites)
    {
        Locate();
        if (isPeriodic.Length < sites.Count) isPeriodic = new bool[2 * sites.Count];
        for (var id = 0; id < sites.Count; id++)
        {
            if (sites[id] is not { } site) continue;
            var swept = site.IsRadar && site.Clock.Locked;
            if (swept && site.Position is not null) Sweep(site);
            isPeriodic[id] = !swept && site.Kind != SensorKind.Spotter;
        }

        foreach (var index in table.Live) Periodic(ref table[index], sites);
    }

    /// <summary>Places every live track once for all sensors.</summary>
    private void Locate()
    {
        var live = table.Live;
        if (x.Length < live.Length + 3)
        {
            var length = 2 * live.Length;
            (x, y, z, passed) = (new double[length], new double[length], new double[length], new int[length]);
        }

        for (var k = 0; k < live.Length; k++)
        {
            ref readonly var track = ref table[live[k]];
            (x[k], y[k], z[k]) = track.EcefAt(track.Motion.Mean[0], track.Motion.Mean[1], track.Motion.Mean[2]);
        }
    }

    private void Sweep(SensorSite site)
    {
        var to = site.Clock.SettledS;
        var from = Math.Max(site.Clock.AccountedS, to - site.Clock.PeriodS);
        if (to <= from) return;
        site.Clock.AccountedS = to;
        var live = table.Live;
        var count = new BeamSector(site, from, to).Find(x, y, z, live.Length, passed);
        foreach (var k in passed.AsSpan(0, count))
        {
            var sight = site.Frame.ToLocal(new Ecef(x[k], y[k], z[k]));
            var look = site.Clock.LookTime(sight, to);
            ref var track = ref table[live[k]];
            if (look > from && look > track.FirstSeenS + 0.1) Look(ref track, site, look, sight.Norm);
        }
    }

    /// <summary>One look at the track: nothing to do where its plots have been weighed already.</summary>
    private void Look(ref Bernoulli track, SensorSite site, double timeS, double rangeM)
    {
        var slot = track.Slots.Find(site.Id);
        if (slot < 0 ? Detection.IsHidden(site, track, rangeM) : IsAccounted(track.Slots.Read(slot), site, timeS)) return;
        var detection = Detection.Of(site, table, ref track, out var outlook);
        if (detection < 0.02) return;
        Miss(ref track, detection, timeS);
        if (!track.Confirmed) track.Flock.Miss(Math.Min(detection, 0.99));
        track.Learn(outlook, 0);
        if (track.Confirmed) site.Review.Look(detection, 0);
        if (slot < 0) slot = track.Slots.FindOrAdd(site.Id);
        track.Slots[slot].Account(timeS, 0);
    }

    private static bool IsAccounted(in LookSlot slot, SensorSite site, double timeS) =>
        Math.Abs(timeS - slot.LastLookS) < 0.5 * site.Clock.PeriodS || timeS < slot.LastLookS;

    /// <summary>Sensors without a known beam: a track that they used to report and no longer do.</summary>
    private void Periodic(ref Bernoulli track, IReadOnlyList<SensorSite?> sites)
    {
        for (var i = 0; i < LookSlots.Count; i++)
        {
            var id = track.Slots.SiteOf(i);
            if (id < 0) return;
            if (!isPeriodic[id]) continue;
            var site = sites[id]!;
            ref var slot = ref track.Slots[i];
            if (slot.Hits < 0.3) continue;
            if (site.Clock.SettledS - slot.LastLookS < 1.7 * site.Clock.PeriodS) continue;
            Miss(ref track, 0.8 * Detection.Of(site, table, ref track, out _), slot.LastLookS + site.Clock.PeriodS);
            slot.Account(slot.LastLookS + site.Clock.PeriodS, 0);
        }
    }

    private void Miss(ref Bernoulli track, double detection, double timeS)
    {
        track.Age(timeS, tuning.Of(track));
        track.Existence = Detection.Missed(track.Existence, detection);
        track.LastMissS = Math.Max(track.LastMissS, timeS);
    }
}
