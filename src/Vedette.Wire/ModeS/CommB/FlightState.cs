using Vedette.Kernel;

namespace Vedette.Wire.ModeS.CommB;

/// <summary>What is known of the aircraft that sends a register: any of it may be missing.</summary>
public readonly record struct FlightState
{
    public FlightState()
    {
    }

    /// <summary>As this reply or a recent one tells it; null = not known.</summary>
    public PressureAltitude? Altitude { get; init; }

    /// <summary>From recent extended squitters or from radar; NaN = not known.</summary>
    public double GroundSpeedMps { get; init; } = double.NaN;

    /// <summary>From true north, of the same origin; NaN = not known.</summary>
    public double TrackRad { get; init; } = double.NaN;
}
