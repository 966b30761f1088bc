using System.Text.Json;

namespace Vedette.Cli.Tests;

public sealed class EvaluateTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("vedette-test-");

    private string this[string name] => Path.Combine(folder.FullName, name);

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Tracks_are_held_against_truth_as_a_table_and_as_json()
    {
        File.WriteAllText(this["truth.csv"], "t,id,class,lat,lon,alt\n5,a,drone,50,24,100\n10,a,drone,50.01,24,100\n");
        File.WriteAllText(this["tracks.csv"], "t,track_id,lat,lon\n5,1,50.001,24\n10,1,50.011,24\n");
        var table = RunningVedette.Run("evaluate", this["tracks.csv"], this["truth.csv"]);
        Assert.Equal((0, ""), (table.Code, table.Errors));
        Assert.Contains("completeness 1.0000", table.Output, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(RunningVedette.Run("evaluate", this["tracks.csv"], folder.FullName, "--json", "-").Output);
        Assert.Equal(2, json.RootElement.GetProperty("epochs").GetInt32());
        Assert.Equal(111.2, json.RootElement.GetProperty("classes").GetProperty("drone").GetProperty("positionRmsM").GetDouble(), 0.1);
    }

    [Fact]
    public void What_is_wrong_with_a_table_or_a_tuning_file_is_told_in_one_line()
    {
        File.WriteAllText(this["truth.csv"], "t,id,lat,lon\n5,a,fifty,24\n");
        File.WriteAllText(this["tracks.csv"], "t,track_id,lat,lon\n");
        var wrong = RunningVedette.Run("evaluate", this["tracks.csv"], this["truth.csv"]);
        Assert.Equal(2, wrong.Code);
        Assert.Contains("lat is \"fifty\"", wrong.Errors, StringComparison.Ordinal);
        File.WriteAllText(this["tuning.json"], """{"everywhere":{"gates":3}}""");
        Assert.Contains("everywhere.gates is not known", RunningVedette.Run("run", "--beast", "localhost:1", "--tuning", this["tuning.json"]).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_replay_smooths_its_tracks_and_decides_as_without_and_its_journal_keeps_the_tuning()
    {
        var capture = Captures.Night(this["night.pcap"], 120);
        File.WriteAllText(this["tuning.json"], """{"everywhere":{"confirmHits":4}}""");
        var plain = RunningVedette.Run("replay", capture, "--tuning", this["tuning.json"], "--journal", this["j"]);
        Assert.Contains("quality   ", plain.Output, StringComparison.Ordinal);
        var smoothed = RunningVedette.Run("replay", this["j"], "--smooth", this["smooth.csv"]);
        var digest = RunningVedette.Word(plain.Output, "digest  ");
        Assert.Equal(64, digest.Length);
        Assert.Equal(digest, RunningVedette.Word(smoothed.Output, "digest  "));
        Assert.NotEqual(digest, RunningVedette.Word(RunningVedette.Run("replay", capture).Output, "digest  "));
        Assert.True(File.ReadAllLines(this["smooth.csv"]).Length > 20);
    }
}
