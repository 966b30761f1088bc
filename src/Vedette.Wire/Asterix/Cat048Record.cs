using Vedette.Air;
using Vedette.Kernel;

namespace Vedette.Wire.Asterix;

/// <summary>I048/020 TYP.</summary>
public enum RadarDetection : byte
{
    None = 0,
    Primary = 1,
    Ssr = 2,
    SsrAndPrimary = 3,
    ModeSAllCall = 4,
    ModeSRollCall = 5,
    ModeSAllCallAndPrimary = 6,
    ModeSRollCallAndPrimary = 7,
}

/// <summary>I048/020, target report descriptor.</summary>
public readonly record struct RadarReportDescriptor(ExtendedItem Octets)
{
    /// <summary>TYP.</summary>
    public RadarDetection Detection => (RadarDetection)(Octets[0] >> 5);

    /// <summary>SIM.</summary>
    public bool Simulated => Octets.Bit(0, 5);

    /// <summary>SPI: the pilot pressed "ident".</summary>
    public bool SpecialPosition => Octets.Bit(0, 3);

    /// <summary>RAB: a fixed transponder on the ground, there to test the radar.</summary>
    public bool FieldMonitor => Octets.Bit(0, 2);

    /// <summary>TST.</summary>
    public bool Test => Octets.Bit(1, 8);

    /// <summary>ME.</summary>
    public bool MilitaryEmergency => Octets.Bit(1, 5);

    /// <summary>FOE/FRI: 0 not interrogated, 1 friendly, 2 unknown, 3 no reply.</summary>
    public int Mode4 => (Octets[1] >> 1) & 3;
}

/// <summary>I048/130, radar plot characteristics. Run lengths and amplitudes; null where not sent.</summary>
public record struct PlotCharacteristics
{
    /// <summary>SRL, secondary plot run length, LSB 360°/2¹³.</summary>
    public Angle? SsrRunLength { get; set; }

    /// <summary>SRR, number of replies in the secondary plot.</summary>
    public byte? SsrReplies { get; set; }

    /// <summary>SAM, dBm.</summary>
    public sbyte? SsrAmplitudeDbm { get; set; }

    /// <summary>PRL, primary plot run length, LSB 360°/2¹³.</summary>
    public Angle? PrimaryRunLength { get; set; }

    /// <summary>PAM, dBm.</summary>
    public sbyte? PrimaryAmplitudeDbm { get; set; }

    /// <summary>RPD, range of the primary plot minus that of the secondary, LSB 1/256 NM.</summary>
    public Length? RangeDifference { get; set; }

    /// <summary>APD, azimuth of the primary plot minus that of the secondary, LSB 360°/2¹⁴.</summary>
    public Angle? AzimuthDifference { get; set; }
}

/// <summary>I048/120 CAL: speed along the line of sight, m/s. The specification recommends positive for a target that moves away.</summary>
public readonly record struct RadialSpeed(double Mps, bool Doubtful);

/// <summary>I048/210, standard deviations of the radar's own track.</summary>
public readonly record struct RadarTrackQuality(Length SigmaX, Length SigmaY, double SigmaSpeedMps, Angle SigmaHeading);

/// <summary>I048/230, communications, ACAS capability and flight status, as sent.</summary>
public readonly record struct ModeSCapability(ushort Raw)
{
    /// <summary>STAT.</summary>
    public int FlightStatus => (Raw >> 10) & 7;

    /// <summary>STAT 1 and 3; 4 and 5 do not tell.</summary>
    public bool OnGround => FlightStatus is 1 or 3;
}

/// <summary>
/// One monoradar target report of category 048 (editions 1.27 to 1.32): what was on the wire and nothing else.
/// Stepped over and not kept: of I048/250 (Mode S registers) all but air data, raw Doppler I048/120 RDS, the reserved expansion and special purpose fields.
/// </summary>
public record struct Cat048Record
{
    /// <summary>I048/010.</summary>
    public AsterixSource? Source { get; set; }

    /// <summary>I048/140, since midnight UTC, LSB 1/128 s.</summary>
    public TimeSpan? TimeOfDay { get; set; }

    /// <summary>I048/020.</summary>
    public RadarReportDescriptor? Descriptor { get; set; }

    /// <summary>I048/040: RHO, LSB 1/256 NM; THETA, LSB 360°/2¹⁶.</summary>
    public PolarPosition? Position { get; set; }

    /// <summary>I048/070.</summary>
    public CodeReport? Code { get; set; }

    /// <summary>I048/090.</summary>
    public LevelReport? Level { get; set; }

    /// <summary>I048/130.</summary>
    public PlotCharacteristics? Characteristics { get; set; }

    /// <summary>I048/220.</summary>
    public TransponderAddress? Address { get; set; }

    /// <summary>I048/240.</summary>
    public Callsign? Callsign { get; set; }

    /// <summary>I048/250: airspeed and wind of the registers 4,4 and 5,0, where they were asked for.</summary>
    public AirData? Air { get; set; }

    /// <summary>I048/161, 12 bits.</summary>
    public ushort? TrackNumber { get; set; }

    /// <summary>I048/042, LSB 1/128 NM.</summary>
    public CartesianPosition? CalculatedPosition { get; set; }

    /// <summary>I048/200: speed, LSB 2⁻¹⁴ NM/s; heading, LSB 360°/2¹⁶.</summary>
    public PolarVelocity? Velocity { get; set; }

    /// <summary>I048/170.</summary>
    public ExtendedItem? TrackStatus { get; set; }

    /// <summary>I048/210.</summary>
    public RadarTrackQuality? Quality { get; set; }

    /// <summary>I048/030: warning and error codes, one in the upper seven bits of each octet.</summary>
    public ExtendedItem? Warnings { get; set; }

    /// <summary>I048/080.</summary>
    public ushort? CodeConfidence { get; set; }

    /// <summary>I048/100: Mode C pulses and their confidence.</summary>
    public uint? ModeCPulses { get; set; }

    /// <summary>I048/110, above mean sea level, LSB 25 ft.</summary>
    public HeightAboveSeaLevel? MeasuredHeight { get; set; }

    /// <summary>I048/120.</summary>
    public RadialSpeed? RadialSpeed { get; set; }

    /// <summary>I048/230.</summary>
    public ModeSCapability? Capability { get; set; }

    /// <summary>I048/260, 56 bits as downlinked.</summary>
    public ulong? ResolutionAdvisory { get; set; }

    /// <summary>I048/055.</summary>
    public byte? Mode1 { get; set; }

    /// <summary>I048/050.</summary>
    public CodeReport? Mode2 { get; set; }

    /// <summary>I048/065.</summary>
    public byte? Mode1Confidence { get; set; }

    /// <summary>I048/060.</summary>
    public ushort? Mode2Confidence { get; set; }
}
