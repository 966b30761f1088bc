using Vedette.Air;
using Vedette.Eval;

namespace Vedette.Benchmarks.Crossing;

/// <summary>
/// Calibration of the three horizons, and of alerts at one half within ten minutes: how long before the entry they began, entries without one, and
/// alerts without an entry within ten minutes (gaps of half a minute are bridged).
/// </summary>
internal sealed class CrossingScore
{
    public static readonly double[] HorizonsS = [300, 600, 1200];

    private const double AlertFrom = 0.5;
    private const double BridgeS = 30;
    private const double AlertHorizonS = 600;
    private const double ForetoldS = 60;

    private readonly List<double> leadsS = [];

    public Calibration[] Horizons { get; } = [new(), new(), new()];

    public int Entries { get; private set; }

    public int Missed { get; private set; }

    public int FalseAlerts { get; private set; }

    /// <summary>The lead time that nine of ten alerts reach, s; NaN where there was none.</summary>
    public double TenthLeadS => leadsS.Count == 0 ? double.NaN : leadsS.Order().ElementAt(leadsS.Count / 10);

    /// <param name="waitS">Until the next entry; infinite where there is none.</param>
    /// <param name="restS">How much longer the flight is known: nothing is counted whose outcome is not.</param>
    public void AddForecast(CrossingForecast? said, double waitS, double restS)
    {
        for (var h = 0; h < HorizonsS.Length; h++)
        {
            var came = waitS <= HorizonsS[h];
            if (restS < HorizonsS[h] || (said is null && !came)) continue;
            Horizons[h].Add(Probability(said, h), came);
        }
    }

    /// <summary>Takes what was said of one flight, known until <paramref name="endS"/>, and one airspace, by rising time.</summary>
    public void AddAlerts(List<(double TimeS, double Probability)> said, List<double> entriesS, double endS)
    {
        var alerts = Alerts(said);
        var beginS = said[0].TimeS;
        foreach (var entryS in entriesS)
        {
            if (entryS < beginS + ForetoldS) continue;
            Entries++;
            var hit = alerts.FindLastIndex(a => a.From < entryS && entryS <= a.Until + ForetoldS);
            if (hit < 0) Missed++;
            else leadsS.Add(entryS - alerts[hit].From);
        }

        FalseAlerts += alerts.Count(a => a.From + AlertHorizonS < endS
            && !entriesS.Exists(t => t > a.From - ForetoldS && t <= Math.Max(a.Until, a.From + AlertHorizonS) + ForetoldS));
    }

    private static List<(double From, double Until)> Alerts(List<(double TimeS, double Probability)> said)
    {
        var alerts = new List<(double From, double Until)>();
        foreach (var (timeS, probability) in said)
        {
            if (probability < AlertFrom) continue;
            if (alerts.Count > 0 && timeS - alerts[^1].Until <= BridgeS) alerts[^1] = (alerts[^1].From, timeS);
            else alerts.Add((timeS, timeS));
        }

        return alerts;
    }

    private static double Probability(CrossingForecast? said, int horizon) => horizon switch
    {
        0 => said?.Within5Min ?? 0,
        1 => said?.Within10Min ?? 0,
        _ => said?.Within20Min ?? 0,
    };
}
