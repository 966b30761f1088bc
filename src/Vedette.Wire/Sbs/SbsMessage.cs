using Vedette.Air;
using Vedette.Kernel;

namespace Vedette.Wire.Sbs;

/// <summary>The 22 fields of a line, in their order.</summary>
public enum SbsField
{
    Type,
    Transmission,
    Session,
    Aircraft,
    Address,
    Flight,
    DateGenerated,
    TimeGenerated,
    DateLogged,
    TimeLogged,
    Callsign,
    Altitude,
    GroundSpeed,
    Track,
    Latitude,
    Longitude,
    VerticalRate,
    Squawk,
    Alert,
    Emergency,
    Spi,
    OnGround,
}

/// <summary>What kind of line.</summary>
public enum SbsType : byte
{
    /// <summary>A message of an aircraft: the only kind that says where something is.</summary>
    Msg,

    /// <summary>The user of the sending program selected an aircraft.</summary>
    Sel,

    /// <summary>A callsign was set or changed.</summary>
    Id,

    /// <summary>A new aircraft was met.</summary>
    Air,

    /// <summary>An aircraft's status in the sending program changed.</summary>
    Sta,

    /// <summary>The user of the sending program clicked.</summary>
    Clk,
}

/// <summary>One line as it stands, in the format's units. NaN, -1 and null = empty field.</summary>
public struct SbsMessage
{
    public SbsType Type;

    /// <summary>1 identification, 2 surface, 3 airborne, 4 velocity, 5 and 7 altitude, 6 code, 8 all-call.</summary>
    public int Transmission;

    /// <summary>With <see cref="TransponderAddress.NonIcaoFlag"/> where the line marks it with "~"; -1 where there is none.</summary>
    public int Address;

    /// <summary>As written, read as if it were UTC: the format does not tell the zone. <see cref="Instant.MinValue"/> = none.</summary>
    public Instant Generated;

    public Instant Logged;

    public Callsign Callsign;

    public double AltitudeFt;

    /// <summary>The altitude is a height above the ellipsoid ("H" behind it, as some programs write) and not a pressure altitude.</summary>
    public bool AltitudeIsGeometric;

    public double GroundSpeedKt;

    public double TrackDeg;

    public double LatitudeDeg;

    public double LongitudeDeg;

    public double ClimbFtPerMin;

    /// <summary>Mode 3/A code, 12 bits.</summary>
    public int Squawk;

    public bool? Alert;

    public bool? Emergency;

    public bool? Spi;

    public bool? OnGround;

    /// <summary>There is a place. Zero/zero is what programs write that have none.</summary>
    public readonly bool HasPlace => !double.IsNaN(LatitudeDeg) && !double.IsNaN(LongitudeDeg) && (LatitudeDeg != 0 || LongitudeDeg != 0);

    internal static SbsMessage Empty() => new()
    {
        Address = -1,
        AltitudeFt = double.NaN,
        GroundSpeedKt = double.NaN,
        TrackDeg = double.NaN,
        LatitudeDeg = double.NaN,
        LongitudeDeg = double.NaN,
        ClimbFtPerMin = double.NaN,
        Squawk = -1,
    };
}
