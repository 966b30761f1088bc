using Vedette.Air;
using Vedette.Assessment;
using Vedette.Kernel;

namespace Vedette.Cli.Batch;

/// <summary>Writes, for every track of an epoch that may enter a protected airspace, how probably it does within ten minutes and when.</summary>
internal sealed class BatchForecasts
{
    private const double LeastWritten = 0.001;

    private readonly Assessor assessor = new();
    private readonly HashSet<string> isProtected;
    private readonly TextWriter alerts;

    public BatchForecasts(IReadOnlyList<Airspace> airspaces, TextWriter alerts)
    {
        this.alerts = alerts;
        isProtected = [.. airspaces.Where(a => a.Role == AirspaceRole.Protected).Select(a => a.Id)];
        assessor.Watch(airspaces);
        alerts.WriteLine(TrackCsv.AlertHeader);
    }

    public long Rows { get; private set; }

    public void Write(ReadOnlySpan<Track> tracks, double timeS, Instant now)
    {
        var assessments = assessor.Assess(tracks, now);
        for (var i = 0; i < tracks.Length; i++)
        {
            if (!BatchTracking.IsReported(tracks[i])) continue;
            var crossing = assessments[i].Crossings.Where(c => isProtected.Contains(c.AirspaceId)).MaxBy(c => c.Within10Min);
            if (crossing is null || crossing.Within10Min < LeastWritten) continue;
            TrackCsv.WriteAlert(alerts, timeS, tracks[i].Number, crossing.Within10Min, crossing.EtaP50S);
            Rows++;
        }
    }
}
