using Vedette.Air;

namespace Vedette.Server.Contract;

/// <summary>A doubt about one aircraft's claims. The place claimed when it began, and where it was trusted to be or seen.</summary>
public sealed record IntegrityFindingDto(
    int N, IntegrityKind Kind, string Address, string? Callsign, string Since, string? Until, double ClaimedLatDeg, double ClaimedLonDeg,
    double? TrustedLatDeg, double? TrustedLonDeg, bool Doubted, long Reports, IReadOnlyList<ReasonDto> Reasons);

/// <summary>
/// Aircraft of the last hour in one H3 cell of resolution 4: whose navigation stayed good or went bad, how much GNSS suffers there by these, and
/// how many were there while their claims were not believed. Why: what both counts rest on, empty where nothing is wrong.
/// </summary>
public sealed record InterferenceCellDto(string Cell, int Good, int Bad, double BadShare, InterferenceLevel Level, int Spoofed, IReadOnlyList<ReasonDto> Why);

public sealed record IntegrityDto(IReadOnlyList<IntegrityFindingDto> Findings, IReadOnlyList<InterferenceCellDto> Cells, long DoubtedReports);

public sealed record IntegrityFrame(string Type, IntegrityDto Integrity);

internal static class IntegrityMapping
{
    /// <summary>Findings that last first, then the newest.</summary>
    public static IntegrityDto Integrity(IntegrityPicture picture) => new(
        [.. picture.Findings.OrderBy(finding => finding.Until is not null).ThenByDescending(finding => finding.Number).Select(Finding)],
        [.. picture.Cells.Select(cell => new InterferenceCellDto(cell.Cell.ToString(), cell.Good, cell.Bad, Math.Round(cell.BadShare, 4), cell.Level, cell.Spoofed, InterferenceWords.Why(cell)))],
        picture.Doubted);

    private static IntegrityFindingDto Finding(IntegrityFinding finding) => new(
        finding.Number, finding.Kind, finding.Address.ToString(), finding.Callsign.IsBlank ? null : finding.Callsign.ToString(), finding.Since.ToString(),
        finding.Until?.ToString(), finding.Claimed.LatitudeDeg, finding.Claimed.LongitudeDeg, finding.Trusted?.LatitudeDeg, finding.Trusted?.LongitudeDeg,
        finding.IsDoubted, finding.Reports, Mapping.Reasons(finding.Reasons));
}
