using Microsoft.Data.Sqlite;
using Vedette.Core;
using Vedette.Kernel;

namespace Vedette.Edge.Journal;

/// <summary>
/// Appends entries to a journal. What <see cref="Append"/> was given is on the disk when it returns (group commit: one call, one
/// block, one transaction); a kill at any moment leaves every block whole or absent. One writer at a time holds the file.
/// </summary>
public sealed class JournalWriter : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly FileStream hold;
    private readonly SqliteCommand insertBlock;
    private readonly BlockCodec codec = new();
    private readonly List<DigestCheckpoint> checkpoints = [];
    private long blocks;

    private JournalWriter(SqliteConnection connection, FileStream hold, string path)
    {
        this.connection = connection;
        this.hold = hold;
        Path = path;
        blocks = JournalFile.Number(connection, "SELECT MAX(number) FROM block");
        Last = JournalFile.Number(connection, "SELECT first + n - 1 FROM block ORDER BY number DESC LIMIT 1");
        LastAt = new(JournalFile.Number(connection, "SELECT t1 FROM block ORDER BY number DESC LIMIT 1"));
        insertBlock = connection.CreateCommand();
        insertBlock.CommandText = "INSERT INTO block (number, first, n, t0, t1, crc, octets) VALUES ($number, $first, $n, $t0, $t1, $crc, $octets)";
    }

    /// <summary>Full path of the file.</summary>
    public string Path { get; }

    /// <summary>Sequence of the last entry on the disk; 0 in a new journal.</summary>
    public long Last { get; private set; }

    /// <summary>Time of the last entry.</summary>
    public Instant LastAt { get; private set; }

    /// <summary>Opens a journal to continue it, or makes a new one with <paramref name="meta"/> in it (folders too).</summary>
    /// <exception cref="JournalException">It is not a journal, it is held by another process, or the disk refuses.</exception>
    public static JournalWriter Open(string path, IReadOnlyDictionary<string, string> meta)
    {
        path = System.IO.Path.GetFullPath(path);
        var held = Hold(path);
        SqliteConnection? opened = null;
        try
        {
            opened = JournalFile.OpenToWrite(path);
            var writer = new JournalWriter(opened, held, path);
            if (writer.Last == 0)
                foreach (var (key, value) in meta) writer.Note(key, value);
            return writer;
        }
        catch (Exception e)
        {
            opened?.Dispose();
            held.Dispose();
            if (JournalFile.IsUnreadable(e)) throw JournalFile.Failure(path, "cannot be written", e);
            throw;
        }
    }

    /// <summary>Writes consecutive entries as one block. They are durable when this returns.</summary>
    /// <exception cref="InvariantBrokenException">The entries do not follow the last one.</exception>
    /// <exception cref="JournalException">The disk refuses.</exception>
    public void Append(ReadOnlySpan<JournalEntry> entries)
    {
        if (entries.IsEmpty) return;
        Invariant.Holds(entries[0].Sequence == Last + 1, "the journal has no gaps");
        Invariant.Holds(entries[0].At >= LastAt, "the journal's time never runs backwards");
        var octets = codec.Encode(entries);
        var block = new JournalBlock(blocks + 1, entries[0].Sequence, entries.Length, entries[0].At, entries[^1].At, 0, octets);
        Commit(block with { Crc = BlockCodec.Checksum(block) });
        blocks = block.Number;
        Last = entries[^1].Sequence;
        LastAt = entries[^1].At;
    }

    /// <summary>Remembers a digest; it is written with the next block, or at the end.</summary>
    public void Checkpoint(DigestCheckpoint checkpoint) => checkpoints.Add(checkpoint);

    /// <summary>Writes or replaces a remark about the journal.</summary>
    public void Note(string key, string value) =>
        JournalFile.Execute(connection, "INSERT OR REPLACE INTO meta (key, value) VALUES ($key, $value)", ("$key", key), ("$value", value));

    public void Dispose()
    {
        if (checkpoints.Count > 0) Commit(null);
        insertBlock.Dispose();
        codec.Dispose();
        connection.Dispose();
        hold.Dispose();
    }

    private void Commit(JournalBlock? block)
    {
        try
        {
            using var transaction = connection.BeginTransaction();
            if (block is { } given) Insert(given, transaction);
            foreach (var (sequence, digest) in checkpoints)
                JournalFile.Execute(connection, "INSERT OR REPLACE INTO checkpoint (sequence, digest) VALUES ($sequence, $digest)", ("$sequence", sequence), ("$digest", digest));
            transaction.Commit();
            checkpoints.Clear();
        }
        catch (SqliteException e)
        {
            throw new JournalException($"{Path}: the journal cannot be written: {e.Message}", e);
        }
    }

    private void Insert(JournalBlock block, SqliteTransaction transaction)
    {
        insertBlock.Transaction = transaction;
        insertBlock.Parameters.Clear();
        insertBlock.Parameters.AddWithValue("$number", block.Number);
        insertBlock.Parameters.AddWithValue("$first", block.First);
        insertBlock.Parameters.AddWithValue("$n", block.Count);
        insertBlock.Parameters.AddWithValue("$t0", block.From.Ticks);
        insertBlock.Parameters.AddWithValue("$t1", block.To.Ticks);
        insertBlock.Parameters.AddWithValue("$crc", (long)block.Crc);
        insertBlock.Parameters.AddWithValue("$octets", block.Octets);
        insertBlock.ExecuteNonQuery();
    }

    /// <summary>The lock that keeps a second writer out; the system lets go of it when the process dies, however it dies.</summary>
    private static FileStream Hold(string path)
    {
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new JournalException($"{path}: is in use by another Vedette, or cannot be written: {e.Message}", e);
        }
    }
}
