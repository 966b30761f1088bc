using Vedette.Wire.Lines;
using Vedette.Wire.ModeS.CommB;
using Vedette.Wire.ModeS.Replies;

namespace Vedette.Wire.ModeS.Json;

/// <summary>The fields of everything that is no extended squitter.</summary>
internal static class ReplyJson
{
    /// <summary>VDS of a coordination reply, the first octet of MV.</summary>
    private const int Coordination = 0x30;

    public static void AirAir(Utf8Text json, ReadOnlySpan<byte> message)
    {
        var reply = AirAirReply.Read(message);
        var isLong = message.Length > 7;
        json.Field("onGround"u8, reply.OnGround);
        if (!isLong) json.Field("crosslink"u8, reply.CrosslinkCapable);
        json.Field("sensitivityLevel"u8, reply.SensitivityLevel);
        json.Field("replyInformation"u8, reply.ReplyInformation);
        json.Knots("maxAirspeedKt"u8, reply.MaxAirspeedMps);
        json.Feet("altitudeFt"u8, reply.Altitude);
        if (!isLong) return;
        var field = MessageField.Of(message);
        json.Raw("mv"u8, field);
        if (field.Bits(1, 8) == Coordination) Advisory(json, ResolutionAdvisory.Read(field));
    }

    public static void Surveillance(Utf8Text json, ReadOnlySpan<byte> message)
    {
        var reply = SurveillanceReply.Read(message);
        json.Field("flightStatus"u8, reply.FlightStatus);
        json.Field("alert"u8, reply.Alert);
        json.Field("ident"u8, reply.Ident);
        json.Field("onGround"u8, reply.OnGround);
        json.Field("downlinkRequest"u8, reply.DownlinkRequest);
        json.Field("iis"u8, reply.ReservedBy);
        json.Field("ids"u8, reply.Reservation);
        json.Feet("altitudeFt"u8, reply.Altitude);
        json.Code("squawk"u8, reply.Code);
    }

    public static void AllCall(Utf8Text json, ReadOnlySpan<byte> message, uint remainder)
    {
        var reply = AllCallReply.Read(message, remainder);
        Capability(json, reply.Capability);
        json.Category("ii"u8, reply.InterrogatorIdentifier);
        json.Category("si"u8, reply.SurveillanceIdentifier);
    }

    /// <summary>CA: 4 on the ground, 5 airborne, the rest leaves it open.</summary>
    public static void Capability(Utf8Text json, int capability)
    {
        json.Field("capability"u8, capability);
        json.Field("onGround"u8, capability switch { 4 => true, 5 => false, _ => null });
    }

    public static void ExtendedLength(Utf8Text json, ReadOnlySpan<byte> message)
    {
        var reply = ExtendedLengthReply.Read(message);
        json.Field("acknowledges"u8, reply.Acknowledges);
        json.Field("segment"u8, reply.Segment);
        json.Hex("md"u8, ExtendedLengthReply.Data(message));
    }

    public static void ModeAc(Utf8Text json, ReadOnlySpan<byte> octets)
    {
        var reply = ModeAcReply.Read(octets);
        json.Code("squawk"u8, reply.Code);
        json.Field("ident"u8, reply.Ident);
        json.Feet("altitudeFt"u8, reply.Altitude);
    }

    public static void Advisory(Utf8Text json, in ResolutionAdvisory advisory)
    {
        json.Field("advisoryActive"u8, advisory.IsActive);
        json.Field("ara"u8, (int)advisory.Advice);
        json.Field("rac"u8, advisory.Complements);
        json.Field("terminated"u8, advisory.Terminated);
        json.Field("severalThreats"u8, advisory.SeveralThreats);
        if (advisory.ThreatAddress >= 0) json.Address("threatAddress"u8, advisory.ThreatAddress);
        json.Feet("threatAltitudeFt"u8, advisory.ThreatAltitude);
        json.NauticalMiles("threatRangeNm"u8, advisory.ThreatRangeM);
        json.Degrees("threatBearingDeg"u8, advisory.ThreatBearingRad);
    }
}
