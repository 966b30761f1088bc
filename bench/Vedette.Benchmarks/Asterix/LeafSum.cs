using Vedette.Wire.Asterix.Records;

namespace Vedette.Benchmarks.Asterix;

/// <summary>
/// Reads every leaf of a record, number and value, and folds them into numbers so that none can be left out. Numbers and quantities have a sum
/// each: in a single one, every leaf would wait for the one before it, and that wait would be measured instead of the reader.
/// </summary>
public struct LeafSum : ILeafVisitor
{
    private long numbers;
    private long quantities;
    private double values;
    private long texts;

    public readonly long Sum => numbers + quantities + BitConverter.DoubleToInt64Bits(values) + texts;

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

    public void Number(ReadOnlySpan<byte> name, ulong value, int bits) => numbers += (long)value;

    public void Integer(ReadOnlySpan<byte> name, long value, int bits) => numbers += value;

    public void Quantity(ReadOnlySpan<byte> name, long number, int bits, double value)
    {
        quantities += number;
        values += value;
    }

    public void Text(ReadOnlySpan<byte> name, ulong number, LeafText text) => texts += (long)number;

    public void Characters(ReadOnlySpan<byte> name, ReadOnlySpan<byte> octets) => FoldOctets(octets);

    public void Octets(ReadOnlySpan<byte> name, ReadOnlySpan<byte> octets) => FoldOctets(octets);

    private void FoldOctets(ReadOnlySpan<byte> octets)
    {
        foreach (var octet in octets) texts += octet;
    }
}
