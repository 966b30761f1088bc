using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;
using Vedette.Tracking.Tuning;

namespace Vedette.Tracking.Registration;

/// <summary>Turns plots into measurements: removes what is known of the sensor's bias, attaches variances, guesses the place.</summary>
public sealed class Registrar(TuningTable tuning)
{
    /// <summary>False where the plot cannot be placed: its sensor's position is unknown or it measures too little.</summary>
    public bool TryRegister(in Plot plot, SensorSite site, double timeS, out Measurement z)
    {
        z = Blank(timeS, plot);
        if (plot.Position is { } reported) return Reported(plot, site, reported, ref z);
        if (site.Position is null || double.IsNaN(plot.AzimuthRad)) return false;
        if (site.Kind == SensorKind.Acoustic || double.IsNaN(plot.RangeM)) return Bearing(plot, site, ref z);
        if (!double.IsFinite(plot.RangeM) || plot.RangeM < 1 || !double.IsFinite(plot.AzimuthRad)) return false;
        Polar(plot, site, ref z);
        return true;
    }

    private static Measurement Blank(double timeS, in Plot plot) => new()
    {
        TimeS = timeS,
        LateS = plot.ReceivedAt.SecondsSince(plot.TimeOfApplicability),
        Site = plot.Sensor.Value,
        RangeM = double.NaN,
        AzimuthRad = double.NaN,
        ElevationRad = double.NaN,
        RangeRateMps = double.NaN,
        HeightM = double.NaN,
        VelocityEastMps = double.NaN,
        VelocityNorthMps = double.NaN,
        PositionVariance = double.NaN,
        Address = plot.Address?.Value ?? -1,
        Code = plot.Code?.Value ?? -1,
        SourceNumber = plot.SourceTrackNumber,
        Leader = -1,
    };

    /// <summary>An aircraft knows its velocity; another tracker's estimate lags behind a turn by several seconds.</summary>
    private const double ToldVelocityMps = 2, LaggingVelocityMps = 15;

    private bool Reported(in Plot plot, SensorSite site, Geodetic place, ref Measurement z)
    {
        if (!double.IsFinite(place.LatitudeRad) || !double.IsFinite(place.LongitudeRad)) return false;
        var sigma = double.IsFinite(plot.SigmaPositionM) ? plot.SigmaPositionM : site.Performance.SigmaPositionM;
        if (!double.IsFinite(sigma)) sigma = site.Kind == SensorKind.Adsb ? 30 : 150;
        z.PositionVariance = sigma * sigma;
        z.EastVariance = z.NorthVariance = z.PositionVariance;
        Height(plot, ref z);
        if (double.IsFinite(place.HeightM)) (z.HeightM, z.HeightVariance) = (place.HeightM, 30 * 30);
        if (double.IsFinite(plot.VelocityEastMps) && double.IsFinite(plot.VelocityNorthMps))
        {
            (z.VelocityEastMps, z.VelocityNorthMps) = (plot.VelocityEastMps, plot.VelocityNorthMps);
            var sigmaV = double.IsFinite(site.Performance.SigmaVelocityMps) ? site.Performance.SigmaVelocityMps
                : site.Kind == SensorKind.SystemTracker ? LaggingVelocityMps : ToldVelocityMps;
            z.VelocityVariance = sigmaV * sigmaV;
        }

        Locate(place with { HeightM = double.IsNaN(z.HeightM) ? tuning.At(place).HeightPriorM : z.HeightM }, ref z);
        return true;
    }

    private static bool Bearing(in Plot plot, SensorSite site, ref Measurement z)
    {
        if (!double.IsFinite(plot.AzimuthRad)) return false;
        z.AzimuthRad = plot.AzimuthRad;
        (z.SinAzimuth, z.CosAzimuth) = Math.SinCos(z.AzimuthRad);
        z.AzimuthVariance = site.Performance.SigmaAzimuthRad * site.Performance.SigmaAzimuthRad;
        Locate(site.Position!.Value, ref z);
        return true;
    }

