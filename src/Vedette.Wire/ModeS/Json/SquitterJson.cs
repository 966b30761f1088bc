using Vedette.Wire.Lines;
using Vedette.Wire.ModeS.CommB;
using Vedette.Wire.ModeS.Squitters;

namespace Vedette.Wire.ModeS.Json;

/// <summary>The ME field of an extended squitter, register by register.</summary>
internal static class SquitterJson
{
    public static void Write(Utf8Text json, MessageField me, SquitterSender sender)
    {
        if (sender.IsUnread) json.Raw("me"u8, me);
        else if (sender.Source == SquitterSource.TisbCoarse) Coarse(json, CoarsePosition.Read(me));
        else Register(json, me, sender);
    }

    private static void Register(Utf8Text json, MessageField me, SquitterSender sender)
    {
        if (me.TypeCode is 19 or 23 or 24 or 27 or 28 or 31) json.Field("subtype"u8, me.Subtype);
        switch (me.TypeCode)
        {
            case >= 1 and <= 4:
                Identification(json, AircraftIdentification.Read(me));
                break;
            case >= 5 and <= 8:
                Surface(json, SurfacePosition.Read(me));
                break;
            case <= 18 or (>= 20 and <= 22):
                Airborne(json, AirbornePosition.Read(me), sender);
                break;
            case 19 when AirborneVelocity.TryRead(me, out var velocity):
                Velocity(json, velocity, sender);
                break;
            case 23 when TestMessage.TryRead(me, out var test):
                json.Code("squawk"u8, test.Code);
                break;
            case 28 when EmergencyStatus.TryRead(me, out var status):
                json.Field("emergency"u8, NameOf(status.State));
                json.Code("squawk"u8, status.Code);
                break;
            case 28 when me.Subtype == 2:
                ReplyJson.Advisory(json, ResolutionAdvisory.Read(me));
                break;
            case 29 when TargetState.TryRead(me, out var state):
                TargetJson.State(json, state);
                break;
            case 29 when TargetIntent.TryRead(me, out var intent):
                TargetJson.Intent(json, intent);
                break;
            case 31 when OperationalStatus.TryRead(me, out var status):
                StatusJson.Write(json, status);
                break;
            default:
                json.Raw("me"u8, me);
                break;
        }
    }

    public static ReadOnlySpan<byte> NameOf(EmergencyState state) => state switch
    {
        EmergencyState.None => "none"u8,
        EmergencyState.General => "general"u8,
        EmergencyState.Medical => "medical"u8,
        EmergencyState.MinimumFuel => "minimumFuel"u8,
        EmergencyState.NoCommunications => "noCommunications"u8,
        EmergencyState.UnlawfulInterference => "unlawfulInterference"u8,
        EmergencyState.Downed => "downed"u8,
        _ => "reserved"u8,
    };

    private static ReadOnlySpan<byte> NameOf(SurveillanceStatus status) => status switch
    {
        SurveillanceStatus.None => "none"u8,
        SurveillanceStatus.PermanentAlert => "permanentAlert"u8,
        SurveillanceStatus.TemporaryAlert => "temporaryAlert"u8,
        _ => "ident"u8,
    };

    private static void Identification(Utf8Text json, in AircraftIdentification identification)
    {
        json.Text("callsign"u8, identification.Callsign);
        json.Field("category"u8, [(byte)('A' + (identification.Category >> 4) - 0xA), (byte)('0' + (identification.Category & 7))]);
    }

    private static void Surface(Utf8Text json, in SurfacePosition position)
    {
        json.Knots("groundSpeedKt"u8, position.GroundSpeedMps);
        json.Degrees("trackDeg"u8, position.TrackRad);
        json.Field("synchronized"u8, position.IsSynchronized);
        Cpr(json, position.Cpr);
    }

    private static void Airborne(Utf8Text json, in AirbornePosition position, SquitterSender sender)
    {
        json.Field("surveillanceStatus"u8, NameOf(position.Status));
        if (sender.UsesSupplementB) json.Field("nicSupplementB"u8, position.NicSupplementB);
        json.Feet(position.IsGeometric ? "heightFt"u8 : "altitudeFt"u8, position.Altitude);
        if (position.TypeCode == 0) return;
        json.Field("synchronized"u8, position.IsSynchronized);
        Cpr(json, position.Cpr);
    }

    private static void Coarse(Utf8Text json, in CoarsePosition position)
    {
        json.Field("surveillanceStatus"u8, NameOf(position.Status));
        json.Field("serviceVolume"u8, position.ServiceVolume);
        json.Feet("altitudeFt"u8, position.Altitude);
        json.Knots("groundSpeedKt"u8, position.GroundSpeedMps);
        json.Degrees("trackDeg"u8, position.TrackRad);
        Cpr(json, position.Cpr);
    }

    private static void Cpr(Utf8Text json, in CprFields cpr)
    {
        json.Field("cprOdd"u8, cpr.Odd);
        json.Field("cprLatitude"u8, cpr.Latitude);
        json.Field("cprLongitude"u8, cpr.Longitude);
    }

    private static void Velocity(Utf8Text json, in AirborneVelocity velocity, SquitterSender sender)
    {
        if (sender.UsesSupplementB) json.Field("intentChange"u8, velocity.IntendsChange);
        if (!sender.IsGroundTrack) json.Field("nacv"u8, velocity.NacV);
        json.Knots("groundSpeedKt"u8, velocity.GroundSpeedMps);
        json.Degrees("trackDeg"u8, velocity.TrackRad);
        json.Knots("eastKt"u8, velocity.EastMps);
        json.Knots("northKt"u8, velocity.NorthMps);
        json.Degrees("headingDeg"u8, velocity.HeadingRad);
        json.Knots(velocity.IsTrueAirspeed ? "trueAirspeedKt"u8 : "indicatedAirspeedKt"u8, velocity.AirspeedMps);
        json.FeetPerMinute("verticalRateFpm"u8, velocity.ClimbMps);
        if (!double.IsNaN(velocity.ClimbMps)) json.Field("verticalRateBy"u8, velocity.ClimbIsBarometric ? "barometric"u8 : "geometric"u8);
        json.Feet("geometricMinusBarometricFt"u8, velocity.GeometricMinusPressureM);
    }
}
