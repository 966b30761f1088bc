using Vedette.Air;

namespace Vedette.Wire.AircraftJson;

/// <summary>Where the position of an aircraft object comes from (its "type").</summary>
public enum AircraftSource : byte
{
    /// <summary>Nothing, or something that is not known here.</summary>
    Unknown,

    /// <summary>The aircraft's own squitters, heard directly or rebroadcast (adsb_*, adsr_*), or its reports by satellite (adsc).</summary>
    Claim,

    /// <summary>Multilateration.</summary>
    Mlat,

    /// <summary>A ground system's track (tisb_*).</summary>
    GroundTrack,

    /// <summary>Mode S without a position.</summary>
    ModeS,
}

/// <summary>One aircraft object as it stands, in the format's units. NaN and -1 = not there.</summary>
public struct AircraftReport
{
    /// <summary>With <see cref="TransponderAddress.NonIcaoFlag"/> where the format marks it with "~".</summary>
    public int Address;

    public AircraftSource Source;

    public Callsign Flight;

    /// <summary>Pressure altitude.</summary>
    public double AltBaroFt;

    /// <summary>The altitude says "ground".</summary>
    public bool OnGround;

    /// <summary>Height above the ellipsoid.</summary>
    public double AltGeomFt;

    public double SpeedKt, TrackDeg, TrueHeadingDeg;

    public double BaroRateFtPerMin, GeomRateFtPerMin;

    public int Squawk;

    public double LatitudeDeg, LongitudeDeg;

    /// <summary>Age of the position and of the newest message, s.</summary>
    public double SeenPosS, SeenS;

    public sbyte Version, Nic, NacP, NacV, Sil;

    /// <summary>The object's own time, Unix seconds: given where objects come one by one.</summary>
    public double NowS;

    public double SignalDb;

    /// <summary>The lists of fields that come from multilateration or TIS-B name the position.</summary>
    public bool PlaceIsMlat, PlaceIsGroundTrack;

    public readonly bool HasPlace => !double.IsNaN(LatitudeDeg) && !double.IsNaN(LongitudeDeg);

    internal static AircraftReport Empty() => new()
    {
        Address = -1,
        AltBaroFt = double.NaN,
        AltGeomFt = double.NaN,
        SpeedKt = double.NaN,
        TrackDeg = double.NaN,
        TrueHeadingDeg = double.NaN,
        BaroRateFtPerMin = double.NaN,
        GeomRateFtPerMin = double.NaN,
        Squawk = -1,
        LatitudeDeg = double.NaN,
        LongitudeDeg = double.NaN,
        SeenPosS = double.NaN,
        SeenS = double.NaN,
        Version = -1,
        Nic = -1,
        NacP = -1,
        NacV = -1,
        Sil = -1,
        NowS = double.NaN,
        SignalDb = double.NaN,
    };
}
