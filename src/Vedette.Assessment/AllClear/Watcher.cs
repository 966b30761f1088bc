using Vedette.Air;
using Vedette.Assessment.Coverage;

namespace Vedette.Assessment.AllClear;

/// <summary>A placed sensor: what it is expected to detect, and what of that is counted now.</summary>
internal sealed class Watcher(Sensor sensor, SensorFootprint footprint, SensorCoverage coverage, int cells)
{
    private int[]? places;

    public Sensor Sensor { get; } = sensor;

    public SensorFootprint Footprint { get; } = footprint;

    public SensorCoverage Coverage { get; } = coverage;

    /// <summary>Probability of one look in a cell for one profile and height, as counted now.</summary>
    public double At(int cell, int layer)
    {
        if (places is null)
        {
            places = new int[cells];
            for (var i = 0; i < Footprint.Count; i++) places[Footprint.Cell(i)] = i + 1;
        }

        var k = places[cell] - 1;
        return k < 0 ? 0 : Coverage.Sectors[Footprint.Sector(k)] * Footprint.Detection(k)[layer];
    }
}
