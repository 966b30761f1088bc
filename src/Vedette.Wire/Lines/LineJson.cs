namespace Vedette.Wire.Lines;

/// <summary>Writes a line of JSON for every record of a stream that is brought piece by piece.</summary>
public interface IRecordJson
{
    /// <param name="octets">The next piece, cut anywhere.</param>
    void Write(ReadOnlySpan<byte> octets, IRecordLines lines);
}

/// <summary>
/// The same for text lines: each record begins with <c>off</c>, where its line begins. A line that cannot be read becomes <c>off</c>,
/// <c>line</c> (its number), <c>item</c> (the field), <c>err</c> and <c>text</c>. Blank lines are passed over.
/// </summary>
/// <param name="kind">Of refused lines.</param>
/// <param name="longestLine">Octets.</param>
internal abstract class LineJson(string kind, int longestLine) : IRecordJson
{
    private readonly LineCutter cutter = new(longestLine);

    protected Utf8Text Json { get; } = new();

    public void Write(ReadOnlySpan<byte> octets, IRecordLines lines)
    {
        var position = 0;
        while (true)
        {
            var what = cutter.Next(octets, ref position, out var line, out _);
            if (what == LineEvent.NeedMore) return;
            if (what == LineEvent.TooLong) Refuse(line, cutter.Start, "line", "longer than any of this format", lines);
            else if (!line.IsEmpty) WriteLine(line, cutter.Start, lines);
        }
    }

    private protected abstract void WriteLine(ReadOnlySpan<byte> line, long offset, IRecordLines lines);

    private protected void Begin(long offset)
    {
        Json.Length = 0;
        Json.Append("{\"off\":"u8);
        Json.Number((ulong)offset);
    }

    private protected void End(string recordKind, IRecordLines lines)
    {
        Json.Close((byte)'}');
        lines.OnRecord(recordKind, Json.WithoutComma);
    }

    private protected void Refuse(ReadOnlySpan<byte> line, long offset, string field, string reason, IRecordLines lines)
    {
        Begin(offset);
        Json.Field("line"u8, cutter.Number);
        Json.Field("item"u8, field);
        Json.Field("err"u8, reason);
        Json.Field("text"u8, line);
        Json.Close((byte)'}');
        lines.OnRefusal(kind, Json.WithoutComma);
    }
}
