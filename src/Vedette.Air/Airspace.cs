using Vedette.Kernel.Geodesy;

namespace Vedette.Air;

/// <summary>What entering an airspace means.</summary>
public enum AirspaceRole : byte
{
    /// <summary>Entry is what the watch is about.</summary>
    Protected,

    /// <summary>Shown and counted; raises nothing by itself.</summary>
    Information,

    /// <summary>Where objects of concern come from: the all-clear asks for ways from there. Raises nothing by itself.</summary>
    Origin,
}

/// <summary>
/// A volume over the ground: rings of geodetic vertices (the first ring outer, further ones holes; not closed, heights ignored)
/// between two ellipsoidal heights.
/// </summary>
public sealed record Airspace
{
    /// <summary>Stable key, for example "pl-east".</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    public AirspaceRole Role { get; init; } = AirspaceRole.Protected;

    /// <summary>One or more polygons; each is an array of rings.</summary>
    public required IReadOnlyList<IReadOnlyList<IReadOnlyList<Geodetic>>> Polygons { get; init; }

    public double FloorM { get; init; } = double.NegativeInfinity;

    public double CeilingM { get; init; } = double.PositiveInfinity;
}
