namespace Vedette.Wire.ModeS.Squitters;

/// <summary>The capability class codes of TC 31 from version 1 on (DO-260B 2.2.3.2.7.2.3; DO-260A 2.2.3.2.7.2.3). Null where version or state do not carry it.</summary>
public readonly record struct OperationalCapability
{
    /// <summary>ME 11, airborne. Version 1 sets the bit where ACAS does not operate, version 2 where it does.</summary>
    public bool? AcasOperational { get; init; }

    /// <summary>ME 12: it receives ADS-B on 1090 MHz (in version 1: it shows traffic).</summary>
    public bool? Receives1090 { get; init; }

    /// <summary>ME 19 airborne, 16 surface, version 2: it receives UAT.</summary>
    public bool? ReceivesUat { get; init; }

    /// <summary>ME 15, airborne: it can send airspeed and heading.</summary>
    public bool? SendsAirReferenced { get; init; }

    /// <summary>ME 16, airborne: it can send target states.</summary>
    public bool? SendsTargetState { get; init; }

    /// <summary>ME 17-18, airborne: 0 no trajectory change reports, 1 the next point, 2 several.</summary>
    public int? TrajectoryReports { get; init; }

    /// <summary>ME 15, surface: it sends with less than 70 W.</summary>
    public bool? LowPower { get; init; }

    /// <summary>ME 11, surface, version 1: positions are of the reference point of the aircraft, not of its antenna.</summary>
    public bool? PositionOffsetApplied { get; init; }

    /// <summary>ME 21-24, surface: length and width code.</summary>
    public int? LengthWidth { get; init; }

    internal static OperationalCapability Read(MessageField me, int version, bool surface) => surface
        ? new()
        {
            Receives1090 = me.Bit(12),
            ReceivesUat = version >= 2 ? me.Bit(16) : null,
            LowPower = me.Bit(15),
            PositionOffsetApplied = version == 1 ? me.Bit(11) : null,
            LengthWidth = me.Bits(21, 24),
        }
        : new()
        {
            AcasOperational = me.Bit(11) == version >= 2,
            Receives1090 = me.Bit(12),
            ReceivesUat = version >= 2 ? me.Bit(19) : null,
            SendsAirReferenced = me.Bit(15),
            SendsTargetState = me.Bit(16),
            TrajectoryReports = me.Bits(17, 18),
        };
}

/// <summary>The operational mode codes of TC 31 from version 1 on (DO-260B 2.2.3.2.7.2.4).</summary>
/// <param name="AdvisoryActive">ME 27: ACAS gives a resolution advisory.</param>
/// <param name="Ident">ME 28: the pilot has pressed IDENT.</param>
/// <param name="SingleAntenna">ME 30, version 2.</param>
/// <param name="AntennaOffset">ME 33-40, surface, version 2: where the GNSS antenna sits on the aircraft; -1 elsewhere.</param>
public readonly record struct OperationalMode(bool AdvisoryActive, bool Ident, bool? SingleAntenna, int AntennaOffset)
{
    internal static OperationalMode Read(MessageField me, int version, bool surface) => new(
        me.Bit(27), me.Bit(28), version >= 2 ? me.Bit(30) : null, version >= 2 && surface ? me.Bits(33, 40) : -1);
}
