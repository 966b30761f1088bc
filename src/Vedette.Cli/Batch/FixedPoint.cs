namespace Vedette.Cli.Batch;

/// <summary>Numbers with a fixed number of decimals, written into a row of text; halves are rounded away from zero.</summary>
internal ref struct FixedPoint(Span<char> text)
{
    private readonly Span<char> text = text;
    private int length;

    public readonly ReadOnlySpan<char> Written => text[..length];

    public void Add(char c) => text[length++] = c;

    public void Add(ReadOnlySpan<char> word)
    {
        word.CopyTo(text[length..]);
        length += word.Length;
    }

    /// <summary>Adds a number; what no 64-bit integer holds once scaled, or is no number, goes the general way.</summary>
    /// <param name="decimals">At most 9.</param>
    public void Add(double value, int decimals)
    {
        var scaled = Math.Round(Math.Abs(value) * Scale(decimals), MidpointRounding.AwayFromZero);
        if (!(scaled < 9e15))
        {
            value.TryFormat(text[length..], out var written, $"F{decimals}", System.Globalization.CultureInfo.InvariantCulture);
            length += written;
            return;
        }

        var digits = (ulong)scaled;
        if (value < 0 && digits > 0) Add('-');
        var whole = digits / (ulong)Scale(decimals);
        Add(whole, 1);
        if (decimals == 0) return;
        Add('.');
        Add(digits - (whole * (ulong)Scale(decimals)), decimals);
    }

    /// <summary>Adds a whole number with at least so many digits.</summary>
    public void Add(ulong value, int least)
    {
        var count = least;
        for (var rest = value / (ulong)Scale(least); rest > 0; rest /= 10) count++;
        for (var i = length + count - 1; i >= length; i--, value /= 10) text[i] = (char)('0' + (value % 10));
        length += count;
    }

    private static double Scale(int decimals) => decimals switch
    {
        0 => 1,
        1 => 1e1,
        2 => 1e2,
        3 => 1e3,
        7 => 1e7,
        _ => Math.Pow(10, decimals),
    };
}
