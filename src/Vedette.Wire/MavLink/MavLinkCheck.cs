namespace Vedette.Wire.MavLink;

/// <summary>CRC-16/MCRF4XX (X.25 without its last inversion), as MAVLink uses it.</summary>
internal static class MavLinkCheck
{
    /// <param name="octets">From behind the start octet to the end of the payload.</param>
    /// <param name="extra">The octet that the message's definition adds.</param>
    public static ushort Of(ReadOnlySpan<byte> octets, byte extra)
    {
        ushort sum = 0xFFFF;
        foreach (var octet in octets) sum = Next(sum, octet);
        return Next(sum, extra);
    }

    private static ushort Next(ushort sum, byte octet)
    {
        var low = (byte)(octet ^ sum);
        low ^= (byte)(low << 4);
        return (ushort)((sum >> 8) ^ (low << 8) ^ (low << 3) ^ (low >> 4));
    }
}
