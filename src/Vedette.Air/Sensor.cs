using Vedette.Kernel.Geodesy;

namespace Vedette.Air;

/// <summary>Which sensor; an index into the <see cref="SensorDirectory"/>, stable for the life of a journal.</summary>
public readonly record struct SensorId(int Value) : IComparable<SensorId>
{
    public static readonly SensorId None = new(-1);

    public int CompareTo(SensorId other) => Value.CompareTo(other.Value);

    public override string ToString() => $"S{Value}";
}

/// <summary>How a sensor knows what it knows. Decides the measurement model.</summary>
public enum SensorKind : byte
{
    /// <summary>Slant range and azimuth; perhaps SSR or Mode S.</summary>
    Radar2D,

    /// <summary>Slant range, azimuth and elevation.</summary>
    Radar3D,

    /// <summary>Slant range, azimuth and range rate; blind to slow radial motion.</summary>
    DopplerRadar,

    /// <summary>A ground receiver of ADS-B: the aircraft's own claim of where it is.</summary>
    Adsb,

    /// <summary>Positions from time differences of arrival.</summary>
    Multilateration,

    /// <summary>Bearings to where the sound came from.</summary>
    Acoustic,

    /// <summary>A human report: coarse in place and time, late.</summary>
    Spotter,

    /// <summary>Another system's tracks (CAT062).</summary>
    SystemTracker,

    /// <summary>Broadcast or network Remote ID: a claim.</summary>
    RemoteId,
}

/// <summary>
/// What a sensor can do, one standard deviation where a spread is meant. NaN where it does not apply.
/// Angles rad, lengths m, times s, speeds m/s.
/// </summary>
public sealed record SensorPerformance
{
    /// <summary>Time of one rotation, or between reports, s.</summary>
    public double PeriodS { get; init; } = 6;

    public double MaxRangeM { get; init; } = 250e3;

    /// <summary>Detection probability at short range.</summary>
    public double DetectionProbability { get; init; } = 0.9;

    /// <summary>The range at which a target of 1 m² is detected with probability 0.8, m.</summary>
    public double ReferenceRangeM { get; init; } = 200e3;

    public double SigmaRangeM { get; init; } = 60;

    public double SigmaAzimuthRad { get; init; } = 0.15 * Vedette.Kernel.Angle.RadiansPerDegree;

    public double SigmaElevationRad { get; init; } = double.NaN;

    public double SigmaRangeRateMps { get; init; } = double.NaN;

    /// <summary>Per horizontal axis, m, for sensors that report positions.</summary>
    public double SigmaPositionM { get; init; } = double.NaN;

    /// <summary>Per axis, m/s, for sensors that report velocities.</summary>
    public double SigmaVelocityMps { get; init; } = double.NaN;

    /// <summary>Spread of a spotter's range as a share of it.</summary>
    public double SigmaRangeRelative { get; init; } = double.NaN;

    /// <summary>Spread of a spotter's time, s.</summary>
    public double SigmaTimeS { get; init; } = double.NaN;

    /// <summary>Two echoes closer than this in range and azimuth become one plot.</summary>
    public double ResolutionRangeM { get; init; } = 200;

    public double ResolutionAzimuthRad { get; init; } = 1.5 * Vedette.Kernel.Angle.RadiansPerDegree;

    public double MinElevationRad { get; init; } = -0.3 * Vedette.Kernel.Angle.RadiansPerDegree;

    public double MaxElevationRad { get; init; } = 45 * Vedette.Kernel.Angle.RadiansPerDegree;

    /// <summary>Radial speed under which a Doppler radar is nearly blind, m/s.</summary>
    public double MinRangeRateMps { get; init; }

    /// <summary>Mean number of false plots per scan (per period for posts and spotters).</summary>
    public double ClutterPerScan { get; init; } = 10;

    public bool HasSecondary { get; init; }

    /// <summary>Usual time from measurement to arrival, s.</summary>
    public double LatencyS { get; init; } = 0.5;

    /// <summary>Further delay of spotter reports, s.</summary>
    public double DelayMinS { get; init; }

    public double DelayMaxS { get; init; }

    public double SoundSpeedMps { get; init; } = 340;
}

/// <summary>One sensor: who it is on the wire, where it stands and what it can do.</summary>
public sealed record Sensor
{
    public required SensorId Id { get; init; }

    public required string Name { get; init; }

    public required SensorKind Kind { get; init; }

    /// <summary>Where the antenna is. Null while nobody has told us: plots that need it are kept but cannot be placed.</summary>
    public Geodetic? Position { get; init; }

    /// <summary>ASTERIX system area and identification codes, if it speaks ASTERIX.</summary>
    public AsterixSource? Source { get; init; }

    public SensorPerformance Performance { get; init; } = new();

    /// <summary>Directions in which it does not transmit or is not to be counted on; null = none.</summary>
    public IReadOnlyList<BlankedSector>? Blanked { get; init; }
}

/// <summary>From one azimuth clockwise to another, rad from true north; may lead over north.</summary>
public readonly record struct BlankedSector(double FromRad, double ToRad)
{
    /// <summary>One of them holds it; null = there are none.</summary>
    public static bool AnyHolds(IReadOnlyList<BlankedSector>? sectors, double azimuthRad)
    {
        if (sectors is null) return false;
        foreach (var sector in sectors)
            if (sector.Holds(azimuthRad)) return true;
        return false;
    }

    public bool Holds(double azimuthRad) => Vedette.Kernel.Angle.Wrap(azimuthRad - FromRad) <= Vedette.Kernel.Angle.Wrap(ToRad - FromRad);
}

/// <summary>ASTERIX data source identifier: system area code and system identification code.</summary>
public readonly record struct AsterixSource(byte Sac, byte Sic)
{
    public override string ToString() => $"{Sac:D3}/{Sic:D3}";
}
