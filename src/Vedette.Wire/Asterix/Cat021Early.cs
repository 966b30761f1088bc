using Vedette.Air;
using Vedette.Kernel;
using static Vedette.Wire.Asterix.ItemLayout;

namespace Vedette.Wire.Asterix;

/// <summary>I021/040 as editions before 1 laid it out: DCR, GBS, SIM, TST, RAB, SAA, SPI; ATP, ARC.</summary>
public readonly record struct EarlyAdsbDescriptor(ushort Raw)
{
    /// <summary>GBS.</summary>
    public bool OnGround => (Raw & 0x4000) != 0;

    /// <summary>SIM.</summary>
    public bool Simulated => (Raw & 0x2000) != 0;

    /// <summary>TST.</summary>
    public bool Test => (Raw & 0x1000) != 0;

    /// <summary>RAB.</summary>
    public bool FieldMonitor => (Raw & 0x0800) != 0;

    /// <summary>ATP: 0 not unique, 1 ICAO, 2 surface vehicle, 3 anonymous.</summary>
    public int AddressType => (Raw >> 5) & 7;
}

/// <summary>
/// One ADS-B target report of category 021 as stations sent it before 2008 and some still do (editions 0.23 to 0.26). Stepped over and not
/// kept: I021/032, 110, 131, 146, 148, 150, 151, 152, 165, 220, 230, reserved expansion and special purpose fields.
/// </summary>
public record struct Cat021EarlyRecord
{
    /// <summary>I021/010.</summary>
    public AsterixSource? Source { get; set; }

    /// <summary>I021/040.</summary>
    public EarlyAdsbDescriptor? Descriptor { get; set; }

    /// <summary>I021/030, LSB 1/128 s.</summary>
    public TimeSpan? TimeOfDay { get; set; }

    /// <summary>I021/130: LSB 180°/2²³ in edition 0.23, 180°/2²⁵ from 0.24 on.</summary>
    public HorizontalPosition? Position { get; set; }

    /// <summary>I021/080.</summary>
    public TransponderAddress? Address { get; set; }

    /// <summary>I021/140, LSB 6.25 ft.</summary>
    public EllipsoidalHeight? GeometricHeight { get; set; }

    /// <summary>I021/090: AC, MN, DC, and in the lowest four bits PA, the navigation uncertainty category.</summary>
    public ushort? FigureOfMerit { get; set; }

    /// <summary>I021/210: DTI, MDS, UAT, VDL, OTR.</summary>
    public byte? Link { get; set; }

    /// <summary>I021/145, LSB 1/4 FL.</summary>
    public PressureAltitude? Level { get; set; }

    /// <summary>I021/155, LSB 6.25 ft/min.</summary>
    public double? BarometricRateMps { get; set; }

    /// <summary>I021/157, LSB 6.25 ft/min.</summary>
    public double? GeometricRateMps { get; set; }

    /// <summary>I021/160: speed in two's complement, LSB 2⁻¹⁴ NM/s; track angle, LSB 360°/2¹⁶.</summary>
    public PolarVelocity? GroundVector { get; set; }

    /// <summary>I021/170.</summary>
    public Callsign? Callsign { get; set; }

    /// <summary>I021/095.</summary>
    public byte? VelocityAccuracy { get; set; }

    /// <summary>I021/200.</summary>
    public byte? Status { get; set; }

    /// <summary>I021/020.</summary>
    public byte? Emitter { get; set; }

    /// <summary>I021/070, edition 0.26.</summary>
    public CodeReport? Code { get; set; }
}