    private void Polar(in Plot plot, SensorSite site, ref Measurement z)
    {
        var can = site.Performance;
        (z.AppliedRangeM, z.AppliedAzimuthRad, z.AppliedTimeS) = (site.Bias.RangeErrorM(plot.RangeM), site.Bias.AzimuthRad, site.Bias.TimeS);
        z.TimeS -= z.AppliedTimeS;
        z.RangeM = plot.RangeM - z.AppliedRangeM;
        z.AzimuthRad = Angle.Wrap(plot.AzimuthRad - z.AppliedAzimuthRad);
        (z.SinAzimuth, z.CosAzimuth) = Math.SinCos(z.AzimuthRad);
        z.RangeVariance = (can.SigmaRangeM * can.SigmaRangeM) + site.Bias.RangeVarianceAt(z.RangeM);
        if (site.Kind == SensorKind.Spotter && double.IsFinite(can.SigmaRangeRelative))
            z.RangeVariance = plot.RangeM * plot.RangeM * can.SigmaRangeRelative * can.SigmaRangeRelative;
        if (double.IsFinite(can.SigmaTimeS)) z.TimeVariance = can.SigmaTimeS * can.SigmaTimeS;
        z.AzimuthVariance = (can.SigmaAzimuthRad * can.SigmaAzimuthRad) + site.Bias.AzimuthVariance;
        if (double.IsFinite(plot.ElevationRad))
        {
            var sigma = double.IsFinite(can.SigmaElevationRad) ? can.SigmaElevationRad : 0.5 * Angle.RadiansPerDegree;
            z.AppliedElevationRad = site.Elevation.Rad;
            (z.ElevationRad, z.ElevationVariance) = (plot.ElevationRad - z.AppliedElevationRad, (sigma * sigma) + site.Elevation.Variance);
        }

        if (double.IsFinite(plot.RangeRateMps))
        {
            var sigma = double.IsFinite(can.SigmaRangeRateMps) ? can.SigmaRangeRateMps : 3;
            (z.RangeRateMps, z.RangeRateVariance) = (plot.RangeRateMps, sigma * sigma);
        }

        Height(plot, ref z);
        Place(site, ref z);
    }

    /// <summary>A first guess from the polar measurement: at the measured elevation, else at the reported or the prior height.</summary>
    private void Place(SensorSite site, ref Measurement z)
    {
        var settings = tuning.At(site.Position!.Value);
        var heightVariance = settings.HeightPriorSigmaM * settings.HeightPriorSigmaM;
        Enu local;
        if (!double.IsNaN(z.ElevationRad)) local = EnuFrame.FromPolar(new(z.RangeM, z.AzimuthRad, z.ElevationRad));
        else
        {
            var known = !double.IsNaN(z.HeightM);
            local = site.Frame.AtHeight(z.RangeM, z.AzimuthRad, known ? z.HeightM : settings.HeightPriorM);
            if (known) heightVariance = z.HeightVariance;
        }

        z.PlaceEcef = site.Frame.ToEcef(local);
        z.Place = z.PlaceEcef.ToGeodetic();
        var ground = Math.Max(local.HorizontalNorm, 100);
        var slope = double.IsNaN(z.ElevationRad) ? Math.Min(Math.Abs(local.Up) / ground, 3) : 0;
        var along = z.RangeVariance + (slope * slope * heightVariance);
        var across = ground * ground * z.AzimuthVariance;
        // Timing errors smear along a velocity that is not known here: a slow target's is assumed.
        along += 60 * 60 * z.TimeVariance;
        across += 60 * 60 * z.TimeVariance;
        double sin = local.East / ground, cos = local.North / ground;
        z.EastVariance = (sin * sin * along) + (cos * cos * across);
        z.NorthVariance = (cos * cos * along) + (sin * sin * across);
        z.EastNorthCovariance = sin * cos * (along - across);
    }

    private void Height(in Plot plot, ref Measurement z)
    {
        if (plot.Altitude is not { } altitude || !double.IsFinite(altitude.Metres)) return;
        z.HeightM = altitude.Metres;
        var sigma = tuning.Everywhere.PressureAltitudeSigmaM;
        z.HeightVariance = sigma * sigma;
    }

    private static void Locate(Geodetic place, ref Measurement z)
    {
        z.Place = place;
        z.PlaceEcef = place.ToEcef();
    }
}
