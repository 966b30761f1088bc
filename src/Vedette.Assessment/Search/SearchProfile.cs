using Vedette.Air;
using Vedette.Kernel;

namespace Vedette.Assessment.Search;

/// <summary>As what a lost track is looked for: the profile that its class comes nearest to, how long such a thing flies, and how high.</summary>
internal static class SearchProfile
{
    private static readonly double[] HeightsM = [30, 50, 100, 300, 1000, 3000];

    /// <summary>Index into <see cref="ObjectProfile.Standard"/>. A lost object answers no more, whatever it did before.</summary>
    public static int Of(in Track track) => track.Classes.Best switch
    {
        ObjectClass.SmallDrone or ObjectClass.Balloon => IndexOf(ObjectClass.SmallDrone),
        ObjectClass.OneWayDrone => IndexOf(ObjectClass.OneWayDrone),
        ObjectClass.CruiseMissile or ObjectClass.Ballistic or ObjectClass.FastJet => IndexOf(ObjectClass.CruiseMissile),
        ObjectClass.LightAircraft or ObjectClass.Helicopter or ObjectClass.Patrol or ObjectClass.Airliner => IndexOf(ObjectClass.LightAircraft),
        _ => BySpeed(track.GroundSpeedMps),
    };

    /// <summary>Mean time in the air that is left, s: batteries of a quarter of an hour, tanks of hours, missiles of half an hour.</summary>
    public static double EnduranceS(ObjectClass c) => c switch
    {
        ObjectClass.SmallDrone => 1200,
        ObjectClass.CruiseMissile => 1800,
        _ => 7200,
    };

    /// <summary>The height it was last at, or lower: who drops out of sight has mostly gone down. Index of the height above ground.</summary>
    public static int HeightOf(in Track track, SeededRandom random)
    {
        var highest = HeightsM.Length - 1;
        if (track.HeightKnown)
            while (highest > 0 && HeightsM[highest] > 1.5 * track.Position.HeightM) highest--;
        return random.NextDouble() < 0.5 ? highest : random.Next(highest + 1);
    }

    private static int BySpeed(double speedMps) =>
        speedMps < 25 ? IndexOf(ObjectClass.SmallDrone) : speedMps > 120 ? IndexOf(ObjectClass.CruiseMissile) : IndexOf(ObjectClass.OneWayDrone);

    private static int IndexOf(ObjectClass c)
    {
        for (var i = 0; i < ObjectProfile.Standard.Count; i++)
            if (ObjectProfile.Standard[i].Class == c) return i;
        throw new InvalidOperationException($"there is no profile of {c}");
    }
}
