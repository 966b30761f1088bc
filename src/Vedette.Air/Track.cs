using System.Runtime.CompilerServices;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Air;

/// <summary>Number of a track in this picture. Given once, never used again.</summary>
public readonly record struct TrackNumber(int Value) : IComparable<TrackNumber>
{
    public int CompareTo(TrackNumber other) => Value.CompareTo(other.Value);

    public override string ToString() => $"T{Value:D5}";
}

public enum TrackStatus : byte
{
    /// <summary>Perhaps something: not shown to the public picture.</summary>
    Tentative,

    Confirmed,

    /// <summary>Confirmed, and not seen when it should have been.</summary>
    Coasting,

    /// <summary>Given up; reported once so that receivers can drop it.</summary>
    Ended,
}

/// <summary>What kind of object. The order is the index into <see cref="ClassProbabilities"/>.</summary>
public enum ObjectClass : byte
{
    Airliner,
    LightAircraft,
    Helicopter,
    Patrol,
    FastJet,
    OneWayDrone,
    SmallDrone,
    CruiseMissile,
    Ballistic,
    Balloon,
    Bird,
    Clutter,
    Unknown,
}

/// <summary>A probability for each <see cref="ObjectClass"/>, summing to one.</summary>
[InlineArray(13)]
public struct ClassProbabilities
{
    private double first;

    public readonly double Of(ObjectClass c) => this[(int)c];

    /// <summary>The most probable class; the first one in order on a tie.</summary>
    public readonly ObjectClass Best
    {
        get
        {
            var best = 0;
            for (var i = 1; i < 13; i++)
                if (this[i] > this[best]) best = i;
            return (ObjectClass)best;
        }
    }
}

/// <summary>
/// Symmetric 6x6 covariance of (east, north, up, vEast, vNorth, vUp) in the track's local frame: SI, upper triangle by rows (21 values).
/// </summary>
[InlineArray(21)]
public struct Covariance6
{
    private double first;

    /// <summary>Element (row, column), either order.</summary>
    public readonly double At(int row, int column)
    {
        var (i, j) = row <= column ? (row, column) : (column, row);
        return this[Index(i, j)];
    }

    public void Set(int row, int column, double value)
    {
        var (i, j) = row <= column ? (row, column) : (column, row);
        this[Index(i, j)] = value;
    }

    private static int Index(int i, int j) => (i * 6) - (i * (i - 1) / 2) + (j - i);
}

/// <summary>One object as the picture believes it to be at <see cref="Time"/>. A value: it does not change when the tracker goes on.</summary>
public readonly record struct Track
{
    public required TrackNumber Number { get; init; }

    public required TrackStatus Status { get; init; }

    /// <summary>Probability that there is an object at all.</summary>
    public required double Existence { get; init; }

    /// <summary>The instant the state is for.</summary>
    public required Instant Time { get; init; }

    public required Geodetic Position { get; init; }

    /// <summary>Velocity in the local east-north-up frame at <see cref="Position"/>, m/s.</summary>
    public required Enu Velocity { get; init; }

    /// <summary>In the local east-north-up frame at <see cref="Position"/>.</summary>
    public Covariance6 Covariance { get; init; }

    /// <summary>True where some sensor measured or reported the height; else the height is a prior and says little.</summary>
    public bool HeightKnown { get; init; }

    /// <summary>Probability that it is turning or changing speed now, from the motion models.</summary>
    public double Manoeuvring { get; init; }

    /// <summary>Turn rate, rad/s, positive clockwise.</summary>
    public double TurnRateRadps { get; init; }

    public ClassProbabilities Classes { get; init; }

    public Instant FirstSeen { get; init; }

    /// <summary>Time of applicability of the newest plot that contributed.</summary>
    public Instant LastSeen { get; init; }

    /// <summary>Number of plots that contributed.</summary>
    public int Plots { get; init; }

    /// <summary>Sensors that contributed in the last minute, one bit each for ids below 64; higher ids fold into bit 63.</summary>
    public ulong SensorMask { get; init; }

    /// <summary>Journal entry of the newest contributing plot.</summary>
    public long LastEntry { get; init; }

    public TransponderAddress? Address { get; init; }

    public Mode3A? Code { get; init; }

    public Callsign Callsign { get; init; }

    public PressureAltitude? Altitude { get; init; }

    /// <summary>Seen by primary radar, acoustics or eyes, not only by its own claim.</summary>
    public bool SensedIndependently { get; init; }

    public bool OnGround { get; init; }

    public bool Simulated { get; init; }

    public double GroundSpeedMps => Velocity.HorizontalNorm;

    /// <summary>Direction of motion, rad, clockwise from true north.</summary>
    public double TrackAngleRad => Angle.Wrap(Math.Atan2(Velocity.East, Velocity.North));
}
