using Vedette.Air;
using Vedette.Core;
using Vedette.Kernel;

namespace Vedette.Edge.Situation;

/// <summary>
/// Where each live track was in the last ten minutes, a point each five seconds at most. Written by the core's thread, read by any.
/// </summary>
internal sealed class TrackTrails
{
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(10);
    public static readonly TimeSpan Step = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private readonly Dictionary<TrackNumber, Queue<TrailPoint>> trails = [];
    private readonly Dictionary<TrackNumber, Instant> newest = [];

    public void Extend(PictureEffect picture)
    {
        lock (gate)
        {
            foreach (ref readonly var track in picture.Tracks.AsSpan())
            {
                if (track.Status == TrackStatus.Ended) Forget(track.Number);
                else Extend(track);
            }
        }
    }

    public IReadOnlyList<TrailPoint> Of(TrackNumber track)
    {
        lock (gate) return trails.TryGetValue(track, out var trail) ? [.. trail] : [];
    }

    public IReadOnlyDictionary<TrackNumber, IReadOnlyList<TrailPoint>> All()
    {
        lock (gate) return trails.ToDictionary(trail => trail.Key, IReadOnlyList<TrailPoint> (trail) => [.. trail.Value]);
    }

    private void Extend(in Track track)
    {
        if (newest.TryGetValue(track.Number, out var last) && track.Time - last < Step) return;
        newest[track.Number] = track.Time;
        if (!trails.TryGetValue(track.Number, out var trail)) trails[track.Number] = trail = new();
        while (trail.TryPeek(out var oldest) && track.Time - oldest.At > Length) trail.Dequeue();
        var position = track.Position;
        trail.Enqueue(new(track.Time, position.LatitudeDeg, position.LongitudeDeg, track.HeightKnown ? position.HeightM : double.NaN));
    }

    private void Forget(TrackNumber track)
    {
        trails.Remove(track);
        newest.Remove(track);
    }
}
