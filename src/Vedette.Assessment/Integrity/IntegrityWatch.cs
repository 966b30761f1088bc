using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

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
    private SensorDirectory sensors = new();
    private EnuFrame[] frames = [];
    private long doubted;
    private Instant nextCells;

    /// <inheritdoc/>
    public void Know(SensorDirectory sensors)
    {
        this.sensors = sensors;
        frames = [.. sensors.All.Select(sensor => sensor.Position is { } place ? new EnuFrame(place) : default)];
    }

    /// <inheritdoc/>
    public bool Trust(in Plot plot)
    {
        if (plot.Address is not { } address) return true;
        if (plot.Kind == PlotKind.Cooperative) return plot.Position is null || TrustClaim(plot, address);
        if (plot.Kind != PlotKind.Primary && aircraft.TryGetValue(address.Value, out var claimed)) Compare(claimed, plot);
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
        if (!isTrusted) doubted++;
        if (claimed.TellsAccuracy && isTrusted) map.Count(address, plot.Position!.Value, claimed.IsDegraded, plot.ReceivedAt);
        return isTrusted;
    }

    private void Compare(ClaimedAircraft claimed, in Plot plot)
    {
        if ((uint)plot.Sensor.Value >= (uint)sensors.All.Count) return;
        var sensor = sensors.All[plot.Sensor.Value];
        if (sensor.Kind == SensorKind.Multilateration && plot.Position is { } place)
            claimed.Seen(place, IntegrityRules.SensorToleranceM, sensor.Name, plot);
        else if (sensor.Position is not null && plot.Altitude is { } altitude && !double.IsNaN(plot.RangeM) && !double.IsNaN(plot.AzimuthRad))
            claimed.Seen(frames[plot.Sensor.Value].ToGeodetic(frames[plot.Sensor.Value].AtHeight(plot.RangeM, plot.AzimuthRad, altitude.Metres)), Tolerance(plot), sensor.Name, plot);
    }

    private static double Tolerance(in Plot plot) => IntegrityRules.SensorToleranceM + (IntegrityRules.SensorToleranceOfRange * plot.RangeM);

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
