using Vedette.Kernel.Geodesy;

namespace Vedette.Air;

/// <summary>Whether a place lies in an area: even-odd rule in the plane of latitude and longitude, behind a bounding box.</summary>
public sealed class AreaShape
{
    private readonly Geodetic[][] rings;
    private readonly double south = double.PositiveInfinity, north = double.NegativeInfinity, west = double.PositiveInfinity, east = double.NegativeInfinity;

    /// <param name="polygons">As of an <see cref="Airspace"/>: polygons of rings, the first ring of each outer, further ones holes.</param>
    public AreaShape(IReadOnlyList<IReadOnlyList<IReadOnlyList<Geodetic>>> polygons)
    {
        rings = [.. polygons.SelectMany(polygon => polygon).Select(ring => ring.ToArray())];
        foreach (var vertex in rings.SelectMany(ring => ring))
        {
            (south, north) = (Math.Min(south, vertex.LatitudeRad), Math.Max(north, vertex.LatitudeRad));
            (west, east) = (Math.Min(west, vertex.LongitudeRad), Math.Max(east, vertex.LongitudeRad));
        }
    }

    public bool Holds(Geodetic place)
    {
        var (lat, lon) = (place.LatitudeRad, place.LongitudeRad);
        if (lat < south || lat > north || lon < west || lon > east) return false;
        var inside = false;
        foreach (var ring in rings)
        {
            for (int i = 0, j = ring.Length - 1; i < ring.Length; j = i++)
            {
                ref readonly var a = ref ring[i];
                ref readonly var b = ref ring[j];
                if (a.LatitudeRad > lat == b.LatitudeRad > lat) continue;
                if (lon < a.LongitudeRad + ((lat - a.LatitudeRad) / (b.LatitudeRad - a.LatitudeRad) * (b.LongitudeRad - a.LongitudeRad))) inside = !inside;
            }
        }

        return inside;
    }
}
