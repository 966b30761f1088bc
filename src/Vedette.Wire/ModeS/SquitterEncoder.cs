using Vedette.Air;
using Vedette.Kernel;
using Vedette.Wire.ModeS.Squitters;

namespace Vedette.Wire.ModeS;

/// <summary>
/// Writes the messages a transponder sends unasked, parity included: what the simulator and the tests speak. Each method fills the
/// whole destination (14 octets, <see cref="AllCall"/> 7).
/// </summary>
public static class SquitterEncoder
{
    public const int ShortOctets = 7;
    public const int LongOctets = 14;

    /// <summary>Capability: level 2 or above and airborne.</summary>
    private const int Airborne = 5;
    private const int OnGround = 4;

    /// <summary>DF11 with interrogator code 0: the acquisition squitter, about once a second.</summary>
    public static void AllCall(Span<byte> message, TransponderAddress address, bool onGround = false)
    {
        Head(message[..ShortOctets], 11, onGround ? OnGround : Airborne, address);
        Parity.Seal(message[..ShortOctets]);
    }

    /// <summary>DF17 airborne position: half a compact position and the altitude to 25 ft.</summary>
    /// <param name="typeCode">9 to 18: the claimed integrity, see <see cref="PositionQuality"/>. 11 says within 0.1 NM.</param>
    /// <param name="odd">Which half; transponders alternate.</param>
    public static void AirbornePosition(
        Span<byte> message, TransponderAddress address, double latitudeDeg, double longitudeDeg, PressureAltitude? altitude, bool odd, int typeCode = 11)
    {
        Invariant.Holds(typeCode is >= 9 and <= 18, "airborne positions with pressure altitude have type codes 9 to 18");
        var code = altitude is { } told ? AltitudeCode.Write12(told) : 0;
        Squitter(message, address, Airborne, At(typeCode, 5) | At(code, 20) | Compact(latitudeDeg, longitudeDeg, odd, surface: false));
    }

    /// <summary>DF17 surface position.</summary>
    /// <param name="typeCode">5 to 8.</param>
    public static void SurfacePosition(
        Span<byte> message, TransponderAddress address, double latitudeDeg, double longitudeDeg, double trackRad, bool odd, int typeCode = 7)
    {
        Invariant.Holds(typeCode is >= 5 and <= 8, "surface positions have type codes 5 to 8");
        var track = (int)Math.Round(Angle.Wrap(trackRad) / (2 * Math.PI) * 128) & 0x7F;
        var stopped = At(1, 12);
        Squitter(
            message, address, OnGround,
            At(typeCode, 5) | stopped | At(1, 13) | At(track, 20) | Compact(latitudeDeg, longitudeDeg, odd, surface: true));
    }

    /// <summary>DF17 velocity over ground (TC 19, subtype 1, or 2 beyond 1,021 kt), to 1 kt (4 kt) and 64 ft/min. NaN = not told.</summary>
    /// <param name="nacV">Claimed velocity accuracy: 1 = within 10 m/s, 2 = 3 m/s.</param>
    public static void AirborneVelocity(
        Span<byte> message, TransponderAddress address, double eastMps, double northMps, double climbMps, int nacV = 1,
        double geometricMinusPressureM = double.NaN)
    {
        const double knot = Speed.MetresPerSecondPerKnot;
        var supersonic = Math.Max(Math.Abs(eastMps), Math.Abs(northMps)) > 1021 * knot;
        var unit = supersonic ? 4 * knot : knot;
        Squitter(
            message, address, Airborne,
            At(19, 5) | At(supersonic ? 2 : 1, 8) | At(nacV, 13)
            | Signed(eastMps / unit, 14, 24) | Signed(northMps / unit, 25, 35)
            | Signed(climbMps / (64 * Speed.MetresPerSecondPerFootPerMinute), 37, 46)
            | Signed(geometricMinusPressureM / (25 * Length.MetresPerFoot), 49, 56));
    }

    /// <summary>DF17 aircraft identification.</summary>
    /// <param name="category">0xA0 to 0xD7: the set and the digit; 0xA3 = a large aircraft.</param>
    public static void Identification(Span<byte> message, TransponderAddress address, Callsign callsign, byte category = 0xA3)
    {
        var typeCode = 0xE - (category >> 4);
        Invariant.Holds(typeCode is >= 1 and <= 4, "categories go from A0 to D7");
        Squitter(message, address, Airborne, At(typeCode, 5) | At(category & 7, 8) | FlightCharacters.Write(callsign));
    }

    /// <summary>DF17 emergency state and Mode A code (TC 28).</summary>
    public static void Emergency(Span<byte> message, TransponderAddress address, Mode3A code, EmergencyState state = EmergencyState.None) =>
        Squitter(message, address, Airborne, At(28, 5) | At(1, 8) | At((int)state, 11) | At(IdentityCode.Write(code), 24));

    /// <summary>DF17 operational status of version 2, airborne (TC 31): the claimed quality.</summary>
    public static void OperationalStatus(Span<byte> message, TransponderAddress address, int nacP, int sil, bool nicSupplementA = false) =>
        Squitter(message, address, Airborne, At(31, 5) | At(2, 43) | At(nicSupplementA ? 1 : 0, 44) | At(nacP, 48) | At(sil, 52));

    private static void Squitter(Span<byte> message, TransponderAddress address, int capability, ulong field)
    {
        message = message[..LongOctets];
        Head(message, 17, capability, address);
        for (var i = 0; i < 7; i++) message[4 + i] = (byte)(field >> (48 - (8 * i)));
        Parity.Seal(message);
    }

    private static void Head(Span<byte> message, int format, int capability, TransponderAddress address)
    {
        message[0] = (byte)((format << 3) | capability);
        message[1] = (byte)(address.Value >> 16);
        message[2] = (byte)(address.Value >> 8);
        message[3] = (byte)address.Value;
    }

    private static ulong Compact(double latitudeDeg, double longitudeDeg, bool odd, bool surface)
    {
        var fields = CompactPosition.Encode(latitudeDeg, longitudeDeg, odd, surface);
        return At(odd ? 1 : 0, 22) | At(fields.Latitude, 39) | At(fields.Longitude, 56);
    }

    /// <summary>A sign bit at <paramref name="signBit"/> and a count, one more than the magnitude, ending at <paramref name="lastBit"/>.</summary>
    private static ulong Signed(double value, int signBit, int lastBit)
    {
        if (double.IsNaN(value)) return 0;
        var most = (1 << (lastBit - signBit)) - 1;
        var count = (int)Math.Min(Math.Round(Math.Abs(value)) + 1, most);
        return At(value < 0 ? 1 : 0, signBit) | At(count, lastBit);
    }

    /// <summary>A value whose last bit is ME bit <paramref name="lastBit"/> (1 to 56).</summary>
    private static ulong At(int value, int lastBit) => (ulong)(uint)value << (56 - lastBit);
}
