using Vedette.Air;
using Vedette.Kernel;

namespace Vedette.Wire.ModeS.Replies;

/// <summary>
/// A Mode A or Mode C reply as Beast receivers frame it: nibbles A, B, C, D of three bits, and IDENT in the bit before C. Nothing tells which of
/// the two was asked for: <paramref name="Altitude"/> is what it means if it was Mode C (ICAO Annex 10 Vol. IV 3.1.1.6).
/// </summary>
/// <param name="Code">What it means if it was Mode A.</param>
/// <param name="Ident">SPI: the pilot has pressed IDENT.</param>
/// <param name="Altitude">Null where it can be no altitude.</param>
public readonly record struct ModeAcReply(Mode3A Code, bool Ident, PressureAltitude? Altitude)
{
    /// <param name="octets">Two.</param>
    public static ModeAcReply Read(ReadOnlySpan<byte> octets)
    {
        var (first, second) = (octets[0], octets[1]);
        var ident = (second & 0x80) != 0;
        var code = new Mode3A((ushort)(((first & 0x70) << 5) | ((first & 7) << 6) | ((second & 0x70) >> 1) | (second & 7)));
        return new(code, ident, !ident && AltitudeCode.TryReadModeC(code, out var altitude) ? altitude : null);
    }
}
