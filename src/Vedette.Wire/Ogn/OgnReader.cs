using Vedette.Air;
using Vedette.Wire.Lines;

namespace Vedette.Wire.Ogn;

/// <summary>
/// Reads one line of an APRS-IS stream of the Open Glider Network: <c>SOURCE>DEST,path:/HHMMSShDDMM.mmN/DDDMM.mmE'CCC/SSS/A=feet !Wxy! idXXYYYYYY
/// +020fpm FL003.12 gps2x3 ...</c>. Never throws; a position that is refused names the field. Source: APRS 1.0.1 chapters 6 to 8 and OGN's
/// description of its messages (flarm and tracker beacons).
/// </summary>
public static class OgnReader
{
    private const int LatitudeLength = 8, LongitudeLength = 9;

    /// <param name="line">Without its end, not empty.</param>
    /// <param name="refused">The field that cannot be read, where the answer is false.</param>
    public static bool TryRead(ReadOnlySpan<byte> line, out OgnReport report, out string refused)
    {
        report = OgnReport.Empty();
        refused = "";
        if (line[0] == (byte)'#') return true;
        refused = "header";
        var arrow = line.IndexOf((byte)'>');
        var colon = line.IndexOf((byte)':');
        if (arrow <= 0 || colon < arrow || colon + 1 == line.Length) return false;
        var body = line[(colon + 1)..];
        if (body[0] is not ((byte)'/' or (byte)'@' or (byte)'!' or (byte)'='))
        {
            refused = "";
            return true;
        }

        var stamped = body[0] is (byte)'/' or (byte)'@';
        body = body[1..];
        refused = "time";
        if (stamped && !TryTime(ref body, ref report)) return false;
        return TryPosition(body, line[..arrow], ref report, out refused);
    }

    /// <summary>HHMMSSh, or DDHHMMz whose day is left out.</summary>
    private static bool TryTime(ref ReadOnlySpan<byte> body, ref OgnReport report)
    {
        if (body.Length < 7) return false;
        var stamp = body[..7];
        body = body[7..];
        TimeSpan time;
        if (stamp[6] == (byte)'h' && TextTime.TryClock(stamp[..2], stamp[2..4], stamp[4..6], out time)) report.TimeOfDay = time;
        else if (stamp[6] == (byte)'z' && TextTime.TryClock(stamp[2..4], stamp[4..6], "00"u8, out time)) report.TimeOfDay = time;
        else return false;
        return true;
    }

    private static bool TryPosition(ReadOnlySpan<byte> body, ReadOnlySpan<byte> source, ref OgnReport report, out string refused)
    {
        refused = "position";
        if (body.Length < LatitudeLength + LongitudeLength + 2) return false;
        refused = "latitude";
        if (!TryAngle(body[..LatitudeLength], 2, 90, (byte)'N', (byte)'S', out report.LatitudeDeg)) return false;
        refused = "longitude";
        if (!TryAngle(body.Slice(LatitudeLength + 1, LongitudeLength), 3, 180, (byte)'E', (byte)'W', out report.LongitudeDeg)) return false;
        var symbol = (Table: body[LatitudeLength], Code: body[LatitudeLength + 1 + LongitudeLength]);
        var rest = body[(LatitudeLength + LongitudeLength + 2)..];
        if (rest.Length >= 7 && rest[3] == (byte)'/')
        {
            if (TextNumber.TryDigits(rest[..3], out var track)) report.TrackDeg = track;
            if (TextNumber.TryDigits(rest[4..7], out var speed)) report.SpeedKt = speed;
        }

        var comment = rest.IndexOf((byte)' ');
        var altitude = rest[..(comment < 0 ? rest.Length : comment)];
        var mark = altitude.IndexOf("/A="u8);
        if (mark >= 0 && TryAltitude(altitude[(mark + 3)..], out var altitudeFt)) report.AltitudeFt = altitudeFt;
        NameBySource(source, ref report);
        if (comment >= 0 && !TryComment(rest[comment..], ref report, out refused)) return false;
        if (report.Anonymous) (report.Address, report.Flight) = (-1, default);
        refused = "";
        if (IsAircraft(symbol.Table, symbol.Code) && report.Type != OgnAircraftType.Obstacle) report.Kind = OgnKind.Aircraft;
        return true;
    }

