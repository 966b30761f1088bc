using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;
using Vedette.Kernel.Matrices;
using Vedette.Tracking.Registration;

namespace Vedette.Tracking.Estimation;

/// <summary>
/// What a sensor would measure of a track, as scalars linear about the track's mean: slant range, azimuth, elevation, range rate,
/// height, reported position and velocity, and the bearing of sound that left the target a while ago. A sensor kind is a choice of rows.
/// </summary>
public static class MeasurementModel
{
    /// <summary>Most scalars that one measurement can have.</summary>
    public const int MaxRows = 6;

    /// <summary>Fills <paramref name="rows"/> for a measurement of the track whose state may be for another time.</summary>
    /// <returns>The number of rows.</returns>
    public static int Rows(in Measurement z, SensorSite site, in Bernoulli track, Span<MeasurementRow> rows) =>
        Rows(z, site, track.Frame, track.Motion.Mean, z.TimeS - track.TimeS, rows);

    /// <summary>The same for any state <paramref name="x"/>; the measurement was made <paramref name="lead"/> seconds after it.</summary>
    public static int Rows(in Measurement z, SensorSite site, in EnuFrame frame, in Vector6 x, double lead, Span<MeasurementRow> rows) =>
        z.IsReportedPosition ? ReportedRows(z, frame, x, lead, rows) : PolarRows(z, site, frame, x, lead, rows);

    private static int ReportedRows(in Measurement z, in EnuFrame frame, in Vector6 x, double lead, Span<MeasurementRow> rows)
    {
        var there = frame.ToLocal(z.PlaceEcef);
        var count = 0;
        Axis(0, there.East - x[0] - (lead * x[3]), z.PositionVariance, lead, ref rows[count++]);
        Axis(1, there.North - x[1] - (lead * x[4]), z.PositionVariance, lead, ref rows[count++]);
        count = HeightRow(z, x, lead, rows, count);
        if (double.IsNaN(z.VelocityEastMps)) return count;
        VelocityAxis(3, z.VelocityEastMps - x[3], z.VelocityVariance, lead, ref rows[count++]);
        VelocityAxis(4, z.VelocityNorthMps - x[4], z.VelocityVariance, lead, ref rows[count++]);
        return count;
    }

    private static int PolarRows(
        in Measurement z, SensorSite site, in EnuFrame frame, in Vector6 x, double lead, Span<MeasurementRow> rows)
    {
        if (site.Kind == SensorKind.Acoustic) lead -= SoundDelayS(site, frame, x, lead);
        var sight = site.Frame.ToLocal(CurvedFrame.EcefAt(frame, x[0] + (lead * x[3]), x[1] + (lead * x[4]), x[2] + (lead * x[5])));
        var ground = Math.Max(sight.HorizontalNorm, 1);
        var range = Math.Max(sight.Norm, 1);
        double sinAz = sight.East / ground, cosAz = sight.North / ground;
        var velocity = new Enu(x[3], x[4], x[5]);
        var across = ToTrack(site, frame, new Enu(cosAz / ground, -sinAz / ground, 0));
        var lineOfSight = ToTrack(site, frame, sight * (1 / range));
        var count = 0;
        if (!double.IsNaN(z.RangeM))
        {
            var alongMps = Dot(lineOfSight, velocity);
            Position(lineOfSight, lead, z.RangeM - range, z.RangeVariance + (alongMps * alongMps * z.TimeVariance), ref rows[count++]);
        }

        var acrossRadps = Dot(across, velocity);
        Position(across, lead, Angle.WrapSigned(z.AzimuthRad - Math.Atan2(sight.East, sight.North)),
            z.AzimuthVariance + (acrossRadps * acrossRadps * z.TimeVariance), ref rows[count++]);
        if (!double.IsNaN(z.ElevationRad))
        {
            double sinEl = sight.Up / range, cosEl = ground / range;
            var up = ToTrack(site, frame, new Enu(-sinEl * sinAz / range, -sinEl * cosAz / range, cosEl / range));
            Position(up, lead, z.ElevationRad - Math.Atan2(sight.Up, ground), z.ElevationVariance, ref rows[count++]);
        }

        count = HeightRow(z, x, lead, rows, count);
        if (!double.IsNaN(z.RangeRateMps)) RangeRateRow(z, lineOfSight, velocity, range, lead, ref rows[count++]);
        return count;
    }

