using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;
using Vedette.Sim.Sensors;
using Vedette.Wire.Asterix;
using Vedette.Wire.Asterix.Writing;

namespace Vedette.Sim.Senders;

/// <summary>What one radar says of an echo: a record of CAT048.</summary>
/// <param name="clock">The radar's own time at a second of the scenario.</param>
internal sealed class PlotReport(Station station, AsterixSource source, Func<double, Instant> clock)
{
    /// <summary>Receiver noise that signal-to-noise ratios are added to, dBm.</summary>
    private const double NoiseDbm = -105;

    /// <summary>Beyond what I048/110 can tell, m.</summary>
    private const double GreatestHeightM = 60_000;

    /// <summary>As far as I048/040 can tell.</summary>
    private const double GreatestRangeNM = ushort.MaxValue / 256.0;

    /// <summary>I048/020 TYP: primary; Mode S roll call; both.</summary>
    private const byte Primary = 1, RollCall = 5, RollCallAndPrimary = 7;

    private readonly EnuFrame frame = new(station.Place);

    /// <summary>False where the block has no room for it.</summary>
    public bool TryWrite(ref Cat048Writer block, in RadarEcho echo)
    {
        WriteMeasurement(ref block, echo);
        var transponder = echo.Kind == PlotKind.Primary ? null : echo.Target?.Transponder;
        if (transponder is not null)
        {
            block.I070(new() { Mode3A = transponder.Code.Value });
            block.I090(new() { FlFL = Atmosphere.At(echo.State.Place.HeightM).Feet / 100 });
        }

        if (double.IsFinite(echo.SnrDb)) block.I130PamDbm(Math.Clamp(NoiseDbm + echo.SnrDb, -127, 0));
        if (transponder is not null)
        {
            block.I220((uint)transponder.Address & 0xFFFFFF);
            block.I240(SixBitText.Encode(transponder.Callsign));
            block.I161(new() { Trn = (ushort)(((echo.Target!.Number * 7) + (source.Sic * 131)) & 0xFFF) });
        }

        if (double.IsFinite(echo.ElevationRad) && HeightOf(echo) is var heightM && Math.Abs(heightM) < GreatestHeightM)
            block.I110(new() { _3DhFt = heightM / Length.MetresPerFoot });
        var outcome = block.End();
        Invariant.Holds(outcome != Encode.Refused, "a simulated plot is within what CAT048 can tell");
        return outcome == Encode.Record;
    }

    private void WriteMeasurement(ref Cat048Writer block, in RadarEcho echo)
    {
        block.I010(new() { Sac = source.Sac, Sic = source.Sic });
        block.I140(TimeOfDay.Number(clock(echo.TimeS)));
        block.I020(new()
        {
            Typ = echo.Kind switch
            {
                PlotKind.Primary => Primary,
                PlotKind.Secondary => RollCall,
                _ => RollCallAndPrimary,
            },
        });
        block.I040(new()
        {
            RhoNM = Math.Min(new Length(echo.RangeM).NauticalMiles, GreatestRangeNM),
            ThetaDeg = Angle.Wrap(echo.AzimuthRad) / Angle.RadiansPerDegree,
        });
    }

    /// <summary>
    /// A 3-D radar sends the height that follows from its elevation. It is sent as measured, above the ellipsoid: Vedette's reader takes it so.
    /// </summary>
    private double HeightOf(in RadarEcho echo) =>
        frame.ToGeodetic(EnuFrame.FromPolar(new(echo.RangeM, echo.AzimuthRad, echo.ElevationRad))).HeightM;
}
