using Vedette.Air;
using Vedette.Kernel;

namespace Vedette.Assessment.Winds;

/// <summary>
/// The wind by height: what was told beforehand, replaced layer by layer by what aircraft measure (Comm-B register 4,4) while that is fresh.
/// </summary>
public sealed class WindWatch
{
    /// <summary>Depth of a measured layer, m.</summary>
    private const double DepthM = 1000;

    private const int Depths = 16;

    /// <summary>A layer is believed from so many reports, of at least two aircraft, and forgotten after this time, s.</summary>
    private const int EnoughReports = 5;

    private const double FreshForS = 3600;

    /// <summary>Reports average over about so many: minutes, where one aircraft reports every few seconds.</summary>
    private const double Memory = 50;

    private const double LeastSigmaMps = 3;
    private const double RenewEveryS = 60;

    private readonly Measured[] measured = new Measured[Depths];
    private IReadOnlyList<WindLayer> told = [];
    private WindField field = WindField.Unknown;
    private Instant nextRenewal;
    private bool isRenewed;

    /// <summary>Replaces what was told beforehand.</summary>
    public void Expect(IReadOnlyList<WindLayer> layers)
    {
        told = layers;
        nextRenewal = Instant.MinValue;
    }

    public void Heard(in Plot plot)
    {
        if (!plot.Air.HasWind || plot.Altitude is not { } altitude || plot.Address is not { } address) return;
        var depth = (int)(altitude.Metres / DepthM);
        if (depth is < 0 or >= Depths) return;
        measured[depth].Take(plot.Air, address, plot.ReceivedAt);
    }

    /// <summary>The wind as it is known now. The same object as before where nothing was renewed.</summary>
    public WindField At(Instant now)
    {
        if (isRenewed && now < nextRenewal) return field;
        (isRenewed, nextRenewal) = (true, now.AddSeconds(RenewEveryS));
        var layers = new List<WindLayer>();
        for (var depth = 0; depth < Depths; depth++)
            if (measured[depth].Layer((depth + 0.5) * DepthM, now) is { } layer) layers.Add(layer);
        layers.AddRange(told.Where(one => !layers.Exists(layer => Math.Abs(layer.HeightM - one.HeightM) <= DepthM)));
        return field = layers.Count == 0 ? WindField.Unknown : new(layers);
    }

    private struct Measured
    {
        private double east, north, variance;
        private int reports;
        private int firstAddress;
        private bool isShared;
        private Instant last;

        public void Take(in AirData air, TransponderAddress address, Instant at)
        {
            if (reports > 0 && at.SecondsSince(last) > FreshForS) this = default;
            if (reports == 0) firstAddress = address.Value;
            isShared |= address.Value != firstAddress;
            var gain = 1 / Math.Min(++reports, Memory);
            var (offEast, offNorth) = (air.WindEastMps - east, air.WindNorthMps - north);
            east += gain * offEast;
            north += gain * offNorth;
            if (reports > 1) variance += gain * ((((offEast * offEast) + (offNorth * offNorth)) / 2) - variance);
            last = at;
        }

        public readonly WindLayer? Layer(double heightM, Instant now)
        {
            if (reports < EnoughReports || !isShared || now.SecondsSince(last) > FreshForS) return null;
            var fromDeg = Math.Atan2(-east, -north) * 180 / Math.PI;
            return new(heightM, fromDeg, Math.Sqrt((east * east) + (north * north)), Math.Sqrt(variance + (LeastSigmaMps * LeastSigmaMps)));
        }
    }
}
