using Vedette.Air;
using Vedette.Assessment;
using Vedette.Kernel;
using Vedette.Tracking;

namespace Vedette.Core;

/// <summary>What every sensor delivered so far, and whether the tracker knows the newest list of sensors.</summary>
internal sealed class SensorLedger(SensorDirectory directory)
{
    private Tally[] tallies = new Tally[64];
    private int introducedVersion = -1;

    public void Count(in Plot plot)
    {
        ref var tally = ref Of(plot.Sensor);
        tally.Plots++;
        tally.LastPlot = plot.ReceivedAt;
        tally.LastEntry = plot.Entry;
        if (plot.Position is null && directory[plot.Sensor].Position is null) tally.Unplaced++;
    }

    public void Note(in SensorMessage message)
    {
        ref var tally = ref Of(message.Sensor);
        tally.LastMessage = message.ReceivedAt;
        if (!double.IsNaN(message.RotationS)) tally.RotationS = message.RotationS;
        if (message.Kind == SensorMessageKind.Status) tally.Degraded = message.Degraded;
    }

    /// <summary>Tells of sensors that are new or have been placed since.</summary>
    public void Introduce(IIntegrityWatch integrity, ICoverageWatch coverage, ITracker tracker)
    {
        if (introducedVersion == directory.Version) return;
        introducedVersion = directory.Version;
        integrity.Know(directory);
        coverage.Know(directory);
        tracker.Configure(directory);
    }

    public SensorStatus[] Statuses(ITracker tracker)
    {
        var statuses = new SensorStatus[directory.All.Count];
        for (var i = 0; i < statuses.Length; i++)
        {
            ref var tally = ref Of(new SensorId(i));
            statuses[i] = new SensorStatus(directory.All[i], tally.Plots, tally.LastPlot, tally.LastMessage, tally.RotationS, tally.Degraded, tally.Unplaced)
            {
                Quality = tracker.QualityOf(new SensorId(i)),
                Alignment = tracker.AlignmentOf(new SensorId(i)),
                LastEntry = tally.LastEntry,
            };
        }

        return statuses;
    }

    private ref Tally Of(SensorId sensor)
    {
        if (sensor.Value >= tallies.Length) Array.Resize(ref tallies, Math.Max(tallies.Length * 2, sensor.Value + 1));
        return ref tallies[sensor.Value];
    }

    private struct Tally
    {
        public long Plots;
        public long LastEntry;
        public Instant LastPlot;
        public Instant LastMessage;
        public double RotationS;
        public bool Degraded;
        public long Unplaced;
    }
}