    private static int HeightRow(in Measurement z, in Vector6 x, double lead, Span<MeasurementRow> rows, int count)
    {
        if (double.IsNaN(z.HeightM)) return count;
        Axis(2, z.HeightM - x[2] - (lead * x[5]), z.HeightVariance, lead, ref rows[count]);
        return count + 1;
    }

    /// <summary>Range rate is the velocity along the line of sight; its gradient by position is how that line turns.</summary>
    private static void RangeRateRow(in Measurement z, Enu lineOfSight, Enu velocity, double range, double lead, ref MeasurementRow row)
    {
        var rate = Dot(lineOfSight, velocity);
        row = new() { Residual = z.RangeRateMps - rate, Variance = z.RangeRateVariance, LagFactor = Math.Abs(lead) };
        row.Gradient[0] = (velocity.East - (rate * lineOfSight.East)) / range;
        row.Gradient[1] = (velocity.North - (rate * lineOfSight.North)) / range;
        row.Gradient[3] = lineOfSight.East;
        row.Gradient[4] = lineOfSight.North;
        row.Gradient[5] = lineOfSight.Up;
    }

    /// <summary>How long the sound that is heard now has been under way: two rounds of the retarded-time equation suffice below Mach 0.8.</summary>
    private static double SoundDelayS(SensorSite site, in EnuFrame frame, in Vector6 x, double lead)
    {
        var delay = 0.0;
        for (var round = 0; round < 3; round++)
        {
            var then = lead - delay;
            var sight = site.Frame.ToLocal(CurvedFrame.EcefAt(frame, x[0] + (then * x[3]), x[1] + (then * x[4]), x[2] + (then * x[5])));
            delay = Math.Min(sight.Norm / site.Performance.SoundSpeedMps, 60);
        }

        return delay;
    }

    private static void Position(Enu gradient, double lead, double residual, double variance, ref MeasurementRow row)
    {
        row = new()
        {
            Residual = residual,
            Variance = variance,
            LagFactor = Lag(lead) * ((gradient.East * gradient.East) + (gradient.North * gradient.North)),
        };
        (row.Gradient[0], row.Gradient[1], row.Gradient[2]) = (gradient.East, gradient.North, gradient.Up);
        (row.Gradient[3], row.Gradient[4], row.Gradient[5]) = (gradient.East * lead, gradient.North * lead, gradient.Up * lead);
    }

    private static void Axis(int axis, double residual, double variance, double lead, ref MeasurementRow row)
    {
        row = new() { Residual = residual, Variance = variance, LagFactor = Lag(lead), Part = lead == 0 ? axis + 1 : 0 };
        row.Gradient[axis] = 1;
        row.Gradient[axis + 3] = lead;
    }

    private static void VelocityAxis(int axis, double residual, double variance, double lead, ref MeasurementRow row)
    {
        row = new() { Residual = residual, Variance = variance, LagFactor = Math.Abs(lead), Part = axis + 1 };
        row.Gradient[axis] = 1;
    }

    /// <summary>Position noise of white acceleration over a lag, per unit of its density.</summary>
    private static double Lag(double lead) => Math.Abs(lead * lead * lead) / 3;

    private static double Dot(Enu a, Enu b) => (a.East * b.East) + (a.North * b.North) + (a.Up * b.Up);

    private static Enu ToTrack(SensorSite site, in EnuFrame frame, Enu direction) =>
        frame.RotateToLocal(site.Frame.RotateToEcef(direction));
}
