using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Sim.Truth;

/// <summary>Where a target is and how it moves at one moment.</summary>
/// <param name="Velocity">East, north, up at the place, m/s.</param>
public readonly record struct FlightState(Geodetic Place, Ecef Position, Enu Velocity)
{
    public double HeadingRad => Angle.Wrap(Math.Atan2(Velocity.East, Velocity.North));

    /// <summary>The state a share <paramref name="f"/> of the way from <paramref name="a"/> to <paramref name="b"/>, on the chord.</summary>
    public static FlightState Between(in FlightState a, in FlightState b, double f) => new(
        new(
            a.Place.LatitudeRad + ((b.Place.LatitudeRad - a.Place.LatitudeRad) * f),
            a.Place.LongitudeRad + ((b.Place.LongitudeRad - a.Place.LongitudeRad) * f),
            a.Place.HeightM + ((b.Place.HeightM - a.Place.HeightM) * f)),
        new(
            a.Position.X + ((b.Position.X - a.Position.X) * f),
            a.Position.Y + ((b.Position.Y - a.Position.Y) * f),
            a.Position.Z + ((b.Position.Z - a.Position.Z) * f)),
        (a.Velocity * (1 - f)) + (b.Velocity * f));
}

/// <summary>Truth of one target at one moment, for judges and tests.</summary>
public readonly record struct TruthSample(Instant At, Target Target, FlightState State);
