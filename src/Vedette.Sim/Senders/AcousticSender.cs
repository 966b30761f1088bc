using System.Globalization;
using System.Text;
using Vedette.Kernel;
using Vedette.Sim.Faults;
using Vedette.Sim.Sensors;
using Vedette.Sim.Truth;

namespace Vedette.Sim.Senders;

/// <summary>
/// Bearings as rows of Vedette's open plot format (id, sensor, kind, t, t_arr, range, az, then empty fields): one piece of the stream a second.
/// </summary>
internal sealed class AcousticSender(Scenario scenario, FeedLine line) : ISender
{
    /// <summary>Fields after the azimuth that a bearing does not fill.</summary>
    private const string Unmeasured = ",,,,,,,,,";

    private readonly AcousticField field = new(scenario.Stations, scenario.Seed);
    private readonly List<Bearing> bearings = [];
    private readonly StringBuilder text = new();

    public void Send(Sky sky)
    {
        field.Listen(sky.NowS, sky, bearings);
        if (bearings.Count == 0) return;
        var latencyS = bearings.Max(b => scenario.Stations[b.Post].Sensor.Performance.LatencyS);
        var arrivesS = sky.NowS + latencyS;
        text.Clear();
        var arrival = scenario.Start.AddSeconds(arrivesS).ToUnixSeconds();
        for (var i = 0; i < bearings.Count; i++) Row(sky.NowS, i, arrival);
        line.Send(sky.NowS - 1, arrivesS, sky.NowS, Encoding.ASCII.GetBytes(text.ToString()));
    }

    private void Row(int second, int index, double arrivalUnixS)
    {
        var bearing = bearings[index];
        var heard = scenario.Start.AddSeconds(bearing.TimeS).ToUnixSeconds();
        var id = ((long)(second + 1000) * 1000) + index;
        text.Append(CultureInfo.InvariantCulture, $"{id},{scenario.Stations[bearing.Post].Sensor.Name},acoustic,{heard:F3},{arrivalUnixS:F3},,")
            .Append(CultureInfo.InvariantCulture, $"{bearing.AzimuthRad / Angle.RadiansPerDegree:F2}{Unmeasured}\n");
    }
}
