using System.Runtime.CompilerServices;

namespace Vedette.Tracking.Estimation;

/// <summary>One way of flying: white-noise acceleration about a straight line or a steady turn.</summary>
/// <param name="HorizontalPsd">Power spectral density of horizontal acceleration, m²/s³.</param>
/// <param name="VerticalPsd">The same for climb, m²/s³.</param>
/// <param name="TurnRateRadps">Steady turn, rad/s, positive clockwise.</param>
/// <param name="MeanStayS">Mean time that a target flies so before it changes, s.</param>
/// <param name="EntryShare">How often a change leads here, relative to the other models.</param>
public readonly record struct MotionModel(
    double HorizontalPsd, double VerticalPsd, double TurnRateRadps, double MeanStayS, double EntryShare)
{
    /// <summary>Climbs die out over this time, s: nobody climbs for ever, and a height that nothing measures must stay bounded.</summary>
    public const double ClimbMemoryS = 40;
}

/// <summary>A value for each motion model.</summary>
[InlineArray(MotionMixture.Modes)]
public struct PerMode<T>
{
    private T first;
}
