using Vedette.Air;

namespace Vedette.Server.Contract;

/// <summary>
/// What an unmanned aircraft says of itself by Remote ID. <see cref="PlaceConfirmed"/>: a radar, ears or eyes have met an aircraft where it says it is;
/// who it is stays its own word.
/// </summary>
public sealed record UasClaimDto(
    string Id, UasIdType IdType, string? SecondId, UasKind Kind, UasStatus Status, string? Description, string? OperatorId, double? OperatorLatDeg, double? OperatorLonDeg,
    OperatorPlaceKind OperatorPlace, bool PlaceConfirmed, ReasonDto Why);

internal static class ClaimMapping
{
    public static UasClaimDto? Claim(in Track track, IReadOnlyDictionary<int, UasClaim> claims)
    {
        if (track.Address is not { } address || !claims.TryGetValue(address.Value, out var claim)) return null;
        var isConfirmed = track.SensedIndependently;
        var why = isConfirmed
            ? $"Claimed since {claim.At}. A sensor has met an aircraft where it says it is; who it is, and who flies it, is its own word."
            : $"Claimed since {claim.At}. No radar has met an aircraft there yet: place, name and operator are its own word.";
        return new(
            claim.Id, claim.IdType, Told(claim.SecondId), claim.Kind, claim.Status, Told(claim.Description), Told(claim.OperatorId), claim.Operator?.LatitudeDeg,
            claim.Operator?.LongitudeDeg, claim.OperatorPlace, isConfirmed, new(why, claim.Entry));
    }

    private static string? Told(string text) => text.Length == 0 ? null : text;
}
