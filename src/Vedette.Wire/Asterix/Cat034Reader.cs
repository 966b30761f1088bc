using Vedette.Kernel;
using static Vedette.Wire.Asterix.ItemLayout;

namespace Vedette.Wire.Asterix;

/// <summary>Reads the records of a category 034 block, editions 1.27 to 1.29 (one profile). Allocates nothing.</summary>
public ref struct Cat034Reader
{
    internal static readonly Category Profile = new(34,
        ("010", Fixed(2)), ("000", Fixed(1)), ("030", Fixed(3)), ("020", Fixed(1)), ("041", Fixed(2)), ("050", Status), ("060", Processing),
        ("070", Repetitive(2)), ("100", Fixed(8)), ("110", Fixed(1)), ("120", Fixed(8)), ("090", Fixed(2)), ("RE", Explicit), ("SP", Explicit));

    private RecordCursor cursor;

    /// <param name="body">A block's octets after CAT and LEN.</param>
    public Cat034Reader(ReadOnlySpan<byte> body) => cursor = new(Profile, body);

    /// <summary>Why the last answer was Malformed.</summary>
    public readonly RecordFault Fault => cursor.Fault;

    private static ItemLayout Status => Compound(Fixed(1), Undefined, Undefined, Fixed(1), Fixed(1), Fixed(2));

    private static ItemLayout Processing => Compound(Fixed(1), Undefined, Undefined, Fixed(1), Fixed(1), Fixed(1));

    public Decode TryRead(out Cat034Record record)
    {
        record = default;
        var begun = cursor.Begin();
        if (begun != Decode.Record) return begun;
        while (cursor.NextItem(out var frn))
            if (!ReadItem(frn, ref record)) return cursor.Refuse(frn);
        return Decode.Record;
    }

    private bool ReadItem(int frn, ref Cat034Record record) => frn switch
    {
        1 => ReadSource(ref record),
        2 => ReadMessage(ref record),
        3 => ReadTimeOfDay(ref record),
        4 => ReadSector(ref record),
        5 => ReadRotation(ref record),
        6 => ReadStatus(ref record),
        7 => ReadProcessing(ref record),
        8 => ReadCounts(ref record),
        9 => ReadWindow(ref record),
        10 => ReadDataFilter(ref record),
        11 => ReadSite(ref record),
        12 => ReadCollimation(ref record),
        _ => cursor.Skip(frn),
    };

    /// <summary>I034/010: SAC, SIC.</summary>
    private bool ReadSource(ref Cat034Record record)
    {
        if (!cursor.Octets.TryReadUInt8(out var sac) || !cursor.Octets.TryReadUInt8(out var sic)) return false;
        record.Source = new(sac, sic);
        return true;
    }

    /// <summary>I034/000.</summary>
    private bool ReadMessage(ref Cat034Record record)
    {
        var read = cursor.Octets.TryReadUInt8(out var message);
        record.Message = (RadarServiceMessage)message;
        return read;
    }

    /// <summary>I034/030: LSB 1/128 s.</summary>
    private bool ReadTimeOfDay(ref Cat034Record record)
    {
        if (!cursor.Octets.TryReadUInt24(out var time)) return false;
        record.TimeOfDay = Lsb.Time(time);
        return true;
    }

    /// <summary>I034/020: LSB 360°/2⁸.</summary>
    private bool ReadSector(ref Cat034Record record)
    {
        if (!cursor.Octets.TryReadUInt8(out var sector)) return false;
        record.Sector = new(sector * Lsb.Angle8Rad);
        return true;
    }

    /// <summary>I034/041: LSB 1/128 s.</summary>
    private bool ReadRotation(ref Cat034Record record)
    {
        if (!cursor.Octets.TryReadUInt16(out var period)) return false;
        record.Rotation = Lsb.Time(period);
        return true;
    }

    /// <summary>I034/050: COM, PSR, SSR of one octet, MDS of two.</summary>
    private bool ReadStatus(ref Cat034Record record)
    {
        if (!Presence.TryRead(ref cursor.Octets, out var present)) return false;
        var read = new RadarStatus();
        while (present.Next(out var subfield))
        {
            if (!cursor.Octets.TryReadUnsigned(subfield == 6 ? 2 : 1, out var value)) return false;
            switch (subfield)
            {
                case 1: read.Common = (byte)value; break;
                case 4: read.Primary = (byte)value; break;
                case 5: read.Ssr = (byte)value; break;
                case 6: read.ModeS = (ushort)value; break;
                default: return false;
            }
        }

        record.Status = read;
        return true;
    }

    /// <summary>I034/060: COM, PSR, SSR, MDS of one octet.</summary>
    private bool ReadProcessing(ref Cat034Record record)
    {
        if (!Presence.TryRead(ref cursor.Octets, out var present)) return false;
        var read = new RadarProcessing();
        while (present.Next(out var subfield))
        {
            if (!cursor.Octets.TryReadUInt8(out var value)) return false;
            switch (subfield)
            {
                case 1: read.Common = value; break;
                case 4: read.Primary = value; break;
                case 5: read.Ssr = value; break;
                case 6: read.ModeS = value; break;
                default: return false;
            }
        }

        record.Processing = read;
        return true;
    }

    /// <summary>I034/070: TYP in five bits, COUNT in eleven, repeated.</summary>
    private bool ReadCounts(ref Cat034Record record)
    {
        if (!cursor.Octets.TryReadUInt8(out var sent)) return false;
        Span<ulong> fours = stackalloc ulong[MessageCounts.MaxCount / 4];
        fours.Clear();
        for (var i = 0; i < sent; i++)
        {
            if (!cursor.Octets.TryReadUInt16(out var count)) return false;
            if (i < MessageCounts.MaxCount) fours[i / 4] |= (ulong)count << (48 - (16 * (i % 4)));
        }

        record.Counts = new((byte)Math.Min(sent, (byte)MessageCounts.MaxCount), fours[0], fours[1], fours[2], fours[3]);
        return true;
    }

    /// <summary>I034/100: ranges, LSB 1/256 NM; azimuths, LSB 360°/2¹⁶.</summary>
    private bool ReadWindow(ref Cat034Record record)
    {
        if (!cursor.Octets.TryReadUnsigned(8, out var raw)) return false;
        record.Window = new(
            Length.FromNauticalMiles((raw >> 48) / 256.0),
            Length.FromNauticalMiles(((raw >> 32) & 0xFFFF) / 256.0),
            new(((raw >> 16) & 0xFFFF) * Lsb.Angle16Rad),
            new((raw & 0xFFFF) * Lsb.Angle16Rad));
        return true;
    }

    /// <summary>I034/110.</summary>
    private bool ReadDataFilter(ref Cat034Record record)
    {
        var read = cursor.Octets.TryReadUInt8(out var filter);
        record.DataFilter = filter;
        return read;
    }

    /// <summary>I034/120: height, LSB 1 m; latitude and longitude, LSB 180°/2²³.</summary>
    private bool ReadSite(ref Cat034Record record)
    {
        if (!cursor.Octets.TryReadInt16(out var height) || !cursor.Octets.TryReadInt24(out var latitude)
            || !cursor.Octets.TryReadInt24(out var longitude)) return false;
        record.Site = new(height, new(latitude * Lsb.Wgs84Coarse24Rad, longitude * Lsb.Wgs84Coarse24Rad));
        return true;
    }

    /// <summary>I034/090: range, LSB 1/128 NM; azimuth, LSB 360°/2¹⁴.</summary>
    private bool ReadCollimation(ref Cat034Record record)
    {
        if (!cursor.Octets.TryReadUInt8(out var range) || !cursor.Octets.TryReadUInt8(out var azimuth)) return false;
        record.Collimation = new(Length.FromNauticalMiles((sbyte)range / 128.0), new((sbyte)azimuth * (2 * Math.PI / 16384)));
        return true;
    }
}
