using Vedette.Tracking.Registration;
using Vedette.Tracking.Tuning;

namespace Vedette.Tracking.Undetected;

/// <summary>
/// Objects fly in groups: beside a track that others accompany, more of the same are to be expected, flying as it flies. This part of the
/// field of undetected objects moves with the tracks; its density where a plot fell is added to that of births.
/// </summary>
public sealed class Companions(TrackTable table, TuningTable tuning)
{
    /// <summary>Beyond so many spreads nobody is accompanied.</summary>
    private const double Reach = 3;

    /// <summary>Adds to a plot's background what the formations near it lead to expect.</summary>
    /// <param name="z">The plot; knows afterwards which track its object probably flies with.</param>
    /// <param name="near">Tracks near it.</param>
    public void Weigh(ref Measurement z, List<int> near)
    {
        z.Leader = -1;
        z.CompanionDensity = 0;
        if (!z.IsBareEcho) return;
        double total = 0, most = 0;
        foreach (var index in near)
        {
            ref readonly var track = ref table[index];
            if (!track.Confirmed || track.Escorts == 0) continue;
            var density = Density(z, track);
            total += density;
            if (density <= most) continue;
            (most, z.Leader) = (density, index);
        }

        if (total <= 0) return;
        z.CompanionDensity = total;
        double births = z.BirthDensity, before = births / z.BirthShare;
        z.BirthShare = (births + total) / (before + total);
        z.LogBackground += Math.Log((before + total) / before);
        if (most < births) z.Leader = -1;
    }

    private double Density(in Measurement z, in Bernoulli track)
    {
        ref readonly var x = ref track.Motion.Mean;
        var lead = z.TimeS - track.TimeS;
        var there = track.Frame.ToLocal(z.PlaceEcef);
        double east = there.East - x[0] - (lead * x[3]), north = there.North - x[1] - (lead * x[4]);
        var settings = tuning.Of(track);
        var variance = settings.FormationSpreadM * settings.FormationSpreadM;
        var off = ((east * east) + (north * north)) / variance;
        return off > Reach * Reach ? 0 : settings.CompanionsExpected * Math.Exp(-0.5 * off) / (2 * Math.PI * variance);
    }
}
