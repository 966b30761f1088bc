using Vedette.Kernel;

namespace Vedette.Wire.ModeS.CommB;

/// <summary>BDS 4,5: meteorological hazard report (ICAO Doc 9871 table A-2-69). Severities: 0 nil, 1 light, 2 moderate, 3 severe. NaN or -1 = not told.</summary>
public readonly record struct HazardMeteorology
{
    /// <summary>Bits 1-3.</summary>
    public required int Turbulence { get; init; }

    /// <summary>Bits 4-6.</summary>
    public required int WindShear { get; init; }

    /// <summary>Bits 7-9.</summary>
    public required int Microburst { get; init; }

    /// <summary>Bits 10-12.</summary>
    public required int Icing { get; init; }

    /// <summary>Bits 13-15.</summary>
    public required int WakeVortex { get; init; }

    /// <summary>Bits 16-26, steps of 0.25 °C: of the still air.</summary>
    public required double TemperatureC { get; init; }

    /// <summary>Bits 27-38, steps of 1 hPa: of the still air.</summary>
    public required double PressureHpa { get; init; }

    /// <summary>Bits 39-51, steps of 16 ft.</summary>
    public required double RadioHeightM { get; init; }

    /// <summary>False where the 56 bits cannot be this register: a reserved bit is set, or a value is there that nothing announces.</summary>
    public static bool TryRead(MessageField mb, out HazardMeteorology register)
    {
        register = new()
        {
            Turbulence = mb.ToldCode(1, 3),
            WindShear = mb.ToldCode(4, 6),
            Microburst = mb.ToldCode(7, 9),
            Icing = mb.ToldCode(10, 12),
            WakeVortex = mb.ToldCode(13, 15),
            TemperatureC = mb.ToldSigned(16, 26, 0.25),
            PressureHpa = mb.Told(27, 38, 1),
            RadioHeightM = mb.Told(39, 51, 16 * Length.MetresPerFoot),
        };
        return mb.Bits(52, 56) == 0
            && mb.IsSound(1, 3) && mb.IsSound(4, 6) && mb.IsSound(7, 9) && mb.IsSound(10, 12) && mb.IsSound(13, 15)
            && mb.IsSound(16, 26) && mb.IsSound(27, 38) && mb.IsSound(39, 51);
    }
}
