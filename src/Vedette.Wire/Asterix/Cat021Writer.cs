namespace Vedette.Wire.Asterix;

/// <summary>Writes one category 021 block (edition 2.6, which receivers of 2.1 and later read) into a span; as <see cref="Cat048Writer"/>.</summary>
public ref struct Cat021Writer
{
    private const int FspecOctets = 7;

    private RecordWriter block;

    public Cat021Writer(Span<byte> destination) => block = new(21, destination);

    /// <summary>Adds a record. False where it does not fit (or holds nothing): the block is as it was, ready to be finished.</summary>
    public bool TryWrite(in Cat021Record record)
    {
        block.Begin(FspecOctets);
        WriteHead(record);
        WritePosition(record);
        WriteReception(record);
        WriteHeightAndQuality(record);
        WriteMotion(record);
        WriteIdentity(record);
        return block.End();
    }

    /// <summary>Closes the block. Its length in octets; 0 where no record was written.</summary>
    public readonly int Finish() => block.Finish();

    private void WriteHead(in Cat021Record record)
    {
        if (record.Source is { } source)
        {
            block.Item(1);
            block.Octets.UInt8(source.Sac);
            block.Octets.UInt8(source.Sic);
        }

        if (record.Descriptor is { } descriptor)
        {
            block.Item(2);
            descriptor.Octets.Write(ref block.Octets);
        }

        if (record.TrackNumber is { } number)
        {
            block.Item(3);
            block.Octets.UInt16((ushort)(number & 0xFFF));
        }

        WriteOctet(4, record.Service);
    }

    private void WritePosition(in Cat021Record record)
    {
        WriteTime(5, record.TimeOfPosition);
        if (record.Position is { } position)
        {
            block.Item(6);
            block.Octets.UInt24(Lsb.Signed(position.LatitudeRad, Lsb.Wgs84Coarse24Rad, 24));
            block.Octets.UInt24(Lsb.Signed(position.LongitudeRad, Lsb.Wgs84Coarse24Rad, 24));
        }

        if (record.FinePosition is { } fine)
        {
            block.Item(7);
            block.Octets.Int32(Lsb.Signed(fine.LatitudeRad, Lsb.Wgs84Fine32Rad, 32));
            block.Octets.Int32(Lsb.Signed(fine.LongitudeRad, Lsb.Wgs84Fine32Rad, 32));
        }
    }

    private void WriteReception(in Cat021Record record)
    {
        WriteTime(8, record.TimeOfVelocity);
        if (record.Address is { } address)
        {
            block.Item(11);
            block.Octets.UInt24(address.Value & 0xFFFFFF);
        }

        WriteTime(12, record.PositionReceived);
        if (record.PositionReceivedPrecisely is { } precise)
        {
            block.Item(13);
            block.Octets.Unsigned(4, precise.Raw);
        }

        WriteTime(14, record.VelocityReceived);
    }

    private void WriteHeightAndQuality(in Cat021Record record)
    {
        if (record.GeometricHeight is { } height)
        {
            block.Item(16);
            block.Octets.Int16((short)Lsb.Signed(height.Metres, Lsb.QuarterOf25FeetM, 16));
        }

        if (record.Quality is { } quality)
        {
            block.Item(17);
            quality.Octets.Write(ref block.Octets);
        }

        WriteOctet(18, record.Mops?.Raw);
        if (record.Code is { } code)
        {
            block.Item(19);
            block.Octets.UInt16((ushort)(code.Value & 0xFFF));
        }

        if (record.Level is { } level)
        {
            block.Item(21);
            block.Octets.Int16((short)Lsb.Signed(level.Metres, Lsb.QuarterLevelM, 16));
        }
    }

    private void WriteMotion(in Cat021Record record)
    {
        WriteOctet(23, record.Status);
        WriteRate(24, record.BarometricRate);
        WriteRate(25, record.GeometricRate);
        if (record.GroundVector is not { } vector) return;
        block.Item(26);
        var speed = Lsb.Unsigned(vector.Velocity.SpeedMps, Lsb.GroundSpeedMps, 0x7FFF);
        block.Octets.UInt16((ushort)(speed | (vector.Exceeded ? 0x8000u : 0)));
        block.Octets.UInt16((ushort)Lsb.Direction(vector.Velocity.Heading.Radians, 16));
    }

    private void WriteIdentity(in Cat021Record record)
    {
        WriteTime(28, record.TimeOfTransmission);
        if (record.Callsign is { } callsign)
        {
            block.Item(29);
            block.Octets.Unsigned(6, SixBitText.Encode(callsign));
        }

        WriteOctet(30, record.Emitter);
        WriteOctet(38, (byte?)record.AmplitudeDbm);
    }

    private void WriteOctet(int frn, byte? value)
    {
        if (value is not { } octet) return;
        block.Item(frn);
        block.Octets.UInt8(octet);
    }

    private void WriteTime(int frn, TimeSpan? value)
    {
        if (value is not { } time) return;
        block.Item(frn);
        block.Octets.UInt24(Lsb.RawTime(time));
    }

    private void WriteRate(int frn, VerticalRate? value)
    {
        if (value is not { } rate) return;
        block.Item(frn);
        block.Octets.UInt16((ushort)((Lsb.Signed(rate.Mps, Lsb.RateMps, 15) & 0x7FFF) | (rate.Exceeded ? 0x8000 : 0)));
    }
}
