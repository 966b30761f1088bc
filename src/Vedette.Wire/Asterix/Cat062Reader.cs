using static Vedette.Wire.Asterix.ItemLayout;

namespace Vedette.Wire.Asterix;

/// <summary>Reads the records of a category 062 block, editions 1.16 to 1.21 (one profile). Allocates nothing.</summary>
public ref struct Cat062Reader
{
    /// <summary>I062/380 ADR to BPS.</summary>
    private static readonly ItemLayout[] AircraftSubfields =
    [
        Fixed(3), Fixed(6), Fixed(2), Fixed(2), Fixed(2), Fixed(2), Fixed(2), Extended, Repetitive(15), Fixed(2), Fixed(2), Fixed(7), Fixed(2), Fixed(2),
        Fixed(2), Fixed(2), Fixed(2), Fixed(2), Fixed(1), Fixed(8), Fixed(1), Fixed(6), Fixed(2), Fixed(1), Repetitive(8), Fixed(2), Fixed(2), Fixed(2),
    ];

    /// <summary>I062/390 TAG to PEC.</summary>
    private static readonly ItemLayout[] PlanSubfields =
    [
        Fixed(2), Fixed(7), Fixed(4), Fixed(1), Fixed(4), Fixed(1), Fixed(4), Fixed(4), Fixed(3), Fixed(2), Fixed(2), Repetitive(4), Fixed(6), Fixed(1),
        Fixed(7), Fixed(7), Fixed(2), Fixed(7),
    ];

    /// <summary>I062/500 APC to ARC.</summary>
    private static readonly ItemLayout[] AccuracySubfields = [Fixed(4), Fixed(2), Fixed(4), Fixed(1), Fixed(1), Fixed(2), Fixed(2), Fixed(1)];

    internal static readonly Category Profile = new(62,
        ("010", Fixed(2)), ("", Undefined), ("015", Fixed(1)), ("070", Fixed(3)), ("105", Fixed(8)), ("100", Fixed(6)), ("185", Fixed(4)),
        ("210", Fixed(2)), ("060", Fixed(2)), ("245", Fixed(7)), ("380", Compound(AircraftSubfields)), ("040", Fixed(2)), ("080", Extended),
        ("290", UpdateAges), ("200", Fixed(1)), ("295", DataAges), ("136", Fixed(2)), ("130", Fixed(2)), ("135", Fixed(2)), ("220", Fixed(2)),
        ("390", Compound(PlanSubfields)), ("270", Extended), ("300", Fixed(1)), ("110", Mode5), ("120", Fixed(2)), ("510", Chained(3)),
        ("500", Compound(AccuracySubfields)), ("340", Measured), ("", Undefined), ("", Undefined), ("", Undefined), ("", Undefined), ("", Undefined),
        ("RE", Explicit), ("SP", Explicit));

    private RecordCursor cursor;

    /// <param name="body">A block's octets after CAT and LEN.</param>
    public Cat062Reader(ReadOnlySpan<byte> body) => cursor = new(Profile, body);

    /// <summary>Why the last answer was Malformed.</summary>
    public readonly RecordFault Fault => cursor.Fault;

    private static ItemLayout UpdateAges =>
        Compound(Fixed(1), Fixed(1), Fixed(1), Fixed(1), Fixed(2), Fixed(1), Fixed(1), Fixed(1), Fixed(1), Fixed(1));

    private static ItemLayout DataAges => Compound([.. Enumerable.Repeat(Fixed(1), 31)]);

    private static ItemLayout Mode5 => Compound(Fixed(1), Fixed(4), Fixed(6), Fixed(2), Fixed(2), Fixed(1), Fixed(1));

    private static ItemLayout Measured => Compound(Fixed(2), Fixed(4), Fixed(2), Fixed(2), Fixed(2), Fixed(1));

    public Decode TryRead(out Cat062Record record)
    {
        record = default;
        var begun = cursor.Begin();
        if (begun != Decode.Record) return begun;
        while (cursor.NextItem(out var frn))
            if (!ReadItem(frn, ref record)) return cursor.Refuse(frn);
        return Decode.Record;
    }

    private bool ReadItem(int frn, ref Cat062Record record) => frn switch
    {
        1 => ReadSource(ref record),
        3 => ReadService(ref record),
        4 => ReadTimeOfTrack(ref record),
        5 => ReadPosition(ref record),
        6 => ReadPlanePosition(ref record),
        7 => ReadVelocity(ref record),
        9 => ReadCode(ref record),
        10 => ReadIdentification(ref record),
        11 => ReadAircraft(ref record),
        12 => ReadTrackNumber(ref record),
        13 => ReadStatus(ref record),
        15 => ReadMovement(ref record),
        17 => ReadMeasuredLevel(ref record),
        18 => ReadGeometricHeight(ref record),
        19 => ReadAltitude(ref record),
        20 => ReadClimb(ref record),
        21 => ReadPlan(ref record),
        27 => ReadAccuracy(ref record),
        _ => cursor.Skip(frn),
    };

    /// <summary>I062/010: SAC, SIC.</summary>
    private bool ReadSource(ref Cat062Record record)
    {
        if (!cursor.Octets.TryReadUInt8(out var sac) || !cursor.Octets.TryReadUInt8(out var sic)) return false;
        record.Source = new(sac, sic);
        return true;
    }

    /// <summary>I062/015.</summary>
    private bool ReadService(ref Cat062Record record)
    {
        var read = cursor.Octets.TryReadUInt8(out var service);
        record.Service = service;
        return read;
    }

    /// <summary>I062/070: LSB 1/128 s.</summary>
    private bool ReadTimeOfTrack(ref Cat062Record record)
    {
        if (!cursor.Octets.TryReadUInt24(out var time)) return false;
        record.TimeOfTrack = Lsb.Time(time);
        return true;
    }

    /// <summary>I062/105: LSB 180°/2²⁵.</summary>
    private bool ReadPosition(ref Cat062Record record)
    {
        if (!cursor.Octets.TryReadInt32(out var latitude) || !cursor.Octets.TryReadInt32(out var longitude)) return false;
        record.Position = new(latitude * Lsb.Wgs84Medium32Rad, longitude * Lsb.Wgs84Medium32Rad);
        return true;
    }

    /// <summary>I062/100: LSB 0.5 m.</summary>
    private bool ReadPlanePosition(ref Cat062Record record)
    {
        if (!cursor.Octets.TryReadInt24(out var x) || !cursor.Octets.TryReadInt24(out var y)) return false;
        record.PlanePosition = new(new(x * 0.5), new(y * 0.5));
        return true;
    }

    /// <summary>I062/185: LSB 0.25 m/s.</summary>
    private bool ReadVelocity(ref Cat062Record record)
    {
        if (!cursor.Octets.TryReadInt16(out var x) || !cursor.Octets.TryReadInt16(out var y)) return false;
        record.Velocity = new(x * 0.25, y * 0.25);
        return true;
    }

    /// <summary>I062/060: V, G, CH, Mode 3/A.</summary>
    private bool ReadCode(ref Cat062Record record)
    {
        if (!cursor.Octets.TryReadUInt16(out var raw)) return false;
        record.Code = new(raw);
        return true;
    }

    /// <summary>I062/245: STI in two bits, six spare, eight characters of six bits.</summary>
    private bool ReadIdentification(ref Cat062Record record)
    {
        if (!cursor.Octets.TryReadUInt8(out var origin) || !cursor.Octets.TryReadUnsigned(6, out var characters)) return false;
        record.Identification = new((byte)(origin >> 6), SixBitText.Decode(characters));
        return true;
    }

    /// <summary>I062/380.</summary>
    private bool ReadAircraft(ref Cat062Record record)
    {
        if (!Presence.TryRead(ref cursor.Octets, out var present)) return false;
        var read = new AircraftDerivedData();
        while (present.Next(out var subfield))
            if (subfield > AircraftSubfields.Length || !ReadAircraftPart(subfield, ref read)) return false;
        record.Aircraft = read;
        return true;
    }

    private bool ReadAircraftPart(int subfield, ref AircraftDerivedData read)
    {
        switch (subfield)
        {
            case 1:
                if (!cursor.Octets.TryReadUInt24(out var address)) return false;
                read.Address = new(address);
                return true;
            case 2:
                if (!cursor.Octets.TryReadUnsigned(6, out var characters)) return false;
                read.Callsign = SixBitText.Decode(characters);
                return true;
            case 10:
                if (!cursor.Octets.TryReadUInt16(out var capability)) return false;
                read.Capability = new(capability);
                return true;
            case 13:
                if (!cursor.Octets.TryReadInt16(out var barometric)) return false;
                read.BarometricRateMps = barometric * Lsb.RateMps;
                return true;
            case 14:
                if (!cursor.Octets.TryReadInt16(out var geometric)) return false;
                read.GeometricRateMps = geometric * Lsb.RateMps;
                return true;
            case 23:
                if (!cursor.Octets.TryReadInt16(out var height)) return false;
                read.GeometricHeight = new(height * Lsb.QuarterOf25FeetM);
                return true;
            default:
                return AircraftSubfields[subfield - 1].TrySkip(ref cursor.Octets);
        }
    }

    /// <summary>I062/040.</summary>
    private bool ReadTrackNumber(ref Cat062Record record)
    {
        var read = cursor.Octets.TryReadUInt16(out var number);
        record.TrackNumber = number;
        return read;
    }

    /// <summary>I062/080: MON to M5I, up to seven octets.</summary>
    private bool ReadStatus(ref Cat062Record record)
    {
        if (!ExtendedItem.TryRead(ref cursor.Octets, out var item)) return false;
        record.Status = new(item);
        return true;
    }

    /// <summary>I062/200: TRANS, LONG, VERT, ADF.</summary>
    private bool ReadMovement(ref Cat062Record record)
    {
        var read = cursor.Octets.TryReadUInt8(out var movement);
        record.Movement = movement;
        return read;
    }

    /// <summary>I062/136: LSB 1/4 FL.</summary>
    private bool ReadMeasuredLevel(ref Cat062Record record)
    {
        if (!cursor.Octets.TryReadInt16(out var level)) return false;
        record.MeasuredLevel = new(level * Lsb.QuarterLevelM);
        return true;
    }

    /// <summary>I062/130: LSB 6.25 ft.</summary>
    private bool ReadGeometricHeight(ref Cat062Record record)
    {
        if (!cursor.Octets.TryReadInt16(out var height)) return false;
        record.GeometricHeight = new(height * Lsb.QuarterOf25FeetM);
        return true;
    }

    /// <summary>I062/135: QNH and 15 bits, LSB 1/4 FL.</summary>
    private bool ReadAltitude(ref Cat062Record record)
    {
        if (!cursor.Octets.TryReadUInt16(out var raw)) return false;
        record.Altitude = new((short)(raw << 1) / 2 * Lsb.QuarterLevelM, (raw & 0x8000) != 0);
        return true;
    }

    /// <summary>I062/220: LSB 6.25 ft/min.</summary>
    private bool ReadClimb(ref Cat062Record record)
    {
        if (!cursor.Octets.TryReadInt16(out var climb)) return false;
        record.ClimbMps = climb * Lsb.RateMps;
        return true;
    }

    /// <summary>I062/390: of its subfields CS, seven ASCII characters, is kept.</summary>
    private bool ReadPlan(ref Cat062Record record)
    {
        if (!Presence.TryRead(ref cursor.Octets, out var present)) return false;
        while (present.Next(out var subfield))
        {
            if (subfield == 2)
            {
                if (!cursor.Octets.TryReadUnsigned(7, out var characters)) return false;
                record.PlanCallsign = new((characters << 8) | ' ');
            }
            else if (subfield > PlanSubfields.Length || !PlanSubfields[subfield - 1].TrySkip(ref cursor.Octets))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>I062/500: of its subfields APC, LSB 0.5 m, is kept.</summary>
    private bool ReadAccuracy(ref Cat062Record record)
    {
        if (!Presence.TryRead(ref cursor.Octets, out var present)) return false;
        while (present.Next(out var subfield))
        {
            if (subfield == 1)
            {
                if (!cursor.Octets.TryReadUInt16(out var x) || !cursor.Octets.TryReadUInt16(out var y)) return false;
                record.Accuracy = new(new(x * 0.5), new(y * 0.5));
            }
            else if (subfield > AccuracySubfields.Length || !AccuracySubfields[subfield - 1].TrySkip(ref cursor.Octets))
            {
                return false;
            }
        }

        return true;
    }
}
