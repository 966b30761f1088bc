using Microsoft.Data.Sqlite;
using Vedette.Core;

namespace Vedette.Edge.Journal;

/// <summary>
/// Reads a journal entry by entry, one block in memory at a time, also while it is being written. Where a block is missing or
/// damaged it stops and says in <see cref="Damage"/> which one, why, and what is lost: what it gave is always a prefix without gaps.
/// </summary>
public sealed class JournalReader : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly BlockCodec codec = new();

    private JournalReader(SqliteConnection connection, string path)
    {
        this.connection = connection;
        Path = path;
    }

    public string Path { get; }

    /// <summary>Set where <see cref="Entries"/> had to stop early.</summary>
    public JournalDamage? Damage { get; private set; }

    /// <summary>How many entries the journal says it holds.</summary>
    /// <exception cref="JournalException">SQLite cannot read the file.</exception>
    public long Last => Ask(() => JournalFile.Number(connection, "SELECT first + n - 1 FROM block ORDER BY number DESC LIMIT 1"));

    /// <summary>True where the file begins as a Vedette journal does.</summary>
    public static bool IsJournal(string path) => JournalFile.IsJournal(path);

    /// <exception cref="JournalException">The file is not a journal or cannot be read.</exception>
    public static JournalReader Open(string path)
    {
        path = System.IO.Path.GetFullPath(path);
        if (Directory.Exists(path)) throw new JournalException($"{path}: is a folder; expected a journal");
        if (!File.Exists(path)) throw new JournalException($"{path}: there is no such file");
        if (new FileInfo(path).Length == 0) throw new JournalException($"{path}: the file is empty");
        return new(JournalFile.OpenToRead(path), path);
    }

    /// <summary>Entries in order. Payloads stay valid: each block has its own memory.</summary>
    public IEnumerable<JournalEntry> Entries()
    {
        Damage = null;
        long expected = 1, number = 0;
        while (ReadBlock(number, expected) is { } block)
        {
            if (Decode(block, expected) is not { } entries) yield break;
            foreach (var entry in entries) yield return entry;
            expected += block.Count;
            number = block.Number;
        }
    }

    /// <summary>The digests that were noted when the journal was written, by sequence.</summary>
    /// <exception cref="JournalException">SQLite cannot read the file.</exception>
    public IReadOnlyList<DigestCheckpoint> Checkpoints() => Ask(() =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT sequence, digest FROM checkpoint ORDER BY sequence";
        using var rows = command.ExecuteReader();
        var checkpoints = new List<DigestCheckpoint>();
        while (rows.Read()) checkpoints.Add(new(rows.GetInt64(0), rows.GetString(1)));
        return (IReadOnlyList<DigestCheckpoint>)checkpoints;
    });

    /// <summary>The remarks about the journal: "created", "version", "mode", ...</summary>
    /// <exception cref="JournalException">SQLite cannot read the file.</exception>
    public IReadOnlyDictionary<string, string> Meta() => Ask(() =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT key, value FROM meta ORDER BY key";
        using var rows = command.ExecuteReader();
        var meta = new SortedDictionary<string, string>(StringComparer.Ordinal);
        while (rows.Read()) meta[rows.GetString(0)] = rows.GetString(1);
        return (IReadOnlyDictionary<string, string>)meta;
    });

    public void Dispose()
    {
        codec.Dispose();
        connection.Dispose();
    }

    private T Ask<T>(Func<T> question)
    {
        try
        {
            return question();
        }
        catch (Exception e) when (JournalFile.IsUnreadable(e))
        {
            throw JournalFile.Failure(Path, "cannot be read", e);
        }
    }

    /// <summary>The block after <paramref name="number"/>, null at the end and (with <see cref="Damage"/> set) where SQLite itself cannot read on.</summary>
    private JournalBlock? ReadBlock(long number, long expected)
    {
        try
        {
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT number, first, n, t0, t1, crc, octets FROM block WHERE number > $number ORDER BY number LIMIT 1";
            command.Parameters.AddWithValue("$number", number);
            using var row = command.ExecuteReader();
            if (!row.Read()) return null;
            return new(row.GetInt64(0), row.GetInt64(1), row.GetInt32(2), new(row.GetInt64(3)), new(row.GetInt64(4)), (uint)row.GetInt64(5), (byte[])row[6]);
        }
        catch (Exception e) when (JournalFile.IsUnreadable(e))
        {
            Damage = new(number + 1, expected, $"SQLite cannot read it: {e.Message}", EntriesAfter(number + 1));
            return null;
        }
    }

    private JournalEntry[]? Decode(in JournalBlock block, long expected)
    {
        string reason;
        if (block.First != expected)
        {
            reason = $"it begins at entry {block.First} where {expected} is expected: a block is missing";
        }
        else if (BlockCodec.Checksum(block) is var crc && crc != block.Crc)
        {
            reason = $"its checksum is {crc:X8}, {block.Crc:X8} was written";
        }
        else if (codec.TryDecode(block, out var entries, out reason))
        {
            return entries;
        }

        Damage = new(block.Number, expected, reason, EntriesAfter(block.Number));
        return null;
    }

    private long EntriesAfter(long number)
    {
        try
        {
            return JournalFile.Number(connection, $"SELECT SUM(n) FROM block WHERE number > {number}");
        }
        catch (SqliteException)
        {
            return 0;
        }
    }
}
