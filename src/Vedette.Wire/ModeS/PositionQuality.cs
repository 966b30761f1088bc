namespace Vedette.Wire.ModeS;

/// <summary>
/// What a position message's type code and the quality bits heard beside it say of the position's integrity and accuracy
/// (RTCA DO-260 table 2-11, DO-260A and DO-260B tables 2-14, 2-69, 2-71 and N-4).
/// </summary>
public static class PositionQuality
{
    private const double NauticalMile = 1852;

    /// <summary>Two axes of equal spread contain 95 % within √(2 ln 20) = 2.4477 standard deviations.</summary>
    private const double SigmasAt95 = 2.4477;

    /// <summary>The quantum of airborne compact positions, about 5.1 m: no claim is finer than its rounding.</summary>
    private const double CodingSigmaM = 1.5;

    /// <summary>Navigation integrity category, 0 (unknown) to 11. Versions below 1 have none; the category of equal radius is given.</summary>
    public static int Nic(int typeCode, int version, int supplementA, int supplementB, int supplementC)
    {
        var (a, b, c) = (supplementA == 1, supplementB == 1, supplementC == 1);
        return typeCode switch
        {
            5 or 9 or 20 => 11,
            6 or 10 or 21 => 10,
            7 => version >= 1 && a && !c ? 9 : 8,
            8 => version < 2 ? 0 : (a, c) switch { (true, true) => 7, (false, false) => 0, _ => 6 },
            11 => (version == 1 && a) || (version >= 2 && a && b) ? 9 : 8,
            12 => 7,
            13 => 6,
            14 => 5,
            15 => 4,
            16 => version < 1 ? 1 : (version == 1 && a) || (version >= 2 && a && b) ? 3 : 2,
            17 => 1,
            _ => 0,
        };
    }

    /// <summary>Navigation uncertainty category of a version 0 position, 0 (unknown) to 9; -1 for other type codes (DO-260 table 2-11).</summary>
    public static int Nucp(int typeCode) => typeCode switch
    {
        >= 5 and <= 8 => 14 - typeCode,
        >= 9 and <= 18 => 18 - typeCode,
        20 => 9,
        21 => 8,
        22 => 0,
        _ => -1,
    };

    /// <summary>
    /// Rc, m: the position is claimed to lie within this of the truth, with the probability that SIL gives. NaN where the message claims nothing.
    /// </summary>
    public static double ContainmentM(int typeCode, int version, int supplementA, int supplementB, int supplementC) =>
        Nic(typeCode, version, supplementA, supplementB, supplementC) switch
        {
            11 => 7.5,
            10 => 25,
            9 => 75,
            8 => 0.1 * NauticalMile,
            7 => 0.2 * NauticalMile,
            6 => NauticalMilesOfNic6(typeCode, version, supplementA, supplementB, supplementC) * NauticalMile,
            5 => NauticalMile,
            4 => 2 * NauticalMile,
            3 => 4 * NauticalMile,
            2 => 8 * NauticalMile,
            1 when typeCode == 16 => 10 * NauticalMile,
            1 => 20 * NauticalMile,
            _ => double.NaN,
        };

    /// <summary>One category, three radii: 0.3, 0.5 and 0.6 NM.</summary>
    private static double NauticalMilesOfNic6(int typeCode, int version, int supplementA, int supplementB, int supplementC) =>
        (typeCode, version, supplementA == 1, supplementB == 1, supplementC == 1) switch
        {
            (8, _, true, _, _) => 0.3,
            (8, _, _, _, true) => 0.6,
            (_, 1, true, _, _) => 0.6,
            (_, >= 2, true, true, _) => 0.6,
            (_, >= 2, false, true, _) => 0.3,
            _ => 0.5,
        };

    /// <summary>
    /// Standard deviation per horizontal axis, m: from NACp where it was told, else from the type code as version 0 defines it;
    /// NaN where the message claims nothing.
    /// </summary>
    public static double SigmaM(int typeCode, int version, int nacP)
    {
        var within95M = version >= 1 || nacP >= 0 ? AccuracyOfNacP(nacP) : AccuracyOfTypeCode(typeCode);
        return Math.Max(within95M / SigmasAt95, CodingSigmaM);
    }

    /// <summary>EPU, m: the horizontal error is below this with a probability of 95 %; NaN where nothing is claimed.</summary>
    public static double AccuracyOfNacP(int nacP) => nacP switch
    {
        11 => 3,
        10 => 10,
        9 => 30,
        8 => 0.05 * NauticalMile,
        7 => 0.1 * NauticalMile,
        6 => 0.3 * NauticalMile,
        5 => 0.5 * NauticalMile,
        4 => NauticalMile,
        3 => 2 * NauticalMile,
        2 => 4 * NauticalMile,
        1 => 10 * NauticalMile,
        _ => double.NaN,
    };

    private static double AccuracyOfTypeCode(int typeCode) => typeCode switch
    {
        5 or 9 or 20 => 3,
        6 or 10 or 21 => 10,
        7 or 11 => 0.05 * NauticalMile,
        12 => 0.1 * NauticalMile,
        13 => 0.25 * NauticalMile,
        14 => 0.5 * NauticalMile,
        15 => NauticalMile,
        16 => 5 * NauticalMile,
        17 => 10 * NauticalMile,
        _ => double.NaN,
    };
}
