using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Air;

/// <summary>How an unmanned aircraft is named. Codes of ASTM F3411-22a, as are those below.</summary>
public enum UasIdType : byte
{
    None = 0,

    /// <summary>ANSI/CTA-2063-A.</summary>
    SerialNumber = 1,

    /// <summary>Given by the civil aviation authority.</summary>
    Registration = 2,

    /// <summary>UUID of a UTM system, 16 octets.</summary>
    UtmAssigned = 3,

    /// <summary>Of one flight only; the first octet says which scheme.</summary>
    SpecificSession = 4,
}

public enum UasKind : byte
{
    Undeclared = 0,
    Aeroplane = 1,
    HelicopterOrMultirotor = 2,
    Gyroplane = 3,
    HybridLift = 4,
    Ornithopter = 5,
    Glider = 6,
    Kite = 7,
    FreeBalloon = 8,
    CaptiveBalloon = 9,
    Airship = 10,
    Parachute = 11,
    Rocket = 12,
    Tethered = 13,
    GroundObstacle = 14,
    Other = 15,
}

public enum UasStatus : byte
{
    Undeclared = 0,
    OnGround = 1,
    Airborne = 2,
    Emergency = 3,
    RemoteIdFailure = 4,
}

/// <summary>What the operator's place is.</summary>
public enum OperatorPlaceKind : byte
{
    TakeOff = 0,

    /// <summary>Where the operator is now.</summary>
    Live = 1,

    Fixed = 2,
}

/// <summary>The area that a flight or a group of aircraft is said to keep to: a cylinder about the aircraft. Heights above the ellipsoid, NaN where not told.</summary>
public readonly record struct ClaimedArea(int Aircraft, double RadiusM, double FloorM, double CeilingM);

/// <summary>
/// What an unmanned aircraft says of itself beside its place (Remote ID): who it is, who flies it and from where. Nothing of it is authenticated.
/// A value: each change is a new one.
/// </summary>
public sealed record UasClaim
{
    /// <summary>The address that its plots carry.</summary>
    public required TransponderAddress Address { get; init; }

    /// <summary>When this was first so.</summary>
    public required Instant At { get; init; }

    /// <summary>The journal entry that changed it last.</summary>
    public long Entry { get; init; }

    /// <summary>Its name, empty where it gave none; hexadecimal where it is no text.</summary>
    public string Id { get; init; } = "";

    public UasIdType IdType { get; init; }

    /// <summary>A second name, mostly the registration beside the serial number; empty where there is none.</summary>
    public string SecondId { get; init; } = "";

    public UasIdType SecondIdType { get; init; }

    public UasKind Kind { get; init; }

    public UasStatus Status { get; init; }

    /// <summary>What the operator says of the flight.</summary>
    public string Description { get; init; } = "";

    public string OperatorId { get; init; } = "";

    /// <summary>Where the operator is said to be; height NaN where not told.</summary>
    public Geodetic? Operator { get; init; }

    public OperatorPlaceKind OperatorPlace { get; init; }

    public ClaimedArea? Area { get; init; }

    /// <summary>EU category: 0 undeclared, 1 open, 2 specific, 3 certified.</summary>
    public byte EuCategory { get; init; }

    /// <summary>EU class: 0 undeclared, 1 is C0, 7 is C6.</summary>
    public byte EuClass { get; init; }
}
