namespace Vedette.Wire.Asterix;

/// <summary>
/// Writes one category 048 block (edition 1.32, which earlier receivers read too) into a span. Quantities are rounded to the nearest
/// least significant bit and held at the ends of their fields: a range beyond 255.996 NM is written as that.
/// </summary>
public ref struct Cat048Writer
{
    private const int FspecOctets = 4;
    private const double RunLengthRad = 2 * Math.PI / 8192;

    private RecordWriter block;

    public Cat048Writer(Span<byte> destination) => block = new(48, destination);

    /// <summary>Adds a record. False where it does not fit (or holds nothing): the block is as it was, ready to be finished.</summary>
    public bool TryWrite(in Cat048Record record)
    {
        block.Begin(FspecOctets);
        WriteMeasurement(record);
        WriteAircraft(record);
        WriteTrack(record);
        WriteQualities(record);
        WriteMilitary(record);
        return block.End();
    }

    /// <summary>Closes the block. Its length in octets; 0 where no record was written.</summary>
    public readonly int Finish() => block.Finish();

    private void WriteMeasurement(in Cat048Record record)
    {
        if (record.Source is { } source)
        {
            block.Item(1);
            block.Octets.UInt8(source.Sac);
            block.Octets.UInt8(source.Sic);
        }

        if (record.TimeOfDay is { } time)
        {
            block.Item(2);
            block.Octets.UInt24(Lsb.RawTime(time));
        }

        if (record.Descriptor is { } descriptor)
        {
            block.Item(3);
            descriptor.Octets.Write(ref block.Octets);
        }

        if (record.Position is { } position)
        {
            block.Item(4);
            block.Octets.UInt16((ushort)Lsb.Unsigned(position.Range.NauticalMiles, 1 / 256.0, ushort.MaxValue));
            block.Octets.UInt16((ushort)Lsb.Direction(position.Azimuth.Radians, 16));
        }
    }

    private void WriteAircraft(in Cat048Record record)
    {
        if (record.Code is { } code)
        {
            block.Item(5);
            block.Octets.UInt16(code.Raw);
        }

        if (record.Level is { } level)
        {
            block.Item(6);
            block.Octets.UInt16(level.Raw);
        }

        if (record.Characteristics is { } characteristics)
        {
            block.Item(7);
            WriteCharacteristics(characteristics);
        }

        if (record.Address is { } address)
        {
            block.Item(8);
            block.Octets.UInt24(address.Value & 0xFFFFFF);
        }

        if (record.Callsign is { } callsign)
        {
            block.Item(9);
            block.Octets.Unsigned(6, SixBitText.Encode(callsign));
        }
    }

    private void WriteCharacteristics(in PlotCharacteristics sent)
    {
        ReadOnlySpan<byte?> subfields =
        [
            sent.SsrRunLength is { } srl ? (byte)Lsb.Unsigned(srl.Radians, RunLengthRad, byte.MaxValue) : null,
            sent.SsrReplies,
            (byte?)sent.SsrAmplitudeDbm,
            sent.PrimaryRunLength is { } prl ? (byte)Lsb.Unsigned(prl.Radians, RunLengthRad, byte.MaxValue) : null,
            (byte?)sent.PrimaryAmplitudeDbm,
            sent.RangeDifference is { } rpd ? (byte)Lsb.Signed(rpd.NauticalMiles, 1 / 256.0, 8) : null,
            sent.AzimuthDifference is { } apd ? (byte)Lsb.Signed(apd.Radians, 2 * Math.PI / 16384, 8) : null,
        ];
        var present = 0;
        for (var i = 0; i < subfields.Length; i++)
            if (subfields[i] is not null) present |= 0x80 >> i;
        block.Octets.UInt8((byte)present);
        foreach (var subfield in subfields)
            if (subfield is { } value) block.Octets.UInt8(value);
    }

    private void WriteTrack(in Cat048Record record)
    {
        if (record.TrackNumber is { } number)
        {
            block.Item(11);
            block.Octets.UInt16((ushort)(number & 0xFFF));
        }

        if (record.CalculatedPosition is { } position)
        {
            block.Item(12);
            block.Octets.Int16((short)Lsb.Signed(position.X.NauticalMiles, 1 / 128.0, 16));
            block.Octets.Int16((short)Lsb.Signed(position.Y.NauticalMiles, 1 / 128.0, 16));
        }

        if (record.Velocity is { } velocity)
        {
            block.Item(13);
            block.Octets.UInt16((ushort)Lsb.Unsigned(velocity.SpeedMps, Lsb.GroundSpeedMps, ushort.MaxValue));
            block.Octets.UInt16((ushort)Lsb.Direction(velocity.Heading.Radians, 16));
        }

        if (record.TrackStatus is { } status)
        {
            block.Item(14);
            status.Write(ref block.Octets);
        }
    }

    private void WriteQualities(in Cat048Record record)
    {
        if (record.Quality is { } quality)
        {
            block.Item(15);
            block.Octets.UInt8((byte)Lsb.Unsigned(quality.SigmaX.NauticalMiles, 1 / 128.0, byte.MaxValue));
            block.Octets.UInt8((byte)Lsb.Unsigned(quality.SigmaY.NauticalMiles, 1 / 128.0, byte.MaxValue));
            block.Octets.UInt8((byte)Lsb.Unsigned(quality.SigmaSpeedMps, Lsb.GroundSpeedMps, byte.MaxValue));
            block.Octets.UInt8((byte)Lsb.Unsigned(quality.SigmaHeading.Radians, 2 * Math.PI / 4096, byte.MaxValue));
        }

        if (record.Warnings is { } warnings)
        {
            block.Item(16);
            warnings.Write(ref block.Octets);
        }

        if (record.CodeConfidence is { } confidence)
        {
            block.Item(17);
            block.Octets.UInt16(confidence);
        }

        if (record.ModeCPulses is { } pulses)
        {
            block.Item(18);
            block.Octets.Unsigned(4, pulses);
        }

        if (record.MeasuredHeight is { } height)
        {
            block.Item(19);
            block.Octets.UInt16((ushort)(Lsb.Signed(height.Metres, Lsb.QuarterLevelM, 14) & 0x3FFF));
        }

        if (record.RadialSpeed is { } radial)
        {
            block.Item(20);
            block.Octets.UInt8(0x80);
            block.Octets.UInt16((ushort)((Lsb.Signed(radial.Mps, 1, 10) & 0x3FF) | (radial.Doubtful ? 0x8000 : 0)));
        }
    }

    private void WriteMilitary(in Cat048Record record)
    {
        if (record.Capability is { } capability)
        {
            block.Item(21);
            block.Octets.UInt16(capability.Raw);
        }

        if (record.ResolutionAdvisory is { } advisory)
        {
            block.Item(22);
            block.Octets.Unsigned(7, advisory);
        }

        if (record.Mode1 is { } mode1)
        {
            block.Item(23);
            block.Octets.UInt8(mode1);
        }

        if (record.Mode2 is { } mode2)
        {
            block.Item(24);
            block.Octets.UInt16(mode2.Raw);
        }

        if (record.Mode1Confidence is { } confidence1)
        {
            block.Item(25);
            block.Octets.UInt8(confidence1);
        }

        if (record.Mode2Confidence is { } confidence2)
        {
            block.Item(26);
            block.Octets.UInt16(confidence2);
        }
    }
}
