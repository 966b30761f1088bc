using Vedette.Wire.Lines;
using Vedette.Wire.ModeS.Squitters;

namespace Vedette.Wire.ModeS.Json;

/// <summary>Target states, TC 29.</summary>
internal static class TargetJson
{
    public static void State(Utf8Text json, in TargetState state)
    {
        json.Field("subtype"u8, 1);
        json.Feet("selectedAltitudeFt"u8, state.SelectedAltitudeM);
        if (!double.IsNaN(state.SelectedAltitudeM)) json.Field("selectedAltitudeBy"u8, state.AltitudeIsManaged ? "fms"u8 : "mcp"u8);
        json.Plain("altimeterSettingHpa"u8, state.AltimeterSettingHpa);
        json.Degrees("selectedHeadingDeg"u8, state.SelectedHeadingRad);
        json.Field("nacp"u8, state.NacP);
        json.Field("nicBaro"u8, state.NicBaro);
        json.Field("sil"u8, state.Sil);
        json.Field("silPer"u8, state.SilPerSample ? "sample"u8 : "hour"u8);
        if (state.Modes is { } modes) Modes(json, modes);
        json.Field("acasOperational"u8, state.AcasOperational);
    }

    public static void Intent(Utf8Text json, in TargetIntent intent)
    {
        json.Field("subtype"u8, 0);
        json.Field("verticalSource"u8, intent.VerticalSource);
        json.Field("verticalCapability"u8, intent.VerticalCapability);
        json.Field("verticalMode"u8, intent.VerticalMode);
        json.Feet("targetAltitudeFt"u8, intent.TargetAltitudeM);
        json.Field("altitudeIsAboveSeaLevel"u8, intent.AltitudeIsAboveSeaLevel);
        json.Field("horizontalSource"u8, intent.HorizontalSource);
        json.Field("horizontalMode"u8, intent.HorizontalMode);
        json.Degrees(intent.DirectionIsTrack ? "targetTrackDeg"u8 : "targetHeadingDeg"u8, intent.TargetDirectionRad);
        json.Field("nacp"u8, intent.NacP);
        json.Field("nicBaro"u8, intent.NicBaro);
        json.Field("sil"u8, intent.Sil);
        json.Field("acasOperational"u8, intent.AcasOperational);
        json.Field("advisoryActive"u8, intent.AdvisoryActive);
        json.Field("emergency"u8, SquitterJson.NameOf(intent.Emergency));
    }

    private static void Modes(Utf8Text json, AutopilotModes modes)
    {
        json.Field("autopilot"u8, modes.Autopilot);
        json.Field("vnav"u8, modes.VerticalNavigation);
        json.Field("altitudeHold"u8, modes.AltitudeHold);
        json.Field("approach"u8, modes.Approach);
        json.Field("lnav"u8, modes.LateralNavigation);
    }
}
