using Vedette.Air;

namespace Vedette.Sim.Truth;

/// <summary>What a target answers and broadcasts.</summary>
/// <param name="Address">24-bit aircraft address.</param>
/// <param name="Code">Mode 3/A code set on it.</param>
/// <param name="Callsign">Flight identification.</param>
/// <param name="Broadcasts">True with ADS-B out, false where it only answers interrogations.</param>
public sealed record Transponder(int Address, Mode3A Code, Callsign Callsign, bool Broadcasts = true);

/// <summary>One object of the world: what it is and how it flies.</summary>
public sealed record Target
{
    /// <summary>Its number in the scenario, from 0: the identity that tests and metrics use. Sensors never tell it.</summary>
    public required int Number { get; init; }

    public required ObjectClass Class { get; init; }

    public required FlightPlan Plan { get; init; }

    /// <summary>Null where it does not answer.</summary>
    public Transponder? Transponder { get; init; }

    /// <summary>
    /// Mean radar cross-section, m². Aircraft: orders of magnitude of Skolnik, Introduction to Radar Systems, table 2.2;
    /// drones and missiles: assumed, small.
    /// </summary>
    public double CrossSectionM2 => Class switch
    {
        ObjectClass.Airliner => 30,
        ObjectClass.Patrol or ObjectClass.Helicopter => 5,
        ObjectClass.FastJet or ObjectClass.LightAircraft => 3,
        ObjectClass.Ballistic => 0.5,
        ObjectClass.CruiseMissile => 0.3,
        ObjectClass.OneWayDrone => 0.1,
        _ => 0.02,
    };

    /// <summary>How far it is heard, as a multiple of what a post hears of a one-way drone. 0: too high, or silent.</summary>
    public double Loudness => Class switch
    {
        ObjectClass.OneWayDrone => 1,
        ObjectClass.CruiseMissile or ObjectClass.FastJet => 1.5,
        ObjectClass.Patrol or ObjectClass.Helicopter or ObjectClass.LightAircraft => 1.2,
        _ => 0,
    };
}
