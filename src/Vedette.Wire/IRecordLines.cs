namespace Vedette.Wire;

/// <summary>Takes lines of JSON, one for each record or message. A line is valid until the call returns.</summary>
public interface IRecordLines
{
    /// <summary>False where only the counts are wanted: lines of records may come empty then, which saves writing them.</summary>
    bool WantsText => true;

    /// <summary>Room into which the next line can be written, to be handed over from there without being copied; empty where a line has to be brought.</summary>
    /// <param name="octets">Of the line at most.</param>
    Span<byte> Lend(int octets) => default;

    /// <param name="kind">What it is, for counting: "CAT048 1.32", "DF17".</param>
    /// <param name="line">Without the end of line.</param>
    void OnRecord(string kind, ReadOnlySpan<byte> line);

    /// <param name="kind">What it should have been: "CAT048".</param>
    /// <param name="line">What could not be read, where and why.</param>
    void OnRefusal(string kind, ReadOnlySpan<byte> line);
}
