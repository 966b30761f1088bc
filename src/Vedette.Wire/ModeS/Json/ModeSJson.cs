using Vedette.Air;
using Vedette.Kernel;
using Vedette.Wire.Lines;
using Vedette.Wire.ModeS.CommB;
using Vedette.Wire.ModeS.Replies;
using Vedette.Wire.ModeS.Squitters;

namespace Vedette.Wire.ModeS.Json;

/// <summary>
/// Writes messages of one receiver, in order, as members of a JSON object that is already begun: what the message says, whose it is, and where the
/// aircraft is where that follows. The keys are listed in the README of <c>ModeS</c>.
/// </summary>
internal sealed class ModeSJson
{
    private static readonly string[] Kinds = [.. Enumerable.Range(0, 32).Select(format => $"DF{Math.Min(format, ExtendedLengthReply.Format)}")];

    private readonly ModeSDecoder decoder;
    private readonly Outcome outcome = new();

    public ModeSJson()
    {
        var sensors = new SensorDirectory();
        decoder = new("", sensors, sensors.ByName("", SensorKind.Adsb));
    }

    /// <summary>For counting: "DF17".</summary>
    public static string KindOf(ReadOnlySpan<byte> message) => Kinds[message[0] >> 3];

    /// <summary>False where the message cannot be believed; what was written then ends in <c>err</c>.</summary>
    /// <param name="message">7 or 14 octets.</param>
    public bool Write(Utf8Text json, ReadOnlySpan<byte> message, Instant at)
    {
        var format = Math.Min(message[0] >> 3, ExtendedLengthReply.Format);
        json.Field("df"u8, format);
        json.Hex("hex"u8, message);
        var before = decoder.Positions;
        if (!Read(message, at))
        {
            json.Field("err"u8, outcome.Reason);
            return false;
        }

        var remainder = Parity.Remainder(message);
        if (IsOverlaid(format)) WriteReply(json, message, format, (int)remainder, at);
        else if (format == 11) WriteAllCall(json, message, remainder);
        else WriteSquitter(json, message, format);
        if (outcome.Plot is { } plot) WritePosition(json, plot, message, decoder.Positions.Global > before.Global);
        return true;
    }

    /// <summary>The same without a word: whether the message can be believed, and what it says of its aircraft remembered for those that follow.</summary>
    /// <param name="message">7 or 14 octets.</param>
    public bool Read(ReadOnlySpan<byte> message, Instant at)
    {
        outcome.Clear();
        decoder.Read(message, new(at, at, 0, 0), outcome);
        var format = Math.Min(message[0] >> 3, ExtendedLengthReply.Format);
        var isWhole = message.Length == (format < 16 ? 7 : 14);
        return isWhole && (IsOverlaid(format) || HoldsFor(format, Parity.Remainder(message))) && !IsUnassigned(format);
    }

    private static bool IsOverlaid(int format) => format is not (11 or 17 or 18 or 19);

    /// <summary>A remainder that names an interrogator is told even where the decoder, for want of proof, makes nothing of the reply.</summary>
    private static bool HoldsFor(int format, uint remainder) => (format == 11 ? remainder & ~0x7Fu : remainder) == 0;

    private static bool IsUnassigned(int format) => format is not (0 or 4 or 5 or 11 or (>= 16 and <= 21) or ExtendedLengthReply.Format);

    private void WriteReply(Utf8Text json, ReadOnlySpan<byte> message, int format, int address, Instant at)
    {
        json.Address("address"u8, address);
        json.Field("addressBy"u8, outcome.IsAccepted ? "heard"u8 : "overlay"u8);
        var mb = format is 20 or 21 ? MessageField.Of(message) : default;
        var register = format is 20 or 21 ? RegisterInference.Of(mb, decoder.StateOf(message, address, at)) : CommBRegister.Unknown;
        if (register != CommBRegister.Unknown) CommBJson.Number(json, "bds"u8, (byte)register);
        json.Open("fields"u8);
        if (format is 0 or 16) ReplyJson.AirAir(json, message);
        else if (format == ExtendedLengthReply.Format) ReplyJson.ExtendedLength(json, message);
        else ReplyJson.Surveillance(json, message);
        if (format is 20 or 21) json.Raw("mb"u8, mb);
        CommBJson.Write(json, register, mb);
        json.Close((byte)'}');
    }

