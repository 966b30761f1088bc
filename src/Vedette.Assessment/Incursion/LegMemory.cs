using Vedette.Air;
using Vedette.Kernel;

namespace Vedette.Assessment.Incursion;

/// <summary>
/// A track's present leg: its direction, averaged over more than the moment, and how far it has been flown, which tells whether the
/// next change of heading is near. A turn is a heading that leaves the leg's by more than the tracker could be wrong, and stays away.
/// </summary>
internal sealed class LegMemory
{
    private const double TurnRad = 15 * Angle.RadiansPerDegree;
    private const double TurnSigmas = 3;

    /// <summary>A departure must last this long to be a turn, s.</summary>
    private const double TurnS = 4;

    /// <summary>Directions of this long, s, are averaged.</summary>
    private const double MemoryS = 60;

    /// <summary>The error of a tracker's heading changes as slowly as this, s; so much time makes one independent look.</summary>
    private const double ErrorS = 15;

    /// <summary>A leg younger than this, s, may still be part of the turn.</summary>
    private const double SettledS = 8;

    /// <summary>Spread of the turns of what is bound for somewhere, as a tracker sees them, rad.</summary>
    private const double PurposefulTurnRad = 0.6;

    /// <summary>Share of its turns that may be any.</summary>
    private const double StrayTurns = 0.15;

    private const double MostLogOdds = 3;
    private const double MostRouteLogOdds = 6;
    private const double RouteScale = LegHabit.RouteLegM / LegHabit.RoamingLegM;
    private const double PriorPurposeful = 0.05;

    private double route;
    private double purpose = Math.Log(PriorPurposeful / (1 - PriorPurposeful));
    private double legRad = double.NaN;
    private double ageS;
    private double awayS;
    private Instant last;

    /// <summary>Metres flown since the last turn, or since the track was first seen.</summary>
    public double FlownM { get; private set; }

    /// <summary>Metres flown since the track was first seen.</summary>
    public double PathM { get; private set; }

    /// <summary>Probability that it is bound for somewhere rather than turning to wherever, by the turns it has made.</summary>
    public double Purposeful => 1 / (1 + Math.Exp(-purpose));

    /// <summary>
    /// How much likelier its legs, the present one as far as it was flown, are on a route (<see cref="LegHabit.RouteLegM"/>) than roaming
    /// (<see cref="LegHabit.RoamingLegM"/>): who has held a course for an hour is not about to turn.
    /// </summary>
    public double RouteOdds
    {
        get
        {
            var flown = FlownM / LegHabit.RoamingLegM;
            var present = LegLength.Survival(0, flown / RouteScale) / Math.Max(LegLength.Survival(0, flown), 1e-12);
            return Math.Exp(Math.Clamp(route + Math.Log(present), -MostRouteLogOdds, MostRouteLogOdds));
        }
    }

    /// <summary>True once a turn was seen: then the leg began where <see cref="FlownM"/> counts from.</summary>
    public bool BeginKnown { get; private set; }

    /// <summary>True where the heading has left the leg's or has only just found a new one: a turn rate then means what it says.</summary>
    public bool Turning => awayS > 0 || (BeginKnown && ageS < SettledS);

    /// <summary>What to turn the track's velocity by, rad clockwise, to have the direction of its leg.</summary>
    public double CorrectionRad { get; private set; }

    /// <summary>How much of the spread of the track's heading is left after averaging, 0 to 1.</summary>
    public double SpreadShare { get; private set; } = 1;

    /// <summary>Takes the track's motion of this moment.</summary>
    public void Follow(in Track track, double sigmaHeadingRad)
    {
        var heading = track.TrackAngleRad;
        var passedS = double.IsNaN(legRad) ? 0 : Math.Max(track.Time.SecondsSince(last), 0);
        last = track.Time;
        if (!double.IsFinite(heading)) return;
        if (double.IsNaN(legRad)) legRad = heading;
        FlownM += track.GroundSpeedMps * passedS;
        PathM += track.GroundSpeedMps * passedS;
        ageS += passedS;
        var away = Angle.WrapSigned(heading - legRad);
        if (!(Math.Abs(away) <= Math.Max(TurnRad, TurnSigmas * sigmaHeadingRad)))
        {
            // For now the heading of the moment is the better guide.
            (CorrectionRad, SpreadShare) = (0, 1);
            awayS += passedS;
            if (awayS >= TurnS) Begin(heading);
            return;
        }

        awayS = 0;
        if (ageS > 0) legRad += away * Math.Min(passedS / Math.Min(ageS, MemoryS), 1);
        CorrectionRad = Angle.WrapSigned(legRad - heading);
        SpreadShare = Math.Sqrt(ErrorS / (ErrorS + Math.Min(ageS, MemoryS)));
    }

    private void Begin(double heading)
    {
        Weigh(Angle.WrapSigned(heading - legRad));
        if (BeginKnown) route = Math.Clamp(route + LegLength.LongerLogRatio(FlownM / LegHabit.RoamingLegM, RouteScale), -MostRouteLogOdds, MostRouteLogOdds);
        legRad = heading;
        (ageS, awayS, FlownM) = (0, 0, 0);
        BeginKnown = true;
    }

    /// <summary>A turn of any angle is what a roamer makes; one that is bound for somewhere turns a little.</summary>
    private void Weigh(double turnRad)
    {
        var z = turnRad / PurposefulTurnRad;
        var density = Math.Exp(-z * z / 2) / (PurposefulTurnRad * Math.Sqrt(2 * Math.PI));
        var ratio = ((1 - StrayTurns) * density * 2 * Math.PI) + StrayTurns;
        purpose = Math.Clamp(purpose + Math.Log(ratio), -MostLogOdds, MostLogOdds);
    }
}
