using Vedette.Air;

namespace Vedette.Assessment.Incursion;

/// <summary>
/// How a class of objects is supposed to fly when nothing is known of its plan: straight legs of gamma-distributed length between
/// changes of heading. Some that make for a guarded line mean to turn at it; one that is nearly there hardly does.
/// </summary>
/// <param name="MeanLegM">Mean length of a leg.</param>
/// <param name="TurnSigmaRad">Spread of the change of heading; NaN where the new heading may be any.</param>
/// <param name="HoldsOff">Share that will turn at the line, of those that make for it from afar.</param>
/// <param name="OnRoute">Share of those without a plan we know that fly the long legs of a route all the same, before any leg was seen.</param>
internal readonly record struct LegHabit(double MeanLegM, double TurnSigmaRad, double HoldsOff = 0, double OnRoute = 0)
{
    /// <summary>Mean leg of what roams, m: the scale against which the past of a track is held.</summary>
    public const double RoamingLegM = 30e3;

    /// <summary>Mean leg of what turns out to be on a route, m.</summary>
    public const double RouteLegM = 200e3;

    /// <summary>Those that hold off turn at such distances from the line, on average.</summary>
    private const double HoldOffM = 8e3;

    private const double PurposefulTurnRad = 0.4;

    /// <summary>Route traffic turns a little and seldom.</summary>
    private static readonly LegHabit Route = new(150e3, 0.5);

    /// <summary>
    /// An object without a known plan. Legs of some tens of kilometres are what waypoint flight looks like, and "any heading" is the honest
    /// word for a plan nobody has told: it may come on, run along or go home.
    /// </summary>
    private static readonly LegHabit Unplanned = new(RoamingLegM, double.NaN, 0.25, 0.005);

    /// <summary>What nobody can name may as well be an aircraft on its way: one in four, until its legs tell.</summary>
    private static readonly LegHabit Unnamed = Unplanned with { OnRoute = 0.25 };

    /// <summary>What runs along a line changes its heading often, a little, about the line's own course.</summary>
    public static readonly LegHabit AlongLine = new(20e3, 0.35);

    /// <summary>By <see cref="ObjectClass"/>.</summary>
    private static readonly LegHabit[] ByClass =
    [
        Route,                              // Airliner
        new(40e3, 0.8),                     // LightAircraft
        new(15e3, 1.0),                     // Helicopter
        new(RoamingLegM, double.NaN, OnRoute: 0.1),     // Patrol
        new(40e3, double.NaN, OnRoute: 0.1),            // FastJet
        Unplanned,                          // OneWayDrone
        new(3e3, double.NaN),               // SmallDrone
        Unplanned,                          // CruiseMissile
        new(2000e3, 0.1),                   // Ballistic: it cannot turn
        new(100e3, 0.3),                    // Balloon: as the wind turns
        new(5e3, double.NaN),               // Bird
        new(5e3, double.NaN),               // Clutter
        Unnamed,                            // Unknown
    ];

    /// <summary>For each class, and at last for what has none: the habit as it is, bound for somewhere, on a route, and both.</summary>
    private static readonly LegHabit[] WithPlans = [.. ByClass.Append(Unnamed).SelectMany(static h => new[] { h, h.Purposeful(), h.Routed(), h.Routed().Purposeful() })];

    /// <summary>Probability that an object on its way to a crossing so far ahead does not mean to turn at the line.</summary>
    public double GoesOn(double entryM) => 1 - (HoldsOff * (1 - Math.Exp(-entryM / HoldOffM)));

    /// <summary>The habit of a particle: of the class that it draws from a track's class probabilities, with the plan that it draws.</summary>
    /// <param name="routeOdds">How much likelier the legs flown are on a route than roaming.</param>
    /// <param name="purposeful">Probability that it is bound for somewhere.</param>
    public static ref readonly LegHabit Pick(in ClassProbabilities classes, in ParticleDraw draw, double routeOdds, double purposeful)
    {
        var (c, u) = (0, draw.Class);
        for (; c < ByClass.Length; c++)
        {
            u -= classes[c];
            if (u < 0) break;
        }

        var habit = 4 * c;
        ref readonly var plain = ref WithPlans[habit];
        if (plain.OnRoute > 0 && draw.Route < plain.OnRouteGiven(routeOdds)) habit += 2;
        if (draw.Purpose < purposeful) habit++;
        return ref WithPlans[habit];
    }

    /// <summary>The same of an object that is bound for somewhere: its turns come back to its course.</summary>
    private LegHabit Purposeful() => double.IsNaN(TurnSigmaRad) ? this with { TurnSigmaRad = PurposefulTurnRad } : this;

    /// <summary>The same on a route.</summary>
    private LegHabit Routed() => this with { MeanLegM = RouteLegM };

    /// <summary>Probability that it flies the long legs of a route, by what its past says for that.</summary>
    private double OnRouteGiven(double odds) => OnRoute * odds / ((OnRoute * odds) + 1 - OnRoute);
}
