using System.Buffers;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Vedette.Core;
using Vedette.Edge.Situation;
using Vedette.Server.Contract;
using Vedette.Server.Coverage;

namespace Vedette.Server.Live;

/// <summary>One client of the live push: first everything, then what changes. A slow client misses pictures, never alerts.</summary>
internal sealed class LiveSocket(WebSocket socket, ISituation situation)
{
    private static readonly TimeSpan BetweenPictures = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan BetweenHealth = TimeSpan.FromSeconds(1);

    private readonly PictureRows rows = new();
    private readonly ArrayBufferWriter<byte> frame = new(1 << 16);
    private long lastPicture;
    private long lastHealth;
    private Pace? lastPace;

    public async Task ServeAsync(CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var gone = UntilClosedAsync(stop);
        try
        {
            using var subscription = situation.Subscribe();
            await SendAsync(Hello(situation.Now), ContractJson.Default.HelloFrame, stop.Token);
            await SendPictureAsync(situation.Now.Picture, stop.Token);
            await foreach (var effect in subscription.ReadAllAsync(stop.Token)) await TellAsync(effect, stop.Token);
            if (socket.State == WebSocketState.Open)
                await socket.CloseOutputAsync(
                    subscription.Overrun ? WebSocketCloseStatus.PolicyViolation : WebSocketCloseStatus.EndpointUnavailable,
                    subscription.Overrun ? "too slow, connect again" : "the server stops",
                    stop.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or IOException)
        {
            // The client left: nothing is owed to it.
        }

        await stop.CancelAsync();
        await gone;
    }

    private async Task TellAsync(Effect effect, CancellationToken cancellation)
    {
        switch (effect)
        {
            case PictureEffect picture: await SendPictureAsync(picture, cancellation); break;
            case AlertEffect alert:
                await SendAsync(new AlertFrame("alert", Mapping.Alert(alert.Alert, situation.Now)), ContractJson.Default.AlertFrame, cancellation);
                break;
            case ReadinessEffect readiness:
                await SendAsync(new ReadinessFrame("readiness", Mapping.Readiness(readiness.Readiness)), ContractJson.Default.ReadinessFrame, cancellation);
                break;
            case WarningEffect warning:
                await SendAsync(new WarningFrame("warning", Mapping.Warning(warning.Warning)), ContractJson.Default.WarningFrame, cancellation);
                break;
            case StatementEffect statement:
                await SendAsync(new StatementFrame("statement", Mapping.Statement(statement.Statement)), ContractJson.Default.StatementFrame, cancellation);
                break;
            case IntegrityEffect integrity:
                await SendAsync(new IntegrityFrame("integrity", IntegrityMapping.Integrity(integrity.Integrity)), ContractJson.Default.IntegrityFrame, cancellation);
                break;
            case CoverageEffect coverage:
                var seen = CoverageMapping.Coverage(coverage.Coverage, coverage.At.ToString(), situation.Now.Sensors);
                await SendAsync(new CoverageFrame("coverage", seen), ContractJson.Default.CoverageFrame, cancellation);
                break;
            case SearchEffect search:
                await SendAsync(new SearchFrame("search", SearchMapping.Areas(search.Areas)), ContractJson.Default.SearchFrame, cancellation);
                break;
            case ConfigurationEffect:
                await SendAsync(Hello(situation.Now), ContractJson.Default.HelloFrame, cancellation);
                break;
            case HealthEffect health when Stopwatch.GetElapsedTime(lastHealth) >= BetweenHealth || situation.Now.Pace != lastPace:
                var now = situation.Now;
                lastHealth = Stopwatch.GetTimestamp();
                lastPace = now.Pace;
                await SendAsync(
                    new HealthFrame("health", [.. health.Feeds.Select(Mapping.Feed)], [.. health.Sensors.Select(Mapping.Sensor)], Mapping.Status(now), PictureQualityMapping.Of(now)),
                    ContractJson.Default.HealthFrame,
                    cancellation);
                break;
        }
    }

    /// <summary>Waits its turn, then shows the newest picture there is: the one that woke it or a later one.</summary>
    private async Task SendPictureAsync(PictureEffect picture, CancellationToken cancellation)
    {
        var wait = BetweenPictures - Stopwatch.GetElapsedTime(lastPicture);
        if (lastPicture != 0 && wait > TimeSpan.Zero) await Task.Delay(wait, cancellation);
        lastPicture = Stopwatch.GetTimestamp();
        var newest = situation.Now.Picture;
        rows.Write(newest.At > picture.At ? newest : picture, frame);
        await socket.SendAsync(frame.WrittenMemory, WebSocketMessageType.Text, endOfMessage: true, cancellation);
    }

    private async Task SendAsync<T>(T message, JsonTypeInfo<T> type, CancellationToken cancellation) =>
        await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message, type), WebSocketMessageType.Text, endOfMessage: true, cancellation);

    private HelloFrame Hello(SituationSnapshot now) => new(
        "hello", Mapping.Status(now), [.. now.Configuration.Airspaces.Select(Mapping.Airspace)], [.. now.Sensors.Select(Mapping.Sensor)],
        [.. now.Feeds.Select(Mapping.Feed)], Mapping.Alerts(now), now.Readiness is { } readiness ? Mapping.Readiness(readiness) : null,
        [.. now.Warnings.Select(Mapping.Warning)], IntegrityMapping.Integrity(now.Integrity),
        CoverageEndpoints.Of(now), SearchMapping.Areas(now.Search), Trails());

    private Dictionary<string, double[][]> Trails() => situation.Trails().ToDictionary(
        t => t.Key.Value.ToString(),
        t => t.Value.Select(p => new[] { Math.Round(p.LongitudeDeg, 5), Math.Round(p.LatitudeDeg, 5), p.At.ToUnixMilliseconds() }).ToArray(),
        StringComparer.Ordinal);

    /// <summary>The client says nothing here but goodbye.</summary>
    private async Task UntilClosedAsync(CancellationTokenSource stop)
    {
        var heard = new byte[256];
        try
        {
            while ((await socket.ReceiveAsync(heard.AsMemory(), stop.Token)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or IOException)
        {
            // Gone without a goodbye.
        }

        await stop.CancelAsync();
    }
}
