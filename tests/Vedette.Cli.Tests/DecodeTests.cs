using System.Diagnostics;
using System.Text.Json;
using Vedette.TestSupport;

namespace Vedette.Cli.Tests;

public sealed class DecodeTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("vedette-test-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Lines_become_the_data_blocks_again_that_they_were()
    {
        var capture = SharedData.Path("asterix/blocks/cat034_048_jahorina.ast");
        var (lines, again) = (Path.Combine(folder.FullName, "lines.json"), Path.Combine(folder.FullName, "again.ast"));
        File.WriteAllText(lines, Decode(capture));
        var encoded = RunningVedette.Run("decode", "--encode", lines, "--output", again);
        Assert.Equal((0, ""), (encoded.Code, encoded.Errors));
        Assert.Equal(File.ReadAllBytes(capture), File.ReadAllBytes(again));
        File.AppendAllText(lines, "{\"cat\":48,\"items\":{\"010\":1}}\n");
        var broken = RunningVedette.Run("decode", "--encode", lines, "--output", again);
        Assert.Equal(1, broken.Code);
        Assert.Contains("items.010: expected an object", broken.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_capture_of_the_simulated_radars_is_decoded_to_a_line_of_json_a_record_and_none_is_refused()
    {
        var lines = Decode(Captures.Night(Path.Combine(folder.FullName, "night.pcap"), 10)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(lines.Length > 100);
        foreach (var line in lines)
        {
            using var record = JsonDocument.Parse(line);
            Assert.Contains(record.RootElement.GetProperty("cat").GetInt32(), new[] { 34, 48 });
            Assert.False(record.RootElement.TryGetProperty("err", out _), line);
        }
    }

    [Fact]
    public void The_summary_counts_every_category()
    {
        var summary = Decode(SharedData.Path("asterix/real/cat062_063_065_jade_large30min.ff"), "--out", "summary");
        Assert.Matches(@"CAT062 1\.21 +22,396 +0", summary);
        Assert.Matches(@"CAT063 1\.7 +5,772 +0", summary);
    }

    [Fact]
    public void A_recording_in_a_container_gives_the_offsets_of_its_data_blocks()
    {
        var packed = Decode(SharedData.Path("asterix/real/cat034_048_jahorina.raw.ast"));
        Assert.Equal(Decode(SharedData.Path("asterix/blocks/cat034_048_jahorina.ast")), packed);
        Assert.Equal(Decode(SharedData.Path("asterix/blocks/cat062_croatia.ast")), Decode(SharedData.Path("asterix/real/cat062_croatia.pcap")));
    }

    private static string Decode(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "vedette.dll"));
        start.ArgumentList.Add("decode");
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.Result);
        return output;
    }
}
