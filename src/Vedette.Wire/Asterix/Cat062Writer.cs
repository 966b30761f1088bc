namespace Vedette.Wire.Asterix;

/// <summary>Writes one category 062 block (edition 1.21) into a span; as <see cref="Cat048Writer"/>.</summary>
public ref struct Cat062Writer
{
    private const int FspecOctets = 5;

    private RecordWriter block;

    public Cat062Writer(Span<byte> destination) => block = new(62, destination);

    /// <summary>Adds a record. False where it does not fit (or holds nothing): the block is as it was, ready to be finished.</summary>
    public bool TryWrite(in Cat062Record record)
    {
        block.Begin(FspecOctets);
        WriteHead(record);
        WriteMotion(record);
        WriteIdentity(record);
        WriteStatus(record);
        WriteHeights(record);
        WritePlanAndAccuracy(record);
        return block.End();
    }

    /// <summary>Closes the block. Its length in octets; 0 where no record was written.</summary>
    public readonly int Finish() => block.Finish();

    private void WriteHead(in Cat062Record record)
    {
        if (record.Source is { } source)
        {
            block.Item(1);
            block.Octets.UInt8(source.Sac);
            block.Octets.UInt8(source.Sic);
        }

        WriteOctet(3, record.Service);
        if (record.TimeOfTrack is { } time)
        {
            block.Item(4);
            block.Octets.UInt24(Lsb.RawTime(time));
        }
    }

    private void WriteMotion(in Cat062Record record)
    {
        if (record.Position is { } position)
        {
            block.Item(5);
            block.Octets.Int32(Lsb.Signed(position.LatitudeRad, Lsb.Wgs84Medium32Rad, 32));
            block.Octets.Int32(Lsb.Signed(position.LongitudeRad, Lsb.Wgs84Medium32Rad, 32));
        }

        if (record.PlanePosition is { } plane)
        {
            block.Item(6);
            block.Octets.UInt24(Lsb.Signed(plane.X.Metres, 0.5, 24));
            block.Octets.UInt24(Lsb.Signed(plane.Y.Metres, 0.5, 24));
        }

        if (record.Velocity is { } velocity)
        {
            block.Item(7);
            block.Octets.Int16((short)Lsb.Signed(velocity.XMps, 0.25, 16));
            block.Octets.Int16((short)Lsb.Signed(velocity.YMps, 0.25, 16));
        }
    }

    private void WriteIdentity(in Cat062Record record)
    {
        if (record.Code is { } code)
        {
            block.Item(9);
            block.Octets.UInt16(code.Raw);
        }

        if (record.Identification is { } identification)
        {
            block.Item(10);
            block.Octets.UInt8((byte)(identification.Origin << 6));
            block.Octets.Unsigned(6, SixBitText.Encode(identification.Text));
        }

        if (record.Aircraft is { } aircraft)
        {
            block.Item(11);
            WriteAircraft(aircraft);
        }
    }

    private void WriteAircraft(in AircraftDerivedData aircraft)
    {
        var present = new Presence();
        if (aircraft.Address is not null) present.Add(1);
        if (aircraft.Callsign is not null) present.Add(2);
        if (aircraft.Capability is not null) present.Add(10);
        if (aircraft.BarometricRateMps is not null) present.Add(13);
        if (aircraft.GeometricRateMps is not null) present.Add(14);
        if (aircraft.GeometricHeight is not null) present.Add(23);
        for (var i = 0; i < present.Octets; i++) block.Octets.UInt8(present.Octet(i));
        if (aircraft.Address is { } address) block.Octets.UInt24(address.Value & 0xFFFFFF);
        if (aircraft.Callsign is { } callsign) block.Octets.Unsigned(6, SixBitText.Encode(callsign));
        if (aircraft.Capability is { } capability) block.Octets.UInt16(capability.Raw);
        if (aircraft.BarometricRateMps is { } barometric) block.Octets.Int16((short)Lsb.Signed(barometric, Lsb.RateMps, 16));
        if (aircraft.GeometricRateMps is { } geometric) block.Octets.Int16((short)Lsb.Signed(geometric, Lsb.RateMps, 16));
        if (aircraft.GeometricHeight is { } height) block.Octets.Int16((short)Lsb.Signed(height.Metres, Lsb.QuarterOf25FeetM, 16));
    }

    private void WriteStatus(in Cat062Record record)
    {
        if (record.TrackNumber is { } number)
        {
            block.Item(12);
            block.Octets.UInt16(number);
        }

        if (record.Status is { } status)
        {
            block.Item(13);
            status.Octets.Write(ref block.Octets);
        }

        WriteOctet(15, record.Movement);
    }

    private void WriteHeights(in Cat062Record record)
    {
        if (record.MeasuredLevel is { } level)
        {
            block.Item(17);
            block.Octets.Int16((short)Lsb.Signed(level.Metres, Lsb.QuarterLevelM, 16));
        }

        if (record.GeometricHeight is { } height)
        {
            block.Item(18);
            block.Octets.Int16((short)Lsb.Signed(height.Metres, Lsb.QuarterOf25FeetM, 16));
        }

        if (record.Altitude is { } altitude)
        {
            block.Item(19);
            var raw = Lsb.Signed(altitude.Metres, Lsb.QuarterLevelM, 15) & 0x7FFF;
            block.Octets.UInt16((ushort)(raw | (altitude.PressureCorrected ? 0x8000 : 0)));
        }

        if (record.ClimbMps is { } climb)
        {
            block.Item(20);
            block.Octets.Int16((short)Lsb.Signed(climb, Lsb.RateMps, 16));
        }
    }

    /// <summary>I062/390 with CS alone, I062/500 with APC alone.</summary>
    private void WritePlanAndAccuracy(in Cat062Record record)
    {
        if (record.PlanCallsign is { } plan)
        {
            block.Item(21);
            block.Octets.UInt8(0x40);
            block.Octets.Unsigned(7, plan.Packed >> 8);
        }

        if (record.Accuracy is { } accuracy)
        {
            block.Item(27);
            block.Octets.UInt8(0x80);
            block.Octets.UInt16((ushort)Lsb.Unsigned(accuracy.X.Metres, 0.5, ushort.MaxValue));
            block.Octets.UInt16((ushort)Lsb.Unsigned(accuracy.Y.Metres, 0.5, ushort.MaxValue));
        }
    }

    private void WriteOctet(int frn, byte? value)
    {
        if (value is not { } octet) return;
        block.Item(frn);
        block.Octets.UInt8(octet);
    }
}
