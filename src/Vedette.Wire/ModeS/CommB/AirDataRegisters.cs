using Vedette.Air;
using Vedette.Kernel;

namespace Vedette.Wire.ModeS.CommB;

/// <summary>
/// What the instruments of an aircraft tell in its Comm-B registers of airspeed and wind: BDS 4,4 meteorological routine report and BDS 5,0 track
/// and turn report (ICAO Doc 9871, A.2.4.4 and A.2.5.0). For registers that somebody asked for by number; a reply that does not tell its number needs more proof.
/// </summary>
public static class AirDataRegisters
{
    private const byte Meteorological = 0x44, TrackAndTurn = 0x50;

    /// <summary>Adds what a register tells to what is known.</summary>
    /// <param name="bds">Its number, BDS1 in the upper four bits.</param>
    public static AirData Read(byte bds, MessageField field, AirData known) => bds switch
    {
        Meteorological when field.Bit(5) => Wind(field, known),
        TrackAndTurn when field.Bit(46) => known with { TrueAirspeedMps = (float)(field.Bits(47, 56) * 2 * Speed.MetresPerSecondPerKnot) },
        _ => known,
    };

    /// <summary>Bits 6-14 speed, 1 kt; 15-23 where it comes from, 180°/256, clockwise from true north.</summary>
    private static AirData Wind(MessageField field, AirData known)
    {
        var speedMps = field.Bits(6, 14) * Speed.MetresPerSecondPerKnot;
        var (sin, cos) = Math.SinCos(field.Bits(15, 23) * (Math.PI / 256));
        return known with { WindEastMps = (float)(-speedMps * sin), WindNorthMps = (float)(-speedMps * cos) };
    }
}
