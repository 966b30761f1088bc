using Vedette.Kernel;
using Vedette.Kernel.Geodesy;
using Vedette.Kernel.Geodesy.HexGrid;

namespace Vedette.Air;

/// <summary>What is wrong with what an aircraft says of itself.</summary>
public enum IntegrityKind : byte
{
    /// <summary>It claims to be where it cannot have come to since its last trusted place.</summary>
    Jump,

    /// <summary>It claims a motion that nothing of its kind can fly.</summary>
    ImpossibleMotion,

    /// <summary>It claims to move and always gives the same place.</summary>
    Frozen,

    /// <summary>Its places repeat, one after another, what it said before.</summary>
    Replayed,

    /// <summary>Radar or multilateration sees it elsewhere.</summary>
    AgainstSensors,

    /// <summary>Two aircraft speak with one address. Both may be honest.</summary>
    DuplicateAddress,

    /// <summary>Its own navigation has become bad where it was good: jamming, most often.</summary>
    Degraded,

    /// <summary>No wind explains the difference between the speed that it claims over ground and its speed through the air.</summary>
    AgainstAirData,
}

/// <summary>A doubt about one aircraft's claims, from the first sign until it ended.</summary>
public sealed record IntegrityFinding
{
    public required int Number { get; init; }

    public required IntegrityKind Kind { get; init; }

    public required TransponderAddress Address { get; init; }

    public Callsign Callsign { get; init; }

    public required Instant Since { get; init; }

    /// <summary>Null while it lasts.</summary>
    public Instant? Until { get; init; }

    /// <summary>The place claimed when the doubt began.</summary>
    public required Geodetic Claimed { get; init; }

    /// <summary>Where it was last trusted to be, or where a sensor saw it.</summary>
    public Geodetic? Trusted { get; init; }

    /// <summary>Its positions are kept from the picture while this lasts.</summary>
    public bool IsDoubted { get; init; }

    /// <summary>Position reports since it began.</summary>
    public long Reports { get; init; }

    /// <summary>How it began, and how it ended, with the entries they rest on.</summary>
    public required IReadOnlyList<Reason> Reasons { get; init; }
}

/// <summary>How much GNSS suffers in a place, by the share of aircraft whose navigation went bad.</summary>
public enum InterferenceLevel : byte
{
    /// <summary>At most 2 %.</summary>
    Low,

    /// <summary>2 to 10 %.</summary>
    Medium,

    /// <summary>More than 10 %.</summary>
    High,
}

/// <summary>Aircraft seen in one cell within the window, by whether their navigation was good.</summary>
/// <param name="Cell">H3, resolution 4.</param>
/// <param name="Good">Aircraft that were good throughout.</param>
/// <param name="Bad">Aircraft whose navigation, good before, was bad somewhere in it.</param>
/// <param name="Spoofed">Aircraft that were there, by a radar or by their last trusted place, while their claims were not believed.</param>
public readonly record struct InterferenceCell(HexCell Cell, int Good, int Bad, int Spoofed = 0)
{
    /// <summary>Journal entry of the newest report of bad navigation here, 0 if none.</summary>
    public long BadEntry { get; init; }

    /// <summary>Journal entry of the newest claim that was not believed while its aircraft was here, 0 if none.</summary>
    public long SpoofedEntry { get; init; }

    /// <summary>(bad - 1) / all, as gpsjam.org counts, so that one aircraft with a broken receiver colours nothing; 0 at least.</summary>
    public double BadShare => Good + Bad == 0 ? 0 : Math.Max(0, Bad - 1) / (double)(Good + Bad);

    public InterferenceLevel Level => BadShare > 0.10 ? InterferenceLevel.High : BadShare > 0.02 ? InterferenceLevel.Medium : InterferenceLevel.Low;
}

/// <summary>All that is doubted now or was lately, and where.</summary>
/// <param name="Findings">Open ones and those that ended within the last hours, by number.</param>
/// <param name="Cells">Cells with any aircraft that tells its accuracy or is not believed, by index.</param>
/// <param name="Doubted">Position reports kept from the picture since the journal began.</param>
public sealed record IntegrityPicture(IReadOnlyList<IntegrityFinding> Findings, IReadOnlyList<InterferenceCell> Cells, long Doubted)
{
    public static readonly IntegrityPicture Empty = new([], [], 0);
}
