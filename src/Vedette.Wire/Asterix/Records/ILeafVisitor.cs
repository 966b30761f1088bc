namespace Vedette.Wire.Asterix.Records;

/// <summary>
/// Is led through every leaf of a record, by the names of the specification. A leaf inside a list has no name. Implement it as a struct: every
/// visit is compiled for it.
/// </summary>
public interface ILeafVisitor
{
    void BeginRecord();

    /// <param name="position">Where the record ended, from the start of the block's body.</param>
    void EndRecord(int position);

    /// <summary>An item, a subfield or a group with parts begins.</summary>
    void Begin(ReadOnlySpan<byte> name);

    void End();

    void BeginList(ReadOnlySpan<byte> name);

    void EndList();

    /// <summary>Bits without a meaning of their own.</summary>
    void Number(ReadOnlySpan<byte> name, ulong value, int bits);

    /// <summary>A whole number in two's complement.</summary>
    void Integer(ReadOnlySpan<byte> name, long value, int bits);

    /// <param name="number">As sent, in two's complement where the specification says so.</param>
    /// <param name="value">In the unit of the specification.</param>
    void Quantity(ReadOnlySpan<byte> name, long number, int bits, double value);

    void Text(ReadOnlySpan<byte> name, ulong number, LeafText text);

    /// <summary>Text of eight-bit characters that is too long for a number.</summary>
    void Characters(ReadOnlySpan<byte> name, ReadOnlySpan<byte> octets);

    /// <summary>What is kept as octets.</summary>
    void Octets(ReadOnlySpan<byte> name, ReadOnlySpan<byte> octets);
}
