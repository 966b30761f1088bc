using System.Globalization;
using System.Text.RegularExpressions;
using Vedette.TestSupport;

namespace Vedette.Cli.Tests;

/// <summary>Real recordings: one of a flight whose GNSS was spoofed on 2024-09-17, one of eleven honest aircraft, three of which never report good accuracy.</summary>
public sealed partial class IntegrityTests
{
    [Fact]
    public void A_real_spoofed_flight_is_doubted_within_ten_seconds_and_trusted_again_within_a_minute()
    {
        var replayed = RunningVedette.Run("replay", SharedData.Path("adsb/thy9bp_spoof.e8beast"));
        var doubt = Doubt().Match(replayed.Output);
        Assert.True(doubt.Success, replayed.Output);
        Assert.InRange(Time(doubt, 1), new(2024, 9, 17, 9, 24, 25), new(2024, 9, 17, 9, 24, 35));
        Assert.InRange(Time(doubt, 2), new(2024, 9, 17, 9, 58, 11), new(2024, 9, 17, 9, 59, 11));
        Assert.Contains("integrity 1 doubts", replayed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Honest_aircraft_with_poor_accuracy_are_not_doubted()
    {
        var replayed = RunningVedette.Run("replay", SharedData.Path("adsb/ulss7.beast"));
        Assert.Contains("integrity 0 doubts about what aircraft claim, 0 positions kept from the picture", replayed.Output, StringComparison.Ordinal);
    }

    private static DateTime Time(Match match, int group) =>
        DateTime.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);

    [GeneratedRegex(@"^  (\S+Z) to (\S+Z) +4BAAC6 THY9BP: ", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Doubt();
}
