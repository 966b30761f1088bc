using System.Runtime.InteropServices;
using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;
using Vedette.Tracking.Classification;
using Vedette.Tracking.Estimation;
using Vedette.Tracking.Existence;
using Vedette.Tracking.Registration;
using Vedette.Tracking.Smoothing;
using Vedette.Tracking.Tuning;
using Vedette.Tracking.Undetected;

namespace Vedette.Tracking;

/// <summary>The life of tracks as others see it: numbers, confirmation, coasting, the end, and the picture at a given time.</summary>
public sealed class PictureBuilder(TrackTable table, TuningTable tuning, TrackHistories? histories, IReadOnlyList<SensorSite?> sites, UndetectedField field)
{
    /// <summary>A map that has seen few plots knows a density only roughly: what it learned since counts this much.</summary>
    private const double HindsightCounts = 0.6, HindsightCountsAlike = 0.3;

    private readonly PendingLooks pendingLooks = new(table);
    private readonly List<int> shown = [];
    private readonly List<int> dropped = [];
    private readonly List<Track> ended = [];
    private readonly List<Track> tracks = [];
    private int lastNumber;
    private Instant clockOrigin;

    public WindField Winds { get; set; } = WindField.Unknown;

    public ReadOnlySpan<Track> Tracks => CollectionsMarshal.AsSpan(tracks);

    /// <summary>Numbers, confirms and ends tracks by their existence probabilities. Once a second or so.</summary>
    public void Settle(double nowS)
    {
        dropped.Clear();
        foreach (var index in table.Live)
        {
            ref var track = ref table[index];
            tuning.Assign(ref track);
            if (IsOver(track, nowS)) dropped.Add(index);
            else if (track.Number == 0 && IsWorthShowing(track)) Number(index);
            if (!track.Confirmed && track.Number > 0 && track.Hits >= NeededHits(track) && ExistsInHindsight(track, nowS)) track.Confirmed = true;
        }

        foreach (var index in dropped)
        {
            field.Return(table[index].RoughPlace(nowS - table[index].TimeS), table[index].Existence);
            Remove(index);
        }
    }

    /// <summary>Ends a component; one that has a number is reported as ended once.</summary>
    public void Remove(int index)
    {
        if (table[index].Number > 0)
        {
            shown.Remove(index);
            ended.Add(Describe(table[index], table[index].TimeS, table[index].Existence) with { Status = TrackStatus.Ended });
        }

        histories?.End(index, table[index], tuning.Of(table[index]).ModelsOf(table[index]));
        table.Remove(index);
    }

    /// <summary>The picture at a time, ordered by number.</summary>
    public void Build(double nowS, Instant origin)
    {
        clockOrigin = origin;
        tracks.Clear();
        foreach (var index in shown) tracks.Add(Describe(table[index], nowS, pendingLooks.Existence(ref table[index], sites)));
        if (ended.Count == 0) return;
        tracks.AddRange(ended);
        ended.Clear();
        tracks.Sort(static (a, b) => a.Number.CompareTo(b.Number));
    }

    private void Number(int index)
    {
        table[index].Number = ++lastNumber;
        shown.Add(index);
    }

    private static bool IsWorthShowing(in Bernoulli track) => track.Existence > 0.5 && track.Hits >= 1.9;

    /// <summary>Two plots make a line through anything; a third one tests it. A transponder's address needs no such test.</summary>
    private double NeededHits(in Bernoulli track) =>
        track.Address >= 0 || track.Joined || track.Existence >= tuning.Of(track).ConfirmTwiceSeenAt ? 1.9 : tuning.Of(track).ConfirmHits;

    /// <summary>
    /// Existence with the plots behind it weighed against what is known of clutter by now. What flies in a formation is hardly a flock: the
    /// echoes of a flock do not keep a common velocity.
    /// </summary>
    private bool ExistsInHindsight(in Bernoulli track, double nowS)
    {
        var settings = tuning.Of(track);
        var alike = track.Alike > 0;
        var needed = track.Joined ? settings.ConfirmJoinedAt : alike ? settings.ConfirmAlikeAt : settings.ConfirmAt;
        if (track.Existence < needed) return false;
        var doubt = (alike ? HindsightCountsAlike : HindsightCounts) * BackgroundModel.Hindsight(track, sites, nowS);
        return track.Existence / (1 - track.Existence) * Math.Exp(-doubt) >= needed / (1 - needed)
            && (alike || IsNamed(track) || track.Flock.LogOdds <= Math.Log(settings.FlockOddsAllowed));
    }

