using Vedette.Air;
using Vedette.Assessment.AllClear;

namespace Vedette.Assessment.Coverage;

/// <summary>One profile at one height over all cells: Σ r and Σ r² T of the sensors that look there (<see cref="LookRate"/>).</summary>
/// <param name="use">Share of the detections that the tracker puts to use.</param>
internal readonly ref struct CoverageLayer(Span<double> sum, Span<double> weighted, double use)
{
    private readonly Span<double> sum = sum, weighted = weighted;
    private readonly double use = use;

    /// <summary>The looks in a cell, by what the tracker makes of them.</summary>
    public LookRate this[int cell] => LookRate.Of(sum[cell], weighted[cell]).Of(use);

    /// <summary>Adds a sensor that detects with a probability in one look, or takes it out with <paramref name="sign"/> = -1.</summary>
    public void Add(int cell, double detection, double periodS, int sign = 1)
    {
        var rate = -Math.Log(1 - detection) / periodS;
        sum[cell] = Math.Max(sum[cell] + (sign * rate), 0);
        weighted[cell] = Math.Max(weighted[cell] + (sign * rate * rate * periodS), 0);
    }

    public void CopyTo(CoverageLayer other)
    {
        sum.CopyTo(other.sum);
        weighted.CopyTo(other.weighted);
    }
}

/// <summary>
/// All sensors together: how an object of each profile at each height is looked at in each cell. Looks of different sensors, and of one
/// sensor over time, miss independently: the logarithms of their miss probabilities add.
/// </summary>
internal sealed class CoverageMap(CoverageArea area, IReadOnlyList<ObjectProfile> profiles, IReadOnlyList<double> heightsM)
{
    private const double FoldS = 60;

    private readonly double[] sum = new double[profiles.Count * heightsM.Count * area.Cells];
    private readonly double[] weighted = new double[profiles.Count * heightsM.Count * area.Cells];

    public CoverageLayer Layer(int profile, int height) => Layer((profile * heightsM.Count) + height);

    private CoverageLayer Layer(int layer) =>
        new(sum.AsSpan(layer * area.Cells, area.Cells), weighted.AsSpan(layer * area.Cells, area.Cells), DetectionUse.Of(profiles[layer / heightsM.Count]));

    public void Clear()
    {
        Array.Clear(sum);
        Array.Clear(weighted);
    }

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
                if (detection[layer] > 0) Layer(layer).Add(cell, share * detection[layer], footprint.PeriodS);
        }
    }

    /// <summary>Probability of at least one detection within a minute, 255 = 1, layer after layer.</summary>
    public byte[] WithinAMinute()
    {
        var octets = new byte[sum.Length];
        for (var i = 0; i < octets.Length; i++) octets[i] = (byte)Math.Round(255 * (1 - Math.Exp(-sum[i] * FoldS)));
        return octets;
    }
}
