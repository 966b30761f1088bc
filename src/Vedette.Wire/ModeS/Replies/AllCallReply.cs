namespace Vedette.Wire.ModeS.Replies;

/// <summary>DF11: who is there, asked or unasked (ICAO Annex 10 Vol. IV 3.1.2.5.2.2).</summary>
/// <param name="Capability">CA, bits 6-8: 0 level 1; 4 on the ground, 5 airborne, 6 either; 7 see the flight status of its replies.</param>
/// <param name="Address">AA, bits 9-32.</param>
/// <param name="Interrogator">
/// What the parity holds besides zero, 7 bits (CL and IC, 3.1.2.5.2.1.2): 0 to 15 an interrogator identifier (0 = nobody asked), 17 to 79 a
/// surveillance identifier, 16 more than its number.
/// </param>
public readonly record struct AllCallReply(int Capability, int Address, int Interrogator)
{
    private const int FirstSurveillanceCode = 16;
    private const int LastSurveillanceCode = 79;

    /// <summary>The interrogator's surveillance identifier, 1 to 63; -1 where it has none.</summary>
    public int SurveillanceIdentifier => Interrogator is > FirstSurveillanceCode and <= LastSurveillanceCode ? Interrogator - FirstSurveillanceCode : -1;

    /// <summary>The interrogator's identifier, 0 to 15; -1 where it has a surveillance identifier.</summary>
    public int InterrogatorIdentifier => Interrogator < FirstSurveillanceCode ? Interrogator : -1;

    /// <param name="message">Seven octets.</param>
    /// <param name="remainder">Of its parity (<see cref="Parity.Remainder"/>); its upper 17 bits are zero where the message is whole.</param>
    public static AllCallReply Read(ReadOnlySpan<byte> message, uint remainder) =>
        new(message[0] & 7, (message[1] << 16) | (message[2] << 8) | message[3], (int)(remainder & 0x7F));
}
