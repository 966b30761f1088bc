using System.CommandLine;
using Vedette.Cli.Hosting;
using Vedette.Core;
using Vedette.Edge.Journal;

namespace Vedette.Cli.Verbs;

/// <summary>Replays a journal and confirms that the same entries still give the same effects.</summary>
internal static class VerifyVerb
{
    public static Command Create()
    {
        var journal = new Argument<string>("JOURNAL") { Description = "The journal to verify" };
        var verb = new Command(
            "verify",
            "Replays a journal and confirms that the digests noted while it was written come out again. Exit code 0: it does; 1: it does not, or the file is damaged; 2: it cannot be read.")
        {
            journal,
        };
        verb.SetAction(parsed => Verify(parsed.GetValue(journal)!));
        return verb;
    }

    private static int Verify(string path)
    {
        using var reader = JournalReader.Open(path);
        using var core = new VedetteCore();
        var tally = new Tally();
        var replay = new JournalReplay(reader, core, tally, tally);
        var last = Math.Max(1, reader.Last);
        ProgressBar.Run("verifying", () => core.Applied / (double)last, step => replay.Run(_ => step()));
        Console.Out.WriteLine($"journal   {reader.Path}");
        foreach (var (key, value) in reader.Meta()) Console.Out.WriteLine($"{key,-9} {value}");
        Console.Out.WriteLine($"entries   {tally.Entries:N0}, {tally.First} to {tally.Last}");
        Console.Out.WriteLine($"digests   {replay.Compared:N0} of {replay.Checkpoints.Count:N0} compared");
        Console.Out.WriteLine($"digest    {core.Digest}");
        return Verdict(reader, replay, core.Applied, replay.Checkpoints);
    }

    private static int Verdict(JournalReader reader, JournalReplay replay, long applied, IReadOnlyList<DigestCheckpoint> checkpoints)
    {
        if (replay.FirstDifference is { } difference) return Fail(difference.ToString());
        if (reader.Damage is { } damage) return Fail($"the journal is damaged: {damage}");
        if (checkpoints.Count == 0) return Fail("the journal holds no digest to compare with: it ended before the first one was noted");
        var after = applied - checkpoints[^1].Sequence;
        if (after < 0) return Fail($"a digest was noted for entry {checkpoints[^1].Sequence}, but the journal ends with entry {applied}");
        Console.Out.WriteLine(after == 0
            ? "PASS      the effects are the same, to the last entry"
            : $"PASS      the effects are the same up to entry {checkpoints[^1].Sequence:N0}; the {after:N0} entries after it have no digest: none was noted before a kill, or none yet");
        return ExitCode.Good;
    }

    private static int Fail(string why)
    {
        Console.Out.WriteLine($"FAIL      {why}");
        return ExitCode.Failed;
    }
}
