using Vedette.Air;
using Vedette.Kernel.Geodesy;

namespace Vedette.Wire.Uat;

/// <summary>Whose address a message carries (DO-282B 2.2.4.5.1.2).</summary>
public enum UatAddressKind : byte
{
    IcaoAdsb,
    National,
    IcaoTisb,
    TrackFileTisb,
    Vehicle,
    FixedBeacon,
    NotIcaoAdsr,
    Reserved,
}

/// <summary>A downlink message as it stands, in the format's units. NaN and -1 = not told.</summary>
public struct UatReport
{
    /// <summary>Payload type code, 0 to 31.</summary>
    public int Type;

    public UatAddressKind AddressKind;

    public int Address;

    public double LatitudeDeg, LongitudeDeg;

    public double AltitudeFt, HeightFt;

    public int Nic;

    public bool OnGround;

    public double NorthKt, EastKt;

    /// <summary>On the ground, and where the direction is that of motion.</summary>
    public double SpeedKt, TrackDeg;

    public double ClimbFtPerMin;

    /// <summary>Sent by a clock of UTC: the position is that of the beginning of the second.</summary>
    public bool UtcCoupled;

    /// <summary>The callsign, or the code, where the message carries a mode status.</summary>
    public Callsign Callsign;

    public int Squawk;

    public int Version, Sil, NacP, NacV;

    public readonly bool HasPlace => !double.IsNaN(LatitudeDeg);

    /// <summary>Its address with <see cref="TransponderAddress.NonIcaoFlag"/> where it is no ICAO one.</summary>
    public readonly TransponderAddress Sender =>
        new(AddressKind is UatAddressKind.IcaoAdsb or UatAddressKind.IcaoTisb ? Address : Address | TransponderAddress.NonIcaoFlag);

    /// <summary>A ground system's track, not the aircraft's own claim.</summary>
    public readonly bool IsGroundTrack => AddressKind is UatAddressKind.IcaoTisb or UatAddressKind.TrackFileTisb;

    internal readonly Geodetic Place => Geodetic.FromDegrees(LatitudeDeg, LongitudeDeg, HeightFt * Vedette.Kernel.Length.MetresPerFoot);
}
