using Vedette.Kernel.Matrices;

namespace Vedette.Tracking.Estimation;

/// <summary>One measured scalar, linear about the mean of a track: innovation = residual - gradient · (state - mean).</summary>
public struct MeasurementRow
{
    /// <summary>Measured minus what the mean predicts.</summary>
    public double Residual;

    /// <summary>Variance of the measurement's own error.</summary>
    public double Variance;

    /// <summary>
    /// Multiplies a model's horizontal acceleration density: what the target may have done between the time of its state and the time of
    /// the measurement, where the two differ.
    /// </summary>
    public double LagFactor;

    /// <summary>Which part of the state it is, where it measures one alone: 1 to 6; 0 where the gradient tells.</summary>
    public int Part;

    /// <summary>Gradient by (east, north, height, vEast, vNorth, vUp).</summary>
    public Vector6 Gradient;
}
