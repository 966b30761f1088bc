using Vedette.Core;
using Vedette.Edge;
using Vedette.Kernel;
using Vedette.Tracking;

namespace Vedette.Cli.Batch;

/// <summary>Smooths the tracks of a replay: the core's tracker keeps its histories, and the pictures tell which tracks were shown.</summary>
internal sealed class SmoothedReplay(double everyS) : ICoreListener
{
    private readonly SmoothedCsv smoothed = new(everyS);
    private Tracker? tracker;

    /// <summary>A core that decides as any other does.</summary>
    public VedetteCore Core() => new(StandardRooms.Create() with { Tracker = () => tracker = new Tracker(histories: smoothed.Histories) });

    /// <summary>Writes what was gathered; t is in seconds since 1970, UTC.</summary>
    public (int Tracks, long Rows) Write(TextWriter to)
    {
        tracker?.EndHistories();
        return smoothed.Write(to, Instant.UnixEpoch);
    }

    public void Begin(in JournalEntry entry)
    {
    }

    public void Emit(EffectKey key, Effect effect)
    {
        if (effect is PictureEffect picture) smoothed.Note(picture.Tracks);
    }

    public void Settle(IVedetteCore core)
    {
    }

    public void Fail(string why)
    {
    }
}
