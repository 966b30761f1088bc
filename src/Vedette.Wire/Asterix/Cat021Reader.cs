using static Vedette.Wire.Asterix.ItemLayout;

namespace Vedette.Wire.Asterix;

/// <summary>Reads the records of a category 021 block, editions 2.1 to 2.7 (one profile). Allocates nothing.</summary>
public ref struct Cat021Reader
{
    internal static readonly Category Profile = new(21,
        ("010", Fixed(2)), ("040", Extended), ("161", Fixed(2)), ("015", Fixed(1)), ("071", Fixed(3)), ("130", Fixed(6)), ("131", Fixed(8)),
        ("072", Fixed(3)), ("150", Fixed(2)), ("151", Fixed(2)), ("080", Fixed(3)), ("073", Fixed(3)), ("074", Fixed(4)), ("075", Fixed(3)),
        ("076", Fixed(4)), ("140", Fixed(2)), ("090", Extended), ("210", Fixed(1)), ("070", Fixed(2)), ("230", Fixed(2)), ("145", Fixed(2)),
        ("152", Fixed(2)), ("200", Fixed(1)), ("155", Fixed(2)), ("157", Fixed(2)), ("160", Fixed(4)), ("165", Fixed(2)), ("077", Fixed(3)),
        ("170", Fixed(6)), ("020", Fixed(1)), ("220", Meteorology), ("146", Fixed(2)), ("148", Fixed(2)), ("110", Intent), ("016", Fixed(1)),
        ("008", Fixed(1)), ("271", ExtendedOnce), ("132", Fixed(1)), ("250", Repetitive(8)), ("260", Fixed(7)), ("400", Fixed(1)), ("295", Ages),
        ("", Undefined), ("", Undefined), ("", Undefined), ("", Undefined), ("", Undefined), ("RE", Explicit), ("SP", Explicit));

    private RecordCursor cursor;

    /// <param name="body">A block's octets after CAT and LEN.</param>
    public Cat021Reader(ReadOnlySpan<byte> body) => cursor = new(Profile, body);

    /// <summary>Why the last answer was Malformed.</summary>
    public readonly RecordFault Fault => cursor.Fault;

    private static ItemLayout Meteorology => Compound(Fixed(2), Fixed(2), Fixed(2), Fixed(1));

    private static ItemLayout Intent => Compound(Extended, Repetitive(15));

    private static ItemLayout Ages => Compound([.. Enumerable.Repeat(Fixed(1), 23)]);

    public Decode TryRead(out Cat021Record record)
    {
        record = default;
        var begun = cursor.Begin();
        if (begun != Decode.Record) return begun;
        while (cursor.NextItem(out var frn))
            if (!ReadItem(frn, ref record)) return cursor.Refuse(frn);
        return Decode.Record;
    }

    private bool ReadItem(int frn, ref Cat021Record record) => frn switch
    {
        1 => ReadSource(ref record),
        2 => ReadDescriptor(ref record),
        3 => ReadTrackNumber(ref record),
        4 => ReadService(ref record),
        5 => ReadTimeOfPosition(ref record),
        6 => ReadPosition(ref record),
        7 => ReadFinePosition(ref record),
        8 => ReadTimeOfVelocity(ref record),
        11 => ReadAddress(ref record),
        12 => ReadPositionReceived(ref record),
        13 => ReadPositionReceivedPrecisely(ref record),
        14 => ReadVelocityReceived(ref record),
        16 => ReadGeometricHeight(ref record),
        17 => ReadQuality(ref record),
        18 => ReadMops(ref record),
        19 => ReadCode(ref record),
        21 => ReadLevel(ref record),
        23 => ReadStatus(ref record),
        24 => ReadBarometricRate(ref record),
        25 => ReadGeometricRate(ref record),
        26 => ReadGroundVector(ref record),
        28 => ReadTimeOfTransmission(ref record),
        29 => ReadCallsign(ref record),
        30 => ReadEmitter(ref record),
        38 => ReadAmplitude(ref record),
        _ => cursor.Skip(frn),
    };

    /// <summary>I021/010: SAC, SIC.</summary>
    private bool ReadSource(ref Cat021Record record)
    {
        if (!cursor.Octets.TryReadUInt8(out var sac) || !cursor.Octets.TryReadUInt8(out var sic)) return false;
        record.Source = new(sac, sic);
        return true;
    }

    /// <summary>I021/040: ATP, ARC, RC, RAB and extensions.</summary>
    private bool ReadDescriptor(ref Cat021Record record)
    {
        if (!ExtendedItem.TryRead(ref cursor.Octets, out var item)) return false;
        record.Descriptor = new(item);
        return true;
    }

    /// <summary>I021/161: the lower 12 bits.</summary>
    private bool ReadTrackNumber(ref Cat021Record record)
    {
        if (!cursor.Octets.TryReadUInt16(out var number)) return false;
        record.TrackNumber = (ushort)(number & 0xFFF);
        return true;
    }

    /// <summary>I021/015.</summary>
    private bool ReadService(ref Cat021Record record)
    {
        var read = cursor.Octets.TryReadUInt8(out var service);
        record.Service = service;
        return read;
    }

    /// <summary>I021/071: LSB 1/128 s.</summary>
    private bool ReadTimeOfPosition(ref Cat021Record record)
    {
        if (!cursor.Octets.TryReadUInt24(out var time)) return false;
        record.TimeOfPosition = Lsb.Time(time);
        return true;
    }

    /// <summary>I021/130: LSB 180°/2²³.</summary>
    private bool ReadPosition(ref Cat021Record record)
    {
        if (!cursor.Octets.TryReadInt24(out var latitude) || !cursor.Octets.TryReadInt24(out var longitude)) return false;
        record.Position = new(latitude * Lsb.Wgs84Coarse24Rad, longitude * Lsb.Wgs84Coarse24Rad);
        return true;
    }

    /// <summary>I021/131: LSB 180°/2³⁰.</summary>
    private bool ReadFinePosition(ref Cat021Record record)
    {
        if (!cursor.Octets.TryReadInt32(out var latitude) || !cursor.Octets.TryReadInt32(out var longitude)) return false;
        record.FinePosition = new(latitude * Lsb.Wgs84Fine32Rad, longitude * Lsb.Wgs84Fine32Rad);
        return true;
    }

    /// <summary>I021/072: LSB 1/128 s.</summary>
    private bool ReadTimeOfVelocity(ref Cat021Record record)
    {
        if (!cursor.Octets.TryReadUInt24(out var time)) return false;
        record.TimeOfVelocity = Lsb.Time(time);
        return true;
    }

    /// <summary>I021/080: 24-bit address; I021/040 tells of what kind.</summary>
    private bool ReadAddress(ref Cat021Record record)
    {
        if (!cursor.Octets.TryReadUInt24(out var address)) return false;
        record.Address = new(address);
        return true;
    }

    /// <summary>I021/073: LSB 1/128 s.</summary>
    private bool ReadPositionReceived(ref Cat021Record record)
    {
        if (!cursor.Octets.TryReadUInt24(out var time)) return false;
        record.PositionReceived = Lsb.Time(time);
        return true;
    }

    /// <summary>I021/074: FSI in two bits, fraction in thirty, LSB 2⁻³⁰ s.</summary>
    private bool ReadPositionReceivedPrecisely(ref Cat021Record record)
    {
        if (!cursor.Octets.TryReadUnsigned(4, out var raw)) return false;
        record.PositionReceivedPrecisely = new((uint)raw);
        return true;
    }

    /// <summary>I021/075: LSB 1/128 s.</summary>
    private bool ReadVelocityReceived(ref Cat021Record record)
    {
        if (!cursor.Octets.TryReadUInt24(out var time)) return false;
        record.VelocityReceived = Lsb.Time(time);
        return true;
    }

    /// <summary>I021/140: LSB 6.25 ft.</summary>
    private bool ReadGeometricHeight(ref Cat021Record record)
    {
        if (!cursor.Octets.TryReadInt16(out var height)) return false;
        record.GeometricHeight = new(height * Lsb.QuarterOf25FeetM);
        return true;
    }

    /// <summary>I021/090: NUCr or NACv, NUCp or NIC; NICbaro, SIL, NACp; SILs, SDA, GVA; PIC.</summary>
    private bool ReadQuality(ref Cat021Record record)
    {
        if (!ExtendedItem.TryRead(ref cursor.Octets, out var item)) return false;
        record.Quality = new(item);
        return true;
    }

    /// <summary>I021/210: VNS, VN, LTT.</summary>
    private bool ReadMops(ref Cat021Record record)
    {
        if (!cursor.Octets.TryReadUInt8(out var raw)) return false;
        record.Mops = new(raw);
        return true;
    }

    /// <summary>I021/070: the lower 12 bits.</summary>
    private bool ReadCode(ref Cat021Record record)
    {
        if (!cursor.Octets.TryReadUInt16(out var raw)) return false;
        record.Code = new((ushort)(raw & 0xFFF));
        return true;
    }

    /// <summary>I021/145: LSB 1/4 FL.</summary>
    private bool ReadLevel(ref Cat021Record record)
    {
        if (!cursor.Octets.TryReadInt16(out var level)) return false;
        record.Level = new(level * Lsb.QuarterLevelM);
        return true;
    }

    /// <summary>I021/200: ICF, LNAV, ME, PS, SS.</summary>
    private bool ReadStatus(ref Cat021Record record)
    {
        var read = cursor.Octets.TryReadUInt8(out var status);
        record.Status = status;
        return read;
    }

    /// <summary>I021/155: RE and 15 bits, LSB 6.25 ft/min.</summary>
    private bool ReadBarometricRate(ref Cat021Record record)
    {
        if (!cursor.Octets.TryReadUInt16(out var raw)) return false;
        record.BarometricRate = Rate(raw);
        return true;
    }

    /// <summary>I021/157: RE and 15 bits, LSB 6.25 ft/min.</summary>
    private bool ReadGeometricRate(ref Cat021Record record)
    {
        if (!cursor.Octets.TryReadUInt16(out var raw)) return false;
        record.GeometricRate = Rate(raw);
        return true;
    }

    private static VerticalRate Rate(ushort raw) => new((short)(raw << 1) / 2 * Lsb.RateMps, (raw & 0x8000) != 0);

    /// <summary>I021/160: RE and speed in 15 bits, LSB 2⁻¹⁴ NM/s; track angle, LSB 360°/2¹⁶.</summary>
    private bool ReadGroundVector(ref Cat021Record record)
    {
        if (!cursor.Octets.TryReadUInt16(out var speed) || !cursor.Octets.TryReadUInt16(out var angle)) return false;
        record.GroundVector = new(new((speed & 0x7FFF) * Lsb.GroundSpeedMps, new(angle * Lsb.Angle16Rad)), (speed & 0x8000) != 0);
        return true;
    }

    /// <summary>I021/077: LSB 1/128 s.</summary>
    private bool ReadTimeOfTransmission(ref Cat021Record record)
    {
        if (!cursor.Octets.TryReadUInt24(out var time)) return false;
        record.TimeOfTransmission = Lsb.Time(time);
        return true;
    }

    /// <summary>I021/170: eight characters of six bits.</summary>
    private bool ReadCallsign(ref Cat021Record record)
    {
        if (!cursor.Octets.TryReadUnsigned(6, out var characters)) return false;
        record.Callsign = SixBitText.Decode(characters);
        return true;
    }

    /// <summary>I021/020.</summary>
    private bool ReadEmitter(ref Cat021Record record)
    {
        var read = cursor.Octets.TryReadUInt8(out var emitter);
        record.Emitter = emitter;
        return read;
    }

    /// <summary>I021/132: dBm.</summary>
    private bool ReadAmplitude(ref Cat021Record record)
    {
        var read = cursor.Octets.TryReadUInt8(out var amplitude);
        record.AmplitudeDbm = (sbyte)amplitude;
        return read;
    }
}
