namespace Vedette.Wire.ModeS.CommB;

/// <summary>Most fields of these registers are announced by a status bit; without it they are zero, or the register is another one.</summary>
internal static class StatusFields
{
    /// <summary>The field says something, or says nothing by being zero.</summary>
    /// <param name="status">Its status bit; the field follows it.</param>
    /// <param name="last">Its last bit.</param>
    public static bool IsSound(this MessageField mb, int status, int last) => mb.Bit(status) || mb.Bits(status + 1, last) == 0;

    /// <summary>An unsigned field in steps of <paramref name="step"/>; NaN = not told.</summary>
    public static double Told(this MessageField mb, int status, int last, double step) =>
        mb.Bit(status) ? mb.Bits(status + 1, last) * step : double.NaN;

    /// <summary>A field in two's complement, its sign behind the status bit, in steps of <paramref name="step"/>; NaN = not told.</summary>
    public static double ToldSigned(this MessageField mb, int status, int last, double step) =>
        mb.Bit(status) ? mb.Signed(status + 1, last) * step : double.NaN;

    /// <summary>A code; -1 = not told.</summary>
    public static int ToldCode(this MessageField mb, int status, int last) => mb.Bit(status) ? mb.Bits(status + 1, last) : -1;
}
