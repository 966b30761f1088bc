using Vedette.Kernel.Geodesy;

namespace Vedette.Air.Sensing;

/// <summary>
/// What the ground hides from one antenna: along each azimuth the steepest sight line over the ground so far, on an earth of 4/3 radius
/// (ITU-R P.526: heights over the chord, h - d²/2R). Behind a ridge a target must stand above the line over its crest.
/// </summary>
public sealed class TerrainScreen
{
    /// <summary>A third of a degree or so: at 100 km the rays are 600 m apart.</summary>
    private const int Rays = 1024;

    /// <summary>Ground nearer than this is the antenna's own hill, m.</summary>
    private const double NearM = 500;

    private readonly double stepM, antennaM;
    private readonly int steps;
    private readonly int castsPerStep;
    private readonly float[] slopes;

    /// <param name="rangeM">As far as the antenna reaches.</param>
    /// <param name="keptEachM">What is hidden is kept at this spacing along a ray, or at that of the posts if they are wider apart; every post counts all the same.</param>
    public TerrainScreen(TerrainGrid terrain, Geodetic antenna, double rangeM, double keptEachM = 0)
    {
        var castM = Math.Clamp(terrain.StepM, 100, 2000);
        castsPerStep = Math.Max((int)(keptEachM / castM), 1);
        stepM = castsPerStep * castM;
        steps = (int)Math.Ceiling(rangeM / stepM) + 1;
        antennaM = antenna.HeightM;
        slopes = new float[Rays * steps];
        for (var ray = 0; ray < Rays; ray++) Cast(terrain, antenna, ray, castM);
    }

    /// <summary>Height below which a target at this azimuth and ground distance is hidden, m above the ellipsoid.</summary>
    public double HiddenBelowM(double azimuthRad, double groundM)
    {
        var ray = (int)Math.Round(azimuthRad / (2 * Math.PI) * Rays);
        ray = ((ray % Rays) + Rays) % Rays;
        // The ground under the target itself hides nothing of it.
        var step = Math.Min((int)(groundM / stepM), steps) - 1;
        if (step < 0) return double.NegativeInfinity;
        return antennaM + (slopes[(ray * steps) + step] * groundM) + RadioHorizon.DropM(groundM);
    }

    private void Cast(TerrainGrid terrain, Geodetic antenna, int ray, double castM)
    {
        var azimuth = 2 * Math.PI * ray / Rays;
        var (sin, cos) = Math.SinCos(azimuth);
        var perNorth = cos / (Wgs84.MeridianRadiusM(antenna.LatitudeRad) * (Math.PI / 180));
        var perEast = sin / (Wgs84.PrimeVerticalRadiusM(antenna.LatitudeRad) * Math.Cos(antenna.LatitudeRad) * (Math.PI / 180));
        var steepest = float.NegativeInfinity;
        for (var cast = 0; cast < steps * castsPerStep; cast++)
        {
            var groundM = (cast + 1) * castM;
            if (groundM >= NearM)
            {
                // The meridians converge: to the second order along the parallel.
                var latitudeDeg = antenna.LatitudeDeg + (groundM * perNorth);
                var widen = Math.Cos(antenna.LatitudeRad) / Math.Cos((antenna.LatitudeRad + (latitudeDeg * Math.PI / 180)) / 2);
                var post = terrain.PostAt(latitudeDeg, antenna.LongitudeDeg + (groundM * perEast * widen));
                var heightM = post == TerrainGrid.Unknown ? 0 : post;
                steepest = Math.Max(steepest, (float)((heightM - RadioHorizon.DropM(groundM) - antennaM) / groundM));
            }

            slopes[(ray * steps) + (cast / castsPerStep)] = steepest;
        }
    }
}
