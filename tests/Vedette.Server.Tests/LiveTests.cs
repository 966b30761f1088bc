using System.Net.WebSockets;
using System.Text.Json;
using Vedette.Air;
using Vedette.Core;

namespace Vedette.Server.Tests;

public sealed class LiveTests : IAsyncLifetime
{
    private readonly RunningServer server = new();
    private readonly ClientWebSocket socket = new();

    public ValueTask InitializeAsync() => server.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        socket.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task A_client_gets_everything_first_and_then_only_what_changes()
    {
        server.Say(1, Picture(RunningServer.Track(1), RunningServer.Track(2)));
        await socket.ConnectAsync(server.Live, TestContext.Current.CancellationToken);
        Assert.Equal("demo", (await Next("hello")).GetProperty("status").GetProperty("mode").GetString());
        Assert.Equal(2, (await Next("picture")).GetProperty("t").GetArrayLength());

        server.Say(2, Picture(RunningServer.Track(1), RunningServer.Track(2, latitudeDeg: 50.1)));
        var second = await Next("picture");
        Assert.Equal(2, Assert.Single(second.GetProperty("t").EnumerateArray())[0].GetInt32());

        server.Say(3, Picture(RunningServer.Track(2, latitudeDeg: 50.1)));
        Assert.Equal(1, Assert.Single((await Next("picture")).GetProperty("gone").EnumerateArray()).GetInt32());
    }

    [Fact]
    public async Task A_row_has_the_21_fields_of_the_contract()
    {
        server.Say(1, new PictureEffect(RunningServer.Start, [RunningServer.Track(7, status: TrackStatus.Coasting)], [RunningServer.Assessment(7)]));
        await socket.ConnectAsync(server.Live, TestContext.Current.CancellationToken);
        var row = (await Next("picture")).GetProperty("t")[0];
        Assert.Equal(21, row.GetArrayLength());
        Assert.Equal(7, row[0].GetInt32());
        Assert.Equal((int)TrackStatus.Coasting, row[1].GetInt32());
        Assert.Equal(24, row[3].GetDouble());
        Assert.Equal(JsonValueKind.Null, row[4].ValueKind);
        Assert.Equal((int)Identity.Suspect, row[8].GetInt32());
        Assert.Equal((int)ObjectClass.OneWayDrone, row[9].GetInt32());
        Assert.Equal(0.6, row[17].GetDouble());
        Assert.Equal(540, row[18].GetDouble());
    }

    [Fact]
    public async Task An_alert_is_pushed_as_it_changes()
    {
        server.Say(1);
        await socket.ConnectAsync(server.Live, TestContext.Current.CancellationToken);
        await Next("picture");
        server.Say(2, new AlertEffect(RunningServer.Alert(AlertState.Acknowledged)));
        Assert.Equal("acknowledged", (await Next("alert")).GetProperty("alert").GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_socket_opened_by_a_page_of_another_site_is_refused()
    {
        socket.Options.SetRequestHeader("Origin", "https://evil.example");
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(server.Live, TestContext.Current.CancellationToken));
    }

    private static PictureEffect Picture(params Track[] tracks) => new(RunningServer.Start, tracks, []);

    private async Task<JsonElement> Next(string type)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(10));
        var octets = new byte[1 << 20];
        while (true)
        {
            var length = 0;
            ValueWebSocketReceiveResult received;
            do
            {
                received = await socket.ReceiveAsync(octets.AsMemory(length), patience.Token);
                length += received.Count;
            }
            while (!received.EndOfMessage);
            var message = JsonDocument.Parse(octets.AsMemory(0, length)).RootElement;
            if (message.GetProperty("type").GetString() == type) return message;
        }
    }
}