    /// <summary>A transponder, or the formation that it joined, tells that it is no flock.</summary>
    private static bool IsNamed(in Bernoulli track) => track.Address >= 0 || track.Code >= 0 || track.Joined;

    private bool IsOver(in Bernoulli track, double nowS)
    {
        var settings = tuning.Of(track);
        if (track.Existence < settings.DropBelow) return true;
        var silent = nowS - track.LastSeenS;
        if (!track.VelocityKnown) return silent > settings.OncePatienceS;
        ref readonly var p = ref track.Motion.Covariance;
        var dt = nowS - track.TimeS;
        var variance = p[0] + p[6] + (2 * dt * (p[3] + p[9])) + (dt * dt * (p[15] + p[18]));
        return (silent > 20 && variance > settings.LostBeyondM * settings.LostBeyondM)
            || (silent > settings.CoastLimitS && IsWatched(track, nowS));
    }

    /// <summary>A sensor that used to see it is at work: it is gone, or gone out of sight. Where all of them fell silent, it coasts on.</summary>
    private bool IsWatched(in Bernoulli track, double nowS)
    {
        for (var i = 0; i < LookSlots.Count; i++)
        {
            var id = track.Slots.SiteOf(i);
            if (id < 0) return false;
            if (track.Slots.Read(i).Hits < 0.1 || sites[id] is not { } site) continue;
            if (site.Clock.FrontS > nowS - (3 * site.Clock.PeriodS) - 5) return true;
        }

        return false;
    }

    private Track Describe(in Bernoulli track, double nowS, double existence)
    {
        var lead = nowS - track.TimeS;
        var place = track.PlaceAt(lead);
        ref readonly var x = ref track.Motion.Mean;
        var velocity = new Enu(x[3], x[4], x[5]);
        return new Track
        {
            Number = new(track.Number),
            Status = StatusOf(track, existence),
            Existence = existence,
            Time = clockOrigin.AddSeconds(nowS),
            Position = place,
            Velocity = velocity,
            Covariance = CovarianceAt(track, lead),
            HeightKnown = track.HeightKnown,
            Manoeuvring = 1 - track.Motion.Weights[0],
            TurnRateRadps = track.TurnRateRadps,
            Classes = KinematicClassifier.Classify(track, velocity, Winds),
            FirstSeen = clockOrigin.AddSeconds(track.FirstSeenS),
            LastSeen = clockOrigin.AddSeconds(track.LastSeenS),
            Plots = track.PlotCount,
            SensorMask = track.RecentSensors | track.EarlierSensors,
            LastEntry = track.LastEntry,
            Address = track.Address >= 0 ? new TransponderAddress(track.Address) : null,
            Code = track.Code >= 0 ? new Mode3A((ushort)track.Code) : null,
            Callsign = track.Callsign,
            Altitude = track.Altitude,
            SensedIndependently = track.SensedIndependently,
            OnGround = track.OnGround,
            Simulated = track.Simulated,
        };
    }

    private TrackStatus StatusOf(in Bernoulli track, double existence) =>
        !track.Confirmed ? TrackStatus.Tentative
        : existence < tuning.Of(track).ShowAbove || track.LastMissS > track.LastSeenS + 1 ? TrackStatus.Coasting
        : TrackStatus.Confirmed;

    private Covariance6 CovarianceAt(in Bernoulli track, double lead)
    {
        var state = new ModeState { Mean = track.Motion.Mean, Covariance = track.Motion.Covariance };
        if (lead > 0)
        {
            state.Predict(lead, track.Motion.MeanModel(tuning.Of(track).ModelsOf(track)) with { TurnRateRadps = 0 });
        }
        else state.Covariance.Drift(lead);

        AlignmentDoubt.AddTo(ref state.Covariance, track, sites);
        Covariance6 covariance = default;
        for (var k = 0; k < 21; k++) covariance[k] = state.Covariance[k];
        return covariance;
    }
}
