using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Wire.OpenPlots;

/// <summary>
/// Rows of the open plot format as a feed, cut anywhere. Sensors are found by name (the `sensor` column); times are seconds since
/// <paramref name="origin"/>. The arrival time of a plot is its `t_arr`, so that a recording replays as it happened.
/// </summary>
public sealed class OpenPlotsDecoder(string feed, SensorDirectory sensors, Instant origin) : IFeedDecoder
{
    /// <summary>Longest line that can be a row; more without a line break is refused and skipped.</summary>
    private const int LongestLine = 1024;

    private readonly byte[] cut = new byte[LongestLine];
    private OpenPlotLayout layout = OpenPlotLayout.Usual();
    private int cutLength;
    private bool skipping;

    /// <summary>Lines met so far.</summary>
    public long Lines { get; private set; }

    public void Decode(ReadOnlySpan<byte> octets, Instant receivedAt, long entry, IIntake intake)
    {
        var offset = 0;
        while (offset < octets.Length)
        {
            var rest = octets[offset..];
            var end = rest.IndexOf((byte)'\n');
            if (end < 0)
            {
                Keep(rest, entry, offset, intake);
                return;
            }

            if (skipping) skipping = false;
            else if (cutLength == 0) Line(rest[..end], entry, offset, intake);
            else Join(rest[..end], entry, offset, intake);
            offset += end + 1;
        }
    }

    private void Join(ReadOnlySpan<byte> tail, long entry, int offset, IIntake intake)
    {
        Keep(tail, entry, offset, intake);
        if (!skipping) Line(cut.AsSpan(0, cutLength), entry, offset, intake);
        skipping = false;
        cutLength = 0;
    }

    private void Keep(ReadOnlySpan<byte> piece, long entry, int offset, IIntake intake)
    {
        if (skipping) return;
        if (cutLength + piece.Length > LongestLine)
        {
            Lines++;
            Refuse(entry, offset, "line", "longer than any row", intake);
            skipping = true;
            cutLength = 0;
            return;
        }

        piece.CopyTo(cut.AsSpan(cutLength));
        cutLength += piece.Length;
    }

    private void Line(ReadOnlySpan<byte> line, long entry, int offset, IIntake intake)
    {
        Lines++;
        if (line.Length > LongestLine)
        {
            Refuse(entry, offset, "line", "longer than any row", intake);
            return;
        }

        line = line.TrimEnd((byte)'\r');
        if (line.IsEmpty) return;
        if (OpenPlotReader.TryRead(line, layout, out var row, out var refused))
        {
            Deliver(line, row, entry, offset, intake);
            return;
        }

        if (OpenPlotReader.TryReadHeader(line, out var header)) layout = header;
        else Refuse(entry, offset, OpenPlotReader.NameOf(refused), "missing or not readable", intake);
    }

    private void Deliver(ReadOnlySpan<byte> line, in OpenPlotRow row, long entry, int offset, IIntake intake)
    {
        var sensor = Find(line[row.Sensor]);
        if (sensor == SensorId.None)
        {
            Refuse(entry, offset, "sensor", "no sensor of this name is configured", intake);
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
        else intake.OnPlot(ToPlot(row, sensor, entry));
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

    private void Refuse(long entry, int offset, string field, string reason, IIntake intake) =>
        intake.OnRefusal(new(feed, entry, offset, $"line {Lines} field {field}", reason));
}
