using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Air;

/// <summary>A track of interest that was lost, and the case that stays open until a person closes it.</summary>
/// <param name="Alert">The case.</param>
/// <param name="Track">As it was last.</param>
public readonly record struct LostObject(AlertNumber Alert, Track Track);

/// <summary>Where a lost object may be by now: grown with its speed, and without what sensors would have shown.</summary>
public sealed record SearchArea
{
    public required AlertNumber Alert { get; init; }

    public required TrackNumber Track { get; init; }

    public required Geodetic LastKnown { get; init; }

    public required Instant LastSeen { get; init; }

    /// <summary>The area holds this share of what is possible.</summary>
    public required double Share { get; init; }

    public required double AreaM2 { get; init; }

    /// <summary>From the last known place to the farthest of the area, m.</summary>
    public required double ReachM { get; init; }

    /// <summary>Probability that it still flies and no sensor could confirm it.</summary>
    public required double Flying { get; init; }

    /// <summary>Probability that it has come down unseen.</summary>
    public required double Down { get; init; }

    /// <summary>Probability that it is in the picture again under another number.</summary>
    public double Found => Math.Max(0, 1 - Flying - Down);

    /// <summary>Outlines, not closed; several where sensors have cut it apart.</summary>
    public required IReadOnlyList<IReadOnlyList<Geodetic>> Rings { get; init; }

    /// <summary>In sentences, what it rests on.</summary>
    public required IReadOnlyList<Reason> Reasons { get; init; }
}
