using Vedette.Air;
using Vedette.Kernel;

namespace Vedette.Assessment.Incursion;

/// <summary>
/// What is remembered of one track and one airspace: the newest forecast and when the next is due. The nearer an entry may be, the sooner; those
/// not expected are spread over their seconds by track.
/// </summary>
internal struct Outlook
{
    /// <summary>Seconds between forecasts of an entry not expected within five minutes.</summary>
    public const int QuietPeriodS = 5;

    /// <summary>Seconds between forecasts of an entry hardly possible within ten minutes, or out of reach.</summary>
    public const int FarPeriodS = 15;

    /// <summary>A heading that sweeps past an airspace means nothing yet: while a track turns, what is said follows with this time constant, s.</summary>
    private const double TurnSettlesS = 4;

    private const double SoonFrom = 0.1;
    private const double PossibleFrom = 0.02;

    private LineMemory line;
    private Instant at;

    /// <summary>The newest forecast; null where the airspace is out of reach.</summary>
    public CrossingForecast? Crossing { get; private set; }

    /// <summary>When the next forecast is due, if the track does not turn before.</summary>
    public Instant Due { get; private set; }

    /// <summary>Whether it is time for another forecast. One that turns is looked at every time, but for airspaces out of reach.</summary>
    public readonly bool IsDue(Instant now, bool turning) => now >= Due || (turning && Crossing is not null);

    /// <summary>Makes the forecast new.</summary>
    /// <param name="stagger">Any number: tracks of different ones begin their periods at different seconds.</param>
    public void Renew(CrossingForecaster forecaster, in Track track, LegMemory leg, AirspaceVolume volume, Instant now, int stagger)
    {
        var said = forecaster.Forecast(track, leg, ref line, volume, Crossing);
        if (leg.Turning && said is not null && Crossing is not null) said = Settled(Crossing, said, 1 - Math.Exp(-now.SecondsSince(at) / TurnSettlesS));
        Crossing = said;
        at = now;
        Due = Next(now, stagger);
    }

    private readonly Instant Next(Instant now, int stagger)
    {
        var period = Crossing switch
        {
            { Within5Min: >= SoonFrom, Inside: < 1 } => 1,
            { Within10Min: >= PossibleFrom } => QuietPeriodS,
            _ => FarPeriodS,
        };
        if (period == 1) return now;
        var seconds = now.Ticks / TimeSpan.TicksPerSecond;
        return now.AddSeconds(period - ((seconds + stagger) % period));
    }

    /// <summary>Moves what was said by a share of the way to what the moment says.</summary>
    private static CrossingForecast Settled(CrossingForecast before, CrossingForecast now, double share) => now with
    {
        Within5Min = before.Within5Min + ((now.Within5Min - before.Within5Min) * share),
        Within10Min = before.Within10Min + ((now.Within10Min - before.Within10Min) * share),
        Within20Min = before.Within20Min + ((now.Within20Min - before.Within20Min) * share),
    };
}
