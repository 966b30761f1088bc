using Vedette.Air;
using Vedette.Kernel;
using Vedette.Wire.ModeS.CommB;
using static Vedette.Wire.Asterix.ItemLayout;

namespace Vedette.Wire.Asterix;

/// <summary>Reads the records of a category 048 block, editions 1.27 to 1.32 (one profile). Allocates nothing.</summary>
public ref struct Cat048Reader
{
    internal static readonly Category Profile = new(48,
        ("010", Fixed(2)), ("140", Fixed(3)), ("020", Extended), ("040", Fixed(4)), ("070", Fixed(2)), ("090", Fixed(2)), ("130", Characteristics),
        ("220", Fixed(3)), ("240", Fixed(6)), ("250", Repetitive(8)), ("161", Fixed(2)), ("042", Fixed(4)), ("200", Fixed(4)), ("170", Extended),
        ("210", Fixed(4)), ("030", Extended), ("080", Fixed(2)), ("100", Fixed(4)), ("110", Fixed(2)), ("120", Doppler), ("230", Fixed(2)),
        ("260", Fixed(7)), ("055", Fixed(1)), ("050", Fixed(2)), ("065", Fixed(1)), ("060", Fixed(2)), ("SP", Explicit), ("RE", Explicit));

    private const double RunLengthRad = 2 * Math.PI / 8192;

    private RecordCursor cursor;

    /// <param name="body">A block's octets after CAT and LEN.</param>
    public Cat048Reader(ReadOnlySpan<byte> body) => cursor = new(Profile, body);

    /// <summary>Why the last answer was Malformed.</summary>
    public readonly RecordFault Fault => cursor.Fault;

    private static ItemLayout Characteristics => Compound(Fixed(1), Fixed(1), Fixed(1), Fixed(1), Fixed(1), Fixed(1), Fixed(1));

    private static ItemLayout Doppler => Compound(Fixed(2), Repetitive(6));

    public Decode TryRead(out Cat048Record record)
    {
        record = default;
        var begun = cursor.Begin();
        if (begun != Decode.Record) return begun;
        while (cursor.NextItem(out var frn))
            if (!ReadItem(frn, ref record)) return cursor.Refuse(frn);
        return Decode.Record;
    }

    private bool ReadItem(int frn, ref Cat048Record record) => frn switch
    {
        1 => ReadSource(ref record),
        2 => ReadTimeOfDay(ref record),
        3 => ReadDescriptor(ref record),
        4 => ReadMeasuredPosition(ref record),
        5 => ReadCode(ref record),
        6 => ReadLevel(ref record),
        7 => ReadCharacteristics(ref record),
        8 => ReadAddress(ref record),
        9 => ReadCallsign(ref record),
        10 => ReadRegisters(ref record),
        11 => ReadTrackNumber(ref record),
        12 => ReadCalculatedPosition(ref record),
        13 => ReadVelocity(ref record),
        14 => ReadTrackStatus(ref record),
        15 => ReadQuality(ref record),
        16 => ReadWarnings(ref record),
        17 => ReadCodeConfidence(ref record),
        18 => ReadModeCPulses(ref record),
        19 => ReadMeasuredHeight(ref record),
        20 => ReadRadialSpeed(ref record),
        21 => ReadCapability(ref record),
        22 => ReadResolutionAdvisory(ref record),
        23 => ReadMode1(ref record),
        24 => ReadMode2(ref record),
        25 => ReadMode1Confidence(ref record),
        26 => ReadMode2Confidence(ref record),
        _ => cursor.Skip(frn),
    };

    /// <summary>I048/010: SAC, SIC.</summary>
    private bool ReadSource(ref Cat048Record record)
    {
        if (!cursor.Octets.TryReadUInt8(out var sac) || !cursor.Octets.TryReadUInt8(out var sic)) return false;
        record.Source = new(sac, sic);
        return true;
    }

    /// <summary>I048/140: LSB 1/128 s.</summary>
    private bool ReadTimeOfDay(ref Cat048Record record)
    {
        if (!cursor.Octets.TryReadUInt24(out var time)) return false;
        record.TimeOfDay = Lsb.Time(time);
        return true;
    }

    /// <summary>I048/020: TYP, SIM, RDP, SPI, RAB and up to four extensions.</summary>
    private bool ReadDescriptor(ref Cat048Record record)
    {
        if (!ExtendedItem.TryRead(ref cursor.Octets, out var item)) return false;
        record.Descriptor = new(item);
        return true;
    }

    /// <summary>I048/040: RHO, LSB 1/256 NM (slant range); THETA, LSB 360°/2¹⁶, clockwise from north.</summary>
    private bool ReadMeasuredPosition(ref Cat048Record record)
    {
        if (!cursor.Octets.TryReadUInt16(out var rho) || !cursor.Octets.TryReadUInt16(out var theta)) return false;
        record.Position = new(Length.FromNauticalMiles(rho / 256.0), new(theta * Lsb.Angle16Rad));
        return true;
    }

    /// <summary>I048/070: V, G, L, Mode 3/A.</summary>
    private bool ReadCode(ref Cat048Record record)
    {
        if (!cursor.Octets.TryReadUInt16(out var raw)) return false;
        record.Code = new(raw);
        return true;
    }

    /// <summary>I048/090: V, G, flight level, LSB 1/4 FL.</summary>
    private bool ReadLevel(ref Cat048Record record)
    {
        if (!cursor.Octets.TryReadUInt16(out var raw)) return false;
        record.Level = new(raw);
        return true;
    }

    /// <summary>I048/130: seven subfields of one octet.</summary>
    private bool ReadCharacteristics(ref Cat048Record record)
    {
        if (!Presence.TryRead(ref cursor.Octets, out var present)) return false;
        var read = new PlotCharacteristics();
        while (present.Next(out var subfield))
            if (!cursor.Octets.TryReadUInt8(out var value) || !Set(ref read, subfield, value)) return false;
        record.Characteristics = read;
        return true;
    }

    private static bool Set(ref PlotCharacteristics read, int subfield, byte value)
    {
        switch (subfield)
        {
            case 1: read.SsrRunLength = new(value * RunLengthRad); return true;
            case 2: read.SsrReplies = value; return true;
            case 3: read.SsrAmplitudeDbm = (sbyte)value; return true;
            case 4: read.PrimaryRunLength = new(value * RunLengthRad); return true;
            case 5: read.PrimaryAmplitudeDbm = (sbyte)value; return true;
            case 6: read.RangeDifference = Length.FromNauticalMiles((sbyte)value / 256.0); return true;
            case 7: read.AzimuthDifference = new((sbyte)value * (2 * Math.PI / 16384)); return true;
            default: return false;
        }
    }

    /// <summary>I048/220: 24-bit aircraft address.</summary>
    private bool ReadAddress(ref Cat048Record record)
    {
        if (!cursor.Octets.TryReadUInt24(out var address)) return false;
        record.Address = new(address);
        return true;
    }

    /// <summary>I048/240: eight characters of six bits.</summary>
    private bool ReadCallsign(ref Cat048Record record)
    {
        if (!cursor.Octets.TryReadUnsigned(6, out var characters)) return false;
        record.Callsign = SixBitText.Decode(characters);
        return true;
    }

    /// <summary>I048/250: for each register 56 bits (MB) and its number (BDS1, BDS2).</summary>
    private bool ReadRegisters(ref Cat048Record record)
    {
        if (!cursor.Octets.TryReadUInt8(out var count)) return false;
        var air = AirData.Untold;
        for (var i = 0; i < count; i++)
        {
            if (!cursor.Octets.TryReadUnsigned(8, out var register)) return false;
            air = AirDataRegisters.Read((byte)register, new(register >> 8), air);
        }

        if (air != AirData.Untold) record.Air = air;
        return true;
    }

    /// <summary>I048/161: the lower 12 bits.</summary>
    private bool ReadTrackNumber(ref Cat048Record record)
    {
        if (!cursor.Octets.TryReadUInt16(out var number)) return false;
        record.TrackNumber = (ushort)(number & 0xFFF);
        return true;
    }

    /// <summary>I048/042: X and Y, LSB 1/128 NM.</summary>
    private bool ReadCalculatedPosition(ref Cat048Record record)
    {
        if (!cursor.Octets.TryReadInt16(out var x) || !cursor.Octets.TryReadInt16(out var y)) return false;
        record.CalculatedPosition = new(Length.FromNauticalMiles(x / 128.0), Length.FromNauticalMiles(y / 128.0));
        return true;
    }

    /// <summary>I048/200: ground speed, LSB 2⁻¹⁴ NM/s; heading, LSB 360°/2¹⁶.</summary>
    private bool ReadVelocity(ref Cat048Record record)
    {
        if (!cursor.Octets.TryReadUInt16(out var speed) || !cursor.Octets.TryReadUInt16(out var heading)) return false;
        record.Velocity = new(speed * Lsb.GroundSpeedMps, new(heading * Lsb.Angle16Rad));
        return true;
    }

    /// <summary>I048/170: CNF, RAD, DOU, MAH, CDM; TRE, GHO, SUP, TCC.</summary>
    private bool ReadTrackStatus(ref Cat048Record record)
    {
        var read = ExtendedItem.TryRead(ref cursor.Octets, out var item);
        record.TrackStatus = item;
        return read;
    }

    /// <summary>I048/210: sigma x and y, LSB 1/128 NM; of speed, LSB 2⁻¹⁴ NM/s; of heading, LSB 360°/2¹².</summary>
    private bool ReadQuality(ref Cat048Record record)
    {
        if (!cursor.Octets.TryReadUnsigned(4, out var raw)) return false;
        record.Quality = new(
            Length.FromNauticalMiles((raw >> 24) / 128.0),
            Length.FromNauticalMiles(((raw >> 16) & 0xFF) / 128.0),
            ((raw >> 8) & 0xFF) * Lsb.GroundSpeedMps,
            new((raw & 0xFF) * (2 * Math.PI / 4096)));
        return true;
    }

    /// <summary>I048/030: chained codes of seven bits.</summary>
    private bool ReadWarnings(ref Cat048Record record)
    {
        var read = ExtendedItem.TryRead(ref cursor.Octets, out var item);
        record.Warnings = item;
        return read;
    }

    /// <summary>I048/080: a bit a pulse, 1 = low quality.</summary>
    private bool ReadCodeConfidence(ref Cat048Record record)
    {
        var read = cursor.Octets.TryReadUInt16(out var raw);
        record.CodeConfidence = raw;
        return read;
    }

    /// <summary>I048/100: V, G, Mode C in Gray code; confidence of each pulse.</summary>
    private bool ReadModeCPulses(ref Cat048Record record)
    {
        var read = cursor.Octets.TryReadUnsigned(4, out var raw);
        record.ModeCPulses = (uint)raw;
        return read;
    }

    /// <summary>I048/110: the lower 14 bits, LSB 25 ft.</summary>
    private bool ReadMeasuredHeight(ref Cat048Record record)
    {
        if (!cursor.Octets.TryReadUInt16(out var raw)) return false;
        record.MeasuredHeight = new((short)(raw << 2) / 4 * Lsb.QuarterLevelM);
        return true;
    }

    /// <summary>I048/120: CAL (D and ten bits of two's complement, LSB 1 m/s); RDS is stepped over.</summary>
    private bool ReadRadialSpeed(ref Cat048Record record)
    {
        if (!Presence.TryRead(ref cursor.Octets, out var present)) return false;
        while (present.Next(out var subfield))
        {
            switch (subfield)
            {
                case 1:
                    if (!cursor.Octets.TryReadUInt16(out var raw)) return false;
                    record.RadialSpeed = new((short)(raw << 6) / 64, (raw & 0x8000) != 0);
                    break;
                case 2:
                    if (!cursor.Octets.TryReadUInt8(out var count) || !cursor.Octets.TrySkip(6 * count)) return false;
                    break;
                default:
                    return false;
            }
        }

        return true;
    }

    /// <summary>I048/230: COM, STAT, SI, MSSC, ARC, AIC, B1A, B1B.</summary>
    private bool ReadCapability(ref Cat048Record record)
    {
        if (!cursor.Octets.TryReadUInt16(out var raw)) return false;
        record.Capability = new(raw);
        return true;
    }

    /// <summary>I048/260: the 56 bits of the Mode S message.</summary>
    private bool ReadResolutionAdvisory(ref Cat048Record record)
    {
        var read = cursor.Octets.TryReadUnsigned(7, out var raw);
        record.ResolutionAdvisory = raw;
        return read;
    }

    /// <summary>I048/055: V, G, L and five bits.</summary>
    private bool ReadMode1(ref Cat048Record record)
    {
        var read = cursor.Octets.TryReadUInt8(out var raw);
        record.Mode1 = raw;
        return read;
    }

    /// <summary>I048/050: V, G, L, Mode 2.</summary>
    private bool ReadMode2(ref Cat048Record record)
    {
        if (!cursor.Octets.TryReadUInt16(out var raw)) return false;
        record.Mode2 = new(raw);
        return true;
    }

    /// <summary>I048/065.</summary>
    private bool ReadMode1Confidence(ref Cat048Record record)
    {
        var read = cursor.Octets.TryReadUInt8(out var raw);
        record.Mode1Confidence = raw;
        return read;
    }

    /// <summary>I048/060.</summary>
    private bool ReadMode2Confidence(ref Cat048Record record)
    {
        var read = cursor.Octets.TryReadUInt16(out var raw);
        record.Mode2Confidence = raw;
        return read;
    }
}
