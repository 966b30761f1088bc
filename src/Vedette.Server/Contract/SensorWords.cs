using Vedette.Core;

namespace Vedette.Server.Contract;

/// <summary>What the figures of a sensor rest on, in words.</summary>
internal static class SensorWords
{
    /// <summary>Behind what it sees of what it should, and how far off it measures.</summary>
    public static IReadOnlyList<ReasonDto> Quality(SensorStatus status) =>
    [
        new(FormattableString.Invariant($"{status.Sensor.Name}: {status.Quality.Compared} plots were held against the smoothed tracks that they belong to; older ones fade, so that the figures tell of the last minutes."), status.LastEntry),
        new("Rule: range and azimuth are mean and standard deviation of measured minus smoothed, after what its alignment took off. A look at a confirmed track counts as seen where it brought a plot; the share expected is what its description, terrain and range lead to.", 0),
    ];

    /// <summary>Behind what is taken off its plots.</summary>
    public static IReadOnlyList<ReasonDto> Alignment(SensorStatus status) =>
    [
        new(FormattableString.Invariant($"{status.Sensor.Name}: learned from {status.Alignment.Samples} differences between its plots and aircraft that report themselves, or targets that other radars see as well."), status.LastEntry),
        new("Rule: reported = true + bias. In azimuth, time and, where it is measured, elevation the bias is the same for every target; in range it is a part that is the same and a gain, which grows with range. ± is one standard deviation of what is known of it. It is taken off a plot before the plot counts, and followed as it drifts.", 0),
    ];
}
