using System.Runtime.CompilerServices;

namespace Vedette.Tracking.Existence;

/// <summary>A radar plot that a track not confirmed yet rests on, and how dense false plots were taken to be there.</summary>
public struct FoundingPlot
{
    /// <summary>Sensor id plus one; 0 marks a free place.</summary>
    public int SitePlusOne;

    public float EastM;
    public float NorthM;

    /// <summary>Probability that the plot is the track's.</summary>
    public float Share;

    /// <summary>ln of the density of false plots and births that it was weighed against, per m² and look.</summary>
    public float LogDensity;

    /// <summary>How dense new objects were.</summary>
    public float BirthDensity;
}

/// <summary>
/// The newest plots behind a track that is not confirmed yet. What is known of clutter by the time of the decision is more than when
/// they were weighed: a flock met for the first time is recognised by its third echo, so the first two are judged again.
/// </summary>
[InlineArray(Count)]
public struct Founding
{
    public const int Count = 6;

    private FoundingPlot first;

    /// <summary>Takes a plot; it displaces the oldest.</summary>
    public void Add(in FoundingPlot plot)
    {
        for (var i = Count - 1; i > 0; i--) this[i] = this[i - 1];
        this[0] = plot;
    }
}
