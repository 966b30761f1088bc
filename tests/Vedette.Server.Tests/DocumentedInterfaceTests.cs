using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Vedette.Air;
using Vedette.Core;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Server.Tests;

/// <summary>docs/api.md, the OpenAPI description and what the server answers tell the same.</summary>
public sealed partial class DocumentedInterfaceTests(RunningServer server) : IClassFixture<RunningServer>
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Root().FullName, "docs", "api.md"));

    [Fact]
    public async Task Every_call_is_documented_and_every_documented_call_is_there()
    {
        var documented = Calls().Matches(Page).Select(m => $"{m.Groups[1].Value.ToLowerInvariant()} /api/v1{m.Groups[2].Value}").ToHashSet(StringComparer.Ordinal);
        var paths = (await Description()).GetProperty("paths").EnumerateObject();
        var described = paths.SelectMany(path => path.Value.EnumerateObject().Select(call => $"{call.Name} {path.Name}"))
            .Where(call => call.Contains(" /api/", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(documented.Order(), described.Order());
    }

    [Fact]
    public async Task Every_call_says_what_it_answers()
    {
        foreach (var path in (await Description()).GetProperty("paths").EnumerateObject())
        {
            foreach (var call in path.Value.EnumerateObject())
            {
                var answers = call.Value.GetProperty("responses");
                foreach (var answer in answers.EnumerateObject()) Assert.True(answer.Value.TryGetProperty("content", out _), $"{call.Name} {path.Name} {answer.Name}");
                if (call.Name == "post") Assert.True(answers.TryGetProperty("409", out _), path.Name);
                if (path.Name.Contains('{', StringComparison.Ordinal)) Assert.True(answers.TryGetProperty("400", out _), path.Name);
            }
        }
    }

    [Theory]
    [InlineData("Track")]
    [InlineData("Alert")]
    [InlineData("Sensor")]
    [InlineData("Feed")]
    [InlineData("Airspace")]
    [InlineData("Readiness")]
    [InlineData("Warning")]
    [InlineData("Statement")]
    [InlineData("Status")]
    [InlineData("CommandResult")]
    [InlineData("Coverage")]
    [InlineData("AllClear")]
    [InlineData("SearchArea")]
    [InlineData("PictureQuality")]
    [InlineData("AreaQuality")]
    public async Task Every_key_is_documented_and_every_documented_key_is_there(string name)
    {
        var schemas = (await Description()).GetProperty("components").GetProperty("schemas");
        Assert.Equal(Keys(Documented($"\n{name} ")).Order(), Named(schemas.GetProperty(name + "Dto").GetProperty("properties")).Order());
    }

    [Fact]
    public async Task Real_answers_have_the_documented_keys()
    {
        server.Say(
            1,
            new PictureEffect(RunningServer.Start, [RunningServer.Track(12)], [RunningServer.Assessment(12)]),
            new AlertEffect(RunningServer.Alert()),
            new HealthEffect(Instant.UnixEpoch, [new FeedStatus("radar", "Asterix", FeedState.Live, "", 10, 9, 8, 1, Instant.UnixEpoch, "")], []));
        var track = await Get("/api/v1/tracks/T00012");
        Assert.Equal(Keys(Documented("\nTrack ")).Order(), Named(track).Order());
        Assert.Equal(Keys(Documented("crossings:[")).Order(), Named(track.GetProperty("crossings")[0]).Order());
        Assert.Equal(Keys(Documented("\nAlert ")).Order(), Named((await Get("/api/v1/alerts"))[0]).Order());
        Assert.Equal(Keys(Documented("\nFeed ")).Order(), Named((await Get("/api/v1/feeds"))[0]).Order());
        Assert.Equal(Keys(Documented("\nStatus ")).Order(), Named(await Get("/api/v1/status")).Order());
    }

    [Fact]
    public async Task Every_documented_metric_is_there_and_zeros_are_told()
    {
        var sensor = new SensorStatus(
            new Sensor { Id = new(0), Name = "Hill", Kind = SensorKind.Radar2D, Position = Geodetic.FromDegrees(51, 23) }, 8, Instant.UnixEpoch, Instant.UnixEpoch, 5, false)
        {
            Quality = new(100, 3, 50, 0.0001, 0.002, 0.9, 0.92),
        };
        for (var k = 0; k < 12; k++) server.Say(2, new PictureEffect(RunningServer.Start.AddSeconds(3600 + (10 * k)), [Followed(k)], []));
        server.Say(2, new HealthEffect(Instant.UnixEpoch, [new FeedStatus("radar", "Asterix", FeedState.Live, "", 10, 9, 8, 1, Instant.UnixEpoch, "")], [sensor]));
        var metrics = await server.Http.GetStringAsync("/metrics");
        var names = Metrics().Matches(Page).Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(20, names.Count);
        Assert.All(names, name => Assert.Contains($"\n{name}{{", metrics, StringComparison.Ordinal));
        Assert.Contains("state=\"acknowledged\"", metrics, StringComparison.Ordinal);
        Assert.Contains("service_name=\"vedette\"", metrics, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "/api/v1/nothing", "/docs")]
    [InlineData("POST", "/api/v1/readiness", "cannot be read")]
    public async Task A_problem_has_a_sentence(string method, string path, string words)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method == "POST") request.Content = new StringContent("{", System.Text.Encoding.UTF8, "application/json");
        using var answer = await server.Http.SendAsync(request);
        Assert.Contains(words, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    /// <summary>A track that more and more plots support, ten seconds a step.</summary>
    private static Track Followed(int step)
    {
        var at = RunningServer.Start.AddSeconds(3600 + (10 * step));
        return RunningServer.Track(12) with { Time = at, LastSeen = at, FirstSeen = RunningServer.Start, Plots = 3 * (step + 1) };
    }

    /// <summary>What stands between the braces after a label on the page.</summary>
    private static string Documented(string label)
    {
        var at = Page.IndexOf(label, StringComparison.Ordinal);
        Assert.True(at >= 0, $"docs/api.md tells nothing of{label}");
        var begin = Page.IndexOf('{', at) + 1;
        var depth = 1;
        var end = begin;
        for (; depth > 0; end++) depth += Page[end] switch { '{' => 1, '}' => -1, _ => 0 };
        return Page[begin..(end - 1)];
    }

    /// <summary>The keys of an object of the page, not those of the objects within.</summary>
    private static IEnumerable<string> Keys(string inside)
    {
        var depth = 0;
        var flat = new string([.. inside.Where(c => (c is '{' or '[' ? depth++ : c is '}' or ']' ? --depth : depth) == 0 && c is not ('{' or '[' or '}' or ']'))]);
        return flat.Split(',').Select(part => Key().Match(part).Value).Where(key => key.Length > 0);
    }

    private static IEnumerable<string> Named(JsonElement from) => from.EnumerateObject().Select(property => property.Name);

    private static DirectoryInfo Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Vedette.slnx"))) folder = folder.Parent ?? throw new DirectoryNotFoundException("no Vedette.slnx above the tests");
        return folder;
    }

    private Task<JsonElement> Description() => Get("/openapi/v1.json");

    private async Task<JsonElement> Get(string path) => await server.Http.GetFromJsonAsync<JsonElement>(path);

    [GeneratedRegex(@"\| `(GET|POST) (/[^` ]*)`")]
    private static partial Regex Calls();

    [GeneratedRegex(@"`(vedette_[a-z_]+)(\{[a-z]+\})?`")]
    private static partial Regex Metrics();

    [GeneratedRegex(@"[A-Za-z]\w*")]
    private static partial Regex Key();
}
