using Vedette.Air;

namespace Vedette.Assessment.Coverage;

/// <summary>
/// All sensors together: the rate of detections, 1/s, of an object of each profile at each height in each cell. Looks of different
/// sensors, and of one sensor over time, miss independently: the logarithms of their miss probabilities add.
/// </summary>
internal sealed class CoverageMap(CoverageArea area, IReadOnlyList<ObjectProfile> profiles, IReadOnlyList<double> heightsM)
{
    private const double FoldS = 60;

    private readonly double[] rate = new double[profiles.Count * heightsM.Count * area.Cells];

    public ReadOnlySpan<double> Layer(int profile, int height) => rate.AsSpan(((profile * heightsM.Count) + height) * area.Cells, area.Cells);

    public void Clear() => Array.Clear(rate);

    /// <summary>Adds a sensor, counted with a share of its expected detection by direction.</summary>
    public void Add(SensorFootprint footprint, IReadOnlyList<double> shares)
    {
        var layers = profiles.Count * heightsM.Count;
        for (var k = 0; k < footprint.Count; k++)
        {
            var share = shares[footprint.Sector(k)];
            if (share <= 0) continue;
            var detection = footprint.Detection(k);
            var cell = footprint.Cell(k);
            for (var layer = 0; layer < layers; layer++)
                if (detection[layer] > 0) rate[(layer * area.Cells) + cell] -= Math.Log(1 - (share * detection[layer])) / footprint.PeriodS;
        }
    }

    /// <summary>Probability of at least one detection within a minute, 255 = 1, layer after layer.</summary>
    public byte[] WithinAMinute()
    {
        var octets = new byte[rate.Length];
        for (var i = 0; i < octets.Length; i++) octets[i] = (byte)Math.Round(255 * (1 - Math.Exp(-rate[i] * FoldS)));
        return octets;
    }
}
