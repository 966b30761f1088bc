using Vedette.Wire.Asterix.Records;

namespace Vedette.Benchmarks.Asterix;

/// <summary>How many leaves there are.</summary>
public struct LeafCount : ILeafVisitor
{
    public long Leaves { get; private set; }

    public readonly void BeginRecord()
    {
    }

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

    public void Number(ReadOnlySpan<byte> name, ulong value, int bits) => Leaves++;

    public void Integer(ReadOnlySpan<byte> name, long value, int bits) => Leaves++;

    public void Quantity(ReadOnlySpan<byte> name, long number, int bits, double value) => Leaves++;

    public void Text(ReadOnlySpan<byte> name, ulong number, LeafText text) => Leaves++;

    public void Characters(ReadOnlySpan<byte> name, ReadOnlySpan<byte> octets) => Leaves++;

    public void Octets(ReadOnlySpan<byte> name, ReadOnlySpan<byte> octets) => Leaves++;
}
