namespace Vedette.Cli.Tests;

/// <summary>What people type wrong: a sentence each, exit code 2, never a stack.</summary>
public sealed class MistakeTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("vedette-test-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("demo --port 99999", "--port 99999: expected a number from 1 to 65535")]
    [InlineData("demo --speed fast", "^vedette: --speed fast: expected a number\\r?\\n")]
    [InlineData("demo --speed 0", "expected a number above zero")]
    [InlineData("watch", "watch")]
    [InlineData("run", "nothing to watch")]
    [InlineData("run --beast localhost:1 --zone {0}", "is a folder; expected a GeoJSON file")]
    [InlineData("run --beast localhost:1 --zone nowhere.geojson", "there is no such file")]
    [InlineData("replay", "FILE|replay")]
    [InlineData("replay {0}", "is a folder")]
    [InlineData("replay {0}/empty", "the file is empty")]
    [InlineData("verify {0}", "is a folder")]
    [InlineData("verify {0}/empty", "the file is empty")]
    [InlineData("verify {0}/text", "not a database")]
    [InlineData("track {0} --out {0}/t.csv", "holds no sensors.json")]
    public void A_mistake_is_told_in_a_sentence(string line, string sentence)
    {
        File.WriteAllBytes(Path.Combine(folder.FullName, "empty"), []);
        File.WriteAllText(Path.Combine(folder.FullName, "text"), "a shopping list is no journal");
        var (code, output, errors) = RunningVedette.Run([.. line.Split(' ').Select(word => word.Replace("{0}", folder.FullName, StringComparison.Ordinal))]);
        Assert.Equal(2, code);
        Assert.Matches(sentence, errors);
        Assert.All(errors.TrimEnd().Split('\n'), told => Assert.StartsWith("vedette: ", told, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", output + errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_word_it_tells_what_it_can_do()
    {
        var (code, output, _) = RunningVedette.Run();
        Assert.Equal(0, code);
        Assert.Contains("replay", output, StringComparison.Ordinal);
    }
}
