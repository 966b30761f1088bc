namespace Vedette.Wire.Asterix.Records;

/// <summary>Counts records and looks at none of their leaves.</summary>
internal struct RecordCount : ILeafVisitor
{
    public int Records { get; private set; }

    /// <summary>Where the last of them ended, from the start of the block's body.</summary>
    public int End { get; private set; }

    public readonly void BeginRecord()
    {
    }

    public void EndRecord(int position)
    {
        Records++;
        End = position;
    }

    public readonly void Begin(ReadOnlySpan<byte> name)
    {
    }

    readonly void ILeafVisitor.End()
    {
    }

    public readonly void BeginList(ReadOnlySpan<byte> name)
    {
    }

    public readonly void EndList()
    {
    }

    public readonly void Number(ReadOnlySpan<byte> name, ulong value, int bits)
    {
    }

    public readonly void Integer(ReadOnlySpan<byte> name, long value, int bits)
    {
    }

    public readonly void Quantity(ReadOnlySpan<byte> name, long number, int bits, double value)
    {
    }

    public readonly void Text(ReadOnlySpan<byte> name, ulong number, LeafText text)
    {
    }

    public readonly void Characters(ReadOnlySpan<byte> name, ReadOnlySpan<byte> octets)
    {
    }

    public readonly void Octets(ReadOnlySpan<byte> name, ReadOnlySpan<byte> octets)
    {
    }
}
