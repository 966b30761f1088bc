using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using Vedette.Air;
using Vedette.Core;
using Vedette.Edge.Situation;
using Vedette.Server.Contract;

namespace Vedette.Server.Telemetry;

/// <summary>What is measured of a running watch, for Prometheus. Read from the snapshot when somebody asks.</summary>
internal sealed class Measurements(ISituation situation) : IHostedService, IDisposable
{
    private const string Name = "Vedette";

    private readonly Meter meter = new(Name);

    public static void Add(IServiceCollection services)
    {
        services.AddHostedService<Measurements>();
        services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService("vedette")).WithMetrics(metrics => metrics.AddMeter(Name, "System.Runtime").AddPrometheusExporter());
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
        meter.CreateObservableGauge("vedette_sensor_range_residual_mean", () => PerSensor(q => q.RangeMeanM), unit: "m", description: "Measured minus smoothed slant range");
        meter.CreateObservableGauge("vedette_sensor_range_residual_sigma", () => PerSensor(q => q.RangeSigmaM), unit: "m", description: "Its standard deviation");
        meter.CreateObservableGauge("vedette_sensor_azimuth_residual_mean", () => PerSensor(q => q.AzimuthMeanRad), unit: "rad", description: "Measured minus smoothed azimuth");
        meter.CreateObservableGauge("vedette_sensor_azimuth_residual_sigma", () => PerSensor(q => q.AzimuthSigmaRad), unit: "rad", description: "Its standard deviation");
        meter.CreateObservableGauge("vedette_sensor_update_probability", () => PerSensor(q => q.UpdateProbability), description: "Share of looks at confirmed tracks that brought a plot");
        meter.CreateObservableGauge("vedette_sensor_expected_updates", () => PerSensor(q => q.ExpectedUpdates), description: "The share that was to be expected");
        meter.CreateObservableGauge("vedette_picture_gospa", () => PerArea(a => a.GospaM), unit: "m", description: "GOSPA of the picture against smoothed references, last ten minutes");
        meter.CreateObservableGauge("vedette_picture_objects", () => PerArea(a => a.Objects), description: "Objects that were there, by hindsight");
        meter.CreateObservableGauge("vedette_picture_completeness", () => PerArea(a => a.Completeness), description: "Share of them that was shown");
        meter.CreateObservableGauge("vedette_picture_ambiguity", () => PerArea(a => a.Ambiguity), description: "Tracks shown for each object shown");
        meter.CreateObservableGauge("vedette_picture_spuriousness", () => PerArea(a => a.Spuriousness), description: "Share of the tracks that were near no object");
        meter.CreateObservableGauge("vedette_picture_position_error", () => PerArea(a => a.PositionRmsM), unit: "m", description: "Root mean square error of position over the ground");
        meter.CreateObservableGauge("vedette_picture_velocity_error", () => PerArea(a => a.VelocityRmsMps), unit: "m/s", description: "Root mean square error of velocity over the ground");
        meter.CreateObservableGauge("vedette_takes_entries", () => situation.Now.TakesEntries ? 1 : 0, description: "1 while the core takes entries");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => meter.Dispose();

    private IEnumerable<Measurement<int>> Tracks() =>
        PerValue("status", situation.Now.Picture.Tracks.Select(t => t.Status).Where(status => status != TrackStatus.Ended), [TrackStatus.Ended]);

    private IEnumerable<Measurement<int>> Alerts() => PerValue("state", situation.Now.Alerts.Select(a => a.State), []);

    /// <summary>A count for each value of an enumeration, zeros too: a series that comes and goes cannot be watched.</summary>
    private static IEnumerable<Measurement<int>> PerValue<T>(string label, IEnumerable<T> seen, T[] left)
        where T : struct, Enum
    {
        var counts = seen.CountBy(value => value).ToDictionary();
        return Enum.GetValues<T>().Except(left)
            .Select(value => new Measurement<int>(counts.GetValueOrDefault(value), KeyValuePair.Create<string, object?>(label, CamelCaseEnum<T>.Name(value))));
    }

    /// <summary>Of sensors of which something is known.</summary>
    private IEnumerable<Measurement<double>> PerSensor(Func<SensorQuality, double> value) =>
        situation.Now.Sensors.Where(s => double.IsFinite(value(s.Quality)))
            .Select(s => new Measurement<double>(value(s.Quality), KeyValuePair.Create<string, object?>("sensor", s.Sensor.Name)));

    /// <summary>Of areas of which something is known; the whole picture is named so.</summary>
    private IEnumerable<Measurement<double>> PerArea(Func<AreaQuality, double> value) =>
        (situation.Now.PictureQuality?.Areas ?? []).Where(a => double.IsFinite(value(a)))
            .Select(a => new Measurement<double>(
                value(a), KeyValuePair.Create<string, object?>("area", a.Name), KeyValuePair.Create<string, object?>("kind", CamelCaseEnum<EvaluatedAreaKind>.Name(a.Kind))));

    private IEnumerable<Measurement<long>> PerFeed(Func<FeedStatus, long> value) =>
        situation.Now.Feeds.Select(f => new Measurement<long>(value(f), KeyValuePair.Create<string, object?>("feed", f.Name)));
}
