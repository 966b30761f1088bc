namespace Vedette.Wire.Asterix;

/// <summary>Writes one category 034 block (edition 1.29) into a span; as <see cref="Cat048Writer"/>.</summary>
public ref struct Cat034Writer
{
    private const int FspecOctets = 2;

    private RecordWriter block;

    public Cat034Writer(Span<byte> destination) => block = new(34, destination);

    /// <summary>Adds a record. False where it does not fit (or holds nothing): the block is as it was, ready to be finished.</summary>
    public bool TryWrite(in Cat034Record record)
    {
        block.Begin(FspecOctets);
        WriteMessage(record);
        WriteHealth(record);
        WriteGeometry(record);
        return block.End();
    }

    /// <summary>Closes the block. Its length in octets; 0 where no record was written.</summary>
    public readonly int Finish() => block.Finish();

    private void WriteMessage(in Cat034Record record)
    {
        if (record.Source is { } source)
        {
            block.Item(1);
            block.Octets.UInt8(source.Sac);
            block.Octets.UInt8(source.Sic);
        }

        if (record.Message is { } message)
        {
            block.Item(2);
            block.Octets.UInt8((byte)message);
        }

        if (record.TimeOfDay is { } time)
        {
            block.Item(3);
            block.Octets.UInt24(Lsb.RawTime(time));
        }

        if (record.Sector is { } sector)
        {
            block.Item(4);
            block.Octets.UInt8((byte)Lsb.Direction(sector.Radians, 8));
        }

        if (record.Rotation is { } rotation)
        {
            block.Item(5);
            block.Octets.UInt16((ushort)Math.Min(Lsb.RawTime(rotation), ushort.MaxValue));
        }
    }

    private void WriteHealth(in Cat034Record record)
    {
        if (record.Status is { } status)
        {
            block.Item(6);
            WriteParts(status.Common, status.Primary, status.Ssr, status.ModeS is not null);
            if (status.ModeS is { } modeS) block.Octets.UInt16(modeS);
        }

        if (record.Processing is { } processing)
        {
            block.Item(7);
            WriteParts(processing.Common, processing.Primary, processing.Ssr, processing.ModeS is not null);
            if (processing.ModeS is { } modeS) block.Octets.UInt8(modeS);
        }

        if (record.Counts is { } counts)
        {
            block.Item(8);
            block.Octets.UInt8(counts.Count);
            for (var i = 0; i < counts.Count; i++)
            {
                var (type, reports) = counts[i];
                block.Octets.UInt16((ushort)((type << 11) | reports));
            }
        }
    }

    /// <summary>The primary subfield of I034/050 and 060 and all parts but the last.</summary>
    private void WriteParts(byte? common, byte? primary, byte? ssr, bool modeS)
    {
        block.Octets.UInt8((byte)((common is null ? 0 : 0x80) | (primary is null ? 0 : 0x10) | (ssr is null ? 0 : 0x08) | (modeS ? 0x04 : 0)));
        if (common is { } com) block.Octets.UInt8(com);
        if (primary is { } psr) block.Octets.UInt8(psr);
        if (ssr is { } secondary) block.Octets.UInt8(secondary);
    }

    private void WriteGeometry(in Cat034Record record)
    {
        if (record.Window is { } window)
        {
            block.Item(9);
            block.Octets.UInt16((ushort)Lsb.Unsigned(window.RangeFrom.NauticalMiles, 1 / 256.0, ushort.MaxValue));
            block.Octets.UInt16((ushort)Lsb.Unsigned(window.RangeTo.NauticalMiles, 1 / 256.0, ushort.MaxValue));
            block.Octets.UInt16((ushort)Lsb.Direction(window.AzimuthFrom.Radians, 16));
            block.Octets.UInt16((ushort)Lsb.Direction(window.AzimuthTo.Radians, 16));
        }

        if (record.DataFilter is { } filter)
        {
            block.Item(10);
            block.Octets.UInt8(filter);
        }

        if (record.Site is { } site)
        {
            block.Item(11);
            block.Octets.Int16((short)Lsb.Signed(site.HeightM, 1, 16));
            block.Octets.UInt24(Lsb.Signed(site.Position.LatitudeRad, Lsb.Wgs84Coarse24Rad, 24));
            block.Octets.UInt24(Lsb.Signed(site.Position.LongitudeRad, Lsb.Wgs84Coarse24Rad, 24));
        }

        if (record.Collimation is { } collimation)
        {
            block.Item(12);
            block.Octets.UInt8((byte)Lsb.Signed(collimation.Range.NauticalMiles, 1 / 128.0, 8));
            block.Octets.UInt8((byte)Lsb.Signed(collimation.Azimuth.Radians, 2 * Math.PI / 16384, 8));
        }
    }
}
