using System.Runtime.InteropServices;
using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;
using Vedette.Kernel.Geodesy.HexGrid;

namespace Vedette.Assessment.Integrity;

/// <summary>
/// Counts, for every cell, the aircraft of the last hour by whether their navigation stayed good in it, and apart from these the aircraft
/// that were in it while their claims were not believed.
/// </summary>
internal sealed class InterferenceMap
{
    private readonly Dictionary<HexCell, Dictionary<int, Visit>> cells = [];

    /// <param name="entry">The journal entry that brought the report.</param>
    public void Count(TransponderAddress address, Geodetic place, bool isBad, Instant at, long entry)
    {
        ref var visit = ref Of(address, place);
        visit = visit with
        {
            LastTold = at,
            IsBad = (visit.IsBad && IsRecent(visit.LastTold, at)) || isBad,
            BadEntry = isBad ? entry : visit.BadEntry,
        };
    }

    /// <summary>It was about here, whatever it claimed.</summary>
    /// <param name="entry">The journal entry that brought the claim.</param>
    public void CountSpoofed(TransponderAddress address, Geodetic place, Instant at, long entry)
    {
        ref var visit = ref Of(address, place);
        (visit.LastSpoofed, visit.SpoofedEntry) = (at, entry);
    }

    /// <summary>Forgets visits older than the window.</summary>
    public IReadOnlyList<InterferenceCell> Take(Instant now)
    {
        var counted = new List<InterferenceCell>(cells.Count);
        foreach (var (cell, visits) in cells.OrderBy(pair => pair.Key).ToArray())
        {
            var (good, bad, spoofed) = (0, 0, 0);
            var (badEntry, spoofedEntry) = (0L, 0L);
            foreach (var (address, visit) in visits.ToArray())
            {
                var (told, isSpoofed) = (IsRecent(visit.LastTold, now), IsRecent(visit.LastSpoofed, now));
                if (!told && !isSpoofed) visits.Remove(address);
                if (told && visit.IsBad) (bad, badEntry) = (bad + 1, Math.Max(badEntry, visit.BadEntry));
                else if (told) good++;
                if (isSpoofed) (spoofed, spoofedEntry) = (spoofed + 1, Math.Max(spoofedEntry, visit.SpoofedEntry));
            }

            if (visits.Count == 0) cells.Remove(cell);
            else counted.Add(new(cell, good, bad, spoofed) { BadEntry = badEntry, SpoofedEntry = spoofedEntry });
        }

        return counted;
    }

    private ref Visit Of(TransponderAddress address, Geodetic place)
    {
        var cell = HexCell.At(place, IntegrityRules.CellResolution);
        if (!cells.TryGetValue(cell, out var visits)) cells[cell] = visits = [];
        ref var visit = ref CollectionsMarshal.GetValueRefOrAddDefault(visits, address.Value, out var known);
        if (!known) visit = new(Instant.MinValue, Instant.MinValue, false);
        return ref visit;
    }

    private static bool IsRecent(Instant at, Instant now) => at != Instant.MinValue && now.SecondsSince(at) <= IntegrityRules.CellWindowS;

    private record struct Visit(Instant LastTold, Instant LastSpoofed, bool IsBad, long BadEntry = 0, long SpoofedEntry = 0);
}
