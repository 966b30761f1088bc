using Vedette.Wire.ModeS;

namespace Vedette.Wire.Beast;

/// <summary>
/// Writes a line of JSON for every Mode S message of a Beast recording: <c>off</c> of its frame, <c>counter12MHz</c>, <c>signal</c> (0-255),
/// <c>df</c>, <c>hex</c>; where parity proves the address, <c>icao</c>; of an extended squitter, <c>tc</c>. A message whose parity does not hold
/// is a line with <c>err</c>. DF0, 4, 5, 16, 20, 21 overlay the address on the parity: <c>icaoUnproven</c> is what comes out.
/// </summary>
public sealed class BeastJson
{
    private static readonly string[] Formats = [.. Enumerable.Range(0, 32).Select(format => $"DF{format}")];

    private readonly Utf8Text line = new();
    private BeastFramer framer = new();

    /// <param name="octets">A piece of the recording that begins and ends between frames.</param>
    /// <param name="offset">Of these octets in the recording.</param>
    public void Write(ReadOnlySpan<byte> octets, long offset, IRecordLines lines)
    {
        int position = 0, frameStart = 0;
        BeastEvent what;
        while ((what = framer.Next(octets, ref position, ref frameStart)) != BeastEvent.NeedMore)
        {
            if (what != BeastEvent.Frame) Refuse(offset + position - 1, what, lines);
            else if (framer.Type is BeastFramer.ModeSShort or BeastFramer.ModeSLong) WriteMessage(offset + frameStart, framer.Body, lines);
        }
    }

    private void WriteMessage(long offset, ReadOnlySpan<byte> body, IRecordLines lines)
    {
        var message = body[7..];
        var format = message[0] >> 3;
        Begin(offset);
        line.Append("\"counter12MHz\":"u8);
        line.Number((ulong)BeastClock.CounterOf(body));
        line.Append("\"signal\":"u8);
        line.Number((ulong)body[6]);
        line.Append("\"df\":"u8);
        line.Number((ulong)format);
        line.Append("\"hex\":"u8);
        line.Hex(message);
        if (message.Length != (format < 16 ? 7 : 14)) End("wrong length for this downlink format", format, lines);
        else WriteAddress(message, format, lines);
    }

    private void WriteAddress(ReadOnlySpan<byte> message, int format, IRecordLines lines)
    {
        var remainder = Parity.Remainder(message);
        if (format is 11 or 17 or 18)
        {
            if ((format == 11 ? remainder & ~0x7Fu : remainder) != 0)
            {
                End("parity does not hold", format, lines);
                return;
            }

            line.Append("\"icao\":"u8);
            line.Hex(message.Slice(1, 3));
            if (format != 11) TypeCode(message);
        }
        else if (format is 0 or 4 or 5 or 16 or 20 or 21)
        {
            line.Append("\"icaoUnproven\":"u8);
            line.Hex([(byte)(remainder >> 16), (byte)(remainder >> 8), (byte)remainder]);
        }

        line.Close((byte)'}');
        line.Length--;
        lines.OnRecord(Formats[format], line.Written);
    }

    private void TypeCode(ReadOnlySpan<byte> message)
    {
        line.Append("\"tc\":"u8);
        line.Number((ulong)(message[4] >> 3));
    }

    private void Refuse(long offset, BeastEvent what, IRecordLines lines)
    {
        Begin(offset);
        line.Append(what == BeastEvent.CutShort ? "\"err\":\"ended before its length\"}"u8 : "\"err\":\"octets outside any frame\"}"u8);
        lines.OnRefusal("Beast frame", line.Written);
    }

    private void Begin(long offset)
    {
        line.Length = 0;
        line.Append("{\"off\":"u8);
        line.Number((ulong)offset);
    }

    private void End(string reason, int format, IRecordLines lines)
    {
        line.Append("\"err\":\""u8);
        foreach (var character in reason) line.Append((byte)character);
        line.Append("\"}"u8);
        lines.OnRefusal(Formats[format], line.Written);
    }
}
