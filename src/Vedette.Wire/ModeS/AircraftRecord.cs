using Vedette.Air;
using Vedette.Kernel;

namespace Vedette.Wire.ModeS;

/// <summary>
/// What one receiver has lately heard from one address: enough to pair compact positions and to dress a plot. A mutable slot of
/// <see cref="AircraftTable"/>; times are of the messages, <see cref="Instant.MinValue"/> = never.
/// </summary>
internal struct AircraftRecord
{
    /// <summary>Address plus one, non-ICAO flag included; 0 marks a free slot.</summary>
    public int Key;

    public Instant LastHeard;

    /// <summary>When a message whose parity vouches for the address (DF11, 17, 18) was last heard.</summary>
    public Instant Vouched;

    public Callsign Callsign;

    public Mode3A Code;
    public Instant CodeAt;

    public PressureAltitude Altitude;
    public Instant AltitudeAt;

    public double EastMps, NorthMps;
    public Instant VelocityAt;
    public double ClimbMps;
    public Instant ClimbAt;

    public sbyte Version, NicSupplementA, NicSupplementC, NacP, NacV, Sil;

    public CprHalf Even, Odd;
    public CprAnchor Anchor;

    public static AircraftRecord New(int key) => new()
    {
        Key = key, Version = -1, NicSupplementA = -1, NicSupplementC = -1, NacP = -1, NacV = -1, Sil = -1,
    };
}

/// <summary>The newest half of one parity.</summary>
internal struct CprHalf
{
    public CprFields Fields;

    /// <summary><see cref="Instant.MinValue"/> = none.</summary>
    public Instant At;
}

/// <summary>The last place believed, against which the next one is judged.</summary>
internal struct CprAnchor
{
    public double LatitudeDeg, LongitudeDeg;

    /// <summary>How fast it went there, or a bound where it did not tell.</summary>
    public double SpeedMps;

    /// <summary><see cref="Instant.MinValue"/> = none.</summary>
    public Instant At;

    /// <summary>Places in a row that it was impossible to reach from here: the anchor itself comes under suspicion.</summary>
    public int Contradictions;
}
