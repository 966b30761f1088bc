using Vedette.Air;
using Vedette.Edge.Situation;
using Vedette.Eval.SelfEvaluation;
using Vedette.Kernel;
using Vedette.Tracking;
using Vedette.Tracking.Tuning;
using Vedette.Wire.OpenPlots;

namespace Vedette.Cli.Batch;

/// <summary>
/// Runs the tracker over a recording in the open plot format, in arrival order and causally: the picture of an epoch is written before
/// any plot that arrived later is seen.
/// </summary>
internal sealed class BatchTracking : IIntake
{
    private const int MostNamedRefusals = 20;

    /// <summary>The moment that t = 0 of a recording is taken for.</summary>
    public static readonly Instant Zero = Instant.FromUtc(2026, 1, 1);

    private readonly Tracker tracker;
    private readonly OpenPlotSensors recording;
    private readonly OpenPlotsDecoder decoder;
    private readonly Instant origin = Zero;
    private readonly TextWriter tracks;
    private readonly BatchForecasts? forecasts;
    private readonly SmoothedCsv? smoothed;
    private readonly HashSet<int> numbers = [];
    private readonly PictureReview? review;
    private double nextEpochS;

    /// <param name="recording">The sensors and the span of the recording.</param>
    /// <param name="tracks">Where the tracks go.</param>
    /// <param name="forecasts">Writes the forecasts beside the tracks; null = none are wanted.</param>
    /// <param name="tuning">How the tracker is tuned; null = the defaults.</param>
    /// <param name="smoothed">Gets what smoothing needs; null = it is not wanted.</param>
    /// <param name="selfEvaluation">The tracks are judged by their own account.</param>
    public BatchTracking(OpenPlotSensors recording, TextWriter tracks, BatchForecasts? forecasts = null, TrackerTuning? tuning = null, SmoothedCsv? smoothed = null, bool selfEvaluation = false)
    {
        this.recording = recording;
        this.tracks = tracks;
        this.forecasts = forecasts;
        this.smoothed = smoothed;
        tracker = new(histories: smoothed?.Histories);
        var sensors = new SensorDirectory();
        foreach (var sensor in recording.Sensors) sensors.Put(sensor);
        tracker.Configure(sensors);
        if (tuning is not null) tracker.Tune(tuning);
        if (selfEvaluation) review = new(new() { Window = 0 });
        review?.Divide(EvaluatedAreas.Of(new() { Tuning = tuning }));
        decoder = new("plots.csv", sensors, origin);
        nextEpochS = recording.StartS + recording.EpochS;
        tracks.WriteLine(TrackCsv.TrackHeader);
    }

    public long Plots { get; private set; }

    public long Refused { get; private set; }

    public long Rows { get; private set; }

    public int Tracks => numbers.Count;

    /// <summary>How good the tracks were by their own account; null where nobody asked, or the recording was too short to tell.</summary>
    public PictureQuality? PictureQuality => review?.Quality;

    public TrackerCounts Counts => tracker.Counts;

    /// <summary>The first refusals, to show.</summary>
    public List<Refusal> Refusals { get; } = [];

    /// <summary>Takes the next octets of plots.csv.</summary>
    public void Take(ReadOnlySpan<byte> octets) => decoder.Decode(octets, origin, 0, this);

    /// <summary>The recording is over: writes the epochs that remain.</summary>
    public void Complete()
    {
        decoder.Decode("\n"u8, origin, 0, this);
        while (nextEpochS <= recording.EndS + 1e-6) WriteEpoch();
        tracker.EndHistories();
    }

    /// <summary>Writes what the radars have been found to get wrong by now.</summary>
    public void WriteBiases(TextWriter to) => BiasCsv.Write(to, tracker.Sites, id => recording.Sensors[id].Name);

    public void OnPlot(in Plot plot)
    {
        WriteEpochsBefore(plot.ReceivedAt);
        Plots++;
        tracker.Observe(new ReadOnlySpan<Plot>(in plot));
    }

    public void OnSensorMessage(in SensorMessage message)
    {
        WriteEpochsBefore(message.ReceivedAt);
        tracker.Observe(message);
    }

    public void OnRefusal(in Refusal refusal)
    {
        Refused++;
        if (Refusals.Count < MostNamedRefusals) Refusals.Add(refusal);
    }

    public void OnRecord()
    {
    }

    private void WriteEpochsBefore(Instant arrival)
    {
        while (nextEpochS <= recording.EndS + 1e-6 && arrival > origin.AddSeconds(nextEpochS)) WriteEpoch();
    }

    private void WriteEpoch()
    {
        var now = origin.AddSeconds(nextEpochS);
        tracker.AdvanceTo(now);
        smoothed?.Note(tracker.Picture);
        review?.Take(now, tracker.Picture);
        forecasts?.Write(tracker.Picture, nextEpochS, now);
        foreach (ref readonly var track in tracker.Picture)
        {
            if (!IsReported(track)) continue;
            TrackCsv.WriteTrack(tracks, nextEpochS, track);
            numbers.Add(track.Number.Value);
            Rows++;
        }

        nextEpochS += recording.EpochS;
    }

    /// <summary>Whether a track stands in the output: one that more probably exists than not.</summary>
    internal static bool IsReported(in Track track) =>
        track.Status is TrackStatus.Confirmed or TrackStatus.Coasting && track.Existence >= 0.5;
}
