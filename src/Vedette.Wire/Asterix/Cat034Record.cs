using Vedette.Air;
using Vedette.Kernel;

namespace Vedette.Wire.Asterix;

/// <summary>I034/000.</summary>
public enum RadarServiceMessage : byte
{
    NorthMarker = 1,
    SectorCrossing = 2,
    GeographicalFiltering = 3,
    JammingStrobe = 4,
    SolarStorm = 5,
    SsrJammingStrobe = 6,
    ModeSJammingStrobe = 7,
}

/// <summary>I034/050, system configuration and status; each part as sent, null where not sent.</summary>
public record struct RadarStatus
{
    /// <summary>COM: NOGO, RDPC, RDPR, OVL RDP, OVL XMT, MSC, TSV.</summary>
    public byte? Common { get; set; }

    /// <summary>PSR: ANT, CH A/B, OVL, MSC.</summary>
    public byte? Primary { get; set; }

    /// <summary>SSR: ANT, CH A/B, OVL, MSC.</summary>
    public byte? Ssr { get; set; }

    /// <summary>MDS: ANT, CH A/B, OVL SUR, MSC, SCF, DLF, OVL SCF, OVL DLF.</summary>
    public ushort? ModeS { get; set; }

    /// <summary>COM NOGO: the data must not be used operationally.</summary>
    public readonly bool Inhibited => (Common & 0x80) > 0;

    /// <summary>Any overload bit of any part: something is being lost.</summary>
    public readonly bool Overloaded => (Common & 0x18) > 0 || (Primary & 0x10) > 0 || (Ssr & 0x10) > 0 || (ModeS & 0x1180) > 0;

    /// <summary>COM TSV: the radar's own clock is not valid.</summary>
    public readonly bool ClockInvalid => (Common & 0x02) > 0;
}

/// <summary>I034/060, system processing mode; each part as sent, null where not sent.</summary>
public record struct RadarProcessing
{
    /// <summary>COM: RED RDP, RED XMT.</summary>
    public byte? Common { get; set; }

    /// <summary>PSR: POL, RED RAD, STC.</summary>
    public byte? Primary { get; set; }

    /// <summary>SSR: RED RAD.</summary>
    public byte? Ssr { get; set; }

    /// <summary>MDS: RED RAD, CLU.</summary>
    public byte? ModeS { get; set; }
}

/// <summary>I034/070: how many reports of each type the radar sent since the last; the first sixteen counts as sent (type in 5 bits, count in 11).</summary>
public readonly record struct MessageCounts(byte Count, ulong First, ulong Second, ulong Third, ulong Fourth)
{
    public const int MaxCount = 16;

    /// <summary>Count <paramref name="index"/>, from zero. Type 0 no detection, 1 primary, 2 SSR, 3 both, 4 to 7 Mode S, 8 and above filtered and others.</summary>
    public (int Type, int Reports) this[int index]
    {
        get
        {
            var four = (index / 4) switch { 0 => First, 1 => Second, 2 => Third, _ => Fourth };
            var raw = (int)(four >> (48 - (16 * (index % 4)))) & 0xFFFF;
            return (raw >> 11, raw & 0x7FF);
        }
    }
}

/// <summary>I034/100, a window in range and azimuth.</summary>
public readonly record struct PolarWindow(Length RangeFrom, Length RangeTo, Angle AzimuthFrom, Angle AzimuthTo);

/// <summary>I034/120: where the radar stands. Height in metres, WGS-84.</summary>
public readonly record struct RadarSite(double HeightM, HorizontalPosition Position);

/// <summary>I034/090: what the radar believes its range and azimuth errors to be.</summary>
public readonly record struct CollimationError(Length Range, Angle Azimuth);

/// <summary>One service message of category 034 (editions 1.27 to 1.29). The reserved expansion and special purpose fields are stepped over.</summary>
public record struct Cat034Record
{
    /// <summary>I034/010.</summary>
    public AsterixSource? Source { get; set; }

    /// <summary>I034/000.</summary>
    public RadarServiceMessage? Message { get; set; }

    /// <summary>I034/030, since midnight UTC, LSB 1/128 s.</summary>
    public TimeSpan? TimeOfDay { get; set; }

    /// <summary>I034/020, azimuth that the beam has reached, LSB 360°/2⁸.</summary>
    public Angle? Sector { get; set; }

    /// <summary>I034/041, time of one rotation, LSB 1/128 s.</summary>
    public TimeSpan? Rotation { get; set; }

    /// <summary>I034/050.</summary>
    public RadarStatus? Status { get; set; }

    /// <summary>I034/060.</summary>
    public RadarProcessing? Processing { get; set; }

    /// <summary>I034/070.</summary>
    public MessageCounts? Counts { get; set; }

    /// <summary>I034/100.</summary>
    public PolarWindow? Window { get; set; }

    /// <summary>I034/110.</summary>
    public byte? DataFilter { get; set; }

    /// <summary>I034/120.</summary>
    public RadarSite? Site { get; set; }

    /// <summary>I034/090.</summary>
    public CollimationError? Collimation { get; set; }
}
