using Vedette.Kernel;

namespace Vedette.Air;

/// <summary>What a radar has been found to get wrong, reported = true + bias, how well that is known, and when it last changed at a stroke.</summary>
/// <param name="Samples">Residuals learned from; 0 = nothing is known, and nothing is taken off its plots.</param>
/// <param name="Jump">The newest change that came at once; null where there was none.</param>
public readonly record struct SensorAlignment(
    double RangeM, double AzimuthRad, double TimeS, double RangeSigmaM, double AzimuthSigmaRad, double TimeSigmaS, long Samples, AlignmentJump? Jump)
{
    /// <summary>What is added to the range offset for each metre of range, and its standard deviation.</summary>
    public double Gain { get; init; }

    public double GainSigma { get; init; }

    /// <summary>Elevation, rad; NaN where none is measured or nothing is known.</summary>
    public double ElevationRad { get; init; } = double.NaN;

    public double ElevationSigmaRad { get; init; } = double.NaN;
}

/// <summary>A radar began at once to measure otherwise than before: turned, restarted, or wrongly set.</summary>
/// <param name="At">When it was noticed, by the radar's clock.</param>
/// <param name="RangeM">Change of its range offset.</param>
/// <param name="AzimuthRad">Change of its azimuth offset.</param>
public readonly record struct AlignmentJump(Instant At, double RangeM, double AzimuthRad)
{
    /// <summary>In words, for people.</summary>
    public string Text => FormattableString.Invariant(
        $"since {At} it measures {AzimuthRad / Angle.RadiansPerDegree:+0.00;-0.00}° in azimuth and {RangeM:+0;-0} m in range otherwise than before, by aircraft that report themselves");
}
