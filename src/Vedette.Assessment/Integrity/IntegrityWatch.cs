using Vedette.Air;
using Vedette.Kernel;

namespace Vedette.Assessment.Integrity;

/// <summary>
/// Judges what aircraft claim of themselves, address by address: against their own past, against what nothing can fly, against what radars and
/// multilateration see. A claim is doubted from the first fault until it has been plausible for a while; doubted claims stay in the journal
/// and in the findings, and out of the picture.
/// </summary>
public sealed class IntegrityWatch : IIntegrityWatch
{
    private const double CellsEveryS = 60;

    private readonly Dictionary<int, ClaimedAircraft> aircraft = [];
    private readonly IntegrityFindings findings = new();
    private readonly InterferenceMap map = new();
    private readonly SensorLooks looks = new();
    private long doubted;
    private Instant nextCells;

    /// <inheritdoc/>
    public void Know(SensorDirectory sensors) => looks.Know(sensors);

    /// <inheritdoc/>
    public bool Trust(in Plot plot)
    {
        if (plot.Address is not { } address) return true;
        if (plot.Kind == PlotKind.Cooperative) return plot.Position is null || TrustClaim(plot, address);
        if (plot.Kind == PlotKind.Primary || !aircraft.TryGetValue(address.Value, out var claimed)) return true;
        claimed.Heard(plot.Air, plot.TimeOfApplicability);
        looks.Take(claimed, plot);
        return true;
    }

    /// <inheritdoc/>
    public IntegrityPicture? Changes(Instant now)
    {
        if (!findings.HasChanged && now.CompareTo(nextCells) < 0) return null;
        nextCells = now.AddSeconds(CellsEveryS);
        Forget(now);
        return new(findings.Take(now), map.Take(now), doubted);
    }

    private bool TrustClaim(in Plot plot, TransponderAddress address)
    {
        if (!aircraft.TryGetValue(address.Value, out var claimed)) aircraft[address.Value] = claimed = new(address, findings);
        var isTrusted = claimed.Take(plot);
        if (!isTrusted)
        {
            doubted++;
            if (claimed.WhereTrusted(plot.TimeOfApplicability) is { } place) map.CountSpoofed(address, place, plot.ReceivedAt, plot.Entry);
        }

        if (claimed.TellsAccuracy && isTrusted) map.Count(address, plot.Position!.Value, claimed.IsDegraded, plot.ReceivedAt, plot.Entry);
        return isTrusted;
    }

    private void Forget(Instant now)
    {
        foreach (var (address, claimed) in aircraft.OrderBy(pair => pair.Key).ToArray())
        {
            if (now.SecondsSince(claimed.LastHeard) <= IntegrityRules.ForgetAfterS) continue;
            claimed.End(now);
            aircraft.Remove(address);
        }
    }
}
