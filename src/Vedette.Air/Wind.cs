namespace Vedette.Air;

/// <summary>The wind at one height over the watched area, as somebody told it or aircraft measured it.</summary>
/// <param name="HeightM">Above sea level, m.</param>
/// <param name="FromDeg">Where it comes from, degrees clockwise from true north.</param>
/// <param name="SpeedMps">Its speed, m/s.</param>
/// <param name="SigmaMps">How far it is off, per axis, m/s: over the area, with time, and by how it is known.</param>
public sealed record WindLayer(double HeightM, double FromDeg, double SpeedMps, double SigmaMps = 4);

/// <summary>Where the air goes, m/s, and how well that is known, per axis.</summary>
public readonly record struct Wind(double EastMps, double NorthMps, double SigmaMps);

/// <summary>The wind by height. Between layers it is drawn straight; further than <see cref="ReachM"/> from any layer nothing is known.</summary>
public sealed class WindField
{
    /// <summary>A layer speaks for this much above and below itself, m.</summary>
    public const double ReachM = 1500;

    public static readonly WindField Unknown = new([]);

    private readonly double[] heightsM;
    private readonly Wind[] winds;

    public WindField(IEnumerable<WindLayer> layers)
    {
        var ordered = layers.OrderBy(layer => layer.HeightM).ToArray();
        heightsM = [.. ordered.Select(layer => layer.HeightM)];
        winds = [.. ordered.Select(Toward)];
    }

    public bool IsKnown => heightsM.Length > 0;

    /// <summary>Each layer's wind, by rising height.</summary>
    public ReadOnlySpan<Wind> Layers => winds;

    /// <summary>The wind at a height; null where nobody knows it.</summary>
    public Wind? At(double heightM)
    {
        var above = 0;
        while (above < heightsM.Length && heightsM[above] < heightM) above++;
        var below = above - 1;
        var nearUp = above < heightsM.Length && heightsM[above] - heightM <= ReachM;
        var nearDown = below >= 0 && heightM - heightsM[below] <= ReachM;
        if (nearUp && nearDown) return Between(winds[below], winds[above], (heightM - heightsM[below]) / (heightsM[above] - heightsM[below]));
        if (nearUp) return winds[above];
        return nearDown ? winds[below] : null;
    }

    private static Wind Toward(WindLayer layer)
    {
        var (sin, cos) = Math.SinCos(layer.FromDeg * Math.PI / 180);
        return new(-layer.SpeedMps * sin, -layer.SpeedMps * cos, layer.SigmaMps);
    }

    private static Wind Between(in Wind a, in Wind b, double share) => new(
        a.EastMps + ((b.EastMps - a.EastMps) * share), a.NorthMps + ((b.NorthMps - a.NorthMps) * share), a.SigmaMps + ((b.SigmaMps - a.SigmaMps) * share));
}
