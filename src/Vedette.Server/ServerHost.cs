using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;
using Scalar.AspNetCore;
using Vedette.Edge.Situation;
using Vedette.Server.Airspaces;
using Vedette.Server.Alerts;
using Vedette.Server.Contract;
using Vedette.Server.Coverage;
using Vedette.Server.Integrity;
using Vedette.Server.Live;
using Vedette.Server.Playback;
using Vedette.Server.Readiness;
using Vedette.Server.Search;
using Vedette.Server.Sensors;
using Vedette.Server.Statements;
using Vedette.Server.Status;
using Vedette.Server.Tar1090;
using Vedette.Server.Telemetry;
using Vedette.Server.Tracks;

namespace Vedette.Server;

/// <summary>Shows a situation over HTTP: the console, REST, live push, health and metrics.</summary>
public static class ServerHost
{
    /// <summary>Serves until cancelled, or until the process is told to stop.</summary>
    /// <exception cref="IOException">The port is taken, or the address is not this machine's.</exception>
    public static async Task RunAsync(ServerOptions options, ISituation situation, CancellationToken cancellation)
    {
        await using var app = Build(options, situation);
        await app.StartAsync(cancellation);
        options.Listening?.Invoke(AddressOf(app, options));

        // The web host hears the signal to stop as well, and may be the only one that does while the rest is still starting.
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation, app.Lifetime.ApplicationStopping);
        try
        {
            await Task.Delay(Timeout.Infinite, stopping.Token);
        }
        catch (OperationCanceledException)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            await app.StopAsync(patience.Token);
        }
    }

    /// <summary>The application, not yet listening.</summary>
    public static WebApplication Build(ServerOptions options, ISituation situation)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);

        // A start that fails is thrown to the caller, who tells it in a sentence; the host's own log of it is a page of stack.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            if (options.Address.Equals(IPAddress.Loopback) && options.Port != 0) kestrel.ListenLocalhost(options.Port);
            else kestrel.Listen(options.Address, options.Port);
        });
        builder.Services.AddSingleton(situation);
        builder.Services.AddProblemDetails(Answers.InPlainWords);
        builder.Services.AddOpenApi("v1", ApiDescription.Configure);
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ContractJson.Default);
            foreach (var converter in ContractJson.Default.Options.Converters) json.SerializerOptions.Converters.Add(converter);
        });
        Measurements.Add(builder.Services);
        builder.Services.AddResponseCompression(compression => compression.EnableForHttps = true);

        var app = builder.Build();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseMiddleware<PageGuard>();
        app.UseResponseCompression();
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.FromSeconds(15) });
        ServeConsole(app, options.WebRoot ?? Path.Combine(AppContext.BaseDirectory, "wwwroot"));
        MapInterface(app);
        app.MapTar1090(options.DataOrigin);
        return app;
    }

    private static void MapInterface(WebApplication app)
    {
        var api = app.MapGroup("/api/v1");
        api.MapTracks();
        api.MapAlerts();
        api.MapSensors();
        api.MapIntegrity();
        api.MapCoverage();
        api.MapSearch();
        api.MapAirspaces();
        api.MapReadiness();
        api.MapStatements();
        api.MapStatus();
        api.MapPlayback();
        api.MapLive();
        app.MapHealth();
        app.MapPrometheusScrapingEndpoint("/metrics");
        app.MapOpenApi("/openapi/{documentName}.json");
        app.MapScalarApiReference("/docs", scalar => scalar.WithTitle("Vedette").DisableDefaultFonts());
    }

    /// <summary>Without a built console the address still says something useful.</summary>
    private static void ServeConsole(WebApplication app, string webRoot)
    {
        if (!File.Exists(Path.Combine(webRoot, "index.html")))
        {
            app.MapGet("/", () => Results.Text("Vedette is running, but the console was not built (npm run build in web/). The interface is at /docs.\n")).ExcludeFromDescription();
            return;
        }

        var files = new PhysicalFileProvider(webRoot);
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            ServeUnknownFileTypes = true,
            OnPrepareResponse = sent => sent.Context.Response.Headers.CacheControl =
                sent.Context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache",
        });
    }

    private static string AddressOf(WebApplication app, ServerOptions options)
    {
        var bound = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        if (bound is null) return string.Create(CultureInfo.InvariantCulture, $"http://localhost:{options.Port}");
        return bound.Replace("127.0.0.1", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal);
    }
}
