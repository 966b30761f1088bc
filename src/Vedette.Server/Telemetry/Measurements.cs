using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Metrics;
using Vedette.Air;
using Vedette.Core;
using Vedette.Edge.Situation;

namespace Vedette.Server.Telemetry;

/// <summary>What is measured of a running watch, for Prometheus. Read from the snapshot when somebody asks.</summary>
internal sealed class Measurements(ISituation situation) : IHostedService, IDisposable
{
    private const string Name = "Vedette";

    private readonly Meter meter = new(Name);

    public static void Add(IServiceCollection services)
    {
        services.AddHostedService<Measurements>();
        services.AddOpenTelemetry().WithMetrics(metrics => metrics.AddMeter(Name, "System.Runtime").AddPrometheusExporter());
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        meter.CreateObservableGauge("vedette_tracks", Tracks, description: "Live tracks by status");
        meter.CreateObservableGauge("vedette_alerts", Alerts, description: "Alerts by state");
        meter.CreateObservableCounter("vedette_journal_entries", () => situation.Now.Applied, description: "Journal entries applied");
        meter.CreateObservableCounter("vedette_feed_octets", () => PerFeed(f => f.Octets), unit: "By", description: "Octets received by feed");
        meter.CreateObservableCounter("vedette_feed_records", () => PerFeed(f => f.Records), description: "Records read by feed");
        meter.CreateObservableCounter("vedette_feed_plots", () => PerFeed(f => f.Plots), description: "Plots by feed");
        meter.CreateObservableCounter("vedette_feed_refused", () => PerFeed(f => f.Refused), description: "Records refused by feed");
        meter.CreateObservableGauge("vedette_feed_live", () => PerFeed(f => f.State == FeedState.Live ? 1 : 0), description: "1 while the feed is live");
        meter.CreateObservableGauge("vedette_takes_entries", () => situation.Now.TakesEntries ? 1 : 0, description: "1 while the core takes entries");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => meter.Dispose();

    private IEnumerable<Measurement<int>> Tracks() => situation.Now.Picture.Tracks
        .Where(t => t.Status != TrackStatus.Ended)
        .GroupBy(t => t.Status)
        .Select(g => new Measurement<int>(g.Count(), KeyValuePair.Create<string, object?>("status", g.Key.ToString())));

    private IEnumerable<Measurement<int>> Alerts() => situation.Now.Alerts
        .GroupBy(a => a.State)
        .Select(g => new Measurement<int>(g.Count(), KeyValuePair.Create<string, object?>("state", g.Key.ToString())));

    private IEnumerable<Measurement<long>> PerFeed(Func<FeedStatus, long> value) =>
        situation.Now.Feeds.Select(f => new Measurement<long>(value(f), KeyValuePair.Create<string, object?>("feed", f.Name)));
}
