using Vedette.Air;
using Vedette.Core;

namespace Vedette.Server.Tar1090;

/// <summary>
/// The "type" of an aircraft object: the best source of its position, in the order in which readsb prefers them. Tracks that radars alone see are
/// what TIS-B would make of them.
/// </summary>
internal static class SourceType
{
    public const string Mlat = "mlat";

    private const int LastOwnBit = 63;

    /// <param name="addressed">The track is shown under its transponder's address.</param>
    public static string Of(in Track track, bool addressed, IReadOnlyList<SensorStatus> sensors)
    {
        var (claims, multilaterated, radar) = (false, false, false);
        for (var i = 0; i < sensors.Count; i++)
        {
            if ((track.SensorMask & (1UL << Math.Min(i, LastOwnBit))) == 0) continue;
            var kind = sensors[i].Sensor.Kind;
            claims |= kind == SensorKind.Adsb;
            multilaterated |= kind == SensorKind.Multilateration;
            radar |= kind is SensorKind.Radar2D or SensorKind.Radar3D or SensorKind.DopplerRadar or SensorKind.SystemTracker;
        }

        var icao = track.Address is { IsIcao: true };
        if (addressed && claims) return icao ? "adsb_icao" : "adsb_other";
        if (multilaterated) return Mlat;
        if (addressed) return icao ? "tisb_icao" : "tisb_other";
        return radar ? "tisb_trackfile" : "other";
    }
}
