using Vedette.Kernel;

namespace Vedette.Wire.ModeS.CommB;

/// <summary>BDS 4,4: meteorological routine air report (ICAO Doc 9871 table A-2-68). NaN or -1 = not told.</summary>
public readonly record struct RoutineMeteorology
{
    /// <summary>Bits 1-4: 1 inertial, 2 GNSS, 3 and 4 by radio aids: where wind comes from.</summary>
    public required int Source { get; init; }

    /// <summary>Bits 5-14, steps of 1 kt.</summary>
    public required double WindSpeedMps { get; init; }

    /// <summary>Bits 15-23, steps of 180/256°, from true north: where it blows from.</summary>
    public required double WindDirectionRad { get; init; }

    /// <summary>Bits 24-34, steps of 0.25 °C: of the still air.</summary>
    public required double TemperatureC { get; init; }

    /// <summary>Bits 35-46, steps of 1 hPa: of the still air.</summary>
    public required double PressureHpa { get; init; }

    /// <summary>Bits 47-49: 0 none, 1 light, 2 moderate, 3 severe.</summary>
    public required int Turbulence { get; init; }

    /// <summary>Bits 50-56, steps of 100/64 %.</summary>
    public required double HumidityPercent { get; init; }

    /// <summary>False where the 56 bits cannot be this register: no source, or a value that no status bit announces.</summary>
    public static bool TryRead(MessageField mb, out RoutineMeteorology register)
    {
        register = new()
        {
            Source = mb.Bits(1, 4),
            WindSpeedMps = mb.Told(5, 14, Speed.MetresPerSecondPerKnot),
            WindDirectionRad = mb.Bit(5) ? mb.Bits(15, 23) * (180.0 / 256 * Angle.RadiansPerDegree) : double.NaN,
            TemperatureC = mb.Signed(24, 34) * 0.25,
            PressureHpa = mb.Told(35, 46, 1),
            Turbulence = mb.ToldCode(47, 49),
            HumidityPercent = mb.Told(50, 56, 100.0 / 64),
        };
        return register.Source is >= 1 and <= 4
            && mb.IsSound(5, 23) && mb.IsSound(35, 46) && mb.IsSound(47, 49) && mb.IsSound(50, 56);
    }
}
