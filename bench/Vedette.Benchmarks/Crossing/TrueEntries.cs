using Vedette.Air;
using Vedette.Kernel.Geodesy;

namespace Vedette.Benchmarks.Crossing;

/// <summary>When a flight truly was inside an airspace; shares nothing with the forecaster's geometry.</summary>
internal static class TrueEntries
{
    /// <summary>For each point of the flight, whether it is inside, heights counted.</summary>
    public static bool[] Inside(Flight flight, Airspace airspace) => [.. flight.Points.Select(p => Contains(airspace, p.Position))];

    /// <summary>Times, s, of the points that are inside while the one before is not.</summary>
    public static List<double> Times(Flight flight, bool[] inside)
    {
        var times = new List<double>();
        for (var i = 1; i < inside.Length; i++)
            if (inside[i] && !inside[i - 1]) times.Add(flight.Points[i].TimeS);
        return times;
    }

    private static bool Contains(Airspace airspace, Geodetic place) =>
        place.HeightM >= airspace.FloorM && place.HeightM <= airspace.CeilingM
        && airspace.Polygons.Any(rings => rings.Count(ring => Contains(ring, place)) % 2 == 1);

    private static bool Contains(IReadOnlyList<Geodetic> ring, Geodetic place)
    {
        var inside = false;
        for (var (i, j) = (0, ring.Count - 1); i < ring.Count; j = i++)
        {
            var (a, b) = (ring[i], ring[j]);
            if (a.LatitudeRad > place.LatitudeRad == b.LatitudeRad > place.LatitudeRad) continue;
            var share = (place.LatitudeRad - a.LatitudeRad) / (b.LatitudeRad - a.LatitudeRad);
            if (place.LongitudeRad < a.LongitudeRad + (share * (b.LongitudeRad - a.LongitudeRad))) inside = !inside;
        }

        return inside;
    }
}
