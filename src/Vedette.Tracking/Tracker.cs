using System.Runtime.InteropServices;
using Vedette.Air;
using Vedette.Kernel;
using Vedette.Tracking.Existence;
using Vedette.Tracking.Gating;
using Vedette.Tracking.Registration;
using Vedette.Tracking.SelfEvaluation;
using Vedette.Tracking.Smoothing;
using Vedette.Tracking.Tuning;
using Vedette.Tracking.Undetected;

namespace Vedette.Tracking;

/// <summary>
/// The estimator: plots of all sensors in order of arrival become one picture. Plots are collected for a fraction of a second of arrival
/// time, then taken sensor by sensor, so that the plots of a sector compete with each other while tracks still follow the beam.
/// </summary>
public sealed class Tracker : ITracker
{
    private readonly TuningTable tuning;
    private readonly HindsightReview review;
    private readonly TrackHistories? histories;
    private readonly TrackTable table = new();
    private readonly DuplicateFilter duplicates = new();
    private readonly List<SensorSite?> sites = [];
    private readonly Registrar registrar;
    private readonly UndetectedField field;
    private readonly BackgroundModel background;
    private readonly ScanUpdater updater;
    private readonly LookAccountant accountant;
    private readonly TrackMerger merger;
    private readonly CommonTargets common;
    private readonly PictureBuilder picture;
    private readonly PendingPlots pending = new();
    private Measurement[] measurements = new Measurement[256];
    private long observed, repeated, tooLate, unplaced, misdated;
    private int directoryVersion = -1;
    private TerrainGrid? terrain;
    private Instant origin;
    private bool started;
    private Instant batchOpened;
    private Instant maintained;
    private Instant? advancedTo;

    /// <param name="settings">Where nothing is tuned; null = the defaults.</param>
    /// <param name="histories">Keeps what was believed of every track, to smooth it; null = nobody asks.</param>
    public Tracker(TrackerSettings? settings = null, TrackHistories? histories = null)
    {
        tuning = new(settings);
        this.histories = histories;
        review = new(table);
        registrar = new(tuning);
        field = new(tuning);
        background = new(tuning, field);
        common = new(table, sites);
        updater = new(table, tuning, sites, histories, common);
        accountant = new(table, tuning);
        picture = new(table, tuning, histories, sites, field);
        merger = new(table, picture, tuning);
    }

    public TrackerCounts Counts => new(observed, repeated, tooLate, unplaced, misdated);

    public ReadOnlySpan<Track> Picture => picture.Tracks;

    /// <summary>What has been learned of each sensor, by id; null where the sensor has not been configured.</summary>
    public IReadOnlyList<SensorSite?> Sites => sites;

    public void Configure(SensorDirectory sensors)
    {
        if (sensors.Version == directoryVersion) return;
        directoryVersion = sensors.Version;
        var radarsChanged = false;
        foreach (var sensor in sensors.All)
        {
            while (sites.Count <= sensor.Id.Value) sites.Add(null);
            ref var site = ref CollectionsMarshal.AsSpan(sites)[sensor.Id.Value];
            var before = site;
            if (site?.Matches(sensor) != true) site = new(sensor);
            radarsChanged |= site.IsRadar && (site != before || !ReferenceEquals(site.Blanked, sensor.Blanked ?? []));
            (site.Blanked, site.Terrain) = (sensor.Blanked ?? [], terrain);
        }

        if (radarsChanged) field.Reconsider();
    }

    public void Tune(TrackerTuning wanted)
    {
        tuning.Apply(wanted);
        field.Reconsider();
        foreach (var index in table.Live) tuning.Assign(ref table[index]);
    }

    public void Know(WindField winds) => picture.Winds = winds;

    public void Know(TerrainGrid? ground)
    {
        terrain = ground;
        foreach (var site in sites)
            if (site is not null) site.Terrain = ground;
        field.Reconsider();
    }

