namespace Vedette.Wire.ModeS;

/// <summary>Who speaks in an extended squitter (DF17 always the aircraft; DF18 by its CF field, DO-260B 2.2.3.2.1.4, 2.2.17 TIS-B, 2.2.18 ADS-R).</summary>
/// <param name="NonIcao">The address is not an ICAO 24-bit one.</param>
/// <param name="GroundTrack">A ground system's track (TIS-B), not the aircraft's own claim.</param>
/// <param name="UsesSupplementB">ME bit 8 of an airborne position is NIC supplement B; elsewhere it marks the kind of address.</param>
/// <param name="IsUnread">Coarse TIS-B, management and reserved sub-types.</param>
internal readonly record struct SquitterSender(bool NonIcao, bool GroundTrack, bool UsesSupplementB, bool IsUnread)
{
    public static SquitterSender Of(int format, int control, MessageField me) => format == 17
        ? new(false, false, true, false)
        : control switch
        {
            0 => new(false, false, true, false),
            1 => new(true, false, true, false),
            2 => new(SaysNonIcao(me), true, false, false),
            5 => new(true, true, false, false),
            6 => new(SaysNonIcao(me), false, false, false),
            _ => new(false, false, false, true),
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
