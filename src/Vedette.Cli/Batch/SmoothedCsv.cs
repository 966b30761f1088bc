using Vedette.Air;
using Vedette.Kernel;
using Vedette.Tracking.Smoothing;

namespace Vedette.Cli.Batch;

/// <summary>
/// Smoothed tracks as rows of the open plot format: of every track that ever stood in the picture, from its first plot until the picture
/// gave it up.
/// </summary>
internal sealed class SmoothedCsv
{
    private readonly List<SmoothedTrack> ended = [];
    private readonly Dictionary<int, Shown> shown = [];

    /// <param name="everyS">Time between two rows of a track, s.</param>
    public SmoothedCsv(double everyS) => Histories = new(everyS, ended.Add);

    /// <summary>For the tracker to fill.</summary>
    public TrackHistories Histories { get; }

    /// <summary>What the picture says, so that it is known which tracks were shown, how long, and as what.</summary>
    public void Note(ReadOnlySpan<Track> picture)
    {
        foreach (ref readonly var track in picture)
        {
            if (!BatchTracking.IsReported(track)) continue;
            if (!shown.TryGetValue(track.Number.Value, out var known)) shown[track.Number.Value] = known = new();
            known.Until = track.Time;
            known.Votes[(int)track.Classes.Best]++;
        }
    }

    /// <param name="zero">The moment that t = 0 stands for.</param>
    /// <returns>Tracks and rows written.</returns>
    public (int Tracks, long Rows) Write(TextWriter to, Instant zero)
    {
        to.WriteLine(TrackCsv.TrackHeader);
        var (tracks, rows) = (0, 0L);
        foreach (var track in ended.OrderBy(t => t.Number.Value))
        {
            if (!shown.TryGetValue(track.Number.Value, out var known)) continue;
            tracks++;
            foreach (var point in track.Points)
            {
                if (point.Time > known.Until) break;
                TrackCsv.WriteTrack(to, point.Time.SecondsSince(zero), new()
                {
                    Number = track.Number,
                    Status = TrackStatus.Confirmed,
                    Existence = 1,
                    Time = point.Time,
                    Position = point.Position,
                    Velocity = point.Velocity,
                    Covariance = point.Covariance,
                    HeightKnown = track.HeightKnown,
                    Classes = known.Called,
                });
                rows++;
            }
        }

        return (tracks, rows);
    }

    private sealed class Shown
    {
        public Instant Until;
        public readonly int[] Votes = new int[(int)ObjectClass.Unknown + 1];

        /// <summary>What the picture called it most often.</summary>
        public ClassProbabilities Called
        {
            get
            {
                ClassProbabilities called = default;
                called[Array.IndexOf(Votes, Votes.Max())] = 1;
                return called;
            }
        }
    }
}
