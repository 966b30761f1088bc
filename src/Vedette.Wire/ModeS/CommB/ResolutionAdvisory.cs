using Vedette.Kernel;

namespace Vedette.Wire.ModeS.CommB;

/// <summary>What an ACAS advises (ARA). The meaning of the bits depends on whether there is one threat or one direction (ME 9) or several.</summary>
[Flags]
public enum AdvisedManoeuvre
{
    None = 0,

    /// <summary>One threat, or several that are all avoided in one direction. Without it the next flags are corrections up and down.</summary>
    OneDirection = 1 << 13,

    /// <summary>Corrective, else preventive; with several directions: a correction upward is needed.</summary>
    Corrective = 1 << 12,

    /// <summary>Down, else up; with several directions: a climb is needed.</summary>
    Down = 1 << 11,

    /// <summary>Faster than before; with several directions: a correction downward is needed.</summary>
    Increased = 1 << 10,

    /// <summary>The sense was reversed; with several directions: a descent is needed.</summary>
    Reversed = 1 << 9,

    /// <summary>The altitude of the threat will be crossed.</summary>
    Crossing = 1 << 8,

    /// <summary>Change the vertical speed, else limit it; with several directions: the sense was reversed.</summary>
    Positive = 1 << 7,
}

/// <summary>
/// BDS 3,0, and with the same layout TC 28 subtype 2 and the coordination reply of DF16: the resolution advisory under way (ICAO Annex 10 Vol. IV
/// 4.3.8.4.2.2.1; Doc 9871 B.2.48).
/// </summary>
public readonly record struct ResolutionAdvisory
{
    /// <summary>Bits 9-22: the seven flags, and seven bits that ACAS III and X use.</summary>
    public required AdvisedManoeuvre Advice { get; init; }

    /// <summary>Bits 23-26 (RAC): what others have asked it not to do. 8 not below, 4 not above, 2 not left, 1 not right.</summary>
    public required int Complements { get; init; }

    /// <summary>Bit 27: the advisory has ended.</summary>
    public required bool Terminated { get; init; }

    /// <summary>Bit 28: more than one threat.</summary>
    public required bool SeveralThreats { get; init; }

    /// <summary>Bits 31-54 where bits 29-30 are 1; -1 = not told.</summary>
    public int ThreatAddress { get; init; } = -1;

    /// <summary>Bits 31-43 where bits 29-30 are 2; null = not told.</summary>
    public PressureAltitude? ThreatAltitude { get; init; }

    /// <summary>Bits 44-50 where bits 29-30 are 2, to 0.1 NM; NaN = not told.</summary>
    public double ThreatRangeM { get; init; } = double.NaN;

    /// <summary>Bits 51-56 where bits 29-30 are 2: the middle of its six degrees, clockwise from the aircraft's heading, rad; NaN = not told.</summary>
    public double ThreatBearingRad { get; init; } = double.NaN;

    public ResolutionAdvisory()
    {
    }

    public bool IsActive => !Terminated && (Advice.HasFlag(AdvisedManoeuvre.OneDirection) || SeveralThreats);

    public static ResolutionAdvisory Read(MessageField field)
    {
        var told = field.Bits(29, 30);
        var (range, bearing) = (field.Bits(44, 50), field.Bits(51, 56));
        return new()
        {
            Advice = (AdvisedManoeuvre)field.Bits(9, 22),
            Complements = field.Bits(23, 26),
            Terminated = field.Bit(27),
            SeveralThreats = field.Bit(28),
            ThreatAddress = told == 1 ? field.Bits(31, 54) : -1,
            ThreatAltitude = told == 2 && AltitudeCode.TryRead13(field.Bits(31, 43), out var altitude) ? altitude : null,
            ThreatRangeM = told == 2 && range > 0 ? (range - 1) * 0.1 * Length.MetresPerNauticalMile : double.NaN,
            ThreatBearingRad = told == 2 && bearing is > 0 and <= 60 ? ((6 * bearing) - 3) * Angle.RadiansPerDegree : double.NaN,
        };
    }
}
