using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Vedette.Air;
using Vedette.Core;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;
using Vedette.Kernel.Geodesy.HexGrid;

namespace Vedette.Server.Tests;

public sealed class RestTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Theory]
    [InlineData("tracks")]
    [InlineData("alerts")]
    [InlineData("sensors")]
    [InlineData("feeds")]
    [InlineData("airspaces")]
    [InlineData("warnings")]
    [InlineData("refusals")]
    public async Task Every_list_is_a_list(string name) => Assert.Equal(JsonValueKind.Array, (await Get($"/api/v1/{name}")).ValueKind);

    [Fact]
    public async Task A_recording_is_paused_and_goes_on_and_does_not_go_back()
    {
        using var paused = await server.Http.PostAsJsonAsync("/api/v1/playback", new { paused = true });
        Assert.Equal(HttpStatusCode.OK, paused.StatusCode);
        Assert.True((await Get("/api/v1/status")).GetProperty("playback").GetProperty("paused").GetBoolean());
        using var on = await server.Http.PostAsJsonAsync("/api/v1/playback", new { paused = false, speed = 5 });
        Assert.Equal(5, (await Get("/api/v1/status")).GetProperty("speed").GetDouble());
        using var never = await server.Http.PostAsJsonAsync("/api/v1/playback", new { speed = -1 });
        Assert.Equal(HttpStatusCode.Conflict, never.StatusCode);
        using var unread = await server.Http.PostAsJsonAsync("/api/v1/playback", new { skipTo = "soon" });
        Assert.Equal(HttpStatusCode.BadRequest, unread.StatusCode);
    }

    [Fact]
    public async Task A_track_says_who_it_is_where_it_goes_and_nothing_that_nobody_knows()
    {
        server.Say(1, new PictureEffect(RunningServer.Start, [RunningServer.Track(12)], [RunningServer.Assessment(12)]));
        var track = await Get("/api/v1/tracks/T00012");
        Assert.Equal("suspect", track.GetProperty("identity").GetString());
        Assert.Equal("oneWayDrone", track.GetProperty("class").GetString());
        Assert.Equal(50, track.GetProperty("latDeg").GetDouble(), 9);
        Assert.Equal(270, track.GetProperty("headingDeg").GetDouble(), 9);
        Assert.Equal(JsonValueKind.Null, track.GetProperty("heightM").ValueKind);
        Assert.Equal(JsonValueKind.Null, track.GetProperty("callsign").ValueKind);
        var crossing = track.GetProperty("crossings")[0];
        Assert.Equal(0.6, crossing.GetProperty("within10Min").GetDouble());
        Assert.Equal(JsonValueKind.Null, crossing.GetProperty("etaP10S").ValueKind);
        var why = crossing.GetProperty("why");
        Assert.Equal(17, why[0].GetProperty("entry").GetInt64());
        Assert.Contains("held for 12 km", why[0].GetProperty("text").GetString());
        Assert.Contains("with 20 % to be bound for somewhere", why[1].GetProperty("text").GetString());
        Assert.Equal(17, track.GetProperty("reasons")[0].GetProperty("entry").GetInt64());
        Assert.Equal(1, track.GetProperty("history").GetArrayLength());
    }

    [Theory]
    [InlineData("motionWhy", "put together", "Rule:")]
    [InlineData("existenceWhy", "plots since", "Rule:")]
    [InlineData("classWhy", "Weighed by its speed", "Weighed by")]
    public async Task What_the_figures_of_a_track_rest_on_is_told_with_its_entry(string key, string text, string rule)
    {
        server.Say(1, new PictureEffect(RunningServer.Start, [RunningServer.Track(12) with { LastEntry = 417, Plots = 9 }], [RunningServer.Assessment(12)]));
        var why = (await Get("/api/v1/tracks/T00012")).GetProperty(key).EnumerateArray().ToList();
        Assert.Contains(why, r => r.GetProperty("text").GetString()!.Contains(text, StringComparison.OrdinalIgnoreCase) && r.GetProperty("entry").GetInt64() == 417);
        Assert.Contains(why, r => r.GetProperty("text").GetString()!.Contains(rule, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("quality", "100 plots were held against")]
    [InlineData("alignment", "learned from 900 differences")]
    public async Task What_the_figures_of_a_sensor_rest_on_is_told_with_its_entry(string key, string text)
    {
        var sensor = new Sensor { Id = new(0), Name = "Hill", Kind = SensorKind.Radar2D, Position = Geodetic.FromDegrees(51, 23) };
        server.Say(1, new HealthEffect(RunningServer.Start, [], [new SensorStatus(sensor, 8, RunningServer.Start, RunningServer.Start, 5, false)
        {
            Quality = new(100, 3, 50, 0.0001, 0.002, 0.9, 0.92),
            Alignment = new(-40, 0.001, 0.01, 3, 0.0001, 0.004, 900, null),
            LastEntry = 417,
        }]));
        var why = (await Get("/api/v1/sensors"))[0].GetProperty(key).GetProperty("why");
        Assert.Contains($"Hill: {text}", why[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(417, why[0].GetProperty("entry").GetInt64());
        Assert.StartsWith("Rule:", why[1].GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_cell_of_the_GNSS_map_rests_on_is_told_with_its_entries_where_something_is_wrong()
    {
        var here = HexCell.At(Geodetic.FromDegrees(51, 23), 4);
        server.Say(1, new IntegrityEffect(RunningServer.Start, new([], [new(here, 9, 3, 1) { BadEntry = 31, SpoofedEntry = 44 }, new(here, 9, 0)], 0)));
        var cells = (await Get("/api/v1/integrity")).GetProperty("cells");
        Assert.Equal([31, 0, 44], cells[0].GetProperty("why").EnumerateArray().Select(r => r.GetProperty("entry").GetInt64()));
        Assert.StartsWith("Of 12 aircraft", cells[0].GetProperty("why")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Empty(cells[1].GetProperty("why").EnumerateArray());
    }

    [Fact]
    public async Task A_track_that_ended_a_moment_ago_is_still_told_as_ended()
    {
        server.Say(1, new PictureEffect(RunningServer.Start, [RunningServer.Track(31)], [RunningServer.Assessment(31)]));
        server.Say(2, new PictureEffect(RunningServer.Start.AddSeconds(1), [RunningServer.Track(31, status: TrackStatus.Ended)], [RunningServer.Assessment(31)]));
        server.Say(3, new PictureEffect(RunningServer.Start.AddSeconds(2), [], []));
        var track = await Get("/api/v1/tracks/T00031");
        Assert.Equal("ended", track.GetProperty("status").GetString());
        Assert.Equal("suspect", track.GetProperty("identity").GetString());
        Assert.Equal(1, track.GetProperty("history").GetArrayLength());
        Assert.DoesNotContain((await Get("/api/v1/tracks")).EnumerateArray(), t => t.GetProperty("n").GetInt32() == 31);
    }

    [Fact]
    public async Task A_track_that_is_not_there_is_a_problem_in_plain_words()
    {
        using var answer = await server.Http.GetAsync("/api/v1/tracks/T99999");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("T99999", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await server.Http.GetAsync("/api/v1/tracks/banana")).StatusCode);
    }

    [Fact]
    public async Task An_acknowledgement_becomes_a_command_with_the_persons_name()
    {
        server.Answer = new CommandResult(true, "Alert A0003 is acknowledged.");
        using var answer = await server.Http.PostAsJsonAsync("/api/v1/alerts/A0003/acknowledge", new { by = "Anna" });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(new AcknowledgeAlert("Anna", 3), server.Submitted);
    }

    [Fact]
    public async Task A_refused_command_is_a_conflict_that_says_why()
    {
        server.Answer = new CommandResult(false, "Alert A0003 is already closed.");
        using var answer = await server.Http.PostAsJsonAsync("/api/v1/readiness", new { by = "Anna", level = "heightened", why = "two tracks" });
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("already closed", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains(new SetReadiness("Anna", ReadinessLevel.Heightened, "two tracks"), server.Submitted);
    }

    [Theory]
    [InlineData("/api/v1/readiness", "{\"by\":\"Anna\",\"level\":\"battle\"}")]
    [InlineData("/api/v1/readiness", "{\"by\":\"Anna\"}")]
    [InlineData("/api/v1/readiness", "{")]
    [InlineData("/api/v1/alerts/x/close", "{\"by\":\"Anna\"}")]
    [InlineData("/api/v1/tracks/T00001/identity", "[]")]
    public async Task An_order_that_cannot_be_read_is_a_bad_request(string path, string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        Assert.Equal(HttpStatusCode.BadRequest, (await server.Http.PostAsync(path, content)).StatusCode);
    }

    [Fact]
    public async Task An_order_from_a_page_of_another_site_is_forbidden()
    {
        using var order = new HttpRequestMessage(HttpMethod.Post, "/api/v1/alerts/3/acknowledge") { Content = JsonContent.Create(new { by = "Mallory" }) };
        order.Headers.Add("Origin", "https://evil.example");
        Assert.Equal(HttpStatusCode.Forbidden, (await server.Http.SendAsync(order)).StatusCode);
        Assert.DoesNotContain(new AcknowledgeAlert("Mallory", 3), server.Submitted);
    }

    [Fact]
    public async Task Pages_are_told_to_talk_to_nobody_else()
    {
        using var answer = await server.Http.GetAsync("/");
        Assert.Contains("default-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Alerts_are_filtered_by_state_and_name_their_airspace()
    {
        var home = new Airspace { Id = "home", Name = "Home", Polygons = [[[Geodetic.FromDegrees(50, 20), Geodetic.FromDegrees(51, 20), Geodetic.FromDegrees(51, 22)]]] };
        server.Say(2, new ConfigurationEffect(new CoreConfiguration { Name = "Test watch", Airspaces = [home] }), new AlertEffect(RunningServer.Alert()));
        Assert.Equal("Home", (await Get("/api/v1/alerts?state=raised"))[0].GetProperty("airspaceName").GetString());
        Assert.Equal(0, (await Get("/api/v1/alerts?state=escalated")).GetArrayLength());
        Assert.Equal(HttpStatusCode.BadRequest, (await server.Http.GetAsync("/api/v1/alerts?state=sleepy")).StatusCode);
        Assert.Equal(4, (await Get("/api/v1/airspaces"))[0].GetProperty("polygons")[0][0].GetArrayLength());
    }

    [Fact]
    public async Task The_description_names_every_path_and_the_metrics_are_there()
    {
        var paths = (await Get("/openapi/v1.json")).GetProperty("paths");
        foreach (var path in (string[])["/api/v1/tracks", "/api/v1/alerts", "/api/v1/sensors", "/api/v1/airspaces", "/api/v1/readiness", "/api/v1/statement", "/healthz"])
            Assert.True(paths.TryGetProperty(path, out _), path);
        server.Say(3, new HealthEffect(Instant.UnixEpoch, [new FeedStatus("radar", "Asterix", FeedState.Live, "", 10, 9, 8, 1, Instant.UnixEpoch, "")], []));
        var metrics = await server.Http.GetStringAsync("/metrics");
        Assert.Contains("vedette_feed_refused", metrics, StringComparison.Ordinal);
        Assert.Contains("feed=\"radar\"", metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_is_bad_before_the_first_entry_and_good_after()
    {
        await using var fresh = new RunningServer();
        await fresh.InitializeAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await fresh.Http.GetAsync("/healthz")).StatusCode);
        fresh.Say(0);
        Assert.Equal(HttpStatusCode.OK, (await fresh.Http.GetAsync("/healthz")).StatusCode);
        fresh.Situation.Fail("the disk is full");
        using var answer = await fresh.Http.GetAsync("/healthz");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("the disk is full", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<JsonElement> Get(string path) => await server.Http.GetFromJsonAsync<JsonElement>(path);
}
