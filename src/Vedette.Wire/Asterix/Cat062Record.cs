using Vedette.Air;
using Vedette.Kernel;

namespace Vedette.Wire.Asterix;

/// <summary>I062/080, track status.</summary>
public readonly record struct SystemTrackStatus(ExtendedItem Octets)
{
    /// <summary>SIM.</summary>
    public bool Simulated => Octets.Bit(1, 8);

    /// <summary>TSE: the last report of this track.</summary>
    public bool Ends => Octets.Bit(1, 7);

    /// <summary>CST: extrapolated, no recent detection.</summary>
    public bool Coasting => Octets.Bit(3, 8);

    /// <summary>FPLT: carried by the flight plan where no sensor sees it.</summary>
    public bool FlightPlanOnly => Octets.Bit(4, 2);

    /// <summary>SFC.</summary>
    public bool OnGround => Octets.Bit(5, 5);
}

/// <summary>I062/245: where the identification comes from (STI: 0 callsign or registration downlinked, 1 callsign, 2 registration, 3 invalid).</summary>
public readonly record struct TargetIdentification(byte Origin, Callsign Text);

/// <summary>
/// I062/380, what the aircraft itself told. Kept: ADR, ID, COM, BVR, GVR, GAL; the other subfields are stepped over.
/// </summary>
public record struct AircraftDerivedData
{
    /// <summary>ADR.</summary>
    public TransponderAddress? Address { get; set; }

    /// <summary>ID.</summary>
    public Callsign? Callsign { get; set; }

    /// <summary>COM: capability and flight status.</summary>
    public ModeSCapability? Capability { get; set; }

    /// <summary>BVR, LSB 6.25 ft/min.</summary>
    public double? BarometricRateMps { get; set; }

    /// <summary>GVR, LSB 6.25 ft/min.</summary>
    public double? GeometricRateMps { get; set; }

    /// <summary>GAL, LSB 6.25 ft.</summary>
    public EllipsoidalHeight? GeometricHeight { get; set; }
}

/// <summary>I062/135: the tracker's own altitude and whether it was corrected for the local pressure (QNH), LSB 1/4 FL.</summary>
public readonly record struct TrackedAltitude(double Metres, bool PressureCorrected);

/// <summary>
/// One system track of category 062 (editions 1.16 to 1.21): what was on the wire and nothing else. Stepped over and not kept: I062/110, 120,
/// 210, 270, 290, 295, 300, 340, 510, of 380, 390 and 500 what <see cref="Aircraft"/>, <see cref="PlanCallsign"/> and <see cref="Accuracy"/> do not
/// name, reserved expansion and special purpose fields.
/// </summary>
public record struct Cat062Record
{
    /// <summary>I062/010.</summary>
    public AsterixSource? Source { get; set; }

    /// <summary>I062/015.</summary>
    public byte? Service { get; set; }

    /// <summary>I062/070, LSB 1/128 s: what the position holds for.</summary>
    public TimeSpan? TimeOfTrack { get; set; }

    /// <summary>I062/105, LSB 180°/2²⁵.</summary>
    public HorizontalPosition? Position { get; set; }

    /// <summary>I062/100, LSB 0.5 m, in the tracker's plane.</summary>
    public CartesianPosition? PlanePosition { get; set; }

    /// <summary>I062/185, LSB 0.25 m/s.</summary>
    public CartesianVelocity? Velocity { get; set; }

    /// <summary>I062/060; before edition 1.17 without V and G.</summary>
    public CodeReport? Code { get; set; }

    /// <summary>I062/245.</summary>
    public TargetIdentification? Identification { get; set; }

    /// <summary>I062/380.</summary>
    public AircraftDerivedData? Aircraft { get; set; }

    /// <summary>I062/040.</summary>
    public ushort? TrackNumber { get; set; }

    /// <summary>I062/080.</summary>
    public SystemTrackStatus? Status { get; set; }

    /// <summary>I062/200: TRANS, LONG, VERT, ADF.</summary>
    public byte? Movement { get; set; }

    /// <summary>I062/136, LSB 1/4 FL.</summary>
    public PressureAltitude? MeasuredLevel { get; set; }

    /// <summary>I062/130, LSB 6.25 ft.</summary>
    public EllipsoidalHeight? GeometricHeight { get; set; }

    /// <summary>I062/135.</summary>
    public TrackedAltitude? Altitude { get; set; }

    /// <summary>I062/220, LSB 6.25 ft/min.</summary>
    public double? ClimbMps { get; set; }

    /// <summary>I062/390 CS, seven characters.</summary>
    public Callsign? PlanCallsign { get; set; }

    /// <summary>I062/500 APC, standard deviation along x and y, LSB 0.5 m.</summary>
    public CartesianPosition? Accuracy { get; set; }
}
