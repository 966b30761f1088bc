using System.Globalization;
using Vedette.Kernel;
using Vedette.Tracking.Registration;

namespace Vedette.Cli.Batch;

/// <summary>Writes what the radars have been found to get wrong: reported = true + bias; metres, degrees, seconds.</summary>
internal static class BiasCsv
{
    public const string Header = "sensor,bias_r,bias_az,bias_t";

    /// <param name="sites">The tracker's sensors, by id.</param>
    /// <param name="nameOf">Name of a sensor by its id.</param>
    public static void Write(TextWriter to, IReadOnlyList<SensorSite?> sites, Func<int, string> nameOf)
    {
        to.WriteLine(Header);
        foreach (var site in sites)
        {
            if (site is not { IsRadar: true }) continue;
            to.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{nameOf(site.Id)},{site.Bias.RangeM:F2},{site.Bias.AzimuthRad / Angle.RadiansPerDegree:F5},{site.Bias.TimeS:F4}"));
        }
    }
}
