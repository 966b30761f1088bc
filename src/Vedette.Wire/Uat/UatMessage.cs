using Vedette.Air;

namespace Vedette.Wire.Uat;

/// <summary>
/// Reads a UAT ADS-B message after its errors were corrected: 18 octets (basic) or 34 (long). Header, state vector, mode status and the second
/// altitude (RTCA DO-282B 2.2.4.5). Bits are numbered from one, as the standard numbers them within the payload.
/// </summary>
public static class UatMessage
{
    public const int BasicLength = 18, LongLength = 34;

    private const double DegreesPerStep = 360.0 / (1 << 24);
    private const int HighestStateVectorType = 10;
    private const int Subsonic = 0, Supersonic = 1, Ground = 2;

    private static ReadOnlySpan<byte> Base40 => "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ    "u8;

    /// <summary>False where the length is not that of the type, or nobody has defined the type.</summary>
    public static bool TryRead(ReadOnlySpan<byte> payload, out UatReport report)
    {
        report = new UatReport
        {
            LatitudeDeg = double.NaN, LongitudeDeg = double.NaN, AltitudeFt = double.NaN, HeightFt = double.NaN, NorthKt = double.NaN, EastKt = double.NaN,
            SpeedKt = double.NaN, TrackDeg = double.NaN, ClimbFtPerMin = double.NaN, Squawk = -1, Version = -1, Sil = -1, NacP = -1, NacV = -1,
        };
        if (payload.IsEmpty) return false;
        report.Type = Bits(payload, 1, 5);
        if (report.Type > HighestStateVectorType || payload.Length != (report.Type == 0 ? BasicLength : LongLength)) return false;
        report.AddressKind = (UatAddressKind)Bits(payload, 6, 8);
        report.Address = Bits(payload, 9, 32);
        ReadPlace(payload, ref report);
        ReadVelocity(payload, ref report);
        report.UtcCoupled = !report.IsGroundTrack && Bits(payload, 133, 133) == 1;
        if (report.Type is 1 or 3) ReadModeStatus(payload, ref report);
        if (report.Type is 1 or 2 or 5 or 6) ReadAltitude(Bits(payload, 233, 244), Bits(payload, 80, 80) == 0, ref report);
        return true;
    }

    private static void ReadPlace(ReadOnlySpan<byte> payload, ref UatReport report)
    {
        report.Nic = Bits(payload, 93, 96);
        int latitude = Bits(payload, 33, 55), longitude = Bits(payload, 56, 79);
        ReadAltitude(Bits(payload, 81, 92), Bits(payload, 80, 80) == 1, ref report);
        if (report.Nic == 0 && latitude == 0 && longitude == 0) return;
        var (latitudeDeg, longitudeDeg) = (latitude * DegreesPerStep, longitude * DegreesPerStep);
        if (latitudeDeg > 90) latitudeDeg -= 180;
        if (longitudeDeg > 180) longitudeDeg -= 360;
        if (latitudeDeg is >= -90 and <= 90) (report.LatitudeDeg, report.LongitudeDeg) = (latitudeDeg, longitudeDeg);
    }

    /// <summary>25-foot steps from -1,000 ft; 0 = not known.</summary>
    private static void ReadAltitude(int steps, bool geometric, ref UatReport report)
    {
        if (steps == 0) return;
        var feet = ((steps - 1) * 25) - 1000;
        if (geometric) report.HeightFt = feet;
        else report.AltitudeFt = feet;
    }

    private static void ReadVelocity(ReadOnlySpan<byte> payload, ref UatReport report)
    {
        var state = Bits(payload, 97, 98);
        report.OnGround = state == Ground;
        if (state is Subsonic or Supersonic)
        {
            var unitKt = state == Supersonic ? 4 : 1;
            report.NorthKt = Component(Bits(payload, 100, 110), unitKt);
            report.EastKt = Component(Bits(payload, 111, 121), unitKt);
            var (down, steps) = (Bits(payload, 123, 123) == 1, Bits(payload, 124, 132));
            if (steps != 0) report.ClimbFtPerMin = (down ? -64 : 64) * (steps - 1);
        }
        else if (state == Ground)
        {
            var speed = Bits(payload, 101, 110);
            if (speed != 0) report.SpeedKt = speed - 1;
            if (Bits(payload, 111, 112) == 1) report.TrackDeg = Bits(payload, 113, 121) * 360.0 / 512;
        }
    }

    /// <summary>A sign and ten bits, one more than the knots; 0 = not known.</summary>
    private static double Component(int bits, int unitKt)
    {
        var steps = bits & 0x3FF;
        return steps == 0 ? double.NaN : ((bits & 0x400) != 0 ? -unitKt : unitKt) * (steps - 1);
    }

    private static void ReadModeStatus(ReadOnlySpan<byte> payload, ref UatReport report)
    {
        Span<char> text = stackalloc char[9];
        for (var word = 0; word < 3; word++)
        {
            var value = Bits(payload, 137 + (16 * word), 152 + (16 * word));
            text[3 * word] = (char)Base40[value / 1600 % 40];
            text[(3 * word) + 1] = (char)Base40[value / 40 % 40];
            text[(3 * word) + 2] = (char)Base40[value % 40];
        }

        // The first character is the emitter category.
        var name = text[1..].Trim(' ');
        if (Bits(payload, 215, 215) == 1) report.Callsign = Callsign.From(name);
        else if (name.Length == 4 && name.IndexOfAnyExceptInRange('0', '7') < 0) report.Squawk = Octal(name);
        report.Version = Bits(payload, 188, 190);
        report.Sil = Bits(payload, 191, 192);
        report.NacP = Bits(payload, 201, 204);
        report.NacV = Bits(payload, 205, 207);
    }

    private static int Octal(ReadOnlySpan<char> digits)
    {
        var value = 0;
        foreach (var digit in digits) value = (value << 3) | (digit - '0');
        return value;
    }

    private static int Bits(ReadOnlySpan<byte> payload, int first, int last)
    {
        var value = 0;
        for (var bit = first - 1; bit < last; bit++) value = (value << 1) | ((payload[bit >> 3] >> (7 - (bit & 7))) & 1);
        return value;
    }
}
