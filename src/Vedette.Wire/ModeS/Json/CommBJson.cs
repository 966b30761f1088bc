using Vedette.Wire.Lines;
using Vedette.Wire.ModeS.CommB;

namespace Vedette.Wire.ModeS.Json;

/// <summary>The fields of a Comm-B register.</summary>
internal static class CommBJson
{
    private const int MostRegisters = 28;

    /// <summary>Nothing where the 56 bits do not have the layout of that register.</summary>
    public static void Write(Utf8Text json, CommBRegister register, MessageField mb)
    {
        switch (register)
        {
            case CommBRegister.DataLinkCapability when DataLinkCapability.TryRead(mb, out var read):
                Capability(json, read);
                break;
            case CommBRegister.GicbCapability when GicbCapability.TryRead(mb, out var read):
                Registers(json, read);
                break;
            case CommBRegister.Identification:
                json.Text("callsign"u8, FlightCharacters.Read(mb.Value & 0xFFFF_FFFF_FFFF));
                break;
            case CommBRegister.ResolutionAdvisory:
                ReplyJson.Advisory(json, CommB.ResolutionAdvisory.Read(mb));
                break;
            case CommBRegister.SelectedVerticalIntention when SelectedVerticalIntention.TryRead(mb, out var read):
                Intention(json, read);
                break;
            case CommBRegister.RoutineMeteorology when RoutineMeteorology.TryRead(mb, out var read):
                Routine(json, read);
                break;
            case CommBRegister.HazardMeteorology when HazardMeteorology.TryRead(mb, out var read):
                Hazard(json, read);
                break;
            case CommBRegister.TrackAndTurn when TrackAndTurn.TryRead(mb, out var read):
                Track(json, read);
                break;
            case CommBRegister.HeadingAndSpeed when HeadingAndSpeed.TryRead(mb, out var read):
                Heading(json, read);
                break;
        }
    }

    /// <summary>A register's number as people write it: "4,0".</summary>
    public static void Number(Utf8Text json, ReadOnlySpan<byte> name, byte register) =>
        json.Field(name, [Hexadecimal(register >> 4), (byte)',', Hexadecimal(register & 15)]);

    private static byte Hexadecimal(int digit) => "0123456789ABCDEF"u8[digit];

    private static void Capability(Utf8Text json, in DataLinkCapability read)
    {
        json.Field("continued"u8, read.Continued);
        json.Field("overlayCapable"u8, read.OverlayCapable);
        json.Field("acasOperational"u8, read.Acas.Operational);
        json.Field("acasHybridSurveillance"u8, read.Acas.HybridSurveillance);
        json.Field("acasResolutionAdvisories"u8, read.Acas.ResolutionAdvisories);
        json.Field("acasVersion"u8, read.Acas.Version);
        json.Field("subnetworkVersion"u8, read.SubnetworkVersion);
        json.Field("enhancedProtocol"u8, read.EnhancedProtocol);
        json.Field("specificServices"u8, read.SpecificServices);
        json.Field("uplinkThroughput"u8, read.UplinkThroughput);
        json.Field("downlinkThroughput"u8, read.DownlinkThroughput);
        json.Field("tellsIdentification"u8, read.TellsIdentification);
        json.Field("squitterUpToDate"u8, read.SquitterUpToDate);
        json.Field("understandsSurveillanceIdentifiers"u8, read.UnderstandsSurveillanceIdentifiers);
        json.Field("commonUsageToggle"u8, read.CommonUsageToggle);
        json.Field("dataTerminals"u8, read.DataTerminals);
    }

    private static void Registers(Utf8Text json, in GicbCapability read)
    {
        Span<byte> numbers = stackalloc byte[MostRegisters];
        json.Append("\"registers\":["u8);
        foreach (var number in numbers[..read.CopyTo(numbers)])
            json.Append([(byte)'"', Hexadecimal(number >> 4), (byte)',', Hexadecimal(number & 15), (byte)'"', (byte)',']);
        json.Close((byte)']');
    }

    private static void Intention(Utf8Text json, in SelectedVerticalIntention read)
    {
        json.Feet("selectedAltitudeMcpFt"u8, read.PanelAltitudeM);
        json.Feet("selectedAltitudeFmsFt"u8, read.ManagedAltitudeM);
        json.Plain("altimeterSettingHpa"u8, read.AltimeterSettingHpa);
        if (read.Modes is { } modes)
        {
            json.Field("vnav"u8, modes.VerticalNavigation);
            json.Field("altitudeHold"u8, modes.AltitudeHold);
            json.Field("approach"u8, modes.Approach);
        }

        json.Field("targetAltitudeBy"u8, read.TargetSource switch { 0 => "unknown"u8, 1 => "aircraft"u8, 2 => "mcp"u8, 3 => "fms"u8, _ => default });
    }

    private static void Routine(Utf8Text json, in RoutineMeteorology read)
    {
        json.Field("windBy"u8, read.Source switch { 1 => "ins"u8, 2 => "gnss"u8, 3 => "dme"u8, _ => "vor"u8 });
        json.Knots("windSpeedKt"u8, read.WindSpeedMps);
        json.Degrees("windFromDeg"u8, read.WindDirectionRad);
        json.Plain("temperatureC"u8, read.TemperatureC);
        json.Plain("pressureHpa"u8, read.PressureHpa);
        json.Category("turbulence"u8, read.Turbulence);
        json.Plain("humidityPercent"u8, read.HumidityPercent);
    }

    private static void Hazard(Utf8Text json, in HazardMeteorology read)
    {
        json.Category("turbulence"u8, read.Turbulence);
        json.Category("windShear"u8, read.WindShear);
        json.Category("microburst"u8, read.Microburst);
        json.Category("icing"u8, read.Icing);
        json.Category("wakeVortex"u8, read.WakeVortex);
        json.Plain("temperatureC"u8, read.TemperatureC);
        json.Plain("pressureHpa"u8, read.PressureHpa);
        json.Feet("radioHeightFt"u8, read.RadioHeightM);
    }

    private static void Track(Utf8Text json, in TrackAndTurn read)
    {
        json.Degrees("rollDeg"u8, read.RollRad);
        json.Degrees("trackDeg"u8, read.TrackRad);
        json.Knots("groundSpeedKt"u8, read.GroundSpeedMps);
        json.Degrees("trackRateDegS"u8, read.TrackRateRadS);
        json.Knots("trueAirspeedKt"u8, read.TrueAirspeedMps);
    }

    private static void Heading(Utf8Text json, in HeadingAndSpeed read)
    {
        json.Degrees("magneticHeadingDeg"u8, read.MagneticHeadingRad);
        json.Knots("indicatedAirspeedKt"u8, read.IndicatedAirspeedMps);
        json.Plain("mach"u8, read.Mach);
        json.FeetPerMinute("barometricRateFpm"u8, read.BarometricRateMps);
        json.FeetPerMinute("inertialRateFpm"u8, read.InertialRateMps);
    }
}
