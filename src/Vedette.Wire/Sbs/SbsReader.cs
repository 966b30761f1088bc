using Vedette.Air;
using Vedette.Kernel;
using Vedette.Wire.Lines;

namespace Vedette.Wire.Sbs;

/// <summary>
/// Reads one line of the BaseStation ("SBS-1", port 30003) format: 22 fields, comma-separated, empty = not known. Never throws; a line that
/// is refused names the field. Source: the socket data description that the makers of BaseStation published, and what programs send.
/// </summary>
public static class SbsReader
{
    private const int Fields = 22;

    private static readonly string[] Names =
    [
        "type", "transmission", "session", "aircraft", "address", "flight", "dateGenerated", "timeGenerated", "dateLogged", "timeLogged", "callsign",
        "altitude", "groundSpeed", "track", "latitude", "longitude", "verticalRate", "squawk", "alert", "emergency", "spi", "onGround",
    ];

    public static string NameOf(SbsField field) => Names[(int)field];

    /// <param name="line">Without its end. Fields missing at its end count as empty.</param>
    /// <param name="refused">The first field that cannot be read or is missing, where the answer is false.</param>
    public static bool TryRead(ReadOnlySpan<byte> line, out SbsMessage message, out SbsField refused)
    {
        message = SbsMessage.Empty();
        var start = 0;
        for (var place = 0; place < Fields && start <= line.Length; place++)
        {
            var length = line[start..].IndexOf((byte)',');
            if (length < 0) length = line.Length - start;
            var field = line.Slice(start, length).Trim((byte)' ');
            start += length + 1;
            refused = (SbsField)place;
            if (!field.IsEmpty && !TryField(refused, field, ref message)) return false;
            if (place == 0 && field.IsEmpty) return false;
            if (message.Type != SbsType.Msg) return true;
        }

        refused = message.Transmission == 0 ? SbsField.Transmission : SbsField.Address;
        return message is { Transmission: > 0, Address: >= 0 };
    }

    private static bool TryField(SbsField which, ReadOnlySpan<byte> field, ref SbsMessage message)
    {
        switch (which)
        {
            case SbsField.Type: return TryType(field, out message.Type);
            case SbsField.Transmission: return TextNumber.TryDigits(field, out message.Transmission) && message.Transmission is >= 1 and <= 8;
            case SbsField.Address: return TryAddress(field, out message.Address);
            case SbsField.DateGenerated: return TextTime.TryDate(field, out message.Generated);
            case SbsField.TimeGenerated: return TryAddTime(field, ref message.Generated);
            case SbsField.DateLogged: return TextTime.TryDate(field, out message.Logged);
            case SbsField.TimeLogged: return TryAddTime(field, ref message.Logged);
            case SbsField.Callsign: return TextCallsign.TryRead(field, out message.Callsign);
            case SbsField.Altitude: return TryAltitude(field, ref message);
            case SbsField.GroundSpeed: return TextNumber.TryDecimal(field, 0, 5000, out message.GroundSpeedKt);
            case SbsField.Track: return TextNumber.TryDecimal(field, -360, 360, out message.TrackDeg);
            case SbsField.Latitude: return TextNumber.TryDecimal(field, -90, 90, out message.LatitudeDeg);
            case SbsField.Longitude: return TextNumber.TryDecimal(field, -180, 180, out message.LongitudeDeg);
            case SbsField.VerticalRate: return TextNumber.TryDecimal(WithoutMark(field), -100_000, 100_000, out message.ClimbFtPerMin);
            case SbsField.Squawk: return TextNumber.TryOctal(field, out message.Squawk);
            case SbsField.Alert: return TryFlag(field, out message.Alert);
            case SbsField.Emergency: return TryFlag(field, out message.Emergency);
            case SbsField.Spi: return TryFlag(field, out message.Spi);
            case SbsField.OnGround: return TryFlag(field, out message.OnGround);
            default: return true;
        }
    }

    private static bool TryType(ReadOnlySpan<byte> field, out SbsType type)
    {
        type = SbsType.Msg;
        if (field.SequenceEqual("MSG"u8)) return true;
        if (field.SequenceEqual("SEL"u8)) type = SbsType.Sel;
        else if (field.SequenceEqual("ID"u8)) type = SbsType.Id;
        else if (field.SequenceEqual("AIR"u8)) type = SbsType.Air;
        else if (field.SequenceEqual("STA"u8)) type = SbsType.Sta;
        else if (field.SequenceEqual("CLK"u8)) type = SbsType.Clk;
        else return false;
        return true;
    }

    private static bool TryAddress(ReadOnlySpan<byte> field, out int address)
    {
        var marked = field[0] == (byte)'~';
        if (!TextNumber.TryAddress(marked ? field[1..] : field, out address)) return false;
        if (marked) address |= TransponderAddress.NonIcaoFlag;
        return true;
    }

    private static bool TryAddTime(ReadOnlySpan<byte> field, ref Instant day)
    {
        if (!TextTime.TryTimeOfDay(field, out var time)) return false;
        if (day != Instant.MinValue) day += time;
        return true;
    }

    private static bool TryAltitude(ReadOnlySpan<byte> field, ref SbsMessage message)
    {
        var number = WithoutMark(field);
        message.AltitudeIsGeometric = number.Length < field.Length;
        return TextNumber.TryDecimal(number, -3000, 200_000, out message.AltitudeFt);
    }

    /// <summary>"H" behind a number marks it as geometric.</summary>
    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> field) => field is [_, .., (byte)'H'] ? field[..^1] : field;

    /// <summary>BaseStation writes -1 for true, others 1. Where programs write counts for multilateration, not zero is true as well.</summary>
    private static bool TryFlag(ReadOnlySpan<byte> field, out bool? flag)
    {
        var known = TextNumber.TryDigits(field[0] == (byte)'-' ? field[1..] : field, out var value);
        flag = known ? value != 0 : null;
        return known;
    }
}
