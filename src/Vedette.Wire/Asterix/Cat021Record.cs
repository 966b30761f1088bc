using Vedette.Air;
using Vedette.Kernel;

namespace Vedette.Wire.Asterix;

/// <summary>I021/040, target report descriptor.</summary>
public readonly record struct AdsbReportDescriptor(ExtendedItem Octets)
{
    /// <summary>ATP: 0 ICAO, 1 duplicate, 2 surface vehicle, 3 anonymous.</summary>
    public int AddressType => Octets[0] >> 5;

    /// <summary>RAB: a fixed transponder on the ground, there to test the station.</summary>
    public bool FieldMonitor => Octets.Bit(0, 2);

    /// <summary>GBS: the target says that it is on the ground.</summary>
    public bool OnGround => Octets.Bit(1, 7);

    /// <summary>SIM.</summary>
    public bool Simulated => Octets.Bit(1, 6);

    /// <summary>TST.</summary>
    public bool Test => Octets.Bit(1, 5);

    /// <summary>CL = 1: the station itself doubts the report.</summary>
    public bool Suspect => ((Octets[1] >> 1) & 3) == 1;
}

/// <summary>I021/090, quality indicators as the aircraft claims them; -1 where the extension was not sent.</summary>
public readonly record struct AdsbQuality(ExtendedItem Octets)
{
    /// <summary>NUCr or NACv.</summary>
    public int NacV => Octets[0] >> 5;

    /// <summary>NUCp or NIC.</summary>
    public int Nic => (Octets[0] >> 1) & 15;

    public int Sil => Octets.Count > 1 ? (Octets[1] >> 5) & 3 : -1;

    public int NacP => Octets.Count > 1 ? (Octets[1] >> 1) & 15 : -1;
}

/// <summary>I021/210: which edition of the link's standard the aircraft flies.</summary>
public readonly record struct MopsVersion(byte Raw)
{
    /// <summary>VNS: the station does not know the version.</summary>
    public bool NotSupported => (Raw & 0x40) != 0;

    /// <summary>VN: 0 DO-260, 1 DO-260A, 2 DO-260B, 3 DO-260C.</summary>
    public int Version => (Raw >> 3) & 7;
}

/// <summary>I021/074: the fraction of the second in which the position message came, LSB 2⁻³⁰ s, and whether the whole second is off by one.</summary>
public readonly record struct PreciseReception(uint Raw);

/// <summary>I021/155 and 157: m/s up, and whether the true rate is beyond what the field holds.</summary>
public readonly record struct VerticalRate(double Mps, bool Exceeded);

/// <summary>I021/160: velocity over ground, and whether the true speed is beyond what the field holds.</summary>
public readonly record struct GroundVector(PolarVelocity Velocity, bool Exceeded);

/// <summary>
/// One ADS-B target report of category 021 (editions 2.1 to 2.7): what was on the wire and nothing else. Stepped over and not kept:
/// I021/008, 016, 076, 110, 146, 148, 150, 151, 152, 165, 220, 230, 250, 260, 271, 295, 400, reserved expansion and special purpose fields.
/// </summary>
public record struct Cat021Record
{
    /// <summary>I021/010.</summary>
    public AsterixSource? Source { get; set; }

    /// <summary>I021/040.</summary>
    public AdsbReportDescriptor? Descriptor { get; set; }

    /// <summary>I021/161, 12 bits.</summary>
    public ushort? TrackNumber { get; set; }

    /// <summary>I021/015.</summary>
    public byte? Service { get; set; }

    /// <summary>I021/071, LSB 1/128 s: when the position held.</summary>
    public TimeSpan? TimeOfPosition { get; set; }

    /// <summary>I021/130, LSB 180°/2²³.</summary>
    public HorizontalPosition? Position { get; set; }

    /// <summary>I021/131, LSB 180°/2³⁰.</summary>
    public HorizontalPosition? FinePosition { get; set; }

    /// <summary>I021/072, LSB 1/128 s: when the velocity held.</summary>
    public TimeSpan? TimeOfVelocity { get; set; }

    /// <summary>I021/080.</summary>
    public TransponderAddress? Address { get; set; }

    /// <summary>I021/073, LSB 1/128 s: when the position message came.</summary>
    public TimeSpan? PositionReceived { get; set; }

    /// <summary>I021/074.</summary>
    public PreciseReception? PositionReceivedPrecisely { get; set; }

    /// <summary>I021/075, LSB 1/128 s: when the velocity message came.</summary>
    public TimeSpan? VelocityReceived { get; set; }

    /// <summary>I021/140, LSB 6.25 ft. The largest value means "or more".</summary>
    public EllipsoidalHeight? GeometricHeight { get; set; }

    /// <summary>I021/090.</summary>
    public AdsbQuality? Quality { get; set; }

    /// <summary>I021/210.</summary>
    public MopsVersion? Mops { get; set; }

    /// <summary>I021/070.</summary>
    public Mode3A? Code { get; set; }

    /// <summary>I021/145, LSB 1/4 FL.</summary>
    public PressureAltitude? Level { get; set; }

    /// <summary>I021/200: intent, LNAV, military emergency, priority status, surveillance status.</summary>
    public byte? Status { get; set; }

    /// <summary>I021/155, LSB 6.25 ft/min.</summary>
    public VerticalRate? BarometricRate { get; set; }

    /// <summary>I021/157, LSB 6.25 ft/min.</summary>
    public VerticalRate? GeometricRate { get; set; }

    /// <summary>I021/160: speed, LSB 2⁻¹⁴ NM/s; track angle, LSB 360°/2¹⁶.</summary>
    public GroundVector? GroundVector { get; set; }

    /// <summary>I021/077, LSB 1/128 s: when the report was sent.</summary>
    public TimeSpan? TimeOfTransmission { get; set; }

    /// <summary>I021/170.</summary>
    public Callsign? Callsign { get; set; }

    /// <summary>I021/020: emitter category.</summary>
    public byte? Emitter { get; set; }

    /// <summary>I021/132, dBm.</summary>
    public sbyte? AmplitudeDbm { get; set; }
}
