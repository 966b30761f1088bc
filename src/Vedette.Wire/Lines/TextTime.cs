using Vedette.Kernel;

namespace Vedette.Wire.Lines;

/// <summary>Dates and times as text feeds write them. None of these throws.</summary>
internal static class TextTime
{
    /// <summary>2010/05/23 or 2010-05-23: its midnight.</summary>
    public static bool TryDate(ReadOnlySpan<byte> field, out Instant midnight)
    {
        midnight = Instant.MinValue;
        if (field.Length != 10 || field[4] != field[7] || field[4] is not ((byte)'/' or (byte)'-')) return false;
        if (!TextNumber.TryDigits(field[..4], out var year) || !TextNumber.TryDigits(field[5..7], out var month) || !TextNumber.TryDigits(field[8..], out var day)) return false;
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        midnight = Instant.FromUtc(year, month, day);
        return true;
    }

    /// <summary>00:00:16, with any decimals of a second up to seven.</summary>
    public static bool TryTimeOfDay(ReadOnlySpan<byte> field, out TimeSpan time)
    {
        time = default;
        if (field.Length < 8 || field[2] != (byte)':' || field[5] != (byte)':') return false;
        if (!TryClock(field[..2], field[3..5], field[6..8], out time)) return false;
        if (field.Length == 8) return true;
        var decimals = field[9..];
        if (field[8] != (byte)'.' || decimals.Length > 7 || !TextNumber.TryDigits(decimals, out var fraction)) return false;
        for (var i = decimals.Length; i < 7; i++) fraction *= 10;
        time += new TimeSpan(fraction);
        return true;
    }

    /// <summary>Hours, minutes and seconds, two digits each.</summary>
    public static bool TryClock(ReadOnlySpan<byte> hours, ReadOnlySpan<byte> minutes, ReadOnlySpan<byte> seconds, out TimeSpan time)
    {
        time = default;
        if (!TextNumber.TryDigits(hours, out var h) || !TextNumber.TryDigits(minutes, out var m) || !TextNumber.TryDigits(seconds, out var s)) return false;
        if (h > 23 || m > 59 || s > 59) return false;
        time = new(h, m, s);
        return true;
    }
}
