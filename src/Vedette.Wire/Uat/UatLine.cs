using System.Buffers;
using Vedette.Wire.Lines;

namespace Vedette.Wire.Uat;

/// <summary>The parts of a line that can be wrong.</summary>
internal enum UatField
{
    Mark,
    End,
    Message,
    Type,
    Time,
}

/// <summary>
/// One line as dump978 writes them: <c>-hex;rs=N;rssi=-20.1;t=1577840000.123;</c>, the mark telling downlink (-) from uplink (+).
/// </summary>
/// <param name="Downlink">An aircraft's, and not a ground station's weather and traffic broadcast.</param>
/// <param name="UnixS">When it was received, Unix seconds; NaN = not told.</param>
/// <param name="SignalDb">Below full scale; NaN = not told.</param>
internal readonly record struct UatLine(bool Downlink, double UnixS, double SignalDb)
{
    private static readonly string[] Names = ["mark", "end", "message", "type", "t"];

    public static string NameOf(UatField field) => Names[(int)field];

    public static bool TryRead(ReadOnlySpan<byte> text, out UatLine line, out UatReport report, out UatField refused)
    {
        (line, report) = (default, default);
        refused = UatField.Mark;
        if (text[0] is not ((byte)'-' or (byte)'+')) return false;
        refused = UatField.End;
        var end = text.IndexOf((byte)';');
        if (end < 0) return false;
        var (unixS, signalDb) = (double.NaN, double.NaN);
        refused = UatField.Time;
        foreach (var range in text[(end + 1)..].Split((byte)';'))
        {
            var member = text[(end + 1)..][range];
            if (member.StartsWith("t="u8) && (member.Length < 3 || !TextNumber.TryDecimal(member[2..], 0, 1e11, out unixS))) return false;
            if (member.StartsWith("rssi="u8) && member.Length > 5 && TextNumber.TryDecimal(member[5..], -1000, 1000, out var told)) signalDb = told;
        }

        line = new(text[0] == (byte)'-', unixS, signalDb);
        return !line.Downlink || TryMessage(text[1..end], out report, out refused);
    }

    private static bool TryMessage(ReadOnlySpan<byte> hex, out UatReport report, out UatField refused)
    {
        Span<byte> payload = stackalloc byte[UatMessage.LongLength];
        report = default;
        refused = UatField.Message;
        if (hex.Length is not (2 * UatMessage.BasicLength or 2 * UatMessage.LongLength)) return false;
        if (Convert.FromHexString(hex, payload, out _, out var length) != OperationStatus.Done) return false;
        refused = UatField.Type;
        return UatMessage.TryRead(payload[..length], out report);
    }
}
