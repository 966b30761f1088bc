namespace Vedette.Tracking.Undetected;

/// <summary>What may be in the sky without having been seen, by how fast it is and how large an echo it gives.</summary>
/// <param name="SpeedMps">Speed over the ground.</param>
/// <param name="CrossSectionM2">Mean radar cross section; of a flock, that of one echo.</param>
/// <param name="Share">Share of all undetected objects; flocks are counted for themselves.</param>
/// <param name="Bands">How they are shared out over the height bands (<see cref="Existence.HeightBands"/>).</param>
public sealed record UnseenKind(double SpeedMps, double CrossSectionM2, double Share, double[] Bands)
{
    /// <summary>How many of them are objects that a track is wanted of.</summary>
    public const int Objects = 3;

    /// <summary>Place of flocks and showers among them.</summary>
    public const int Flock = 3;

    public const int Count = 4;

    /// <summary>Drones and light aircraft, aircraft and cruise missiles, ballistic objects; last, flocks and showers.</summary>
    public static readonly UnseenKind[] All =
    [
        new(50, 0.1, 0.5, [0.3, 0.25, 0.2, 0.2, 0.05]),
        new(200, 1, 0.47, [0.2, 0.15, 0.2, 0.2, 0.25]),
        new(1500, 0.5, 0.03, [0, 0, 0, 0, 1]),
        new(10, 0.1, 1, [0.1, 0.35, 0.35, 0.2, 0]),
    ];
}
