namespace Vedette.Wire.Asterix;

/// <summary>
/// Builds one data block: CAT, LEN, then records. A record that does not fit leaves the block as it was, so that a caller
/// fills a datagram, finishes it and begins the next.
/// </summary>
internal ref struct RecordWriter(byte category, Span<byte> destination)
{
    /// <summary>CAT and LEN.</summary>
    private const int HeaderLength = 3;

    private const int MaxBlockLength = ushort.MaxValue;

    private readonly byte category = category;
    private readonly Span<byte> destination = destination;
    private Presence present;
    private int begin;
    private int room;

    public OctetWriter Octets = new(destination[..Math.Min(destination.Length, MaxBlockLength)]);

    /// <param name="fspecOctets">The longest field specification of the category.</param>
    public void Begin(int fspecOctets)
    {
        if (Octets.Position == 0) Octets.Reserve(HeaderLength);
        begin = Octets.Position;
        room = fspecOctets;
        present = default;
        Octets.Reserve(fspecOctets);
    }

    /// <summary>The item of this number is written next. Items are written in rising order.</summary>
    public void Item(int frn) => present.Add(frn);

    /// <summary>Writes the field specification before the items. False, and nothing written, where the record did not fit.</summary>
    public bool End()
    {
        if (Octets.Overflowed || present.IsEmpty)
        {
            Octets.Rewind(begin);
            return false;
        }

        for (var i = 0; i < present.Octets; i++) Octets.Set(begin + i, present.Octet(i));
        Octets.MoveDown(begin + room, begin + present.Octets);
        return true;
    }

    /// <summary>Writes CAT and LEN. The length of the block; 0 where it holds no record.</summary>
    public readonly int Finish()
    {
        var length = Octets.Position;
        if (length <= HeaderLength) return 0;
        destination[0] = category;
        destination[1] = (byte)(length >> 8);
        destination[2] = (byte)length;
        return length;
    }
}