    private void WriteAllCall(Utf8Text json, ReadOnlySpan<byte> message, uint remainder)
    {
        json.Hex("address"u8, message.Slice(1, 3));
        json.Field("addressBy"u8, remainder == 0 ? "parity"u8 : outcome.IsAccepted ? "heard"u8 : "overlay"u8);
        json.Open("fields"u8);
        ReplyJson.AllCall(json, message, remainder);
        json.Close((byte)'}');
    }

    private static void WriteSquitter(Utf8Text json, ReadOnlySpan<byte> message, int format)
    {
        var me = MessageField.Of(message);
        var control = message[0] & 7;
        var sender = SquitterSender.Of(format, control, me);
        json.Hex("address"u8, message.Slice(1, 3));
        json.Field("addressBy"u8, "parity"u8);
        if (sender.NonIcao) json.Field("nonIcao"u8, true);
        if (format != 17) json.Field("source"u8, NameOf(sender.Source));
        if (sender.Source is not (SquitterSource.TisbCoarse or SquitterSource.Reserved)) json.Field("typecode"u8, me.TypeCode);
        json.Open("fields"u8);
        if (format == 17) ReplyJson.Capability(json, control);
        else json.Field("control"u8, control);
        SquitterJson.Write(json, me, sender);
        json.Close((byte)'}');
    }

    private static ReadOnlySpan<byte> NameOf(SquitterSource source) => source switch
    {
        SquitterSource.Adsb => "adsb"u8,
        SquitterSource.Rebroadcast => "adsr"u8,
        SquitterSource.Tisb => "tisb"u8,
        SquitterSource.TisbCoarse => "tisbCoarse"u8,
        SquitterSource.Management => "management"u8,
        _ => "reserved"u8,
    };

    private void WritePosition(Utf8Text json, in Plot plot, ReadOnlySpan<byte> message, bool byPair)
    {
        var me = MessageField.Of(message);
        var sender = SquitterSender.Of(message[0] >> 3, message[0] & 7, me);
        json.Open("position"u8);
        json.Plain("latitudeDeg"u8, plot.Position!.Value.LatitudeDeg);
        json.Plain("longitudeDeg"u8, plot.Position!.Value.LongitudeDeg);
        json.Field("by"u8, byPair ? "pair"u8 : "single"u8);
        json.Category("version"u8, plot.Integrity.Version);
        json.Category("nic"u8, plot.Integrity.Nic);
        json.Plain("rcM"u8, sender.Source == SquitterSource.TisbCoarse ? double.NaN : decoder.ContainmentM(plot.Address!.Value, me, sender));
        json.Category("nacp"u8, plot.Integrity.NacP);
        json.Plain("epuM"u8, PositionQuality.AccuracyOfNacP(plot.Integrity.NacP));
        json.Category("sil"u8, plot.Integrity.Sil);
        json.Close((byte)'}');
    }

    /// <summary>What came of the message.</summary>
    private sealed class Outcome : IIntake
    {
        public Plot? Plot { get; private set; }

        public bool IsAccepted { get; private set; }

        public string Reason { get; private set; } = "";

        public void Clear() => (Plot, IsAccepted, Reason) = (null, false, "");

        public void OnPlot(in Plot plot) => Plot = plot;

        public void OnSensorMessage(in SensorMessage message)
        {
        }

        public void OnRefusal(in Refusal refusal) => Reason = refusal.Reason;

        public void OnRecord() => IsAccepted = true;
    }
}
