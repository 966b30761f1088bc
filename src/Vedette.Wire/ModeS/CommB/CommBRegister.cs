namespace Vedette.Wire.ModeS.CommB;

/// <summary>The ground-initiated registers that are read here, by number: 0x40 is BDS 4,0 (ICAO Doc 9871).</summary>
public enum CommBRegister : byte
{
    /// <summary>Not known, or none of these.</summary>
    Unknown = 0,

    DataLinkCapability = 0x10,
    GicbCapability = 0x17,
    Identification = 0x20,
    ResolutionAdvisory = 0x30,
    SelectedVerticalIntention = 0x40,
    RoutineMeteorology = 0x44,
    HazardMeteorology = 0x45,
    TrackAndTurn = 0x50,
    HeadingAndSpeed = 0x60,
}
