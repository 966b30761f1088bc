using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Wire.Asterix;

/// <summary>Turns the tracks of another system (CAT062) into plots.</summary>
internal sealed class TrackerReports(SensorDirectory sensors)
{
    /// <summary>
    /// A track becomes a plot where it has a position on WGS-84 and a sensor stands behind it: not where it coasts, is carried by its flight
    /// plan or ends. False where the position is not on Earth.
    /// </summary>
    public bool TryReport(in Cat062Record record, AsterixSource source, Receipt receipt, IIntake intake)
    {
        var sensor = sensors.BySource(source, SensorKind.SystemTracker);
        if (record.Position is not { } position) return true;
        if (record.Status is { } status && (status.Ends || status.Coasting || status.FlightPlanOnly)) return true;
        if (!position.IsOnEarth) return false;
        var aircraft = record.Aircraft ?? default;
        var heightM = (record.GeometricHeight ?? aircraft.GeometricHeight)?.Metres ?? double.NaN;
        intake.OnPlot(new Plot
        {
            Sensor = sensor,
            Kind = PlotKind.Positioned,
            TimeOfApplicability = ReportTime.Resolve(record.TimeOfTrack, receipt.At),
            ReceivedAt = receipt.At,
            Entry = receipt.Entry,
            Position = new Geodetic(position.LatitudeRad, position.LongitudeRad, heightM),
            SigmaPositionM = record.Accuracy is { } accuracy ? Rms(accuracy.X.Metres, accuracy.Y.Metres) : double.NaN,
            VelocityEastMps = record.Velocity?.XMps ?? double.NaN,
            VelocityNorthMps = record.Velocity?.YMps ?? double.NaN,
            ClimbMps = record.ClimbMps ?? aircraft.GeometricRateMps ?? aircraft.BarometricRateMps ?? double.NaN,
            Code = record.Code?.Trusted,
            Address = aircraft.Address,
            Callsign = CallsignOf(record, aircraft),
            Altitude = AltitudeOf(record),
            SourceTrackNumber = record.TrackNumber ?? -1,
            OnGround = record.Status is { OnGround: true } || aircraft.Capability is { OnGround: true },
            Simulated = record.Status is { Simulated: true },
        });
        return true;
    }

    /// <summary>What the aircraft says; else what the tracker says it says; else what the plan says.</summary>
    private static Callsign CallsignOf(in Cat062Record record, in AircraftDerivedData aircraft)
    {
        if (aircraft.Callsign is { IsBlank: false } own) return own;
        if (record.Identification is { Origin: not 3, Text: { IsBlank: false } told }) return told;
        return record.PlanCallsign ?? default;
    }

    private static PressureAltitude? AltitudeOf(in Cat062Record record) =>
        record.MeasuredLevel ?? (record.Altitude is { PressureCorrected: false } tracked ? new PressureAltitude(tracked.Metres) : null);

    private static double Rms(double x, double y) => Math.Sqrt(((x * x) + (y * y)) / 2);
}
