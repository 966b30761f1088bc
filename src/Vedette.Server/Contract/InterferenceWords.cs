using Vedette.Air;

namespace Vedette.Server.Contract;

/// <summary>What the counts of a cell of the GNSS map rest on, in words.</summary>
internal static class InterferenceWords
{
    /// <summary>Behind its level and its aircraft that were not believed; empty where neither is shown.</summary>
    public static IReadOnlyList<ReasonDto> Why(in InterferenceCell cell)
    {
        if (cell.Level == InterferenceLevel.Low && cell.Spoofed == 0) return [];
        var reasons = new List<ReasonDto>();
        if (cell.Bad > 0)
        {
            reasons.Add(new(FormattableString.Invariant($"Of {cell.Good + cell.Bad} aircraft of the last hour here that tell how good their navigation is, {cell.Bad} had it good and then bad; the newest of such reports is told."), cell.BadEntry));
            reasons.Add(new("Rule: one such aircraft is taken for its own fault; the others are held against all. Over 2 % is medium, over 10 % high.", 0));
        }

        if (cell.Spoofed > 0)
            reasons.Add(new(FormattableString.Invariant($"Aircraft that were here in the last hour, by a radar or by their last trusted place, while what they claimed was not believed: {cell.Spoofed}. The findings say why."), cell.SpoofedEntry));
        return reasons;
    }
}
