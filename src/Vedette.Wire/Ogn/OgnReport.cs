using Vedette.Air;
using Vedette.Kernel.Geodesy;

namespace Vedette.Wire.Ogn;

/// <summary>What a line of the stream is about.</summary>
public enum OgnKind : byte
{
    /// <summary>A position of something that flies.</summary>
    Aircraft,

    /// <summary>The server speaking, a ground station, weather, status, an obstacle: nothing that flies.</summary>
    Other,
}

/// <summary>What the sender says it is (FLARM's aircraft types).</summary>
public enum OgnAircraftType : byte
{
    Unknown,
    Glider,
    TowPlane,
    Helicopter,
    Parachute,
    DropPlane,
    HangGlider,
    Paraglider,
    Piston,
    Jet,
    Reserved,
    Balloon,
    Airship,
    Uav,
    GroundVehicle,
    Obstacle,
}

/// <summary>A position report as it stands, in the format's units. NaN and null = not told.</summary>
public struct OgnReport
{
    public OgnKind Kind;

    /// <summary>Time of day, UTC; null where the line has none.</summary>
    public TimeSpan? TimeOfDay;

    public double LatitudeDeg, LongitudeDeg;

    /// <summary>The line carries the third decimal of the minutes.</summary>
    public bool Precise;

    public double TrackDeg, SpeedKt;

    /// <summary>Above mean sea level, from the satellites.</summary>
    public double AltitudeFt;

    /// <summary>Pressure altitude, hundreds of feet.</summary>
    public double FlightLevel;

    public double ClimbFtPerMin;

    /// <summary>The receiver's own estimate of its horizontal error, m.</summary>
    public double GpsErrorM;

    public double SignalDb;

    public OgnAircraftType Type;

    /// <summary>The pilot asked not to be tracked, or hides (the T and S flags of the identity field): no identity is kept of such a line.</summary>
    public bool Anonymous;

    /// <summary>With <see cref="TransponderAddress.NonIcaoFlag"/> where it is a device's own number; -1 where there is none, or none is kept.</summary>
    public int Address;

    public Callsign Flight;

    internal static OgnReport Empty() => new()
    {
        Kind = OgnKind.Other,
        LatitudeDeg = double.NaN,
        LongitudeDeg = double.NaN,
        TrackDeg = double.NaN,
        SpeedKt = double.NaN,
        AltitudeFt = double.NaN,
        FlightLevel = double.NaN,
        ClimbFtPerMin = double.NaN,
        GpsErrorM = double.NaN,
        SignalDb = double.NaN,
        Address = -1,
    };

    /// <summary>Height NaN where it was not told; metres above sea level taken for ellipsoidal, no geoid being known here.</summary>
    internal readonly Geodetic Place => Geodetic.FromDegrees(LatitudeDeg, LongitudeDeg, AltitudeFt * Vedette.Kernel.Length.MetresPerFoot);
}
