namespace Vedette.Wire.Asterix.Writing;

/// <summary>
/// Writes numbers of any width one after another, the most significant bit first. What does not fit is not written and
/// <see cref="Overflowed"/> says so.
/// </summary>
internal ref struct BitWriter(Span<byte> destination)
{
    /// <summary>The widest number that is written at once.</summary>
    public const int MostBits = 48;

    private readonly Span<byte> destination = destination;

    /// <summary>Bits that do not fill an octet yet.</summary>
    private ulong pending;
    private int pendingBits;

    /// <summary>Whole octets written.</summary>
    public int Position { get; private set; }

    public bool Overflowed { get; private set; }

    public readonly ReadOnlySpan<byte> Written => destination[..Position];

    /// <param name="value">Its lowest <paramref name="count"/> bits are written.</param>
    /// <param name="count">At most <see cref="MostBits"/>.</param>
    public void Bits(ulong value, int count)
    {
        pending = (pending << count) | (value & ((1UL << count) - 1));
        pendingBits += count;
        for (; pendingBits >= 8; pendingBits -= 8) Octet((byte)(pending >> (pendingBits - 8)));
    }

    /// <summary>Whole octets, where an octet begins.</summary>
    public void Octets(scoped ReadOnlySpan<byte> octets)
    {
        if (octets.Length > destination.Length - Position) Overflowed = true;
        if (Overflowed) return;
        octets.CopyTo(destination[Position..]);
        Position += octets.Length;
    }

    /// <summary>Presence bits, seven to an octet, each octet but the last with its FX bit set. There is one octet at least.</summary>
    /// <param name="bits">Bit n (from 1) is 1 &lt;&lt; (128 - n).</param>
    public void Presence(UInt128 bits)
    {
        do
        {
            var octet = (uint)(bits >> 121);
            bits <<= 7;
            Bits((octet << 1) | (bits == 0 ? 0u : 1u), 8);
        }
        while (bits != 0);
    }

    private void Octet(byte octet)
    {
        if (Position >= destination.Length) Overflowed = true;
        if (Overflowed) return;
        destination[Position++] = octet;
    }
}
