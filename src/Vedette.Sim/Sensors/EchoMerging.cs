using Vedette.Air;
using Vedette.Kernel;

namespace Vedette.Sim.Sensors;

/// <summary>Two primary echoes of one scan in one resolution cell become one plot at their mean. Replies carry codes and stay apart.</summary>
public static class EchoMerging
{
    /// <param name="echoes">Of one rotation, any order; merged in place, ordered by azimuth afterwards.</param>
    /// <param name="rangeM">Extent of the cell in range, m.</param>
    /// <param name="azimuthRad">Extent of the cell in azimuth, rad. A pair astride north stays two.</param>
    public static void Merge(List<RadarEcho> echoes, double rangeM, double azimuthRad)
    {
        echoes.Sort(static (a, b) => a.AzimuthRad.CompareTo(b.AzimuthRad));
        for (var i = 0; i < echoes.Count; i++)
        {
            if (echoes[i].Kind != PlotKind.Primary) continue;
            for (var j = i + 1; j < echoes.Count && echoes[j].AzimuthRad - echoes[i].AzimuthRad < azimuthRad;)
            {
                if (echoes[j].Kind == PlotKind.Primary && Math.Abs(echoes[j].RangeM - echoes[i].RangeM) < rangeM)
                {
                    echoes[i] = Mean(echoes[i], echoes[j]);
                    echoes.RemoveAt(j);
                }
                else
                {
                    j++;
                }
            }
        }
    }

    private static RadarEcho Mean(in RadarEcho a, in RadarEcho b) => a with
    {
        TimeS = (a.TimeS + b.TimeS) / 2,
        RangeM = (a.RangeM + b.RangeM) / 2,
        AzimuthRad = Angle.Wrap((a.AzimuthRad + b.AzimuthRad) / 2),
        ElevationRad = (a.ElevationRad + b.ElevationRad) / 2,
        SnrDb = Math.Max(a.SnrDb, b.SnrDb),
    };
}
