using System.Net;
using Microsoft.AspNetCore.Builder;
using Vedette.Air;
using Vedette.Core;
using Vedette.Edge;
using Vedette.Edge.Situation;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Server.Tests;

/// <summary>A real server on a free loopback port over a situation that the test writes.</summary>
public sealed class RunningServer : IAsyncLifetime
{
    public static readonly Instant Start = Instant.FromUtc(2026, 1, 17, 2);

    private WebApplication? app;

    public RunningServer() => Situation = new LiveSituation(
        new HostDescription { Mode = HostMode.Demo, Version = "test" },
        (command, _) =>
        {
            Submitted.Add(command);
            return Task.FromResult(Answer);
        },
        playback: Pace);

    public PacedTime Pace { get; } = new(20);

    public LiveSituation Situation { get; }

    public List<OperatorCommand> Submitted { get; } = [];

    public CommandResult Answer { get; set; } = new(true, "done");

    public HttpClient Http { get; } = new();

    public Uri Live => new UriBuilder(Http.BaseAddress!) { Scheme = "ws", Path = "/api/v1/live" }.Uri;

    public async ValueTask InitializeAsync()
    {
        app = ServerHost.Build(new ServerOptions { Port = 0, Address = IPAddress.Loopback, WebRoot = "/nowhere" }, Situation);
        await app.StartAsync();
        Http.BaseAddress = new Uri(app.Urls.First());
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        Situation.Dispose();
        Pace.Dispose();
        if (app is not null) await app.DisposeAsync();
    }

    public void Say(double seconds, params Effect[] effects)
    {
        Situation.Begin(new JournalEntry(1, Start.AddSeconds(seconds), EntryKind.Tick, "", default));
        for (var i = 0; i < effects.Length; i++) Situation.Emit(new EffectKey(1, i), effects[i]);
        Situation.Settle(new StillCore());
    }

    public static Track Track(int number, double latitudeDeg = 50, double longitudeDeg = 24, TrackStatus status = TrackStatus.Confirmed)
    {
        var classes = new ClassProbabilities();
        classes[(int)ObjectClass.OneWayDrone] = 1;
        return new Track
        {
            Number = new TrackNumber(number), Status = status, Existence = 0.99, Time = Start, Position = Geodetic.FromDegrees(latitudeDeg, longitudeDeg, 800),
            Velocity = new Enu(-50, 0, 0), Classes = classes, SensorMask = 1, FirstSeen = Start, LastSeen = Start, HeightKnown = false,
        };
    }

    public static TrackAssessment Assessment(int number) => new()
    {
        Track = new TrackNumber(number),
        At = Start,
        Identity = new IdentityJudgement(Identity.Suspect, IdentitySource.Behaviour, [new Reason("no transponder", 17)], Start),
        Crossings = [new CrossingForecast { AirspaceId = "home", Inside = 0, Within5Min = 0.1, Within10Min = 0.6, Within20Min = 0.9, DistanceM = 21_000, EtaP50S = 540, Basis = new(Start, 17, 12_300, 0.2, 0.05) }],
    };

    public static Alert Alert(AlertState state = AlertState.Raised) => new()
    {
        Number = new AlertNumber(3), Kind = AlertKind.Incursion, State = state, Track = new TrackNumber(12), AirspaceId = "home", RaisedAt = Start, ChangedAt = Start,
        ChangedBy = "Vedette", Probability = 0.6, Reasons = [new Reason("60 % within 10 min", 17)],
    };
}

/// <summary>A core that has taken one entry and says nothing: the test says it all.</summary>
internal sealed class StillCore : IVedetteCore
{
    public long Applied => 1;

    public string Digest => "00";

    public void Apply(in JournalEntry entry, IEffectSink effects) => throw new NotSupportedException("nothing is applied in these tests");
}
