using Vedette.Wire;
using Vedette.Wire.Asterix.Catalogue;

namespace Vedette.Benchmarks.Asterix;

/// <summary>Makes a line of JSON of every record, in a buffer that the next one takes.</summary>
public sealed class JsonRead : IRecordLines
{
    private readonly AsterixJson json = new(new EditionChoice());
    private readonly byte[] buffer = new byte[1 << 20];
    private long records;

    /// <summary>How many records there are.</summary>
    public long All(byte[] octets)
    {
        records = 0;
        json.Write(octets, 0, this);
        return records;
    }

    public void OnRecord(string kind, ReadOnlySpan<byte> line)
    {
        line.CopyTo(buffer);
        records++;
    }

    public void OnRefusal(string kind, ReadOnlySpan<byte> line) => line.CopyTo(buffer);
}
