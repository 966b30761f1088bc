using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;
using Vedette.Wire.Lines;

namespace Vedette.Wire.OpenPlots;

/// <summary>
/// Rows of the open plot format as a feed, cut anywhere. Sensors are found by name (the `sensor` column); times are seconds since
/// <paramref name="origin"/>. The arrival time of a plot is its `t_arr`, so that a recording replays as it happened.
/// </summary>
public sealed class OpenPlotsDecoder(string feed, SensorDirectory sensors, Instant origin) : LineDecoder(feed, LongestLine)
{
    private const int LongestLine = 1024;

    private OpenPlotLayout layout = OpenPlotLayout.Usual();

    private protected override void Read(ReadOnlySpan<byte> line, in LineOrigin from, IIntake intake)
    {
        if (OpenPlotReader.TryRead(line, layout, out var row, out var refused)) Deliver(line, row, from, intake);
        else if (OpenPlotReader.TryReadHeader(line, out var header)) layout = header;
        else Refuse(from, OpenPlotReader.NameOf(refused), "missing or not readable", intake);
    }

    private void Deliver(ReadOnlySpan<byte> line, in OpenPlotRow row, in LineOrigin from, IIntake intake)
    {
        var sensor = Find(line[row.Sensor]);
        if (sensor == SensorId.None)
        {
            Refuse(from, "sensor", "no sensor of this name is configured", intake);
            return;
        }

        intake.OnRecord();
        if (row.Kind == OpenPlotKind.North)
            intake.OnSensorMessage(new()
            {
                Sensor = sensor,
                Kind = SensorMessageKind.NorthMarker,
                Time = origin.AddSeconds(row.TimeS),
                ReceivedAt = origin.AddSeconds(row.ArrivalS),
                AzimuthRad = 0,
            });
        else intake.OnPlot(ToPlot(row, sensor, from.Entry));
    }

    private Plot ToPlot(in OpenPlotRow row, SensorId sensor, long entry)
    {
        var claimed = row.Kind == OpenPlotKind.Adsb;
        var plot = new Plot
        {
            Sensor = sensor,
            Kind = KindOf(row.Kind),
            TimeOfApplicability = origin.AddSeconds(row.TimeS),
            ReceivedAt = origin.AddSeconds(row.ArrivalS),
            Entry = entry,
            RangeM = row.RangeM,
            AzimuthRad = Angle.FromDegrees(row.AzimuthDeg).Radians,
            ElevationRad = Angle.FromDegrees(row.ElevationDeg).Radians,
            RangeRateMps = row.RangeRateMps,
            Position = claimed ? Geodetic.FromDegrees(row.LatitudeDeg, row.LongitudeDeg, row.AltitudeM) : null,
            VelocityEastMps = row.VelocityEastMps,
            VelocityNorthMps = row.VelocityNorthMps,
            Code = row.Code >= 0 ? new Mode3A((ushort)row.Code) : null,
            Address = row.Address >= 0 ? new TransponderAddress(row.Address) : null,
            Altitude = !claimed && !double.IsNaN(row.AltitudeM) ? new PressureAltitude(row.AltitudeM) : null,
        };
        return plot;
    }

    private static PlotKind KindOf(OpenPlotKind kind) => kind switch
    {
        OpenPlotKind.Ssr => PlotKind.Secondary,
        OpenPlotKind.Cmb => PlotKind.Combined,
        OpenPlotKind.Acoustic => PlotKind.Bearing,
        OpenPlotKind.Spotter => PlotKind.Spotted,
        OpenPlotKind.Adsb => PlotKind.Cooperative,
        _ => PlotKind.Primary,
    };

    private SensorId Find(ReadOnlySpan<byte> name)
    {
        Span<char> text = stackalloc char[64];
        if (name.Length > text.Length) return SensorId.None;
        for (var i = 0; i < name.Length; i++) text[i] = (char)name[i];
        return sensors.Find(text[..name.Length]);
    }
}
