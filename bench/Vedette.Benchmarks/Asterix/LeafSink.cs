using Vedette.Wire.Asterix.Records;

namespace Vedette.Benchmarks.Asterix;

/// <summary>
/// Reads every leaf of a record, number and value, and keeps the last: each is stored as if it were the only one (BenchmarkDotNet's Consumer does the
/// same), so none can be left out. Sums were tried first; there every leaf waits for the one before it, and that wait is not the reader's.
/// </summary>
public struct LeafSink : ILeafVisitor
{
    private ulong number;
    private long integer;
    private double quantity;
    private byte last;

    public long Records { get; private set; }

    public void BeginRecord() => Records++;

    public readonly void EndRecord(int position)
    {
    }

    public readonly void Begin(ReadOnlySpan<byte> name)
    {
    }

    public readonly void End()
    {
    }

    public readonly void BeginList(ReadOnlySpan<byte> name)
    {
    }

    public readonly void EndList()
    {
    }

    public void Number(ReadOnlySpan<byte> name, ulong value, int bits) => Volatile.Write(ref number, value);

    public void Integer(ReadOnlySpan<byte> name, long value, int bits) => Volatile.Write(ref integer, value);

    public void Quantity(ReadOnlySpan<byte> name, long number, int bits, double value)
    {
        Volatile.Write(ref integer, number);
        Volatile.Write(ref quantity, value);
    }

    public void Text(ReadOnlySpan<byte> name, ulong number, LeafText text) => Volatile.Write(ref this.number, number);

    public void Characters(ReadOnlySpan<byte> name, ReadOnlySpan<byte> octets) => Keep(octets);

    public void Octets(ReadOnlySpan<byte> name, ReadOnlySpan<byte> octets) => Keep(octets);

    private void Keep(ReadOnlySpan<byte> octets)
    {
        foreach (var octet in octets) Volatile.Write(ref last, octet);
    }
}
