using Vedette.Air;
using Vedette.Kernel;

namespace Vedette.Eval.SelfEvaluation;

/// <summary>The judged epochs of the last minutes, area by area; or all of them, summed up.</summary>
/// <param name="count">Epochs kept; 0 = all count for ever.</param>
internal sealed class QualityWindow(AreaList areas, int count)
{
    private readonly Queue<(Instant At, QualitySums[] Sums)> kept = new();
    private readonly QualitySums[] everything = new QualitySums[areas.Count];
    private Instant first, last;
    private bool any;

    public void Add(Instant at, QualitySums[] epoch)
    {
        (first, last, any) = (any ? first : at, at, true);
        if (count == 0)
        {
            for (var a = 0; a < epoch.Length; a++) everything[a].Add(epoch[a]);
            return;
        }

        if (kept.Count == count) kept.Dequeue();
        kept.Enqueue((at, epoch));
        first = kept.Peek().At;
    }

    /// <param name="epochS">Time that one epoch stands for.</param>
    /// <param name="leftOut">Epochs that could not be judged.</param>
    public PictureQuality Figures(double epochS, int leftOut)
    {
        // Summed anew each time: taking off what leaves would let rounding pile up.
        var sums = (QualitySums[])everything.Clone();
        foreach (var (_, epoch) in kept)
            for (var a = 0; a < sums.Length; a++) sums[a].Add(epoch[a]);
        return new(first, last, leftOut, [.. sums.Select((sum, a) => sum.Figures(areas[a].Name, areas[a].Kind, epochS))]);
    }
}
