using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;
using Vedette.Kernel.Geodesy.HexGrid;

namespace Vedette.Assessment.Integrity;

/// <summary>Counts, for every cell, the aircraft of the last hour by whether their navigation stayed good in it.</summary>
internal sealed class InterferenceMap
{
    private readonly Dictionary<HexCell, Dictionary<int, Visit>> cells = [];

    public void Count(TransponderAddress address, Geodetic place, bool isBad, Instant at)
    {
        var cell = HexCell.At(place, IntegrityRules.CellResolution);
        if (!cells.TryGetValue(cell, out var visits)) cells[cell] = visits = [];
        var wasBad = visits.TryGetValue(address.Value, out var before) && before.IsBad;
        visits[address.Value] = new(at, wasBad || isBad);
    }

    /// <summary>Forgets visits older than the window.</summary>
    public IReadOnlyList<InterferenceCell> Take(Instant now)
    {
        var counted = new List<InterferenceCell>(cells.Count);
        foreach (var (cell, visits) in cells.OrderBy(pair => pair.Key).ToArray())
        {
            foreach (var (address, visit) in visits.ToArray())
                if (now.SecondsSince(visit.Last) > IntegrityRules.CellWindowS) visits.Remove(address);
            if (visits.Count == 0) cells.Remove(cell);
            else counted.Add(new(cell, visits.Values.Count(visit => !visit.IsBad), visits.Values.Count(visit => visit.IsBad)));
        }

        return counted;
    }

    private readonly record struct Visit(Instant Last, bool IsBad);
}
