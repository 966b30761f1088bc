namespace Vedette.Wire.ModeS;

/// <summary>
/// The 24-bit cyclic check of Mode S (ICAO Annex 10 Vol. IV, 3.1.2.3.3): generator 1 1111 1111 1111 0100 0000 1001.
/// Over a whole message the remainder is 0 for PI with code 0 (DF11 and extended squitter), the interrogator code for other DF11,
/// and the sender's address where the address is overlaid on the parity (AP).
/// </summary>
public static class Parity
{
    private const uint Generator = 0xFFF409;

    private static readonly uint[] Table = MakeTable();

    /// <summary>The remainder of a whole message (7 or 14 octets): 24 bits.</summary>
    public static uint Remainder(ReadOnlySpan<byte> message)
    {
        var data = message.Length - 3;
        return Check(message[..data]) ^ (uint)((message[data] << 16) | (message[data + 1] << 8) | message[data + 2]);
    }

    /// <summary>Writes the last three octets of a message so that its remainder becomes <paramref name="overlay"/>.</summary>
    public static void Seal(Span<byte> message, uint overlay = 0)
    {
        var data = message.Length - 3;
        var check = Check(message[..data]) ^ overlay;
        message[data] = (byte)(check >> 16);
        message[data + 1] = (byte)(check >> 8);
        message[data + 2] = (byte)check;
    }

    private static uint Check(ReadOnlySpan<byte> data)
    {
        uint check = 0;
        foreach (var octet in data) check = (check << 8) ^ Table[((check >> 16) ^ octet) & 0xFF];
        return check & 0xFFFFFF;
    }

    private static uint[] MakeTable()
    {
        var table = new uint[256];
        for (uint i = 0; i < 256; i++)
        {
            var check = i << 16;
            for (var bit = 0; bit < 8; bit++) check = (check & 0x800000) != 0 ? (check << 1) ^ Generator : check << 1;
            table[i] = check & 0xFFFFFF;
        }

        return table;
    }
}
