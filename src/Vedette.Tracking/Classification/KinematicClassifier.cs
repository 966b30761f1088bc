using Vedette.Air;
using Vedette.Kernel.Geodesy;
using Vedette.Tracking.Existence;

namespace Vedette.Tracking.Classification;

/// <summary>
/// What kind of object flies like this: Bayes over speed, height, wind, transponder, callsign and radar cross section, each class with a prior
/// and simple spreads; a class may have several habits. On the ground speed and height say nothing. It knows nothing of intent; that is
/// assessment's.
/// </summary>
public static class KinematicClassifier
{
    /// <summary>Speeds m/s and heights m as mean and spread; transponder probability; mean radar cross section as a decade of m².</summary>
    private readonly record struct Habit(
        ObjectClass Class, double Prior, double SpeedMps, double SpeedSpreadMps, double HeightM, double HeightSpreadM, double Transponder, double Decade)
    {
        /// <summary>How well each of the learned cross sections fits the class's mean of 10^<see cref="Decade"/> m².</summary>
        public double[] EchoFit { get; } = FitOf(Decade);

        private static double[] FitOf(double decade)
        {
            var fit = new double[RadarCrossSections.Count];
            for (var i = 0; i < fit.Length; i++)
            {
                var off = Math.Log10(RadarCrossSections.SquareMetres[i]) - decade;
                fit[i] = Math.Exp(-0.5 * off * off / (0.6 * 0.6));
            }

            return fit;
        }
    }

    private static readonly Habit[] Habits =
    [
        new(ObjectClass.Airliner, 0.20, 220, 40, 9000, 4000, 0.99, 1.5),
        new(ObjectClass.Airliner, 0.06, 130, 40, 2500, 2000, 0.99, 1.5),      // climbing out or on approach
        new(ObjectClass.LightAircraft, 0.04, 60, 15, 1200, 800, 0.85, 0.5),
        new(ObjectClass.LightAircraft, 0.03, 33, 9, 1500, 1000, 0.85, 0.3),   // gliders, ultralights, light unmanned aircraft
        new(ObjectClass.Helicopter, 0.02, 55, 20, 500, 400, 0.8, 0.5),
        new(ObjectClass.Patrol, 0.08, 175, 25, 6500, 2500, 0.9, 0.7),
        new(ObjectClass.FastJet, 0.12, 250, 70, 1500, 2500, 0.15, 0.5),
        new(ObjectClass.OneWayDrone, 0.30, 50, 14, 1200, 1000, 0.005, -1),
        new(ObjectClass.SmallDrone, 0.02, 15, 8, 200, 200, 0.02, -2),
        new(ObjectClass.CruiseMissile, 0.10, 225, 30, 300, 700, 0.002, -0.5),
        new(ObjectClass.Ballistic, 0.02, 1400, 500, 30000, 20000, 0.001, -0.3),
        new(ObjectClass.Ballistic, 0.02, 1700, 500, 10000, 10000, 0.001, -0.3), // coming down
        new(ObjectClass.Balloon, 0.02, 12, 6, 5000, 4000, 0.02, -1),
        new(ObjectClass.Bird, 0.04, 15, 10, 400, 400, 0.0005, -1.5),
        new(ObjectClass.Clutter, 0.01, 20, 30, 500, 2000, 0.0005, 0),
    ];

    /// <summary>How often another kind of aircraft than an airliner flies under an airline's flight number, for each that an airliner does.</summary>
    private const double AirlineCallsignOfOthers = 0.05;

    public static ClassProbabilities Classify(in Bernoulli track, Enu velocity, WindField winds)
    {
        var speedMps = velocity.HorizontalNorm;
        ref readonly var p = ref track.Motion.Covariance;
        var speedVariance = 0.5 * (p[15] + p[18]);
        var cooperative = track.Address >= 0 || track.Code >= 0;
        var airline = IsAirlineFlight(track.Callsign);
        ClassProbabilities result = default;
        var total = 0.0;
        foreach (ref readonly var habit in Habits.AsSpan())
        {
            var likelihood = habit.Prior * (cooperative ? habit.Transponder : 1 - habit.Transponder) * Echo(track.CrossSections, habit.EchoFit);
            if (airline && habit.Class != ObjectClass.Airliner) likelihood *= AirlineCallsignOfOthers;
            if (!track.OnGround)
            {
                likelihood *= habit.Class == ObjectClass.Balloon && WindDrift.Likelihood(track, velocity, winds) is { } drift
                    ? drift
                    : Normal(speedMps - habit.SpeedMps, (habit.SpeedSpreadMps * habit.SpeedSpreadMps) + speedVariance);
            }

            if (habit.Class is ObjectClass.Bird or ObjectClass.Clutter) likelihood *= 0.2 + (300 * Erratic(track)) + (30 * track.Company);
            if (track.HeightKnown && !track.OnGround)
                likelihood *= Normal(track.Motion.Mean[2] - habit.HeightM, (habit.HeightSpreadM * habit.HeightSpreadM) + p[11]);
            result[(int)habit.Class] += likelihood + 1e-30;
            total += likelihood + 1e-30;
        }

        // A share for what is in no table grows as every entry becomes improbable.
        result[(int)ObjectClass.Unknown] = 1e-9;
        total += 1e-9;
        for (var c = 0; c < 13; c++) result[c] /= total;
        return result;
    }

    /// <summary>An ICAO airline designator and a flight number: three letters, then a digit (PANS-ATM, flight plan item 7).</summary>
    private static bool IsAirlineFlight(Callsign callsign)
    {
        if (callsign.IsBlank) return false;
        for (var i = 0; i < 3; i++)
            if (Character(callsign, i) is < 'A' or > 'Z') return false;
        return Character(callsign, 3) is >= '0' and <= '9';
    }

    private static char Character(Callsign callsign, int index) => (char)((callsign.Packed >> (56 - (8 * index))) & 0x7F);

    /// <summary>
    /// How much a track wanders beyond what its sensors' errors explain, 0 to 1: flocks and showers make tracks that never settle on a
    /// line and whose place is never known well.
    /// </summary>
    private static double Erratic(in Bernoulli track)
    {
        ref readonly var p = ref track.Motion.Covariance;
        var spread = Math.Clamp((Math.Sqrt(p[0] + p[6]) - 250) / 300, 0, 1);
        return spread * Math.Clamp((1 - track.Motion.Weights[0] - 0.4) / 0.5, 0, 1);
    }

    /// <summary>How well the learned cross sections fit a class.</summary>
    private static double Echo(in RadarCrossSections sections, double[] fit)
    {
        var sum = 0.0;
        for (var i = 0; i < RadarCrossSections.Count; i++) sum += sections[i] * fit[i];
        return sum + 0.05;
    }

    private static double Normal(double off, double variance) => Math.Exp(-0.5 * off * off / variance) / Math.Sqrt(variance);
}
