using System.Runtime.InteropServices;
using System.Threading.Channels;

namespace Vedette.Edge.Recordings;

/// <summary>The two ways to live through arrivals that carry their times.</summary>
public static class Playback
{
    private const int BatchEntries = 1_024;
    private const int BatchOctets = 1 << 20;

    /// <summary>As fast as possible, on this thread. <paramref name="afterBatch"/> is called now and then.</summary>
    public static void Rush(IEnumerable<Arrival> arrivals, JournaledCore core, Action afterBatch, CancellationToken cancellation)
    {
        var batch = new List<Arrival>(BatchEntries);
        var octets = 0;
        foreach (var arrival in arrivals)
        {
            batch.Add(arrival);
            octets += arrival.Payload.Length;
            if (batch.Count < BatchEntries && octets < BatchOctets) continue;
            Take();
            if (cancellation.IsCancellationRequested) return;
        }

        Take();

        void Take()
        {
            core.Take(CollectionsMarshal.AsSpan(batch), core.Now);
            batch.Clear();
            octets = 0;
            afterBatch();
        }
    }

    /// <summary>At the pace of a clock, through a sequencer that also takes commands. Ends with the recording.</summary>
    public static async Task PaceAsync(IEnumerable<Arrival> arrivals, Sequencer sequencer, PacedTime time, CancellationToken cancellation)
    {
        try
        {
            foreach (var arrival in arrivals)
            {
                if (arrival.At is { } at) await time.UntilAsync(at, cancellation, sequencer.CaughtUpAsync);
                await sequencer.PostAsync(arrival, cancellation);
            }

            await sequencer.CaughtUpAsync(cancellation);
            time.End();
        }
        catch (ChannelClosedException)
        {
            // The sequencer stopped; its completion tells why.
        }
    }
}