    /// <summary>Ground stations (I&amp;), weather (_) and relays (r) share the format.</summary>
    private static bool IsAircraft(byte table, byte code) => code is not ((byte)'&' or (byte)'_' or (byte)'r') && table != (byte)'I';

    private static bool TryAltitude(ReadOnlySpan<byte> digits, out double feet)
    {
        feet = double.NaN;
        return !digits.IsEmpty && TextNumber.TryDecimal(digits[..Math.Min(digits.Length, 6)], -2000, 200_000, out feet);
    }

    /// <summary>Degrees and minutes with two decimals, then the hemisphere.</summary>
    private static bool TryAngle(ReadOnlySpan<byte> text, int degreeDigits, double most, byte positive, byte negative, out double angleDeg)
    {
        angleDeg = double.NaN;
        if (text[^1] != positive && text[^1] != negative) return false;
        if (!TextNumber.TryDigits(text[..degreeDigits], out var degrees) || !TextNumber.TryDecimal(text[degreeDigits..^1], 0, 60, out var minutes)) return false;
        var value = degrees + (minutes / 60);
        angleDeg = text[^1] == positive ? value : -value;
        return value <= most;
    }

    private static bool TryComment(ReadOnlySpan<byte> comment, ref OgnReport report, out string refused)
    {
        refused = "";
        foreach (var range in comment.Split((byte)' '))
        {
            var token = comment[range];
            if (token.Length < 3) continue;
            if (token.StartsWith("id"u8)) ReadIdentity(token[2..], ref report);
            else if (token.Length == 5 && token.StartsWith("!W"u8) && token[4] == (byte)'!')
            {
                refused = "precision";
                if (!TryPrecision(token[2], token[3], ref report)) return false;
                refused = "";
            }
            else if (token.EndsWith("fpm"u8)) Keep(token[..^3], ref report.ClimbFtPerMin);
            else if (token.StartsWith("FL"u8)) Keep(token[2..], ref report.FlightLevel);
            else if (token.EndsWith("dB"u8)) Keep(token[..^2], ref report.SignalDb);
            else if (token.StartsWith("gps"u8)) Keep(token[3..(token.IndexOf((byte)'x') is > 3 and var x ? x : token.Length)], ref report.GpsErrorM);
            else if (token.StartsWith("fn"u8) && TextCallsign.TryRead(token[2..], out var flight)) report.Flight = flight;
        }

        return true;
    }

    private static void Keep(ReadOnlySpan<byte> number, ref double value)
    {
        number = number.TrimStart((byte)'+');
        if (!number.IsEmpty && TextNumber.TryDecimal(number, -100_000, 100_000, out var known)) value = known;
    }

    /// <summary>One more digit for each of the minutes, away from zero.</summary>
    private static bool TryPrecision(byte latitudeDigit, byte longitudeDigit, ref OgnReport report)
    {
        if (latitudeDigit is < (byte)'0' or > (byte)'9' || longitudeDigit is < (byte)'0' or > (byte)'9') return false;
        report.LatitudeDeg += double.CopySign((latitudeDigit - '0') / 60_000.0, report.LatitudeDeg);
        report.LongitudeDeg += double.CopySign((longitudeDigit - '0') / 60_000.0, report.LongitudeDeg);
        report.Precise = true;
        return true;
    }

    /// <summary>Two digits of flags STttttaa (stealth, no tracking, type, kind of address), six of address. Other networks write other things here.</summary>
    private static void ReadIdentity(ReadOnlySpan<byte> text, ref OgnReport report)
    {
        if (text.Length != 8 || !TextNumber.TryAddress(text[..2], out var flags) || !TextNumber.TryAddress(text[2..], out var address)) return;
        report.Anonymous = OgnPrivacy.IsAnonymous(flags);
        report.Type = (OgnAircraftType)((flags >> 2) & 15);
        report.Address = (flags & 3) == 1 ? address : address | TransponderAddress.NonIcaoFlag;
    }

    /// <summary>ICA and six digits is an ICAO address; other letters are other numberings.</summary>
    private static void NameBySource(ReadOnlySpan<byte> source, ref OgnReport report)
    {
        if (source.Length != 9 || !TextNumber.TryAddress(source[3..], out var address)) return;
        report.Address = source.StartsWith("ICA"u8) ? address : address | TransponderAddress.NonIcaoFlag;
    }
}
