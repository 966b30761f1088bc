using Vedette.Kernel;

namespace Vedette.Wire.ModeS.CommB;

/// <summary>
/// How likely 56 bits are as BDS 4,0, 5,0 or 6,0, when they have that register's layout. Each field is weighed by how often it is told and by how its values are spread
/// in flight, given the fields before it and what is known of the aircraft; a small share is left for what nobody expects.
/// </summary>
internal static class MotionEvidence
{
    /// <summary>Below this ground speed a direction of motion says little of heading.</summary>
    private const double SlowKt = 50;

    public static double SelectedVertical(MessageField mb)
    {
        var sum = Evidence.Status(mb.Bit(1), 0.95) + Evidence.Status(mb.Bit(14), 0.55) + Evidence.Status(mb.Bit(27), 0.9);
        if (mb.Bit(1)) sum += Selected(mb.Bits(2, 13));
        if (mb.Bit(14)) sum += Selected(mb.Bits(15, 26));
        if (mb.Bit(27)) sum += Setting(800 + (mb.Bits(28, 39) * 0.1));
        sum += Evidence.Status(mb.Bit(48), 0.5) - (mb.Bit(48) ? 3 : 0);
        return sum + Evidence.Status(mb.Bit(54), 0.5) - (mb.Bit(54) ? 2 : 0);
    }

    public static double TrackAndTurn(MessageField mb, in FlightState state)
    {
        double roll = mb.ToldSigned(1, 11, 45.0 / 256), speed = mb.Told(24, 34, 2), airspeed = mb.Told(46, 56, 2);
        var sum = Evidence.Status(mb.Bit(1), 0.97) + Evidence.Status(mb.Bit(12), 0.97) + Evidence.Status(mb.Bit(24), 0.97)
            + Evidence.Status(mb.Bit(35), 0.85) + Evidence.Status(mb.Bit(46), 0.97);
        if (mb.Bit(1)) sum += Math.Abs(roll) > 60 ? Evidence.Freak : Evidence.Of(((0.7 * Evidence.Laplace(roll, 1)) + (0.29 * Evidence.Laplace(roll, 12)) + (0.01 / 180)) * 45 / 256);
        if (mb.Bit(12)) sum += Direction(mb.ToldSigned(12, 23, 90.0 / 512), state, spreadDeg: 4);
        if (mb.Bit(24)) sum += GroundSpeed(speed, state);
        if (mb.Bit(46)) sum += Airspeed(airspeed, speed);
        if (mb.Bit(35)) sum += TrackRate(mb.ToldSigned(35, 45, 8.0 / 256), roll, mb.Bit(46) ? airspeed : speed);
        return sum;
    }

    public static double HeadingAndSpeed(MessageField mb, in FlightState state)
    {
        double airspeed = mb.Told(13, 23, 1), barometric = mb.ToldSigned(35, 45, 32), inertial = mb.ToldSigned(46, 56, 32);
        var sum = Evidence.Status(mb.Bit(1), 0.97) + Evidence.Status(mb.Bit(13), 0.97) + Evidence.Status(mb.Bit(24), 0.97)
            + Evidence.Status(mb.Bit(35), 0.95) + Evidence.Status(mb.Bit(46), 0.9);
        if (mb.Bit(1)) sum += Direction(mb.ToldSigned(1, 12, 90.0 / 512), state, spreadDeg: 14);
        if (mb.Bit(13)) sum += airspeed > 500 ? Evidence.Freak : Evidence.Of((0.93 * Evidence.Normal(airspeed - 265, 60)) + (0.04 * Evidence.Decaying(airspeed, 25)) + (0.03 / 1024));
        if (mb.Bit(24)) sum += Mach(mb.Told(24, 34, 0.004), airspeed, state);
        if (mb.Bit(35)) sum += VerticalRate(barometric);
        if (mb.Bit(46)) sum += mb.Bit(35) ? VerticalRate(inertial, barometric) : VerticalRate(inertial);
        return sum;
    }

