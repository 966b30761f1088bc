using System.Numerics;

namespace Vedette.Wire.ModeS.CommB;

/// <summary>How likely 56 bits are as BDS 1,0, 1,7, 2,0 or 3,0, when they have that register's layout. All but 1,7 begin with their own number.</summary>
internal static class CapabilityEvidence
{
    /// <summary>How often each of the 28 flags of BDS 1,7 is set, in percent.</summary>
    private static ReadOnlySpan<byte> FlagPercent =>
        [80, 80, 30, 80, 80, 50, 98, 10, 85, 5, 5, 5, 10, 5, 10, 90, 30, 10, 5, 5, 30, 5, 30, 90, 3, 3, 3, 3];

    /// <summary>Some 28 bits are free; the 16 of data terminals are nearly always zero.</summary>
    public static double DataLink(MessageField mb)
    {
        var terminals = BitOperations.PopCount((uint)mb.Bits(41, 56));
        return -28 + Evidence.Status(mb.Bit(9), 0.03) + (terminals * Math.Log2(0.06)) + ((16 - terminals) * Math.Log2(0.94));
    }

    public static double Gicb(MessageField mb)
    {
        double sum = 0;
        for (var bit = 1; bit <= FlagPercent.Length; bit++) sum += Evidence.Status(mb.Bit(bit), FlagPercent[bit - 1] / 100.0);
        return sum;
    }

    /// <summary>Letters and digits, then blanks to the end; nothing else is an identification.</summary>
    public static double Identification(MessageField mb)
    {
        double sum = 0;
        var ended = false;
        for (var bit = 9; bit <= 51; bit += 6)
        {
            var character = mb.Bits(bit, bit + 5);
            if (character is not ((>= 1 and <= 26) or 32 or (>= 48 and <= 57))) return Evidence.None;
            if (character != 32) sum += Evidence.Of((ended ? 0.4 : 0.7) / 36) - (ended ? 6 : 0);
            else
            {
                sum += Math.Log2(ended ? 0.6 : 0.3);
                ended = true;
            }
        }

        return sum;
    }

    /// <summary>Zero where no advisory was given; a threat's 26 bits are arbitrary, or zero.</summary>
    public static double Advisory(MessageField mb)
    {
        if (mb.Bits(29, 30) == 3) return Evidence.None;
        if (mb.Bits(9, 28) == 0 && mb.Bits(29, 56) == 0) return -1;
        if (mb.Bits(29, 30) != 0) return -46;
        return mb.Bits(31, 54) == 0 && mb.Bits(55, 56) == 0 ? -20 : Evidence.None;
    }
}
