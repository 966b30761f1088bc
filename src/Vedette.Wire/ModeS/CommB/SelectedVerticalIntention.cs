using Vedette.Kernel;

namespace Vedette.Wire.ModeS.CommB;

/// <summary>BDS 4,0: where the autopilot is to level off (ICAO Doc 9871 A.2.2, table A-2-64). NaN = not told.</summary>
public readonly record struct SelectedVerticalIntention
{
    /// <summary>Bits 1-13, steps of 16 ft: set on the control panel (MCP/FCU).</summary>
    public required double PanelAltitudeM { get; init; }

    /// <summary>Bits 14-26, steps of 16 ft: from the flight management system.</summary>
    public required double ManagedAltitudeM { get; init; }

    /// <summary>Bits 27-39, steps of 0.1 hPa above 800.</summary>
    public required double AltimeterSettingHpa { get; init; }

    /// <summary>Bits 48-51; null where they are not told.</summary>
    public required VerticalModes? Modes { get; init; }

    /// <summary>Bits 54-56: 0 unknown, 1 the aircraft's own altitude, 2 the control panel, 3 the flight management system; -1 = not told.</summary>
    public required int TargetSource { get; init; }

    /// <summary>False where the 56 bits cannot be this register: a reserved bit is set, or a value is there that nothing announces.</summary>
    public static bool TryRead(MessageField mb, out SelectedVerticalIntention register)
    {
        var setting = mb.Told(27, 39, 0.1);
        register = new()
        {
            PanelAltitudeM = mb.Told(1, 13, 16 * Length.MetresPerFoot),
            ManagedAltitudeM = mb.Told(14, 26, 16 * Length.MetresPerFoot),
            AltimeterSettingHpa = 800 + setting,
            Modes = mb.Bit(48) ? new(mb.Bit(49), mb.Bit(50), mb.Bit(51)) : null,
            TargetSource = mb.ToldCode(54, 56),
        };
        return mb.Bits(40, 47) == 0 && mb.Bits(52, 53) == 0
            && mb.IsSound(1, 13) && mb.IsSound(14, 26) && mb.IsSound(27, 39) && mb.IsSound(48, 51) && mb.IsSound(54, 56);
    }
}

/// <summary>What the autopilot is engaged in vertically.</summary>
public readonly record struct VerticalModes(bool VerticalNavigation, bool AltitudeHold, bool Approach);
