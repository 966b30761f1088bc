using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Air;

/// <summary>What was detected, in the field's terms.</summary>
public enum PlotKind : byte
{
    /// <summary>Primary echo: anything that reflects.</summary>
    Primary,

    /// <summary>Secondary (SSR or Mode S) reply only.</summary>
    Secondary,

    /// <summary>Primary echo and secondary reply combined.</summary>
    Combined,

    /// <summary>A bearing, without range.</summary>
    Bearing,

    /// <summary>A human report.</summary>
    Spotted,

    /// <summary>The target's own claim of its position (ADS-B, Remote ID).</summary>
    Cooperative,

    /// <summary>A position from multilateration or another system's track.</summary>
    Positioned,
}

/// <summary>24-bit aircraft address. Addresses repeat and lie: evidence, never a key by itself.</summary>
public readonly record struct TransponderAddress(int Value)
{
    /// <summary>Set where the address is not an ICAO one (TIS-B, anonymous, self-assigned).</summary>
    public const int NonIcaoFlag = 1 << 24;

    public bool IsIcao => (Value & NonIcaoFlag) == 0;

    public override string ToString() => $"{(IsIcao ? "" : "~")}{Value & 0xFFFFFF:X6}";
}

/// <summary>Mode 3/A code: 12 bits, written as four octal digits.</summary>
public readonly record struct Mode3A(ushort Value)
{
    public static readonly Mode3A Hijack = new(0x0F40);           // 7500
    public static readonly Mode3A RadioFailure = new(0x0F80);     // 7600
    public static readonly Mode3A Emergency = new(0x0FC0);        // 7700

    public override string ToString() => Convert.ToString(Value & 0xFFF, 8).PadLeft(4, '0');
}

/// <summary>Up to eight characters in a fixed-size value, so that a plot needs no string. ASCII, padded with spaces.</summary>
public readonly record struct Callsign(ulong Packed)
{
    public static Callsign From(ReadOnlySpan<char> text)
    {
        ulong packed = 0;
        for (var i = 0; i < 8; i++) packed = (packed << 8) | (i < text.Length && text[i] < 128 ? text[i] : ' ');
        return new(packed);
    }

    public bool IsBlank => Packed is 0 or 0x2020202020202020;

    public override string ToString()
    {
        if (Packed == 0) return "";
        Span<char> text = stackalloc char[8];
        for (var i = 0; i < 8; i++) text[i] = (char)((Packed >> (56 - (8 * i))) & 0x7F);
        return text.TrimEnd(' ').ToString();
    }
}

/// <summary>Quality that a cooperative target claims of its own position (DO-260A/B), -1 where it said nothing.</summary>
public readonly record struct ClaimedIntegrity(sbyte Version, sbyte Nic, sbyte NacP, sbyte NacV, sbyte Sil)
{
    public static readonly ClaimedIntegrity Unknown = new(-1, -1, -1, -1, -1);
}

/// <summary>One report by one sensor that something was somewhere at some time. Evidence, not belief.</summary>
public readonly record struct Plot
{
    public required SensorId Sensor { get; init; }

    public required PlotKind Kind { get; init; }

    /// <summary>When the target was there, by the sensor's clock.</summary>
    public required Instant TimeOfApplicability { get; init; }

    /// <summary>When the octets reached Vedette. Orders the journal; never enters a filter.</summary>
    public required Instant ReceivedAt { get; init; }

    /// <summary>The journal entry that brought it, so that every figure can cite its evidence. 0 outside a journal.</summary>
    public long Entry { get; init; }

    /// <summary>Slant range from the sensor, m. NaN = not measured.</summary>
    public double RangeM { get; init; } = double.NaN;

    /// <summary>Azimuth at the sensor, rad, clockwise from true north. NaN = not measured.</summary>
    public double AzimuthRad { get; init; } = double.NaN;

    /// <summary>Geometric elevation at the sensor, rad. NaN = not measured.</summary>
    public double ElevationRad { get; init; } = double.NaN;

    /// <summary>Range rate, m/s, positive when the target moves away. NaN = not measured.</summary>
    public double RangeRateMps { get; init; } = double.NaN;

    /// <summary>Position that was reported rather than measured from the sensor. Height NaN = not given.</summary>
    public Geodetic? Position { get; init; }

    /// <summary>Standard deviation of <see cref="Position"/> per horizontal axis, m, where the report itself gives one. NaN = use the sensor's.</summary>
    public double SigmaPositionM { get; init; } = double.NaN;

    /// <summary>Reported velocity over ground, m/s. NaN = not given.</summary>
    public double VelocityEastMps { get; init; } = double.NaN;

    public double VelocityNorthMps { get; init; } = double.NaN;

    /// <summary>Reported climb, m/s. NaN = not given.</summary>
    public double ClimbMps { get; init; } = double.NaN;

    /// <summary>Echo strength, dBm or the sensor's own scale. NaN = not given.</summary>
    public double AmplitudeDb { get; init; } = double.NaN;

    public Mode3A? Code { get; init; }

    public TransponderAddress? Address { get; init; }

    public Callsign Callsign { get; init; }

    public PressureAltitude? Altitude { get; init; }

    /// <summary>The track number that the source gave it, -1 if none. Numbers are the source's own and are reused.</summary>
    public int SourceTrackNumber { get; init; } = -1;

    public ClaimedIntegrity Integrity { get; init; } = ClaimedIntegrity.Unknown;

    public AirData Air { get; init; } = AirData.Untold;

    /// <summary>The target says that it is on the ground.</summary>
    public bool OnGround { get; init; }

    /// <summary>The source marks it as simulated or a test.</summary>
    public bool Simulated { get; init; }

    public Plot()
    {
    }
}
