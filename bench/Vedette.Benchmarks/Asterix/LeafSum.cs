using Vedette.Wire.Asterix.Records;

namespace Vedette.Benchmarks.Asterix;

/// <summary>Reads every leaf of a record, number and value, and folds them into one number so that none can be left out.</summary>
public struct LeafSum : ILeafVisitor
{
    public long Sum { get; private set; }

    public long Records { get; private set; }

    public long Leaves { get; private set; }

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

    public void Number(ReadOnlySpan<byte> name, ulong value, int bits) => Fold((long)value);

    public void Integer(ReadOnlySpan<byte> name, long value, int bits) => Fold(value);

    public void Quantity(ReadOnlySpan<byte> name, long number, int bits, double value) => Fold(number ^ BitConverter.DoubleToInt64Bits(value));

    public void Text(ReadOnlySpan<byte> name, ulong number, LeafText text) => Fold((long)number);

    public void Characters(ReadOnlySpan<byte> name, ReadOnlySpan<byte> octets) => FoldOctets(octets);

    public void Octets(ReadOnlySpan<byte> name, ReadOnlySpan<byte> octets) => FoldOctets(octets);

    private void Fold(long value)
    {
        Sum += value;
        Leaves++;
    }

    private void FoldOctets(ReadOnlySpan<byte> octets)
    {
        foreach (var octet in octets) Sum += octet;
        Leaves++;
    }
}
