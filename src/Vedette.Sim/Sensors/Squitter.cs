using Vedette.Kernel.Geodesy;
using Vedette.Sim.Truth;

namespace Vedette.Sim.Sensors;

/// <summary>The broadcasts of a Mode S transponder with ADS-B out (ED-102A / DO-260B; Annex 10 IV for DF11).</summary>
public enum SquitterKind : byte
{
    Position,
    Velocity,
    Identification,
    Acquisition,

    /// <summary>Operational status: what accuracy it claims.</summary>
    Status,
}

/// <summary>One broadcast on its way.</summary>
/// <param name="TimeS">When it was sent, s after the start of the scenario.</param>
/// <param name="Claimed">The position that it claims: the true one with the error of its navigation.</param>
/// <param name="Odd">Compact position format of a position message.</param>
/// <param name="Disturbed">Its navigation has lost its integrity and says so.</param>
public readonly record struct Squitter(
    double TimeS, SquitterKind Kind, Target Target, FlightState State, Geodetic Claimed, bool Odd, bool Disturbed);
