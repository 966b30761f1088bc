using Vedette.Air;
using Vedette.Kernel;

namespace Vedette.Wire.ModeS;

/// <summary>Altitude codes: 13 bits (AC, Annex 10 Vol. IV 3.1.2.6.5.4) and 12 bits (the same without M).</summary>
public static class AltitudeCode
{
    private const int MetricBit = 0x40;
    private const int QBit = 0x10;
    private const int LowestFt = -1000;
    private const int HighestTwentyFiveFt = LowestFt + (25 * 0x7FF);

    /// <summary>Reads C1 A1 C2 A2 C4 A4 M B1 Q B2 D2 B4 D4. False for "no information", for metric codes and for impossible ones.</summary>
    public static bool TryRead13(int code, out PressureAltitude altitude)
    {
        altitude = default;
        if (code == 0 || (code & MetricBit) != 0) return false;
        if ((code & QBit) == 0) return TryReadGillham(code, out altitude);
        var steps = ((code & 0x1F80) >> 2) | ((code & 0x20) >> 1) | (code & 0xF);
        altitude = PressureAltitude.FromFeet((steps * 25) + LowestFt);
        return true;
    }

    /// <summary>Reads the 12-bit code of an airborne position (no M bit).</summary>
    public static bool TryRead12(int code, out PressureAltitude altitude) =>
        TryRead13(((code & 0xFC0) << 1) | (code & 0x3F), out altitude);

    /// <summary>Reads a Mode C reply, whose pulses are named as those of Mode A are. False where they can be no altitude.</summary>
    public static bool TryReadModeC(Mode3A pulses, out PressureAltitude altitude) => TryReadGillham(IdentityCode.Write(pulses), out altitude);

    /// <summary>
    /// The 12-bit code of an altitude: steps of 25 ft up to 50,175 ft, Gillham steps of 100 ft above; 0 (no information) outside
    /// what the codes can say.
    /// </summary>
    public static int Write12(PressureAltitude altitude)
    {
        var feet = altitude.Feet;
        if (!(feet >= LowestFt - 12.5 && feet < 126_750)) return 0;
        if (feet > HighestTwentyFiveFt) return WriteGillham12((int)Math.Round(feet / 100) * 100);
        var steps = (int)Math.Round((feet - LowestFt) / 25);
        return ((steps & 0x7F0) << 1) | QBit | (steps & 0xF);
    }

    /// <summary>
    /// Gillham (Annex 10 Vol. IV, appendix to chapter 3): D2 D4 A1 A2 A4 B1 B2 B4 is a Gray code of 500-ft steps, C1 C2 C4 a
    /// reflected one of 100 ft.
    /// </summary>
    private static bool TryReadGillham(int code, out PressureAltitude altitude)
    {
        altitude = default;
        if ((code & QBit) != 0) return false;
        var fiveHundreds = FromGray(
            (Bit(code, 2) << 7) | (Bit(code, 0) << 6) | (Bit(code, 11) << 5) | (Bit(code, 9) << 4)
            | (Bit(code, 7) << 3) | (Bit(code, 5) << 2) | (Bit(code, 3) << 1) | Bit(code, 1));
        var hundreds = FromGray((Bit(code, 12) << 2) | (Bit(code, 10) << 1) | Bit(code, 8));
        if (hundreds is 0 or 5 or 6) return false;
        if (hundreds == 7) hundreds = 5;
        if ((fiveHundreds & 1) != 0) hundreds = 6 - hundreds;
        altitude = PressureAltitude.FromFeet(((fiveHundreds * 5) + hundreds - 13) * 100);
        return true;
    }

    private static int WriteGillham12(int feet)
    {
        var steps = (feet / 100) + 12;
        var (fiveHundreds, hundreds) = (steps / 5, (steps % 5) + 1);
        if ((fiveHundreds & 1) != 0) hundreds = 6 - hundreds;
        if (hundreds == 5) hundreds = 7;
        var d2d4a1a2a4b1b2b4 = ToGray(fiveHundreds);
        var c1c2c4 = ToGray(hundreds);
        return (Bit(c1c2c4, 2) << 11) | (Bit(d2d4a1a2a4b1b2b4, 5) << 10) | (Bit(c1c2c4, 1) << 9) | (Bit(d2d4a1a2a4b1b2b4, 4) << 8)
            | (Bit(c1c2c4, 0) << 7) | (Bit(d2d4a1a2a4b1b2b4, 3) << 6) | (Bit(d2d4a1a2a4b1b2b4, 2) << 5)
            | (Bit(d2d4a1a2a4b1b2b4, 1) << 3) | (Bit(d2d4a1a2a4b1b2b4, 7) << 2) | (Bit(d2d4a1a2a4b1b2b4, 0) << 1)
            | Bit(d2d4a1a2a4b1b2b4, 6);
    }

    private static int Bit(int code, int index) => (code >> index) & 1;

    private static int ToGray(int value) => value ^ (value >> 1);

    private static int FromGray(int gray)
    {
        gray ^= gray >> 4;
        gray ^= gray >> 2;
        return gray ^ (gray >> 1);
    }
}
