using Microsoft.Data.Sqlite;
using Vedette.Edge.Journal;

namespace Vedette.Cli.Tests;

public sealed class ReplayTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("vedette-test-");

    private string this[string name] => Path.Combine(folder.FullName, name);

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_replay_killed_in_the_middle_and_started_again_ends_as_if_nothing_had_happened()
    {
        var capture = Captures.Night(this["night.pcap"], 90);
        var whole = RunningVedette.Run("replay", capture, "--journal", this["whole.journal"]);
        Assert.Equal((0, ""), (whole.Code, whole.Errors));
        var digest = RunningVedette.Word(whole.Output, "digest  ");
        Assert.Equal(64, digest.Length);

        using (var running = new RunningVedette("replay", capture, "--journal", this["cut.journal"]))
        {
            while (Entries(this["cut.journal"]) == 0 && !running.HasExited) Thread.Sleep(1);
            running.Kill();
        }

        var cut = Entries(this["cut.journal"]);
        Assert.InRange(cut, 1, Entries(this["whole.journal"]) - 1);
        Assert.Contains("PASS", RunningVedetteVerify(this["cut.journal"], cut), StringComparison.Ordinal);

        var resumed = RunningVedette.Run("replay", capture, "--journal", this["cut.journal"]);
        Assert.Contains($"went on after entry {cut:N0}", resumed.Output, StringComparison.Ordinal);
        Assert.Equal(digest, RunningVedette.Word(resumed.Output, "digest  "));
        Assert.Equal(Entries(this["whole.journal"]), Entries(this["cut.journal"]));

        var verified = RunningVedette.Run("verify", this["cut.journal"]);
        Assert.Equal(0, verified.Code);
        Assert.Contains("PASS      the effects are the same, to the last entry", verified.Output, StringComparison.Ordinal);
        Assert.Equal(digest, RunningVedette.Word(verified.Output, "digest  "));

        var again = RunningVedette.Run("replay", this["cut.journal"]);
        Assert.Equal(digest, RunningVedette.Word(again.Output, "digest  "));
        Assert.Contains("holds its own settings", RunningVedette.Run("replay", this["cut.journal"], "--sensor", "1/2=3,4,5").Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_journal_fails_with_the_block_that_is_damaged()
    {
        var capture = Captures.Night(this["night.pcap"], 30);
        Assert.Equal(0, RunningVedette.Run("replay", capture, "--journal", this["j"]).Code);
        Execute(this["j"], "UPDATE block SET octets = zeroblob(100) WHERE number = (SELECT MAX(number) FROM block)");
        var verified = RunningVedette.Run("verify", this["j"]);
        Assert.Equal(1, verified.Code);
        Assert.Matches("FAIL      the journal is damaged: block [0-9]+ \\(from entry [0-9]+\\): its checksum is", verified.Output);
    }

    [Fact]
    public void A_digest_that_differs_fails_with_the_entries_between_which_it_does()
    {
        var capture = Captures.Night(this["night.pcap"], 30);
        Assert.Equal(0, RunningVedette.Run("replay", capture, "--journal", this["j"]).Code);
        Execute(this["j"], "UPDATE checkpoint SET digest = 'f00d' WHERE sequence = (SELECT MIN(sequence) FROM checkpoint)");
        var verified = RunningVedette.Run("verify", this["j"]);
        Assert.Equal(1, verified.Code);
        Assert.Contains("FAIL      the effects differ within entries 1 to", verified.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("verify", "absent.journal")]
    [InlineData("replay", "absent.pcap")]
    [InlineData("run")]
    [InlineData("run", "--beast", "nowhere")]
    [InlineData("run", "--config", "absent.json")]
    [InlineData("run", "--beast", "localhost:1", "--zone", "absent.geojson")]
    [InlineData("replay", "/dev/null")]
    [InlineData("demo", "--speed", "0")]
    public void What_cannot_be_done_is_said_in_a_sentence(params string[] arguments)
    {
        var (code, output, errors) = RunningVedette.Run(arguments);
        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith("vedette: ", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_verb_explains_itself()
    {
        var (code, help, _) = RunningVedette.Run("--help");
        Assert.Equal(0, code);
        foreach (var verb in new[] { "demo", "run", "replay", "verify", "track" }) Assert.Contains($"  {verb} ", help, StringComparison.Ordinal);
    }

    private static string RunningVedetteVerify(string path, long entries)
    {
        // Killed before the first digest was noted, there is nothing to compare with yet.
        var verified = RunningVedette.Run("verify", path);
        return verified.Output.Contains("holds no digest", StringComparison.Ordinal) && entries <= 2048 ? "PASS" : verified.Output;
    }

    private static long Entries(string path)
    {
        try
        {
            using var reader = JournalReader.Open(path);
            return reader.Last;
        }
        catch (Exception e) when (e is JournalException or SqliteException)
        {
            return 0; // Not there yet, or its first transaction is under way.
        }
    }

    private static void Execute(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.Equal(1, command.ExecuteNonQuery());
    }
}