    public void Observe(ReadOnlySpan<Plot> plots)
    {
        foreach (ref readonly var plot in plots)
        {
            if (!IsCredible(plot.TimeOfApplicability, plot.ReceivedAt))
            {
                (observed, misdated) = (observed + 1, misdated + 1);
                continue;
            }

            Start(plot.ReceivedAt);
            if (pending.Count > 0 && plot.ReceivedAt.SecondsSince(batchOpened) >= tuning.Everywhere.BatchS) Flush(plot.ReceivedAt);
            if (pending.Count == 0) batchOpened = plot.ReceivedAt;
            if (Accept(plot)) pending.Add(plot);
        }
    }

    public void Observe(in SensorMessage message)
    {
        if (!IsCredible(message.Time, message.ReceivedAt)) return;
        Start(message.ReceivedAt);
        if (SiteOf(message.Sensor) is not { } site || message.ReceivedAt.SecondsSince(message.Time) > LateLimitS(site)) return;
        var timeS = message.Time.SecondsSince(origin);
        if (message.Kind == SensorMessageKind.NorthMarker) site.Clock.OnNorth(timeS, message.RotationS);
        else if (message.Kind == SensorMessageKind.SectorCrossing) site.Clock.OnSector(timeS);
    }

    public void AdvanceTo(Instant now)
    {
        Start(now);
        advancedTo = now;
        Flush(now, whole: true);
        picture.Build(now.SecondsSince(origin), origin);
    }

    public SensorQuality QualityOf(SensorId sensor) => SiteOf(sensor)?.Review.Quality ?? SensorQuality.Unknown;

    public SensorAlignment AlignmentOf(SensorId sensor)
    {
        if (SiteOf(sensor) is not { IsRadar: true } site || site.Bias.Samples == 0) return default;
        var bias = site.Bias;
        return new(
            bias.RangeM, bias.AzimuthRad, bias.TimeS, Math.Sqrt(bias.RangeVariance), Math.Sqrt(bias.AzimuthVariance), Math.Sqrt(bias.TimeVariance), bias.Samples,
            double.IsNaN(site.JumpedS) ? null : new AlignmentJump(origin.AddSeconds(site.JumpedS), site.JumpRangeM, site.JumpAzimuthRad))
        {
            Gain = bias.Gain,
            GainSigma = Math.Sqrt(bias.GainVariance),
            ElevationRad = site.Elevation.Samples > 0 ? site.Elevation.Rad : double.NaN,
            ElevationSigmaRad = site.Elevation.Samples > 0 ? Math.Sqrt(site.Elevation.Variance) : double.NaN,
        };
    }

    /// <summary>Nothing more will come: what is kept of the living tracks is smoothed as it stands.</summary>
    public void EndHistories()
    {
        foreach (var index in table.Live) histories?.End(index, table[index], tuning.Of(table[index]).ModelsOf(table[index]));
    }

    private void Start(Instant first)
    {
        if (started) return;
        started = true;
        origin = first;
        field.Advance(sites, 0);
        histories?.Begin(first);
        maintained = first;
    }

    /// <summary>
    /// Nothing is seen before it happens, and nothing arrives at another time than now: one plot or mark that says otherwise would carry
    /// its sensor's clock, and the upkeep of all tracks, to where nothing is ever due again.
    /// </summary>
    private bool IsCredible(Instant time, Instant receivedAt) =>
        time.SecondsSince(receivedAt) <= tuning.Everywhere.AheadLimitS
        && (advancedTo is not { } now || Math.Abs(receivedAt.SecondsSince(now)) <= tuning.Everywhere.ArrivalLimitS);

    private SensorSite? SiteOf(SensorId id) => id.Value >= 0 && id.Value < sites.Count ? sites[id.Value] : null;

