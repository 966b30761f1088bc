namespace Vedette.Wire.Asterix.Records;

/// <summary>What a repetitive item repeats.</summary>
public interface IRepeated<TSelf>
    where TSelf : IRepeated<TSelf>, allows ref struct
{
    /// <summary>Octets of one.</summary>
    static abstract int Length { get; }

    static abstract TSelf From(ReadOnlySpan<byte> octets);
}

/// <summary>A repetitive item: its parts by number, or one after another in foreach.</summary>
public readonly ref struct Repetition<T>(ReadOnlySpan<byte> octets)
    where T : IRepeated<T>, allows ref struct
{
    private readonly ReadOnlySpan<byte> octets = octets;

    /// <summary>Those of all parts.</summary>
    public ReadOnlySpan<byte> Octets => octets;

    public int Count => octets.Length / T.Length;

    public T this[int index] => T.From(octets.Slice(index * T.Length, T.Length));

    public Enumerator GetEnumerator() => new(octets);

    public ref struct Enumerator(ReadOnlySpan<byte> octets)
    {
        private readonly ReadOnlySpan<byte> octets = octets;
        private int next;

        public readonly T Current => T.From(octets.Slice(next - T.Length, T.Length));

        public bool MoveNext()
        {
            next += T.Length;
            return next <= octets.Length;
        }
    }
}
