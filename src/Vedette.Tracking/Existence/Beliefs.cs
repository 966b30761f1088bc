namespace Vedette.Tracking.Existence;

/// <summary>Probabilities of the few things that an object may be, one of which a sensor sees better than another.</summary>
public static class Beliefs
{
    /// <summary>Share that any of them may get back, each look: nothing is settled for ever.</summary>
    private const double Forget = 0.01;

    /// <summary>Detection probability over all of them.</summary>
    public static double Expected(ReadOnlySpan<double> beliefs, ReadOnlySpan<double> detection)
    {
        var sum = 0.0;
        for (var i = 0; i < beliefs.Length; i++) sum += beliefs[i] * detection[i];
        return sum;
    }

    /// <summary>Bayes with the outcome of one look: <paramref name="hit"/> is the probability that it saw the object.</summary>
    public static void Learn(Span<double> beliefs, ReadOnlySpan<double> detection, double hit)
    {
        var total = 0.0;
        for (var i = 0; i < beliefs.Length; i++)
        {
            beliefs[i] = (beliefs[i] * ((hit * detection[i]) + ((1 - hit) * (1 - detection[i])))) + 1e-9;
            total += beliefs[i];
        }

        for (var i = 0; i < beliefs.Length; i++) beliefs[i] = (beliefs[i] / total * (1 - Forget)) + (Forget / beliefs.Length);
    }
}
