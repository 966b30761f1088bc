namespace Vedette.Air;

/// <summary>
/// How a sensor does, by the picture's own account: its plots against the smoothed tracks that they belong to, and how often it sees
/// what it should. Fading, so that it tells of the last minutes. NaN where there is nothing to tell of.
/// </summary>
/// <param name="Compared">Plots that were held against a smoothed track, since the beginning.</param>
/// <param name="RangeMeanM">Mean of measured minus smoothed slant range, after what registration took off, m.</param>
/// <param name="RangeSigmaM">Its standard deviation, m.</param>
/// <param name="AzimuthMeanRad">The same for azimuth, rad.</param>
/// <param name="AzimuthSigmaRad">Its standard deviation, rad.</param>
/// <param name="UpdateProbability">Share of its looks at confirmed tracks that brought a plot.</param>
/// <param name="ExpectedUpdates">The share that its description led to expect.</param>
public readonly record struct SensorQuality(
    long Compared, double RangeMeanM, double RangeSigmaM, double AzimuthMeanRad, double AzimuthSigmaRad, double UpdateProbability, double ExpectedUpdates)
{
    public static readonly SensorQuality Unknown = new(0, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);
}
