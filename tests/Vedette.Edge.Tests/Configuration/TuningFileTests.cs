using System.Text.Json;
using CsCheck;
using Vedette.Air;
using Vedette.Core;
using Vedette.Edge.Configuration;
using Vedette.Tracking;
using Vedette.Tracking.Tuning;

namespace Vedette.Edge.Tests.Configuration;

public sealed class TuningFileTests : IDisposable
{
    private const string Whole = """
        { "everywhere": { "registration": false, "confirmHits": 4, "motion": { "quiet": { "horizontalPsd": 0.3 } } },
          "classes": { "ballistic": { "motion": { "hard": { "meanStayS": 30 } } } },
          "areas": [ { "name": "marsh", "area": { "type": "Polygon", "coordinates": [[[20, 50], [24, 50], [24, 54], [20, 50]]] },
                       "parameters": { "birthDensity": 1e-12 }, "classes": { "bird": { "confirmAt": 0.9999 } } } ] }
        """;

    private readonly string file = Path.GetTempFileName();

    [Fact]
    public void A_tuning_file_is_read_and_survives_the_journal()
    {
        var tuning = Read(Whole);
        Assert.Equal((0, 4, 0.3), (tuning.Everywhere["registration"], tuning.Everywhere["confirmHits"], tuning.Everywhere["motion.quiet.horizontalPsd"]));
        Assert.Equal(30, Assert.Single(tuning.Classes).Values["motion.hard.meanStayS"]);
        var again = CoreJson.ReadConfiguration(CoreJson.Write(new CoreConfiguration { Tuning = tuning })).Tuning!;
        var area = Assert.Single(again.Areas);
        Assert.Equal(("marsh", 1e-12, ObjectClass.Bird), (area.Name, area.Values["birthDensity"], area.Classes[0].Class));
        Assert.Equal(Assert.Single(tuning.Areas).Polygons[0][0], area.Polygons[0][0]);
        new TuningTable().Apply(again);
    }

    [Fact]
    public void Every_mistake_is_named_by_its_field()
    {
        var problems = Assert.Throws<ConfigurationException>(() => Read("""
            { "everywhere": { "gate": "wide", "learnedClutter": 1, "motion": { "quiet": { "horizontalPsd": -1, "psd": 2 } } },
              "classes": { "drone": {}, "bird": { "birthDensity": 1e-9 } },
              "areas": [ { "parameters": { "batchS": 1 } } ] }
            """)).Problems;
        foreach (var field in (string[])
            ["everywhere.gate", "everywhere.learnedClutter", "everywhere.motion.quiet.horizontalPsd", "everywhere.motion.quiet.psd", "classes.drone", "classes.bird.birthDensity", "areas[0].name", "areas[0].area", "areas[0].parameters.batchS"])
            Assert.Contains(problems, p => p.Contains(field, StringComparison.Ordinal));
    }

    [Fact]
    public void Whatever_is_in_the_file_ends_as_a_tuning_or_as_named_problems() =>
        Gen.Select(Gen.Int[0, Whole.Length - 1], Gen.Char[' ', '~']).Sample((at, c) =>
        {
            try
            {
                new TuningTable().Apply(Read(Whole[..at] + c + Whole[(at + 1)..]));
            }
            catch (ConfigurationException e)
            {
                Assert.NotEmpty(e.Problems);
            }
        }, iter: 300, threads: 1);

    [Fact]
    public void The_documentation_and_the_schema_name_every_parameter_with_its_default()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Vedette.slnx"))) root = Path.GetDirectoryName(root.TrimEnd('/'))!;
        var page = File.ReadAllText(Path.Combine(root, "docs", "tuning.md"));
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(root, "docs", "tuning.schema.json")));
        var everywhere = schema.RootElement.GetProperty("properties").GetProperty("everywhere");
        foreach (var parameter in TuningParameters.All)
        {
            var value = parameter.IsSwitch ? parameter.Get(new TrackerSettings()) != 0 ? "true" : "false" : parameter.Get(new TrackerSettings()).ToString("G6", System.Globalization.CultureInfo.InvariantCulture);
            var row = parameter.Key.Split('.')[^1];
            Assert.Contains($"`{row}`", page, StringComparison.Ordinal);
            if (row == parameter.Key) Assert.Contains($"| `{row}` | {value} |", page, StringComparison.Ordinal);
            var node = everywhere;
            foreach (var part in parameter.Key.Split('.')) node = node.GetProperty("properties").GetProperty(part);
            Assert.Equal(parameter.IsSwitch ? "boolean" : "number", node.GetProperty("type").GetString());
            if (!parameter.IsSwitch) Assert.Equal((parameter.Min, parameter.Max), (node.GetProperty("minimum").GetDouble(), node.GetProperty("maximum").GetDouble()));
        }
    }

    public void Dispose() => File.Delete(file);

    private TrackerTuning Read(string json)
    {
        File.WriteAllText(file, json);
        return TuningFile.Read(file);
    }
}
