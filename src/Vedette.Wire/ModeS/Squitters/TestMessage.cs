using Vedette.Air;

namespace Vedette.Wire.ModeS.Squitters;

/// <summary>TC 23 subtype 7: the Mode A code, as version 1 sent it in the Americas (DO-260A 2.2.3.2.7.3).</summary>
public readonly record struct TestMessage(Mode3A Code)
{
    /// <summary>False for another subtype, and where no code is told.</summary>
    public static bool TryRead(MessageField me, out TestMessage message)
    {
        var identity = me.Bits(9, 21);
        message = new(IdentityCode.Read(identity));
        return me.Subtype == 7 && identity != 0;
    }
}
