using System.Buffers.Text;

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
            var length = line[start..].IndexOf((byte)',');
            if (length < 0) length = line.Length - start;
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
            case OpenPlotColumn.T: return TryNumber(field, -1e12, 1e12, out row.TimeS);
            case OpenPlotColumn.TArr: return TryNumber(field, -1e12, 1e12, out row.ArrivalS);
            case OpenPlotColumn.Range: return TryNumber(field, 0, 1e7, out row.RangeM);
            case OpenPlotColumn.Az: return TryNumber(field, -720, 720, out row.AzimuthDeg);
            case OpenPlotColumn.El: return TryNumber(field, -90, 90, out row.ElevationDeg);
            case OpenPlotColumn.Rr: return TryNumber(field, -2e4, 2e4, out row.RangeRateMps);
            case OpenPlotColumn.Lat: return TryNumber(field, -90, 90, out row.LatitudeDeg);
            case OpenPlotColumn.Lon: return TryNumber(field, -360, 360, out row.LongitudeDeg);
            case OpenPlotColumn.Alt: return TryNumber(field, -2000, 1e6, out row.AltitudeM);
            case OpenPlotColumn.Vn: return TryNumber(field, -2e4, 2e4, out row.VelocityNorthMps);
            case OpenPlotColumn.Ve: return TryNumber(field, -2e4, 2e4, out row.VelocityEastMps);
            case OpenPlotColumn.M3A: return TryOctal(field, out row.Code);
            default: return TryHex(field, out row.Address);
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

    private static ReadOnlySpan<double> PowersOfTen => [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// <summary>
    /// Decimal number: digits with one point read as an integer over a power of ten, which rounds correctly up to 15 digits; anything
    /// else (exponents, longer numbers) goes the general way.
    /// </summary>
    private static bool TryNumber(ReadOnlySpan<byte> field, double least, double most, out double value)
    {
        long digits = 0;
        int decimals = -1, i = field[0] == (byte)'-' ? 1 : 0;
        var plain = field.Length > i && field.Length <= 16;
        for (; plain && i < field.Length; i++)
        {
            var c = field[i];
            if (c is >= (byte)'0' and <= (byte)'9')
            {
                digits = (digits * 10) + (c - '0');
                if (decimals >= 0) decimals++;
            }
            else if (c == (byte)'.' && decimals < 0) decimals = 0;
            else plain = false;
        }

        if (plain) value = (field[0] == (byte)'-' ? -digits : digits) / PowersOfTen[Math.Max(decimals, 0)];
        else if (!Utf8Parser.TryParse(field, out value, out var used) || used != field.Length) return false;
        return value >= least && value <= most;
    }

    private static bool TryOctal(ReadOnlySpan<byte> field, out int value)
    {
        value = 0;
        foreach (var c in field)
        {
            if (c is < (byte)'0' or > (byte)'7' || value > 0x1FF) return false;
            value = (value << 3) | (c - '0');
        }

        return true;
    }

    private static bool TryHex(ReadOnlySpan<byte> field, out int value) =>
        Utf8Parser.TryParse(field, out value, out var used, 'X') && used == field.Length && value is >= 0 and <= 0xFFFFFF;

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
