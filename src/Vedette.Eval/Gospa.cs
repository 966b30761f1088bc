namespace Vedette.Eval;

/// <summary>The parts of one epoch's GOSPA. Costs in m²; counts of trackable targets and of tracks.</summary>
public readonly record struct GospaParts(double LocalisationM2, int Matched, int Missed, int False, double CutoffM)
{
    /// <summary>Squared metric: localisation + c²/2 for each missed target and each false track.</summary>
    public double TotalM2 => LocalisationM2 + (CutoffM * CutoffM / 2 * (Missed + False));

    /// <summary>The metric, m.</summary>
    public double ValueM => Math.Sqrt(TotalM2);
}

/// <summary>
/// Generalised optimal sub-pattern assignment metric with p = 2 and α = 2 (Rahmathullah, García-Fernández, Svensson, FUSION 2017): one
/// number for how wrong a picture is, which splits into localisation, missed and false. Horizontal, on the ellipsoid.
/// </summary>
public static class Gospa
{
    /// <summary>Cut-off c, m: farther than this a track is not on a target.</summary>
    public const double UsualCutoffM = 2000;

    public static GospaParts Measure(IReadOnlyList<TruthPoint> truths, IReadOnlyList<TrackPoint> tracks, double cutoffM = UsualCutoffM)
    {
        var near = Gate.Within(truths, tracks, cutoffM);
        var trackOf = Assign(near, truths.Count, tracks.Count, cutoffM);
        var trackable = truths.Count(t => t.Trackable);
        double localisation = 0;
        var matched = 0;
        foreach (var pair in near)
        {
            if (trackOf[pair.Truth] != pair.Track || !truths[pair.Truth].Trackable) continue;
            matched++;
            localisation += pair.DistanceM * pair.DistanceM;
        }

        var used = trackOf.Count(t => t >= 0);
        return new(localisation, matched, trackable - matched, tracks.Count - used, cutoffM);
    }

    /// <summary>The assignment behind the metric.</summary>
    /// <param name="near">Pairs inside the cut-off.</param>
    /// <returns>For each truth, its track or -1.</returns>
    public static int[] Assign(List<Neighbours> near, int truths, int tracks, double cutoffM = UsualCutoffM) =>
        GatedAssignment.Solve(near.ConvertAll(n => new Edge(n.Truth, n.Track, (n.DistanceM * n.DistanceM) - (cutoffM * cutoffM))), truths, tracks);
}

/// <summary>GOSPA over many epochs.</summary>
public sealed class GospaSeries
{
    private double valueSum, totalSum, localisationSum;
    private long matched, missed, falseTracks;

    public int Epochs { get; private set; }

    public void Add(in GospaParts parts)
    {
        Epochs++;
        valueSum += parts.ValueM;
        totalSum += parts.TotalM2;
        localisationSum += parts.LocalisationM2;
        matched += parts.Matched;
        missed += parts.Missed;
        falseTracks += parts.False;
    }

    /// <summary>Mean over epochs, m.</summary>
    public double MeanM => valueSum / Math.Max(Epochs, 1);

    /// <summary>Root of the total over the number of trackable target-epochs, m: compares across scenarios.</summary>
    public double PerTargetM => Math.Sqrt(totalSum / Math.Max(matched + missed, 1));

    /// <summary>RMS distance of the matched pairs, m.</summary>
    public double LocalisationRmsM => Math.Sqrt(localisationSum / Math.Max(matched, 1));

    /// <summary>Mean number of missed targets an epoch.</summary>
    public double Missed => missed / (double)Math.Max(Epochs, 1);

    /// <summary>Mean number of false tracks an epoch.</summary>
    public double False => falseTracks / (double)Math.Max(Epochs, 1);
}
