using System.Numerics;

namespace Vedette.Wire.Asterix;

/// <summary>
/// Which items (or subfields of a compound item) follow: seven bits an octet, most significant first, chained by the FX bit.
/// Numbered from 1. Part I, 4.3.1 (FSPEC) and 4.3.5.
/// </summary>
internal struct Presence
{
    /// <summary>Nine octets hold 63 numbers; no category of the standard defines more than 49.</summary>
    private const int MaxOctets = 9;

    private ulong bits;

    /// <summary>False where the octets end before the chain does, or where the chain is longer than any category's.</summary>
    public static bool TryRead(ref OctetReader octets, out Presence presence)
    {
        presence = default;
        for (var i = 0; i < MaxOctets; i++)
        {
            if (!octets.TryReadUInt8(out var octet)) return false;
            presence.bits |= (ulong)(octet >> 1) << (57 - (7 * i));
            if ((octet & 1) == 0) return true;
        }

        return false;
    }

    /// <summary>Takes the lowest number off the list.</summary>
    public bool Next(out int number)
    {
        number = BitOperations.LeadingZeroCount(bits) + 1;
        if (bits == 0) return false;
        bits &= ~(1UL << (64 - number));
        return true;
    }
}
