namespace Vedette.Wire.ModeS.CommB;

/// <summary>How likely 56 bits are as BDS 4,4 or 4,5, when they have that register's layout.</summary>
internal static class MeteorologyEvidence
{
    /// <summary>Each of temperature and pressure is worth this where nothing is known of the height.</summary>
    private static readonly double Anywhere = -Math.Log2(560);

    public static double Routine(MessageField mb, in FlightState state)
    {
        if (!mb.Bit(5)) return Evidence.None;
        var wind = mb.Bits(6, 14);
        var sum = -2 + Evidence.Status(true, 0.95) + (wind > 250 ? Evidence.Freak : Evidence.Of(Evidence.Decaying(wind, 45))) - 9;
        sum += Temperature(mb.Signed(24, 34) * 0.25, state) + Evidence.Status(mb.Bit(35), 0.2);
        if (mb.Bit(35)) sum += Pressure(mb.Bits(36, 46), state);
        sum += Evidence.Status(mb.Bit(47), 0.3) - (mb.Bit(47) ? 2 : 0);
        return sum + Evidence.Status(mb.Bit(50), 0.15) - (mb.Bit(50) ? 6 : 0);
    }

    /// <summary>A report that reports nothing is no evidence of this register: many others are nearly empty too.</summary>
    public static double Hazard(MessageField mb, in FlightState state)
    {
        double sum = 0;
        var told = 0;
        for (var status = 1; status <= 13; status += 3)
        {
            sum += Evidence.Status(mb.Bit(status), 0.1) - (mb.Bit(status) ? 2 : 0);
            told |= mb.Bits(status + 1, status + 2);
        }

        if (told == 0 && mb.Bits(17, 26) == 0 && mb.Bits(28, 38) == 0 && mb.Bits(40, 51) == 0) return Evidence.None;
        sum += Evidence.Status(mb.Bit(16), 0.7) + Evidence.Status(mb.Bit(27), 0.5) + Evidence.Status(mb.Bit(39), 0.2);
        if (mb.Bit(16)) sum += Temperature(mb.Signed(17, 26) * 0.25, state);
        if (mb.Bit(27)) sum += Pressure(mb.Bits(28, 38), state);
        return sum - (mb.Bit(39) ? 12 : 0);
    }

    private static double Temperature(double celsius, in FlightState state)
    {
        if (celsius is < -80 or > 60) return Evidence.None;
        return state.Altitude is { } altitude
            ? Evidence.Of(((0.97 * Evidence.Normal(celsius - StandardAtmosphere.TemperatureC(altitude), 12)) + (0.03 / 512)) * 0.25)
            : Anywhere;
    }

    private static double Pressure(double hpa, in FlightState state)
    {
        if (hpa > 1100) return Evidence.Freak;
        return state.Altitude is { } altitude
            ? Evidence.Of((0.97 * Evidence.Normal(hpa - (StandardAtmosphere.PressureRatio(altitude) * StandardAtmosphere.SeaLevelHpa), 12)) + (0.03 / 2048))
            : Anywhere;
    }
}
