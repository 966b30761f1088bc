using Vedette.Kernel.Geodesy;

namespace Vedette.Eval.Scoring;

/// <param name="StartS">First moment of the recording, s; the first epoch is one period later.</param>
/// <param name="EndS">Last moment.</param>
/// <param name="PeriodS">Time between two epochs.</param>
/// <param name="CutoffM">GOSPA's c: farther than this a track is not on a target.</param>
/// <param name="LeastCoverage">Targets that fewer detections are expected of are not missed.</param>
public readonly record struct ScoringSpan(double StartS, double EndS, double PeriodS, double CutoffM = Gospa.UsualCutoffM, double LeastCoverage = 1);

/// <summary>
/// Holds the tracks of a recording against its truth. At each epoch every track counts with its last row of the period, brought to the
/// epoch on a straight line. Distances are horizontal, on the ellipsoid; height is judged apart, since most radars have none.
/// </summary>
public sealed class PictureScorer
{
    private readonly ScoringSpan span;
    private readonly Dictionary<int, (double First, double Last, int Tracked)> followed = [];
    private readonly Dictionary<int, List<double>> trackable = [];
    private readonly SortedDictionary<string, ErrorSums> classes = new(StringComparer.Ordinal);
    private int labelled, right;

    public PictureScorer(ScoringSpan span)
    {
        this.span = span;
        Continuity = new(span.CutoffM);
    }

    public ScoringSpan Span => span;

    public GospaSeries Gospa { get; } = new();

    public Continuity Continuity { get; }

    public ErrorSums All { get; } = new();

    /// <summary>Errors by the class of the target.</summary>
    public IReadOnlyDictionary<string, ErrorSums> Classes => classes;

    /// <summary>Share of the named tracks on targets whose name is right; NaN where none is named.</summary>
    public double ClassAccuracy => labelled == 0 ? double.NaN : right / (double)labelled;

    /// <summary>Of the epochs in which a target was trackable between its first and its last track, the share that had one (after ED-142).</summary>
    public double UpdateProbability
    {
        get
        {
            var (had, could) = (0, 0);
            foreach (var (target, (first, last, tracked)) in followed)
            {
                had += tracked;
                could += trackable[target].Count(t => t >= first && t <= last);
            }

            return had / (double)Math.Max(could, 1);
        }
    }

    /// <summary>Scores every epoch of the span.</summary>
    /// <param name="truth">By time.</param>
    /// <param name="tracks">By time.</param>
    public static PictureScorer Score(ScoringSpan span, TruthRow[] truth, TrackRow[] tracks)
    {
        var scorer = new PictureScorer(span);
        double[] truthS = [.. truth.Select(t => t.TimeS)], trackS = [.. tracks.Select(t => t.TimeS)];
        for (var k = 1; span.StartS + (k * span.PeriodS) <= span.EndS + 1e-6; k++)
        {
            var epoch = span.StartS + (k * span.PeriodS);
            var now = truth.AsSpan(First(truthS, epoch - 0.05)..First(truthS, epoch + 0.05));
            scorer.Add(epoch, now, Newest(tracks.AsSpan(First(trackS, epoch - span.PeriodS + 1e-3)..First(trackS, epoch + 1e-3))));
        }

        return scorer;
    }

    private void Add(double epochS, ReadOnlySpan<TruthRow> truth, List<TrackRow> tracks)
    {
        var truths = new List<TruthPoint>(truth.Length);
        foreach (ref readonly var t in truth) truths.Add(new(t.Target, t.Place, t.Coverage >= span.LeastCoverage));
        var points = tracks.ConvertAll(t => new TrackPoint(t.Track, t.After(epochS - t.TimeS)));
        Gospa.Add(Eval.Gospa.Measure(truths, points, span.CutoffM));
        var trackOf = Continuity.Add(epochS, truths, points);
        for (var i = 0; i < truths.Count; i++)
        {
            if (!truths[i].Trackable) continue;
            if (!trackable.TryGetValue(truths[i].Target, out var times)) trackable[truths[i].Target] = times = [];
            times.Add(epochS);
            if (trackOf[i] >= 0) Judge(epochS, truth[i], tracks[trackOf[i]], points[trackOf[i]].Place);
        }
    }

    private void Judge(double epochS, in TruthRow truth, in TrackRow track, Geodetic place)
    {
        var (north, east) = Gate.Offset(truth.Place, place);
        if (!classes.TryGetValue(truth.Class, out var sums)) classes[truth.Class] = sums = new();
        sums.Add(truth, track, north, east);
        All.Add(truth, track, north, east);
        if (track.Class.Length > 0) labelled++;
        if (track.Class.Length > 0 && string.Equals(track.Class, truth.Class, StringComparison.Ordinal)) right++;
        var (first, _, tracked) = followed.TryGetValue(truth.Target, out var known) ? known : (epochS, epochS, 0);
        followed[truth.Target] = (first, epochS, tracked + 1);
    }

    /// <summary>The last row of each track, in the order in which the tracks first appear.</summary>
    private static List<TrackRow> Newest(ReadOnlySpan<TrackRow> rows)
    {
        var places = new Dictionary<int, int>();
        var newest = new List<TrackRow>();
        foreach (ref readonly var row in rows)
        {
            if (places.TryAdd(row.Track, newest.Count)) newest.Add(row);
            else newest[places[row.Track]] = row;
        }

        newest.RemoveAll(row => !row.IsClaimed);
        return newest;
    }

    private static int First(double[] times, double fromS)
    {
        var (low, high) = (0, times.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (times[middle] < fromS) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
