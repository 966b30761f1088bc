using Vedette.Air;
using Vedette.Kernel;

namespace Vedette.Wire.ModeS.Replies;

/// <summary>The head of DF4, 5, 20 and 21: an interrogator's answer (ICAO Annex 10 Vol. IV 3.1.2.6.5 to 3.1.2.6.8).</summary>
public readonly record struct SurveillanceReply
{
    /// <summary>FS, bits 6-8.</summary>
    public required int FlightStatus { get; init; }

    /// <summary>DR, bits 9-13: 0 nothing, 1 a Comm-B waits, 4 and 5 a Comm-B broadcast waits, 16-31 a long downlink waits.</summary>
    public required int DownlinkRequest { get; init; }

    /// <summary>IIS, bits 14-17: the interrogator that has reserved the multisite link, by IDS.</summary>
    public required int ReservedBy { get; init; }

    /// <summary>IDS, bits 18-19: 0 none, 1 Comm-B, 2 Comm-C, 3 Comm-D is reserved.</summary>
    public required int Reservation { get; init; }

    /// <summary>AC of DF4 and 20; null = not told.</summary>
    public required PressureAltitude? Altitude { get; init; }

    /// <summary>ID of DF5 and 21; null in the others.</summary>
    public required Mode3A? Code { get; init; }

    /// <summary>The code was changed lately, or tells an emergency (FS 2-4).</summary>
    public bool Alert => FlightStatus is >= 2 and <= 4;

    /// <summary>The pilot has pressed IDENT (FS 4, 5).</summary>
    public bool Ident => FlightStatus is 4 or 5;

    /// <summary>Null where the status leaves it open (FS 4, 5) or is not assigned (6, 7).</summary>
    public bool? OnGround => FlightStatus switch
    {
        0 or 2 => false,
        1 or 3 => true,
        _ => null,
    };

    /// <summary>At least four octets.</summary>
    public static SurveillanceReply Read(ReadOnlySpan<byte> message)
    {
        var field = ((message[2] & 0x1F) << 8) | message[3];
        var identity = ((message[0] >> 3) & 1) != 0;
        return new()
        {
            FlightStatus = message[0] & 7,
            DownlinkRequest = message[1] >> 3,
            ReservedBy = ((message[1] & 7) << 1) | (message[2] >> 7),
            Reservation = (message[2] >> 5) & 3,
            Altitude = !identity && AltitudeCode.TryRead13(field, out var altitude) ? altitude : null,
            Code = identity ? IdentityCode.Read(field) : null,
        };
    }
}
