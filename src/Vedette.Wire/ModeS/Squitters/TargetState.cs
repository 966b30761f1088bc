using Vedette.Kernel;

namespace Vedette.Wire.ModeS.Squitters;

/// <summary>TC 29 subtype 1 (version 2): BDS 6,2; what the autopilot is set to, and quality. DO-260B 2.2.3.2.7.1.3. NaN = not told.</summary>
public readonly record struct TargetState
{
    /// <summary>ME 8: SIL is a probability per sample, not per hour.</summary>
    public required bool SilPerSample { get; init; }

    /// <summary>ME 9: the altitude is the flight management system's, else the control panel's.</summary>
    public required bool AltitudeIsManaged { get; init; }

    /// <summary>ME 10-20, steps of 32 ft; as the pilot sees it (baro-corrected below transition).</summary>
    public required double SelectedAltitudeM { get; init; }

    /// <summary>ME 21-29, steps of 0.8 hPa above 800.</summary>
    public required double AltimeterSettingHpa { get; init; }

    /// <summary>ME 30-39, rad, as the aircraft's reference has it.</summary>
    public required double SelectedHeadingRad { get; init; }

    /// <summary>ME 40-43.</summary>
    public required int NacP { get; init; }

    /// <summary>ME 44: the pressure altitude has been cross-checked.</summary>
    public required bool NicBaro { get; init; }

    /// <summary>ME 45-46.</summary>
    public required int Sil { get; init; }

    /// <summary>ME 47-50, 52, 54; null where their status bit says that they mean nothing.</summary>
    public required AutopilotModes? Modes { get; init; }

    /// <summary>ME 51 of a rebroadcast (ADS-R): not an ICAO address.</summary>
    public required bool NonIcao { get; init; }

    /// <summary>ME 53.</summary>
    public required bool AcasOperational { get; init; }

    /// <summary>False for another subtype.</summary>
    public static bool TryRead(MessageField me, out TargetState state)
    {
        var altitude = me.Bits(10, 20);
        var setting = me.Bits(21, 29);
        state = new()
        {
            SilPerSample = me.Bit(8),
            AltitudeIsManaged = me.Bit(9),
            SelectedAltitudeM = altitude == 0 ? double.NaN : (altitude - 1) * 32 * Length.MetresPerFoot,
            AltimeterSettingHpa = setting == 0 ? double.NaN : 800 + ((setting - 1) * 0.8),
            SelectedHeadingRad = me.Bit(30) ? me.Bits(31, 39) * (2 * Math.PI / 512) : double.NaN,
            NacP = me.Bits(40, 43),
            NicBaro = me.Bit(44),
            Sil = me.Bits(45, 46),
            Modes = me.Bit(47) ? new(me.Bit(48), me.Bit(49), me.Bit(50), me.Bit(52), me.Bit(54)) : null,
            NonIcao = me.Bit(51),
            AcasOperational = me.Bit(53),
        };
        return me.Bits(6, 7) == 1;
    }
}

/// <summary>What the autopilot is engaged in.</summary>
public readonly record struct AutopilotModes(bool Autopilot, bool VerticalNavigation, bool AltitudeHold, bool Approach, bool LateralNavigation);
