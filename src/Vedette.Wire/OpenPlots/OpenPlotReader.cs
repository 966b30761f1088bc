using Vedette.Wire.Lines;

namespace Vedette.Wire.OpenPlots;

/// <summary>
/// Reads one line of the open plot format into a row: comma-separated, no quoting, empty = not measured. Never throws; a line that is
/// refused names the field.
/// </summary>
public static class OpenPlotReader
{
    private static readonly string[] Names =
        ["id", "sensor", "kind", "t", "t_arr", "range", "az", "el", "rr", "lat", "lon", "alt", "vn", "ve", "m3a", "addr"];

    public static string NameOf(OpenPlotColumn column) => Names[(int)column];

    /// <summary>True where the line is a header: its fields are names. Unknown names are allowed and their fields skipped.</summary>
    public static bool TryReadHeader(ReadOnlySpan<byte> line, out OpenPlotLayout layout)
    {
        layout = default;
        var known = 0;
        var place = 0;
        foreach (var range in line.Split((byte)','))
        {
            if (place == OpenPlotLayout.MostFields) break;
            var column = ColumnOf(line[range].Trim((byte)' '));
            layout[place++] = (sbyte)column;
            if (column >= 0) known++;
        }

        for (; place < OpenPlotLayout.MostFields; place++) layout[place] = -1;
        return known >= 3;
    }

    /// <summary>Reads a row.</summary>
    /// <param name="line">Without its line break.</param>
    /// <param name="layout">From the header.</param>
    /// <param name="refused">The first field that could not be read, where the answer is false.</param>
    public static bool TryRead(ReadOnlySpan<byte> line, in OpenPlotLayout layout, out OpenPlotRow row, out OpenPlotColumn refused)
    {
        row = Empty();
        var kindSeen = false;
        var place = 0;
        var start = 0;
        while (start <= line.Length)
        {
            // Fields have a few characters: looking at each is quicker than a search by vectors.
            var length = 0;
            while (start + length < line.Length && line[start + length] != (byte)',') length++;
            var column = place < OpenPlotLayout.MostFields ? layout[place] : (sbyte)-1;
            if (column >= 0 && length > 0)
            {
                refused = (OpenPlotColumn)column;
                if (!TryField(line.Slice(start, length), start, refused, ref row)) return false;
                kindSeen |= refused == OpenPlotColumn.Kind;
            }

            start += length + 1;
            place++;
        }

        refused = !kindSeen ? OpenPlotColumn.Kind : Missing(row);
        return kindSeen && (int)refused < 0;
    }

    private static OpenPlotRow Empty() => new()
    {
        TimeS = double.NaN,
        ArrivalS = double.NaN,
        RangeM = double.NaN,
        AzimuthDeg = double.NaN,
        ElevationDeg = double.NaN,
        RangeRateMps = double.NaN,
        LatitudeDeg = double.NaN,
        LongitudeDeg = double.NaN,
        AltitudeM = double.NaN,
        VelocityNorthMps = double.NaN,
        VelocityEastMps = double.NaN,
        Code = -1,
        Address = -1,
    };

    /// <summary>The first field that this kind of row cannot do without and does not have; -1 if none.</summary>
    private static OpenPlotColumn Missing(in OpenPlotRow row)
    {
        if (row.Sensor.Equals(default)) return OpenPlotColumn.Sensor;
        if (double.IsNaN(row.TimeS)) return OpenPlotColumn.T;
        if (double.IsNaN(row.ArrivalS)) return OpenPlotColumn.TArr;
        if (row.Kind == OpenPlotKind.North) return (OpenPlotColumn)(-1);
        if (row.Kind == OpenPlotKind.Adsb)
            return double.IsNaN(row.LatitudeDeg) ? OpenPlotColumn.Lat : double.IsNaN(row.LongitudeDeg) ? OpenPlotColumn.Lon : (OpenPlotColumn)(-1);
        if (double.IsNaN(row.AzimuthDeg)) return OpenPlotColumn.Az;
        return row.Kind != OpenPlotKind.Acoustic && double.IsNaN(row.RangeM) ? OpenPlotColumn.Range : (OpenPlotColumn)(-1);
    }

    private static bool TryField(ReadOnlySpan<byte> field, int start, OpenPlotColumn column, ref OpenPlotRow row)
    {
        switch (column)
        {
            case OpenPlotColumn.Id: return true;
            case OpenPlotColumn.Sensor:
                row.Sensor = new(start, start + field.Length);
                return true;
            case OpenPlotColumn.Kind: return TryKind(field, out row.Kind);
            case OpenPlotColumn.T: return TextNumber.TryDecimal(field, -1e12, 1e12, out row.TimeS);
            case OpenPlotColumn.TArr: return TextNumber.TryDecimal(field, -1e12, 1e12, out row.ArrivalS);
            case OpenPlotColumn.Range: return TextNumber.TryDecimal(field, 0, 1e7, out row.RangeM);
            case OpenPlotColumn.Az: return TextNumber.TryDecimal(field, -720, 720, out row.AzimuthDeg);
            case OpenPlotColumn.El: return TextNumber.TryDecimal(field, -90, 90, out row.ElevationDeg);
            case OpenPlotColumn.Rr: return TextNumber.TryDecimal(field, -2e4, 2e4, out row.RangeRateMps);
            case OpenPlotColumn.Lat: return TextNumber.TryDecimal(field, -90, 90, out row.LatitudeDeg);
            case OpenPlotColumn.Lon: return TextNumber.TryDecimal(field, -360, 360, out row.LongitudeDeg);
            case OpenPlotColumn.Alt: return TextNumber.TryDecimal(field, -2000, 1e6, out row.AltitudeM);
            case OpenPlotColumn.Vn: return TextNumber.TryDecimal(field, -2e4, 2e4, out row.VelocityNorthMps);
            case OpenPlotColumn.Ve: return TextNumber.TryDecimal(field, -2e4, 2e4, out row.VelocityEastMps);
            case OpenPlotColumn.M3A: return TextNumber.TryOctal(field, out row.Code);
            default: return TextNumber.TryAddress(field, out row.Address);
        }
    }

    private static bool TryKind(ReadOnlySpan<byte> field, out OpenPlotKind kind)
    {
        kind = default;
        if (field.SequenceEqual("psr"u8)) kind = OpenPlotKind.Psr;
        else if (field.SequenceEqual("ssr"u8)) kind = OpenPlotKind.Ssr;
        else if (field.SequenceEqual("cmb"u8)) kind = OpenPlotKind.Cmb;
        else if (field.SequenceEqual("north"u8)) kind = OpenPlotKind.North;
        else if (field.SequenceEqual("acoustic"u8)) kind = OpenPlotKind.Acoustic;
        else if (field.SequenceEqual("spotter"u8)) kind = OpenPlotKind.Spotter;
        else if (field.SequenceEqual("adsb"u8)) kind = OpenPlotKind.Adsb;
        else return false;
        return true;
    }

    private static int ColumnOf(ReadOnlySpan<byte> name)
    {
        Span<char> text = stackalloc char[8];
        if (name.Length is 0 or > 8) return -1;
        for (var i = 0; i < name.Length; i++) text[i] = (char)name[i];
        for (var i = 0; i < Names.Length; i++)
            if (text[..name.Length].SequenceEqual(Names[i])) return i;
        return -1;
    }
}