    /// <summary>Pilots dial hundreds of feet, which steps of 16 ft hit one time in six.</summary>
    private static double Selected(int steps)
    {
        var feet = 16 * steps;
        if (feet >= 50_000) return Evidence.Freak;
        var beside = Math.Min(feet % 100, 100 - (feet % 100));
        return Evidence.Of((beside <= 8 ? 0.9 / 450 : 0) + (0.1 / 4096));
    }

    private static double Setting(double hpa) =>
        Evidence.Of((Math.Abs(hpa - 1013.25) <= 0.3 ? 0.1 : 0) + (0.059 * Evidence.Normal(hpa - 1013, 12)) + (0.01 / 4096));

    private static double Direction(double deg, in FlightState state, double spreadDeg)
    {
        if (!(state.GroundSpeedMps >= SlowKt * Speed.MetresPerSecondPerKnot) || double.IsNaN(state.TrackRad)) return -11;
        var error = Math.IEEERemainder(deg - (state.TrackRad / Angle.RadiansPerDegree), 360);
        return Evidence.Of(((0.97 * Evidence.Normal(error, spreadDeg)) + (0.03 / 360)) * 90 / 512);
    }

    private static double GroundSpeed(double kt, in FlightState state)
    {
        var known = state.GroundSpeedMps / Speed.MetresPerSecondPerKnot;
        var density = double.IsNaN(known)
            ? (0.93 * Evidence.Normal(kt - 400, 120)) + (0.04 * Evidence.Decaying(kt, 25))
            : 0.97 * Evidence.Normal(kt - known, 12);
        return Evidence.Of((density + (0.03 / 2048)) * 2) - (kt > 750 ? 10 : 0);
    }

    /// <summary>True airspeed differs from ground speed by the wind.</summary>
    private static double Airspeed(double kt, double groundKt)
    {
        var density = double.IsNaN(groundKt) ? Evidence.Normal(kt - 400, 120) : Evidence.Normal(kt - groundKt, 55);
        return Evidence.Of(((0.98 * density) + (0.02 / 2048)) * 2) - (kt > 700 ? 10 : 0);
    }

    /// <summary>A coordinated turn: rate = g tan(roll) / V.</summary>
    private static double TrackRate(double degS, double rollDeg, double kt)
    {
        if (double.IsNaN(rollDeg) || Math.Abs(rollDeg) > 60 || !(kt > 0)) return Evidence.Of(((0.9 * Evidence.Laplace(degS, 1)) + (0.1 / 32)) / 32);
        var speedMps = Math.Max(kt * Speed.MetresPerSecondPerKnot, 40);
        var coordinated = 9.81 * Math.Tan(rollDeg * Angle.RadiansPerDegree) / speedMps / Angle.RadiansPerDegree;
        return Evidence.Of(((0.9 * Evidence.Laplace(degS - coordinated, 0.25)) + (0.1 / 32)) / 32);
    }

    /// <summary>At a known altitude, indicated airspeed tells the Mach number to a hundredth.</summary>
    private static double Mach(double mach, double airspeedKt, in FlightState state)
    {
        var density = airspeedKt > SlowKt && state.Altitude is { } altitude
            ? Evidence.Normal(mach - StandardAtmosphere.Mach(airspeedKt * Speed.MetresPerSecondPerKnot, altitude), 0.012)
            : Evidence.Normal(mach - 0.65, 0.17);
        return Evidence.Of(((0.97 * density) + (0.03 / 4.1)) * 0.004) - (mach > 1 ? 10 : 0);
    }

    private static double VerticalRate(double fpm) => Math.Abs(fpm) > 8000
        ? Evidence.Freak
        : Evidence.Of(((0.45 * Evidence.Laplace(fpm, 70)) + (0.52 * Evidence.Laplace(fpm, 1100)) + (0.03 / 32768)) * 32);

    private static double VerticalRate(double fpm, double otherFpm) =>
        Math.Abs(fpm) > 8000 ? Evidence.Freak : Evidence.Of(((0.95 * Evidence.Laplace(fpm - otherFpm, 130)) + (0.05 / 32768)) * 32);
}
