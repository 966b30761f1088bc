namespace Vedette.Wire.ModeS.Squitters;

/// <summary>Whose words an extended squitter carries.</summary>
public enum SquitterSource : byte
{
    /// <summary>The aircraft's own.</summary>
    Adsb,

    /// <summary>The aircraft's own, heard on another link and sent again by a ground station (ADS-R).</summary>
    Rebroadcast,

    /// <summary>A ground system's track (TIS-B).</summary>
    Tisb,

    /// <summary>The same in the coarse format, <see cref="CoarsePosition"/>.</summary>
    TisbCoarse,

    /// <summary>Management of TIS-B and ADS-R (CF 4).</summary>
    Management,

    /// <summary>CF 7, and the military applications of DF19.</summary>
    Reserved,
}

/// <summary>
/// Who speaks in an extended squitter: DF17 and DF19 with AF 0 the aircraft; DF18 by its CF field (DO-260B 2.2.3.2.1.4, 2.2.17 TIS-B,
/// 2.2.18 ADS-R).
/// </summary>
/// <param name="NonIcao">The address is not an ICAO 24-bit one.</param>
public readonly record struct SquitterSender(SquitterSource Source, bool NonIcao)
{
    /// <summary>A ground system's track, not the aircraft's own claim.</summary>
    public bool IsGroundTrack => Source is SquitterSource.Tisb or SquitterSource.TisbCoarse;

    /// <summary>ME bit 8 of an airborne position is NIC supplement B; elsewhere it marks the kind of address.</summary>
    public bool UsesSupplementB => Source == SquitterSource.Adsb;

    /// <summary>Its field holds none of the registers read here.</summary>
    public bool IsUnread => Source >= SquitterSource.Management;

    /// <param name="format">17, 18 or 19.</param>
    /// <param name="control">CF of DF18, AF of DF19: the low three bits of the first octet.</param>
    public static SquitterSender Of(int format, int control, MessageField me) => (format, control) switch
    {
        (17, _) or (18 or 19, 0) => new(SquitterSource.Adsb, false),
        (19, _) => new(SquitterSource.Reserved, false),
        (_, 1) => new(SquitterSource.Adsb, true),
        (_, 2) => new(SquitterSource.Tisb, SaysNonIcao(me)),
        (_, 3) => new(SquitterSource.TisbCoarse, me.Bit(1)),
        (_, 4) => new(SquitterSource.Management, false),
        (_, 5) => new(SquitterSource.Tisb, true),
        (_, 6) => new(SquitterSource.Rebroadcast, SaysNonIcao(me)),
        _ => new(SquitterSource.Reserved, false),
    };

    /// <summary>The ICAO/Mode A flag (IMF), which sits where the message has room for it.</summary>
    private static bool SaysNonIcao(MessageField me) => me.TypeCode switch
    {
        >= 5 and <= 8 => me.Bit(21),
        (>= 9 and <= 18) or (>= 20 and <= 22) => me.Bit(8),
        19 => me.Bit(9),
        28 or 31 => me.Bit(56),
        29 => me.Bit(51),
        _ => false,
    };
}
