using Vedette.Kernel.Geodesy;

namespace Vedette.Sim.Sensors;

/// <summary>A flock or a shower: a drifting Gaussian patch that gives every radar in reach some echoes a scan.</summary>
/// <param name="Place">Its middle at the start of the scenario; the height is of the flock or of the rain.</param>
/// <param name="SpreadM">One standard deviation of where in it an echo comes from, m: 0.3-0.9 km for birds, 2-5 km for weather.</param>
/// <param name="EchoesPerScan">Mean number of echoes a scan.</param>
/// <param name="DriftEastMps">Drift, m/s.</param>
/// <param name="DriftNorthMps">Drift, m/s.</param>
public sealed record ClutterPatch(Geodetic Place, double SpreadM, double EchoesPerScan, double DriftEastMps, double DriftNorthMps)
{
    /// <summary>A random point of it at a time (s after the start), and its drift.</summary>
    internal Ecef Draw(Kernel.SeededRandom random, double timeS)
    {
        var frame = new EnuFrame(Place);
        return frame.ToEcef(new(
            (DriftEastMps * timeS) + (random.NextGaussian() * SpreadM),
            (DriftNorthMps * timeS) + (random.NextGaussian() * SpreadM),
            random.NextGaussian() * 150));
    }
}
