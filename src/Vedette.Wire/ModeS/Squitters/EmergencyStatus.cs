using Vedette.Air;

namespace Vedette.Wire.ModeS.Squitters;

/// <summary>ME 9-11 of TC 28 subtype 1; ME 54-56 of the first TC 29.</summary>
public enum EmergencyState : byte
{
    None,
    General,
    Medical,
    MinimumFuel,
    NoCommunications,
    UnlawfulInterference,
    Downed,
    Reserved,
}

/// <summary>TC 28 subtype 1: BDS 6,1; emergency state and Mode A code, DO-260B 2.2.3.2.7.8.1.1.</summary>
/// <param name="Code">ME 12-24; null where it was not told.</param>
public readonly record struct EmergencyStatus(EmergencyState State, Mode3A? Code)
{
    public static bool TryRead(MessageField me, out EmergencyStatus status)
    {
        var identity = me.Bits(12, 24);
        status = new((EmergencyState)me.Bits(9, 11), identity == 0 ? null : IdentityCode.Read(identity));
        return me.Subtype == 1;
    }
}
