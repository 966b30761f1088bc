using Vedette.Air;
using Vedette.Sim.Truth;

namespace Vedette.Sim.Sensors;

/// <summary>What a radar made of one crossing of its beam: measured values, before any format rounds them.</summary>
public readonly record struct RadarEcho
{
    /// <summary>When the beam was on it, by the true clock, s after the start of the scenario.</summary>
    public required double TimeS { get; init; }

    /// <summary>Primary, Secondary or Combined.</summary>
    public required PlotKind Kind { get; init; }

    /// <summary>Slant range, m.</summary>
    public required double RangeM { get; init; }

    /// <summary>Azimuth, rad, in [0, 2π).</summary>
    public required double AzimuthRad { get; init; }

    /// <summary>Geometric elevation, rad; NaN where the radar does not measure it.</summary>
    public double ElevationRad { get; init; } = double.NaN;

    /// <summary>Strength over noise, dB; NaN for a reply without an echo.</summary>
    public double SnrDb { get; init; } = double.NaN;

    /// <summary>What it came from; null for clutter. Never told on the wire.</summary>
    public Target? Target { get; init; }

    /// <summary>Where the target was at that moment; default for clutter.</summary>
    public FlightState State { get; init; }

    public RadarEcho()
    {
    }
}
