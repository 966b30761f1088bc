using System.Globalization;

namespace Vedette.Server;

/// <summary>Numbers of tracks and alerts in addresses: "T00012" or "12".</summary>
internal static class Numbers
{
    public static bool TryRead(string text, char letter, out int number) =>
        int.TryParse(text.StartsWith(letter) ? text.AsSpan(1) : text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
