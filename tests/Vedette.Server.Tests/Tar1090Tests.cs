using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Vedette.Air;
using Vedette.Core;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Server.Tests;

public sealed class Tar1090Tests(RunningServer server) : IClassFixture<RunningServer>
{
    private static readonly SensorStatus[] Sensors =
    [
        Status(0, "Hill", SensorKind.Radar2D), Status(1, "Roof", SensorKind.Adsb), Status(2, "Net", SensorKind.Multilateration), Status(3, "Ears", SensorKind.Acoustic),
    ];

    private static readonly Track Airliner = RunningServer.Track(1) with
    {
        SensorMask = 0b11, Address = new(0x48B3A8), Callsign = Callsign.From("LOT7AB"), Code = new Mode3A(0xFC0), Altitude = PressureAltitude.FromFeet(35_000),
        HeightKnown = true, Velocity = new Enu(0, 100, 5), Plots = 17, LastSeen = RunningServer.Start.AddSeconds(-2),
    };

    [Fact]
    public async Task An_aircraft_object_has_readsbs_names_and_units()
    {
        Show(Airliner);
        var document = await Get("aircraft.json");
        Assert.Equal(RunningServer.Start.ToUnixSeconds(), document.GetProperty("now").GetDouble());
        var aircraft = Assert.Single(document.GetProperty("aircraft").EnumerateArray());
        Assert.Equal("48b3a8", aircraft.GetProperty("hex").GetString());
        Assert.Equal("adsb_icao", aircraft.GetProperty("type").GetString());
        Assert.Equal("LOT7AB  ", aircraft.GetProperty("flight").GetString());
        Assert.Equal(35_000, aircraft.GetProperty("alt_baro").GetInt32());
        Assert.Equal(194.4, aircraft.GetProperty("gs").GetDouble());
        Assert.Equal(0, aircraft.GetProperty("track").GetDouble());
        Assert.Equal(984, aircraft.GetProperty("baro_rate").GetInt32());
        Assert.Equal("7700", aircraft.GetProperty("squawk").GetString());
        Assert.Equal("general", aircraft.GetProperty("emergency").GetString());
        Assert.Equal(2, aircraft.GetProperty("seen_pos").GetDouble());
        Assert.Equal(17, aircraft.GetProperty("messages").GetInt32());
        Assert.False(aircraft.TryGetProperty("alt_geom", out _));
        Assert.False(aircraft.TryGetProperty("r", out _));
        Assert.Equal(0, aircraft.GetProperty("tisb").GetArrayLength());
    }

    [Theory]
    [InlineData(0b0001, -1, "~f00007", "tisb_trackfile")]
    [InlineData(0b1000, -1, "~f00007", "other")]
    [InlineData(0b0100, -1, "~f00007", "mlat")]
    [InlineData(0b0001, 0x48B3A8, "48b3a8", "tisb_icao")]
    [InlineData(0b0110, 0x48B3A8, "48b3a8", "adsb_icao")]
    [InlineData(0b0010, 0x1ABCDEF, "~abcdef", "adsb_other")]
    public async Task The_type_says_where_the_position_comes_from(int mask, int address, string hex, string type)
    {
        Show(RunningServer.Track(7) with { SensorMask = (ulong)mask, Address = address < 0 ? null : new(address) });
        var aircraft = Assert.Single((await Get("aircraft.json")).GetProperty("aircraft").EnumerateArray());
        Assert.Equal(hex, aircraft.GetProperty("hex").GetString());
        Assert.Equal(type, aircraft.GetProperty("type").GetString());
        Assert.Equal(type.StartsWith("tisb", StringComparison.Ordinal) ? 5 : 0, aircraft.GetProperty("tisb").GetArrayLength());
    }

    [Fact]
    public async Task Of_two_tracks_that_claim_one_address_the_older_has_it_and_doubtful_or_ended_ones_are_not_served()
    {
        Show(
            Airliner, Airliner with { Number = new(9) }, RunningServer.Track(10, status: TrackStatus.Tentative), RunningServer.Track(11, status: TrackStatus.Ended));
        Assert.Equal(["48b3a8", "~f00009"], (await Get("aircraft.json")).GetProperty("aircraft").EnumerateArray().Select(a => a.GetProperty("hex").GetString()));
    }

