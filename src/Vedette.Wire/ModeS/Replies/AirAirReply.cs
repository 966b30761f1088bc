using Vedette.Kernel;

namespace Vedette.Wire.ModeS.Replies;

/// <summary>DF0 and DF16: what one ACAS tells another (ICAO Annex 10 Vol. IV 3.1.2.8.2, 4.3.8.4.2.3).</summary>
public readonly record struct AirAirReply
{
    /// <summary>VS, bit 6.</summary>
    public required bool OnGround { get; init; }

    /// <summary>CC, bit 7, DF0 only: it answers DF0 questions with DF16.</summary>
    public required bool CrosslinkCapable { get; init; }

    /// <summary>SL, bits 9-11: ACAS sensitivity level, 0 = inoperative.</summary>
    public required int SensitivityLevel { get; init; }

    /// <summary>RI, bits 14-17: 0-7 what ACAS it has, 8-15 its greatest true airspeed.</summary>
    public required int ReplyInformation { get; init; }

    /// <summary>AC, bits 20-32; null = not told.</summary>
    public required PressureAltitude? Altitude { get; init; }

    /// <summary>RI 9-14: the greatest cruising true airspeed is no more than this, m/s; infinity = above the last step (1,200 kt), NaN = not told.</summary>
    public double MaxAirspeedMps => ReplyInformation switch
    {
        9 => 75,
        10 => 150,
        11 => 300,
        12 => 600,
        13 => 1200,
        14 => double.PositiveInfinity,
        _ => double.NaN,
    } * Speed.MetresPerSecondPerKnot;

    /// <summary>At least four octets.</summary>
    public static AirAirReply Read(ReadOnlySpan<byte> message) => new()
    {
        OnGround = (message[0] & 4) != 0,
        CrosslinkCapable = message[0] >> 3 == 0 && (message[0] & 2) != 0,
        SensitivityLevel = message[1] >> 5,
        ReplyInformation = ((message[1] & 7) << 1) | (message[2] >> 7),
        Altitude = AltitudeCode.TryRead13(((message[2] & 0x1F) << 8) | message[3], out var altitude) ? altitude : null,
    };
}
