using Vedette.Air;

namespace Vedette.Wire.Lines;

/// <summary>Callsigns as they stand in text feeds.</summary>
internal static class TextCallsign
{
    /// <summary>At most eight printable ASCII characters.</summary>
    public static bool TryRead(ReadOnlySpan<byte> field, out Callsign callsign)
    {
        Span<char> text = stackalloc char[8];
        callsign = default;
        if (field.Length > text.Length) return false;
        for (var i = 0; i < field.Length; i++)
        {
            if (field[i] is < 0x20 or > 0x7E) return false;
            text[i] = (char)field[i];
        }

        callsign = Callsign.From(text[..field.Length]);
        return true;
    }
}
