using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Assessment.Integrity;

/// <summary>
/// Holds what radars and multilateration see of an address against what that address claims: by the radar's own rule with other aircraft once
/// it is known (<see cref="RadarAlignment"/>), before that with a fixed allowance for any radar's bias.
/// </summary>
internal sealed class SensorLooks
{
    private SensorDirectory sensors = new();
    private EnuFrame[] frames = [];
    private RadarAlignment[] alignments = [];

    /// <summary>Takes the list of sensors; what was learned of those that stay where they are is kept.</summary>
    public void Know(SensorDirectory directory)
    {
        sensors = directory;
        var (knownFrames, known) = (frames, alignments);
        frames = [.. sensors.All.Select(sensor => sensor.Position is { } place ? new EnuFrame(place) : default)];
        alignments = [.. frames.Select((frame, i) => i < known.Length && knownFrames[i].Origin == frame.Origin ? known[i] : new RadarAlignment())];
    }

    public void Take(ClaimedAircraft claimed, in Plot plot)
    {
        if ((uint)plot.Sensor.Value >= (uint)frames.Length) return;
        var sensor = sensors.All[plot.Sensor.Value];
        if (!claimed.TryExpect(plot.TimeOfApplicability, out var expected)) return;
        if (sensor.Kind == SensorKind.Multilateration && plot.Position is { } place)
            claimed.Seen(place, expected.DistanceM(place) <= IntegrityRules.SensorToleranceM, sensor.Name, plot);
        else if (sensor.Position is not null && plot.Altitude is { } altitude && !double.IsNaN(plot.RangeM) && !double.IsNaN(plot.AzimuthRad))
            Look(claimed, expected, altitude.Metres, sensor.Name, plot);
    }

    private void Look(ClaimedAircraft claimed, in Claim expected, double altitudeM, string sensor, in Plot plot)
    {
        ref readonly var frame = ref frames[plot.Sensor.Value];
        ref var alignment = ref alignments[plot.Sensor.Value];
        var seen = frame.ToGeodetic(frame.AtHeight(plot.RangeM, plot.AzimuthRad, altitudeM));
        var offM = expected.DistanceM(seen);
        var isNear = offM <= IntegrityRules.SensorToleranceM + (IntegrityRules.SensorToleranceOfRange * plot.RangeM);
        var look = frame.Look((expected.Place with { HeightM = altitudeM }).ToEcef());
        var (rangeOffM, azimuthOffRad) = (plot.RangeM - look.RangeM, Angle.WrapSigned(plot.AzimuthRad - look.AzimuthRad));
        var agrees = isNear;
        if (alignment.IsKnown)
        {
            var ageS = plot.TimeOfApplicability.SecondsSince(expected.ToldAt);
            var turnedM = IntegrityRules.TurnMps2 * ageS * ageS / 2;
            var sigmaM = Math.Sqrt((expected.SigmaM * expected.SigmaM) + (turnedM * turnedM));
            agrees = offM <= IntegrityRules.SensorLeastM || alignment.Off(rangeOffM, azimuthOffRad, plot.RangeM, sigmaM) <= IntegrityRules.SensorSpreads;
            // Where it is off most of them, it is the radar that has turned.
            if (alignment.Count(agrees)) alignment = new();
        }

        if (isNear && !claimed.IsDoubted) alignment.Learn(claimed.Address.Value, rangeOffM, azimuthOffRad);
        claimed.Seen(seen, agrees, sensor, plot);
    }
}
