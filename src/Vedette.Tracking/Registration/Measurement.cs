using Vedette.Kernel.Geodesy;

namespace Vedette.Tracking.Registration;

/// <summary>
/// A plot after registration: bias removed, variances attached, and a first guess of the place for the spatial index.
/// NaN = not measured. SI and radians; times are seconds of the tracker's clock.
/// </summary>
public struct Measurement
{
    /// <summary>Index of the plot in the batch.</summary>
    public int Plot;

    /// <summary>Index of the site (equals the sensor's id).</summary>
    public int Site;

    public double TimeS;

    /// <summary>How long after that it arrived, s.</summary>
    public double LateS;

    /// <summary>What was taken off as bias: range, azimuth, time and elevation.</summary>
    public double AppliedRangeM;

    public double AppliedAzimuthRad;
    public double AppliedTimeS;
    public double AppliedElevationRad;

    public double RangeM;
    public double AzimuthRad;

    /// <summary>Sine and cosine of the azimuth, where one was measured.</summary>
    public double SinAzimuth;

    public double CosAzimuth;
    public double ElevationRad;
    public double RangeRateMps;
    public double HeightM;
    public double VelocityEastMps;
    public double VelocityNorthMps;
    public double RangeVariance;
    public double AzimuthVariance;
    public double ElevationVariance;
    public double RangeRateVariance;
    public double HeightVariance;
    public double VelocityVariance;

    /// <summary>Per horizontal axis, for reported positions.</summary>
    public double PositionVariance;

    /// <summary>Variance of the time stamp, s²: what a target flies in it is added along its velocity.</summary>
    public double TimeVariance;

    /// <summary>Where it probably is; where a bearing is measured, the site itself.</summary>
    public Geodetic Place;

    public Ecef PlaceEcef;

    /// <summary>Covariance of <see cref="Place"/> over the ground, m².</summary>
    public double EastVariance;

    public double NorthVariance;
    public double EastNorthCovariance;

    /// <summary>Natural logarithm of the density of false plots and new objects at this point of measurement space.</summary>
    public double LogBackground;

    /// <summary>ln of that density over the ground, per m² and look, before formations are taken into account.</summary>
    public double LogDensity;

    /// <summary>Share of new objects in that density.</summary>
    public double BirthShare;

    /// <summary>Density of new objects over the ground, per m² and look, before formations are taken into account.</summary>
    public double BirthDensity;

    /// <summary>The same of objects that fly with those already known.</summary>
    public double CompanionDensity;

    /// <summary>The same of plots by flocks and showers that nobody has met yet.</summary>
    public double FlockDensity;

    /// <summary>The track in whose formation its object probably flies, if it is new; -1 if in none.</summary>
    public int Leader;

    /// <summary>Transponder address and Mode 3/A code, -1 where there is none.</summary>
    public int Address;

    public int Code;

    /// <summary>The number under which the sensor's own tracker follows the target, -1 where there is none.</summary>
    public int SourceNumber;

    /// <summary>Only a direction is known.</summary>
    public readonly bool IsBearing => double.IsNaN(RangeM) && double.IsNaN(PositionVariance);

    /// <summary>A primary radar's echo: nothing in it names the target, and echoes too close together come out as one.</summary>
    public readonly bool IsBareEcho => !double.IsNaN(RangeM) && Address < 0 && Code < 0 && double.IsNaN(HeightM);

    /// <summary>A range, but nothing that tells the height.</summary>
    public readonly bool IsSlant => !double.IsNaN(RangeM) && double.IsNaN(ElevationRad) && double.IsNaN(HeightM);

    public readonly bool IsReportedPosition => !double.IsNaN(PositionVariance);
}
