using System.Globalization;
using Vedette.Air;
using Vedette.Kernel.Geodesy;
using Vedette.Wire.GeoJson;

namespace Vedette.Benchmarks.Crossing;

/// <summary>The true motion of an airbench scenario (truth.csv, zones.geojson): targets without a transponder, by the class that a tracker finds.</summary>
internal static class AirbenchTruth
{
    public static CrossingScore Score(string folder)
    {
        var airspaces = AirspaceGeoJson.Read(File.ReadAllBytes(Path.Combine(folder, "zones.geojson")), "zone").Airspaces;
        var flights = File.ReadLines(Path.Combine(folder, "truth.csv")).Skip(1).Select(line => line.Split(','))
            .Where(f => f[2] is "drone" or "cruise")
            .GroupBy(f => (Id: int.Parse(f[1], CultureInfo.InvariantCulture), Class: f[2] == "drone" ? ObjectClass.OneWayDrone : ObjectClass.CruiseMissile))
            .Select(g => new Flight(g.Key.Id, g.Key.Class, HeightKnown: false, [.. g.Select(Point).OrderBy(p => p.TimeS)]));
        return CrossingTrial.Run([.. flights], airspaces);
    }

    private static FlightPoint Point(string[] f) =>
        new(Number(f[0]), Geodetic.FromDegrees(Number(f[3]), Number(f[4]), Number(f[5])), new(Number(f[7]), Number(f[6]), Number(f[8])));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