    [Fact]
    public async Task A_height_that_only_sensors_measured_is_geometric_and_on_the_ground_there_is_none()
    {
        Show(RunningServer.Track(7) with { HeightKnown = true }, RunningServer.Track(8) with { HeightKnown = true, OnGround = true });
        var aircraft = (await Get("aircraft.json")).GetProperty("aircraft");
        Assert.Equal(2625, aircraft[0].GetProperty("alt_geom").GetInt32());
        Assert.False(aircraft[0].TryGetProperty("alt_baro", out _));
        Assert.Equal("ground", aircraft[1].GetProperty("alt_baro").GetString());
        Assert.False(aircraft[1].TryGetProperty("alt_geom", out _));
    }

    [Fact]
    public async Task Traces_and_past_pictures_tell_where_a_track_was()
    {
        for (var second = 0; second <= 30; second += 5)
            server.Say(second, new HealthEffect(RunningServer.Start, [], Sensors), Picture(second, RunningServer.Track(21, longitudeDeg: 24 + (second * 1e-3))));
        var trace = await Get("traces/15/trace_full_~f00015.json");
        Assert.Equal("~f00015", trace.GetProperty("icao").GetString());
        Assert.Equal(RunningServer.Start.ToUnixSeconds(), trace.GetProperty("timestamp").GetDouble());
        var points = trace.GetProperty("trace");
        Assert.Equal(7, points.GetArrayLength());
        Assert.All(points.EnumerateArray(), point => Assert.Equal(14, point.GetArrayLength()));
        Assert.Equal([5, 10], [points[1][0].GetDouble(), points[2][0].GetDouble()]);
        Assert.Equal(24.005, points[1][2].GetDouble());
        Assert.InRange(points[1][4].GetDouble(), 138, 141);                  // 358 m in 5 s
        Assert.Equal(90, points[1][5].GetDouble(), 1);
        Assert.Equal("tisb_trackfile", points[6][8].GetProperty("type").GetString());
        Assert.Equal(7, (await Get("traces/15/trace_recent_~f00015.json")).GetProperty("trace").GetArrayLength());

        var past = await Get("history_39.json");
        Assert.Equal(RunningServer.Start.AddSeconds(15).ToUnixSeconds(), past.GetProperty("now").GetDouble());
        Assert.Equal(24.015, Assert.Single(past.GetProperty("aircraft").EnumerateArray()).GetProperty("lon").GetDouble());
        Assert.Empty((await Get("history_0.json")).GetProperty("aircraft").EnumerateArray());
    }

    [Theory]
    [InlineData("history_40.json")]
    [InlineData("traces/ff/trace_full_ffffff.json")]
    public async Task What_is_not_there_is_a_problem_in_plain_words(string path)
    {
        using var answer = await server.Http.GetAsync($"/data/{path}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_map_begins_amid_the_sensors_and_other_sites_may_read_only_where_the_operator_says_so()
    {
        Show();
        var receiver = await Get("receiver.json");
        Assert.Equal(51, receiver.GetProperty("lat").GetDouble());
        Assert.True(receiver.GetProperty("haveTraces").GetBoolean());
        Assert.Equal(40, receiver.GetProperty("history").GetInt32());
        using var closed = await server.Http.GetAsync("/data/aircraft.json", TestContext.Current.CancellationToken);
        Assert.False(closed.Headers.Contains("Access-Control-Allow-Origin"));

        await using var app = ServerHost.Build(new ServerOptions { Port = 0, Address = IPAddress.Loopback, WebRoot = "/nowhere", DataOrigin = "*" }, server.Situation);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var open = await server.Http.GetAsync(app.Urls.First() + "/data/aircraft.json", TestContext.Current.CancellationToken);
        Assert.Equal("*", Assert.Single(open.Headers.GetValues("Access-Control-Allow-Origin")));
    }

    private static SensorStatus Status(int id, string name, SensorKind kind) =>
        new(new Sensor { Id = new(id), Name = name, Kind = kind, Position = Geodetic.FromDegrees(51, 23) }, 0, Instant.MinValue, Instant.MinValue, 0, false);

    private static PictureEffect Picture(double seconds, params Track[] tracks) =>
        new(RunningServer.Start.AddSeconds(seconds), [.. tracks.Select(t => t with { Time = RunningServer.Start.AddSeconds(seconds) })], []);

    private void Show(params Track[] tracks) => server.Say(0, new HealthEffect(RunningServer.Start, [], Sensors), Picture(0, tracks));

    private async Task<JsonElement> Get(string path) =>
        await server.Http.GetFromJsonAsync<JsonElement>($"/data/{path}", TestContext.Current.CancellationToken);
}
