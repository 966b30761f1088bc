using CsCheck;
using Microsoft.Data.Sqlite;
using Vedette.Core;
using Vedette.Edge.Journal;
using Vedette.Kernel;

namespace Vedette.Edge.Tests.Journal;

public class JournalTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 1, 17, 2);
    private static readonly Dictionary<string, string> Meta = new() { ["mode"] = "test" };

    private static readonly string[] Sources = ["radar-01", "radar-02", "", "wieża"];

    private static readonly Gen<(int StepMs, byte Kind, string Source, byte[] Payload)[]> AnyEntries =
        Gen.Select(Gen.Int[0, 5000], Gen.Byte[1, 5], Gen.Int[0, 3].Select(i => Sources[i]), Gen.Byte.Array[0, 300]).Array[1, 60];

    private static JournalEntry[] Make(IEnumerable<(int StepMs, byte Kind, string Source, byte[] Payload)> parts, long after = 0, Instant? from = null)
    {
        var at = from ?? Start;
        return [.. parts.Select((p, i) => new JournalEntry(after + i + 1, at = at.AddSeconds(p.StepMs / 1000.0), (EntryKind)p.Kind, p.Source, p.Payload))];
    }

    private static JournalEntry[] Some(int count, long after = 0) =>
        Make(Enumerable.Range(0, count).Select(i => (100, (byte)1, $"feed-{i % 3}", new byte[] { (byte)i, (byte)(i >> 8) })), after, Start.AddSeconds(after));

    private static string Describe(IEnumerable<JournalEntry> entries) =>
        string.Join('\n', entries.Select(e => $"{e.Sequence} {e.At.Ticks} {e.Kind} {e.Source} {Convert.ToHexString(e.Payload.Span)}"));

    private static void WriteBlocks(string path, int blocks, int entriesEach)
    {
        using var writer = JournalWriter.Open(path, Meta);
        for (var i = 0; i < blocks; i++) writer.Append(Some(entriesEach, writer.Last));
    }

    private static void Execute(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.Equal(1, command.ExecuteNonQuery());
    }

    [Fact]
    public void Whatever_octet_is_damaged_what_is_read_is_a_prefix_and_what_is_not_is_said()
    {
        using var folder = new Folder();
        WriteBlocks(folder["whole"], 12, 30);
        using var whole = JournalReader.Open(folder["whole"]);
        var truth = whole.Entries().Select(e => e.At).ToList();
        var octets = File.ReadAllBytes(folder["whole"]);
        var said = 0;
        for (var place = 0; place < octets.Length; place += 89)
        {
            var hurt = (byte[])octets.Clone();
            hurt[place] ^= 0x10;
            said += ReadDamaged(folder[$"flip{place}"], hurt, truth) ? 1 : 0;
        }

        for (var length = 1; length < octets.Length; length += 1021) said += ReadDamaged(folder[$"cut{length}"], octets[..length], truth) ? 1 : 0;
        Assert.True(said > 10);
    }

    /// <summary>True where the reader or the writer says that something is wrong.</summary>
    private static bool ReadDamaged(string path, byte[] octets, List<Instant> truth)
    {
        File.WriteAllBytes(path, octets);
        var said = false;
        try
        {
            using var reader = JournalReader.Open(path);
            var read = reader.Entries().Select(e => e.At).ToList();
            Assert.Equal(truth.Take(read.Count), read);
            said = reader.Damage is not null;
            Assert.True(said || read.Count == truth.Count, $"{path}: {truth.Count - read.Count} entries are gone and nothing is said");
            reader.Checkpoints();
            reader.Meta();
        }
        catch (JournalException)
        {
            said = true;
        }

        try
        {
            JournalWriter.Open(path, Meta).Dispose();
        }
        catch (JournalException)
        {
            said = true;
        }

        return said;
    }

    [Fact]
    public void What_is_appended_is_read_back_whatever_the_blocks()
    {
        AnyEntries.Sample(
            parts =>
            {
                using var folder = new Folder();
                var entries = Make(parts);
                using (var writer = JournalWriter.Open(folder["j"], Meta))
                    foreach (var block in entries.Chunk(7)) writer.Append(block);
                using var reader = JournalReader.Open(folder["j"]);
                Assert.Equal(Describe(entries), Describe(reader.Entries()));
                Assert.Null(reader.Damage);
            },
            iter: 20);
    }

    [Fact]
    public void A_reopened_journal_goes_on_where_it_ended()
    {
        using var folder = new Folder();
        WriteBlocks(folder["j"], 3, 10);
        using (var writer = JournalWriter.Open(folder["j"], Meta))
        {
            Assert.Equal(30, writer.Last);
            writer.Checkpoint(new(30, "abc"));
            writer.Append(Some(5, 30));
        }

        using var reader = JournalReader.Open(folder["j"]);
        Assert.Equal(35, reader.Entries().Count());
        Assert.Equal([new DigestCheckpoint(30, "abc")], reader.Checkpoints());
        Assert.Equal("test", reader.Meta()["mode"]);
    }

    [Fact]
    public void A_replay_beside_the_writer_compares_all_that_was_there_when_it_began_and_no_more()
    {
        using var folder = new Folder();
        using var writer = JournalWriter.Open(folder["j"], Meta);
        var core = new ChainCore();
        var recorder = new Recorder();
        for (var block = 0; block < 3; block++) WriteAndNote(writer, core, recorder);
        using var reader = JournalReader.Open(folder["j"]);
        var replay = new JournalReplay(reader, new ChainCore(), new Recorder(), recorder);
        var seen = 0;
        replay.Run(_ =>
        {
            if (seen++ == 0) WriteAndNote(writer, core, recorder);
        });
        Assert.Equal(30, seen);
        Assert.Equal((2, 2), (replay.Compared, replay.Checkpoints.Count));
        Assert.Null(replay.FirstDifference);
    }

    private static void WriteAndNote(JournalWriter writer, ChainCore core, Recorder effects)
    {
        var entries = Some(10, writer.Last);
        writer.Append(entries);
        foreach (var entry in entries) core.Apply(in entry, effects);
        writer.Checkpoint(new(writer.Last, core.Digest));
    }

    [Fact]
    public void A_gap_is_never_written()
    {
        using var folder = new Folder();
        using var writer = JournalWriter.Open(folder["j"], Meta);
        Assert.Throws<InvariantBrokenException>(() => writer.Append(Some(3, after: 1)));
    }

    [Fact]
    public void A_second_writer_is_kept_out_and_a_reader_is_not()
    {
        using var folder = new Folder();
        using var writer = JournalWriter.Open(folder["j"], Meta);
        writer.Append(Some(4));
        Assert.Contains("in use", Assert.Throws<JournalException>(() => JournalWriter.Open(folder["j"], Meta)).Message, StringComparison.Ordinal);
        using var reader = JournalReader.Open(folder["j"]);
        Assert.Equal(4, reader.Entries().Count());
    }

    [Theory]
    [InlineData("UPDATE block SET octets = zeroblob(length(octets)) WHERE number = 2", "checksum")]
    [InlineData("UPDATE block SET t1 = t1 + 1 WHERE number = 2", "checksum")]
    [InlineData("UPDATE block SET octets = substr(octets, 1, 5) WHERE number = 2", "checksum")]
    [InlineData("UPDATE block SET octets = 'text' WHERE number = 2", "SQLite cannot read it")]
    public void A_damaged_block_is_named_and_what_came_before_is_good(string damage, string reason)
    {
        using var folder = new Folder();
        WriteBlocks(folder["j"], 4, 10);
        Execute(folder["j"], damage);
        using var reader = JournalReader.Open(folder["j"]);
        Assert.Equal(10, reader.Entries().Count());
        Assert.NotNull(reader.Damage);
        Assert.Equal((2, 11, 20), (reader.Damage.Block, reader.Damage.First, reader.Damage.EntriesAfter));
        Assert.Contains(reason, reader.Damage.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_block_is_a_gap_and_is_named()
    {
        using var folder = new Folder();
        WriteBlocks(folder["j"], 4, 10);
        Execute(folder["j"], "DELETE FROM block WHERE number = 3");
        using var reader = JournalReader.Open(folder["j"]);
        Assert.Equal(20, reader.Entries().Count());
        Assert.Contains("a block is missing", reader.Damage?.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_flipped_anywhere_gives_a_prefix_or_says_that_it_is_no_journal()
    {
        using var folder = new Folder();
        WriteBlocks(folder["j"], 6, 40);
        var good = File.ReadAllBytes(folder["j"]);
        var whole = Describe(Some(40)).Split('\n');
        Gen.Select(Gen.Int[0, good.Length - 1], Gen.Byte[1, 255]).Sample(
            (position, flip) =>
            {
                var bad = (byte[])good.Clone();
                bad[position] ^= flip;
                var path = folder["flipped"];
                File.WriteAllBytes(path, bad);
                try
                {
                    using var reader = JournalReader.Open(path);
                    var read = reader.Entries().ToList();
                    Assert.Equal(Enumerable.Range(1, read.Count).Select(i => (long)i), read.Select(e => e.Sequence));
                    Assert.Equal(string.Join('\n', whole.Take(read.Count)), Describe(read.Take(40)));
                }
                catch (JournalException e)
                {
                    Assert.NotEmpty(e.Message);
                }
            },
            iter: 600,
            threads: 1);
    }

    [Fact]
    public void Other_files_are_not_journals()
    {
        using var folder = new Folder();
        folder.Write("text", "This is a text that is long enough to hold what would be a header of SQLite, but is none of it.");
        Assert.False(JournalReader.IsJournal(folder["text"]));
        Assert.Throws<JournalException>(() => JournalReader.Open(folder["text"]));
        Assert.Throws<JournalException>(() => JournalReader.Open(folder["absent"]));
        WriteBlocks(folder["j"], 1, 1);
        Assert.True(JournalReader.IsJournal(folder["j"]));
    }

    [Fact]
    [Trait("Kind", "Fuzz")]
    public void Any_octets_in_place_of_a_block_are_refused_and_never_throw()
    {
        using var codec = new BlockCodec();
        using var compressor = new ZstdSharp.Compressor();
        Gen.Select(Gen.Byte.Array[0, 400], Gen.Bool, Gen.Int[-1, 50]).Sample(
            (octets, compressed, count) =>
            {
                var block = new JournalBlock(1, 1, count, Start, Start, 0, compressed ? compressor.Wrap(octets).ToArray() : octets);
                if (codec.TryDecode(block, out var entries, out var reason)) Assert.Equal(count, entries.Length);
                else Assert.NotEmpty(reason);
            },
            iter: 2000,
            threads: 1);
    }
}
