using Vedette.Wire.Lines;
using Vedette.Wire.ModeS.Squitters;

namespace Vedette.Wire.ModeS.Json;

/// <summary>Operational status, TC 31.</summary>
internal static class StatusJson
{
    public static void Write(Utf8Text json, in OperationalStatus status)
    {
        json.Field("surface"u8, status.Surface);
        json.Field("version"u8, status.Version);
        json.Category("nicSupplementA"u8, status.NicSupplementA);
        json.Category("nicSupplementC"u8, status.NicSupplementC);
        json.Category("nacp"u8, status.NacP);
        json.Category("nacv"u8, status.NacV);
        json.Category("baq"u8, status.BarometricQuality);
        json.Category("gva"u8, status.GeometricVerticalAccuracy);
        json.Category("sil"u8, status.Sil);
        if (status.SilPerSample is { } perSample) json.Field("silPer"u8, perSample ? "sample"u8 : "hour"u8);
        json.Category("sda"u8, status.DesignAssurance);
        json.Field("nicBaro"u8, status.NicBaro);
        json.Field("directionIsTrack"u8, status.DirectionIsTrack);
        json.Field("headingIsMagnetic"u8, status.HeadingIsMagnetic);
        if (status.Version == 0) return;
        Capability(json, status.Capability);
        json.Field("advisoryActive"u8, status.Mode.AdvisoryActive);
        json.Field("ident"u8, status.Mode.Ident);
        json.Field("singleAntenna"u8, status.Mode.SingleAntenna);
        json.Category("antennaOffset"u8, status.Mode.AntennaOffset);
    }

    private static void Capability(Utf8Text json, in OperationalCapability capability)
    {
        json.Field("acasOperational"u8, capability.AcasOperational);
        json.Field("receives1090"u8, capability.Receives1090);
        json.Field("receivesUat"u8, capability.ReceivesUat);
        json.Field("sendsAirReferenced"u8, capability.SendsAirReferenced);
        json.Field("sendsTargetState"u8, capability.SendsTargetState);
        json.Category("trajectoryReports"u8, capability.TrajectoryReports ?? -1);
        json.Field("lowPower"u8, capability.LowPower);
        json.Field("positionOffsetApplied"u8, capability.PositionOffsetApplied);
        json.Category("lengthWidth"u8, capability.LengthWidth ?? -1);
    }
}
