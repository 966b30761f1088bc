using Vedette.Kernel;

namespace Vedette.Wire.ModeS.Squitters;

/// <summary>SS of an airborne position.</summary>
public enum SurveillanceStatus : byte
{
    None,

    /// <summary>An emergency code is set.</summary>
    PermanentAlert,

    /// <summary>The code was changed.</summary>
    TemporaryAlert,

    /// <summary>The pilot has pressed IDENT.</summary>
    Ident,
}

/// <summary>TC 9-18 (pressure altitude), 20-22 (geometric height) and 0 (no position): BDS 0,5; DO-260B 2.2.3.2.3.</summary>
public readonly record struct AirbornePosition
{
    public required int TypeCode { get; init; }

    /// <summary>ME 6-7.</summary>
    public required SurveillanceStatus Status { get; init; }

    /// <summary>ME 8: NIC supplement B in version 2, one antenna only in versions 0 and 1; in TIS-B and ADS-R "not an ICAO address".</summary>
    public required bool NicSupplementB { get; init; }

    /// <summary>ME 9-20, in the sense that <see cref="IsGeometric"/> gives it; null = not told.</summary>
    public required PressureAltitude? Altitude { get; init; }

    /// <summary>ME 21: sent at whole fifths of a UTC second.</summary>
    public required bool IsSynchronized { get; init; }

    public required CprFields Cpr { get; init; }

    /// <summary>The altitude is a height above the ellipsoid.</summary>
    public bool IsGeometric => TypeCode is >= 20 and <= 22;

    public static AirbornePosition Read(MessageField me) => new()
    {
        TypeCode = me.TypeCode,
        Status = (SurveillanceStatus)me.Bits(6, 7),
        NicSupplementB = me.Bit(8),
        Altitude = AltitudeCode.TryRead12(me.Bits(9, 20), out var altitude) ? altitude : null,
        IsSynchronized = me.Bit(21),
        Cpr = me.Cpr(surface: false),
    };
}
