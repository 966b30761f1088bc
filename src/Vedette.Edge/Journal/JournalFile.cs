using Microsoft.Data.Sqlite;

namespace Vedette.Edge.Journal;

/// <summary>The SQLite side of a journal: schema, connection, marks by which a journal is known.</summary>
internal static class JournalFile
{
    public const int FormatVersion = 1;

    /// <summary>"VEDJ" in the application id of the SQLite header.</summary>
    public const int ApplicationId = 0x5645444A;

    /// <summary>SQLITE_CORRUPT.</summary>
    private const int Corrupt = 11;

    /// <summary>SQLITE_ERROR: our own statements fail so only where the tables are not the ones we made.</summary>
    private const int MissesTables = 1;

    private const string Schema = """
        CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE block (
            number INTEGER PRIMARY KEY, first INTEGER NOT NULL UNIQUE, n INTEGER NOT NULL,
            t0 INTEGER NOT NULL, t1 INTEGER NOT NULL, crc INTEGER NOT NULL, octets BLOB NOT NULL);
        CREATE INDEX block_time ON block (t0, t1);
        CREATE TABLE checkpoint (sequence INTEGER PRIMARY KEY, digest TEXT NOT NULL);
        """;

    /// <summary>True where the file is a Vedette journal: an SQLite header with our application id.</summary>
    public static bool IsJournal(string path)
    {
        Span<byte> head = stackalloc byte[72];
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        if (file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length) return false;
        return head.StartsWith("SQLite format 3\0"u8)
            && System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(head[68..]) == ApplicationId;
    }

    public static SqliteConnection OpenToRead(string path)
    {
        SqliteException failure;
        try
        {
            return Open($"Data Source={path};Mode=ReadOnly;Pooling=False", path);
        }
        catch (SqliteException e)
        {
            failure = e;
        }

        // A journal on read-only media cannot get the shared-memory file that WAL wants; nobody writes to it there.
        try
        {
            return Open($"Data Source=file:{Uri.EscapeDataString(path).Replace("%2F", "/")}?immutable=1;Mode=ReadOnly;Pooling=False", path);
        }
        catch (SqliteException)
        {
            throw Failure(path, "cannot be opened", failure);
        }
    }

    public static SqliteConnection OpenToWrite(string path)
    {
        try
        {
            var connection = Open($"Data Source={path};Mode=ReadWriteCreate;Pooling=False", path);
            Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
            if (Number(connection, "SELECT COUNT(*) FROM sqlite_master WHERE name = 'block'") == 0) Create(connection);
            return connection;
        }
        catch (SqliteException e)
        {
            throw Failure(path, "cannot be written", e);
        }
    }

    /// <summary>What SQLite could not do, in a sentence: a broken journal is told apart from a disk that refuses.</summary>
    public static JournalException Failure(string path, string what, Exception e) => e is SqliteException { SqliteErrorCode: not (Corrupt or MissesTables) }
        ? new($"{path}: {what}: {e.Message}", e)
        : new($"{path}: is damaged: {e.Message}", e) { IsDamage = true };

    /// <summary>
    /// SQLite refused, or a flipped bit made a value another one than we wrote: NULL, a number too large, text for octets. SQLite has no
    /// checksum over its pages, so it notices only what breaks its own shape.
    /// </summary>
    public static bool IsUnreadable(Exception e) => e is SqliteException or InvalidOperationException or InvalidCastException or OverflowException;

    public static void Execute(SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters) command.Parameters.AddWithValue(name, value);
        command.ExecuteNonQuery();
    }

    public static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() is long value ? value : 0;
    }

    private static void Create(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction();
        Execute(connection, $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {FormatVersion}; {Schema}");
        transaction.Commit();
    }

    private static SqliteConnection Open(string connectionString, string path)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            RefuseStrangers(connection, path);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void RefuseStrangers(SqliteConnection connection, string path)
    {
        if (Number(connection, "SELECT COUNT(*) FROM sqlite_master") == 0) return;
        if (Number(connection, "PRAGMA application_id") != ApplicationId)
            throw new JournalException($"{path}: is an SQLite file, but not a Vedette journal");
        var version = Number(connection, "PRAGMA user_version");
        if (version != FormatVersion)
            throw new JournalException($"{path}: has journal format {version}; this version of Vedette reads format {FormatVersion}");
    }
}
