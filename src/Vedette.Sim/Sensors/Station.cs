using Vedette.Air;
using Vedette.Kernel.Geodesy;

namespace Vedette.Sim.Sensors;

/// <summary>One sensor of the world: what everybody may know of it, and what only the simulation knows.</summary>
public sealed record Station
{
    /// <summary>As a host would configure it. Its name is the name of its feed too, but for acoustic posts, which share one.</summary>
    public required Sensor Sensor { get; init; }

    /// <summary>Added to every range that it measures, m.</summary>
    public double RangeBiasM { get; init; }

    /// <summary>Added to every azimuth that it measures, rad.</summary>
    public double AzimuthBiasRad { get; init; }

    /// <summary>Added to its clock, s.</summary>
    public double TimeBiasS { get; init; }

    /// <summary>Where in its period it is at the start of the scenario, s: keeps the sensors out of step.</summary>
    public double PhaseS { get; init; }

    public Geodetic Place => Sensor.Position ?? throw new InvalidOperationException($"{Sensor.Name} stands nowhere");
}