    private bool Accept(in Plot plot)
    {
        observed++;
        if (SiteOf(plot.Sensor) is not { } site)
        {
            unplaced++;
            return false;
        }

        if (duplicates.IsRepeat(plot))
        {
            repeated++;
            return false;
        }

        if (plot.ReceivedAt.SecondsSince(plot.TimeOfApplicability) > LateLimitS(site))
        {
            tooLate++;
            return false;
        }

        site.Clock.OnPlot(plot.TimeOfApplicability.SecondsSince(origin), site.IsRadar ? plot.AzimuthRad : double.NaN);
        return true;
    }

    /// <param name="whole">A picture is due: whatever has arrived counts, in whole sectors or not.</param>
    private void Flush(Instant now, bool whole = false)
    {
        if (pending.Count > 0) ProcessPending(now, whole);
        batchOpened = now;
        if (!whole && now.SecondsSince(maintained) < 1) return;
        maintained = now;
        Maintain(now.SecondsSince(origin));
    }

    /// <summary>Takes the pending plots sensor by sensor, in the order in which sensors first appear among them.</summary>
    private void ProcessPending(Instant now, bool whole)
    {
        foreach (var id in pending.Sensors)
        {
            var site = sites[id]!;
            var ordered = pending.Of(id);
            var due = site.IsRadar && !whole ? SectorCut.Due(pending.Plots, ordered, site.Clock, now, origin) : ordered.Length;
            site.Clock.HeldFromS = due == ordered.Length ? double.PositiveInfinity : pending.Plots[ordered[due]].TimeOfApplicability.SecondsSince(origin);
            pending.Hold(ordered[due..]);
            if (due > 0) ProcessSite(site, ordered[..due]);
        }

        pending.Clear();
    }

    private void ProcessSite(SensorSite site, ReadOnlySpan<int> plots)
    {
        if (measurements.Length < plots.Length) measurements = new Measurement[2 * plots.Length];
        var count = 0;
        foreach (var i in plots)
        {
            ref readonly var plot = ref pending.Plots[i];
            ref var z = ref measurements[count];
            if (!registrar.TryRegister(plot, site, plot.TimeOfApplicability.SecondsSince(origin), out z))
            {
                unplaced++;
                continue;
            }

            z.Plot = i;
            background.Weigh(ref z, site, plot.Kind);
            count++;
        }

        site.PlotsUsed += count;
        ProcessLooks(site, measurements.AsSpan(0, count));
    }

    /// <summary>
    /// Plots of different looks may be of one target and must not compete: after an outage a sensor delivers many rotations at once.
    /// </summary>
    private void ProcessLooks(SensorSite site, Span<Measurement> ordered)
    {
        for (int first = 0, next = 1; next <= ordered.Length; next++)
        {
            if (next < ordered.Length && ordered[next].TimeS - ordered[first].TimeS < 0.5 * site.Clock.PeriodS) continue;
            updater.Process(site, ordered[first..next], pending.Plots);
            first = next;
        }
    }

    private double LateLimitS(SensorSite site) => tuning.Everywhere.LateLimitS + (site.Kind == SensorKind.Spotter ? site.Performance.DelayMaxS + 10 : 0);

    private void Maintain(double nowS)
    {
        table.Refile(nowS);
        field.Advance(sites, nowS);
        accountant.Run(sites);
        if (tuning.Everywhere.Registration) common.Run(nowS);
        merger.Run();
        picture.Settle(nowS);
        review.Run(sites, nowS);
    }
}

/// <summary>What became of the plots observed.</summary>
/// <param name="Plots">All of them.</param>
/// <param name="Duplicates">Delivered before.</param>
/// <param name="TooLate">Older on arrival than the policy allows.</param>
/// <param name="Unplaced">Of a sensor that is not known or whose position is not, or without the values that place a plot.</param>
/// <param name="Misdated">Dated after their arrival, or arrived at another time than now, by more than the policy allows.</param>
public readonly record struct TrackerCounts(long Plots, long Duplicates, long TooLate, long Unplaced, long Misdated);
