using Vedette.Kernel;
using Vedette.Wire.Lines;
using Vedette.Wire.ModeS.Json;

namespace Vedette.Wire.Beast;

/// <summary>
/// Writes a line of JSON for every message of a Beast recording: <c>off</c> of its frame, <c>time</c> where the recording is stamped,
/// <c>counter12MHz</c>, <c>signal</c> (0-255), then what the message says (README of <c>ModeS</c>). A message that cannot be believed is a line with
/// <c>err</c>. Mode A/C replies have <c>modeac</c> in place of <c>df</c>.
/// </summary>
public sealed class BeastJson
{
    private const string ModeAcKind = "Mode A/C";

    private readonly Utf8Text line = new();
    private readonly ModeSJson messages = new();
    private readonly RecordingClock clock = new(Instant.UnixEpoch);
    private BeastFramer framer = new();
    private Instant stamp = Instant.MinValue;

    /// <param name="octets">A piece of the recording that begins and ends between frames.</param>
    /// <param name="offset">Of these octets in the recording.</param>
    public void Write(ReadOnlySpan<byte> octets, long offset, IRecordLines lines)
    {
        int position = 0, frameStart = 0;
        BeastEvent what;
        while ((what = framer.Next(octets, ref position, ref frameStart)) != BeastEvent.NeedMore)
        {
            if (what != BeastEvent.Frame) Refuse(offset + position - 1, what, lines);
            else WriteFrame(offset + frameStart, framer.Type, framer.Body, lines);
        }
    }

    private void WriteFrame(long offset, byte type, ReadOnlySpan<byte> body, IRecordLines lines)
    {
        var at = clock.TimeOf(type, body);
        if (type == BeastFramer.Stamp)
        {
            stamp = at;
            return;
        }

        if (!lines.WantsText)
        {
            Count(type, body[7..], at, lines);
            return;
        }

        Begin(offset);
        line.Field("time"u8, stamp);
        line.Field("counter12MHz"u8, BeastClock.CounterOf(body));
        line.Field("signal"u8, body[6]);
        if (type == BeastFramer.ModeAc) WriteModeAc(body[7..], lines);
        else WriteMessage(body[7..], at, lines);
    }

    /// <summary>For who wants only the counts: reads what is said, writes nothing.</summary>
    private void Count(byte type, ReadOnlySpan<byte> body, Instant at, IRecordLines lines)
    {
        if (type == BeastFramer.ModeAc) lines.OnRecord(ModeAcKind, []);
        else if (messages.Read(body, at)) lines.OnRecord(ModeSJson.KindOf(body), []);
        else lines.OnRefusal(ModeSJson.KindOf(body), []);
    }

    private void WriteMessage(ReadOnlySpan<byte> message, Instant at, IRecordLines lines)
    {
        var believed = messages.Write(line, message, at);
        line.Close((byte)'}');
        if (believed) lines.OnRecord(ModeSJson.KindOf(message), line.WithoutComma);
        else lines.OnRefusal(ModeSJson.KindOf(message), line.WithoutComma);
    }

    private void WriteModeAc(ReadOnlySpan<byte> reply, IRecordLines lines)
    {
        line.Hex("modeac"u8, reply);
        line.Open("fields"u8);
        ReplyJson.ModeAc(line, reply);
        line.Close((byte)'}');
        line.Close((byte)'}');
        lines.OnRecord(ModeAcKind, line.WithoutComma);
    }

    private void Refuse(long offset, BeastEvent what, IRecordLines lines)
    {
        Begin(offset);
        line.Field("err"u8, what == BeastEvent.CutShort ? "ended before its length"u8 : "octets outside any frame"u8);
        line.Close((byte)'}');
        lines.OnRefusal("Beast frame", line.WithoutComma);
    }

    private void Begin(long offset)
    {
        line.Length = 0;
        line.Append((byte)'{');
        line.Field("off"u8, offset);
    }
}