/// <summary>Reads the records of a category 021 block of editions 0.23 (with six octets of position) or 0.24 to 0.26 (eight). Allocates nothing.</summary>
public ref struct Cat021EarlyReader
{
    private static readonly Category Narrow = Profile(6, Undefined, Undefined);

    private static readonly Category Wide = Profile(8, Fixed(2), Fixed(1));

    private readonly bool wide;
    private RecordCursor cursor;

    /// <param name="body">A block's octets after CAT and LEN.</param>
    /// <param name="wide">Edition 0.24 or later.</param>
    public Cat021EarlyReader(ReadOnlySpan<byte> body, bool wide)
    {
        this.wide = wide;
        cursor = new(wide ? Wide : Narrow, body);
    }

    /// <summary>Why the last answer was Malformed.</summary>
    public readonly RecordFault Fault => cursor.Fault;

    public Decode TryRead(out Cat021EarlyRecord record)
    {
        record = default;
        var begun = cursor.Begin();
        if (begun != Decode.Record) return begun;
        while (cursor.NextItem(out var frn))
            if (!ReadItem(frn, ref record)) return cursor.Refuse(frn);
        return Decode.Record;
    }

    private static Category Profile(int position, ItemLayout code, ItemLayout amplitude) => new(21,
        ("010", Fixed(2)), ("040", Fixed(2)), ("030", Fixed(3)), ("130", Fixed(position)), ("080", Fixed(3)), ("140", Fixed(2)), ("090", Fixed(2)),
        ("210", Fixed(1)), ("230", Fixed(2)), ("145", Fixed(2)), ("150", Fixed(2)), ("151", Fixed(2)), ("152", Fixed(2)), ("155", Fixed(2)),
        ("157", Fixed(2)), ("160", Fixed(4)), ("165", Extended), ("170", Fixed(6)), ("095", Fixed(1)), ("032", Fixed(1)), ("200", Fixed(1)),
        ("020", Fixed(1)), ("220", Compound(Fixed(2), Fixed(2), Fixed(2), Fixed(1))), ("146", Fixed(2)), ("148", Fixed(2)),
        ("110", Compound(Extended, Repetitive(15))), ("070", code), ("131", amplitude),
        ("", Undefined), ("", Undefined), ("", Undefined), ("", Undefined), ("", Undefined), ("RE", Explicit), ("SP", Explicit));

    private bool ReadItem(int frn, ref Cat021EarlyRecord record) => frn switch
    {
        1 => ReadSource(ref record),
        2 => ReadDescriptor(ref record),
        3 => ReadTimeOfDay(ref record),
        4 => ReadPosition(ref record),
        5 => ReadAddress(ref record),
        6 => ReadGeometricHeight(ref record),
        7 => ReadFigureOfMerit(ref record),
        10 => ReadLevel(ref record),
        14 or 15 => ReadRate(frn, ref record),
        16 => ReadGroundVector(ref record),
        18 => ReadCallsign(ref record),
        8 or 19 or 21 or 22 => ReadOctet(frn, ref record),
        27 when wide => ReadCode(ref record),
        _ => cursor.Skip(frn),
    };

    /// <summary>I021/010: SAC, SIC.</summary>
    private bool ReadSource(ref Cat021EarlyRecord record)
    {
        if (!cursor.Octets.TryReadUInt8(out var sac) || !cursor.Octets.TryReadUInt8(out var sic)) return false;
        record.Source = new(sac, sic);
        return true;
    }

    /// <summary>I021/040: two octets, not extended.</summary>
    private bool ReadDescriptor(ref Cat021EarlyRecord record)
    {
        if (!cursor.Octets.TryReadUInt16(out var raw)) return false;
        record.Descriptor = new(raw);
        return true;
    }

    /// <summary>I021/030: LSB 1/128 s.</summary>
    private bool ReadTimeOfDay(ref Cat021EarlyRecord record)
    {
        if (!cursor.Octets.TryReadUInt24(out var time)) return false;
        record.TimeOfDay = Lsb.Time(time);
        return true;
    }

    /// <summary>I021/130.</summary>
    private bool ReadPosition(ref Cat021EarlyRecord record)
    {
        if (wide)
        {
            if (!cursor.Octets.TryReadInt32(out var latitude) || !cursor.Octets.TryReadInt32(out var longitude)) return false;
            record.Position = new(latitude * Lsb.Wgs84Medium32Rad, longitude * Lsb.Wgs84Medium32Rad);
            return true;
        }

        if (!cursor.Octets.TryReadInt24(out var coarseLatitude) || !cursor.Octets.TryReadInt24(out var coarseLongitude)) return false;
        record.Position = new(coarseLatitude * Lsb.Wgs84Coarse24Rad, coarseLongitude * Lsb.Wgs84Coarse24Rad);
        return true;
    }

    /// <summary>I021/080.</summary>
    private bool ReadAddress(ref Cat021EarlyRecord record)
    {
        if (!cursor.Octets.TryReadUInt24(out var address)) return false;
        record.Address = new(address);
        return true;
    }

    /// <summary>I021/140: LSB 6.25 ft.</summary>
    private bool ReadGeometricHeight(ref Cat021EarlyRecord record)
    {
        if (!cursor.Octets.TryReadInt16(out var height)) return false;
        record.GeometricHeight = new(height * Lsb.QuarterOf25FeetM);
        return true;
    }

    /// <summary>I021/090.</summary>
    private bool ReadFigureOfMerit(ref Cat021EarlyRecord record)
    {
        var read = cursor.Octets.TryReadUInt16(out var merit);
        record.FigureOfMerit = merit;
        return read;
    }

    /// <summary>I021/145: LSB 1/4 FL.</summary>
    private bool ReadLevel(ref Cat021EarlyRecord record)
    {
        if (!cursor.Octets.TryReadInt16(out var level)) return false;
        record.Level = new(level * Lsb.QuarterLevelM);
        return true;
    }

    /// <summary>I021/155 and 157: LSB 6.25 ft/min, without a range-exceeded bit.</summary>
    private bool ReadRate(int frn, ref Cat021EarlyRecord record)
    {
        if (!cursor.Octets.TryReadInt16(out var rate)) return false;
        if (frn == 14) record.BarometricRateMps = rate * Lsb.RateMps;
        else record.GeometricRateMps = rate * Lsb.RateMps;
        return true;
    }

    /// <summary>I021/160: speed, LSB 2⁻¹⁴ NM/s; track angle, LSB 360°/2¹⁶.</summary>
    private bool ReadGroundVector(ref Cat021EarlyRecord record)
    {
        if (!cursor.Octets.TryReadInt16(out var speed) || !cursor.Octets.TryReadUInt16(out var angle)) return false;
        record.GroundVector = new(speed * Lsb.GroundSpeedMps, new(angle * Lsb.Angle16Rad));
        return true;
    }

    /// <summary>I021/170: eight characters of six bits.</summary>
    private bool ReadCallsign(ref Cat021EarlyRecord record)
    {
        if (!cursor.Octets.TryReadUnsigned(6, out var characters)) return false;
        record.Callsign = SixBitText.Decode(characters);
        return true;
    }

    /// <summary>I021/210, 095, 200, 020.</summary>
    private bool ReadOctet(int frn, ref Cat021EarlyRecord record)
    {
        if (!cursor.Octets.TryReadUInt8(out var octet)) return false;
        switch (frn)
        {
            case 8: record.Link = octet; break;
            case 19: record.VelocityAccuracy = octet; break;
            case 21: record.Status = octet; break;
            default: record.Emitter = octet; break;
        }

        return true;
    }

    /// <summary>I021/070: V, G, L, Mode 3/A.</summary>
    private bool ReadCode(ref Cat021EarlyRecord record)
    {
        if (!cursor.Octets.TryReadUInt16(out var raw)) return false;
        record.Code = new(raw);
        return true;
    }
}
