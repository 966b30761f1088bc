using Vedette.Kernel;

namespace Vedette.Wire.ModeS.Squitters;

/// <summary>TC 29 subtype 0 (version 1): target state of DO-260A 2.2.3.2.7.1. NaN = not told.</summary>
public readonly record struct TargetIntent
{
    /// <summary>ME 8-9: 0 none, 1 control panel, 2 holding, 3 flight management system.</summary>
    public required int VerticalSource { get; init; }

    /// <summary>ME 10: the altitude is above mean sea level, else a flight level.</summary>
    public required bool AltitudeIsAboveSeaLevel { get; init; }

    /// <summary>ME 12-13: 0 holding only, 1 and the panel's, 2 and the management system's.</summary>
    public required int VerticalCapability { get; init; }

    /// <summary>ME 14-15: 0 unknown, 1 acquiring, 2 capturing or holding.</summary>
    public required int VerticalMode { get; init; }

    /// <summary>ME 16-25: steps of 100 ft from -1,000 ft.</summary>
    public required double TargetAltitudeM { get; init; }

    /// <summary>ME 26-27: 0 none, 1 control panel, 2 holding, 3 flight management system.</summary>
    public required int HorizontalSource { get; init; }

    /// <summary>ME 28-36, rad.</summary>
    public required double TargetDirectionRad { get; init; }

    /// <summary>ME 37: the direction is a track, else a heading.</summary>
    public required bool DirectionIsTrack { get; init; }

    /// <summary>ME 38-39: 0 unknown, 1 acquiring, 2 capturing or holding.</summary>
    public required int HorizontalMode { get; init; }

    /// <summary>ME 40-43.</summary>
    public required int NacP { get; init; }

    /// <summary>ME 44.</summary>
    public required bool NicBaro { get; init; }

    /// <summary>ME 45-46.</summary>
    public required int Sil { get; init; }

    /// <summary>ME 52: in this version the bit is set where ACAS does not operate.</summary>
    public required bool AcasOperational { get; init; }

    /// <summary>ME 53.</summary>
    public required bool AdvisoryActive { get; init; }

    /// <summary>ME 54-56.</summary>
    public required EmergencyState Emergency { get; init; }

    /// <summary>False for another subtype, and where ME 11 says that an earlier layout is meant.</summary>
    public static bool TryRead(MessageField me, out TargetIntent intent)
    {
        var (vertical, horizontal) = (me.Bits(8, 9), me.Bits(26, 27));
        var direction = me.Bits(28, 36);
        intent = new()
        {
            VerticalSource = vertical,
            AltitudeIsAboveSeaLevel = me.Bit(10),
            VerticalCapability = me.Bits(12, 13),
            VerticalMode = me.Bits(14, 15),
            TargetAltitudeM = vertical == 0 ? double.NaN : ((me.Bits(16, 25) * 100) - 1000) * Length.MetresPerFoot,
            HorizontalSource = horizontal,
            TargetDirectionRad = horizontal == 0 || direction >= 360 ? double.NaN : direction * Angle.RadiansPerDegree,
            DirectionIsTrack = me.Bit(37),
            HorizontalMode = me.Bits(38, 39),
            NacP = me.Bits(40, 43),
            NicBaro = me.Bit(44),
            Sil = me.Bits(45, 46),
            AcasOperational = !me.Bit(52),
            AdvisoryActive = me.Bit(53),
            Emergency = (EmergencyState)me.Bits(54, 56),
        };
        return me.Bits(6, 7) == 0 && !me.Bit(11);
    }
}
