namespace Vedette.Wire.ModeS.Squitters;

/// <summary>TC 31: BDS 6,5; version, capabilities and claimed quality. DO-260B 2.2.3.2.7.2. Fields that the version does not carry are -1 or null.</summary>
public readonly record struct OperationalStatus
{
    /// <summary>Subtype 1: the aircraft is on the surface.</summary>
    public required bool Surface { get; init; }

    /// <summary>ME 41-43: 0 DO-260, 1 DO-260A, 2 DO-260B.</summary>
    public required int Version { get; init; }

    /// <summary>ME 44.</summary>
    public int NicSupplementA { get; init; } = -1;

    /// <summary>ME 20 of a version 2 on the surface.</summary>
    public int NicSupplementC { get; init; } = -1;

    /// <summary>ME 45-48.</summary>
    public int NacP { get; init; } = -1;

    /// <summary>ME 17-19 of a version 2 on the surface.</summary>
    public int NacV { get; init; } = -1;

    /// <summary>ME 49-50, airborne, version 1: barometric altitude quality. Nothing assigns it a meaning.</summary>
    public int BarometricQuality { get; init; } = -1;

    /// <summary>ME 49-50, airborne, version 2 (GVA): 0 unknown, 1 within 150 m, 2 within 45 m.</summary>
    public int GeometricVerticalAccuracy { get; init; } = -1;

    /// <summary>ME 51-52.</summary>
    public int Sil { get; init; } = -1;

    /// <summary>ME 55, version 2: SIL is a probability per sample, not per hour.</summary>
    public bool? SilPerSample { get; init; }

    /// <summary>ME 31-32, version 2: system design assurance.</summary>
    public int DesignAssurance { get; init; } = -1;

    /// <summary>ME 53, airborne, version 1 and up: the pressure altitude has been cross-checked.</summary>
    public bool? NicBaro { get; init; }

    /// <summary>ME 53, on the surface, version 1 and up: the direction of surface positions is a track, else a heading.</summary>
    public bool? DirectionIsTrack { get; init; }

    /// <summary>ME 54: headings are magnetic, else true.</summary>
    public bool? HeadingIsMagnetic { get; init; }

    /// <summary>ME 56 of a rebroadcast: not an ICAO address.</summary>
    public bool NonIcao { get; init; }

    /// <summary>ME 9-24 (airborne) or 9-20 (surface), read out.</summary>
    public OperationalCapability Capability { get; init; }

    /// <summary>ME 25-40, read out.</summary>
    public OperationalMode Mode { get; init; }

    public OperationalStatus()
    {
    }

    /// <summary>False for reserved subtypes and for versions later than 2, whose layout is not known here.</summary>
    public static bool TryRead(MessageField me, out OperationalStatus status)
    {
        var (version, surface) = (me.Bits(41, 43), me.Subtype == 1);
        status = version >= 1 ? ReadQuality(me, version, surface) : new() { Version = version, Surface = surface };
        return me.Subtype <= 1 && version <= 2;
    }

    private static OperationalStatus ReadQuality(MessageField me, int version, bool surface) => new()
    {
        Version = version,
        Surface = surface,
        NicSupplementA = me.Bits(44, 44),
        NicSupplementC = version >= 2 && surface ? me.Bits(20, 20) : -1,
        NacP = me.Bits(45, 48),
        NacV = version >= 2 && surface ? me.Bits(17, 19) : -1,
        BarometricQuality = version == 1 && !surface ? me.Bits(49, 50) : -1,
        GeometricVerticalAccuracy = version >= 2 && !surface ? me.Bits(49, 50) : -1,
        Sil = me.Bits(51, 52),
        SilPerSample = version >= 2 ? me.Bit(55) : null,
        DesignAssurance = version >= 2 ? me.Bits(31, 32) : -1,
        NicBaro = surface ? null : me.Bit(53),
        DirectionIsTrack = surface ? me.Bit(53) : null,
        HeadingIsMagnetic = me.Bit(54),
        NonIcao = me.Bit(56),
        Capability = OperationalCapability.Read(me, version, surface),
        Mode = OperationalMode.Read(me, version, surface),
    };
}
