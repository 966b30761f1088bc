using Vedette.Air;
using Vedette.Kernel.Geodesy;
using Vedette.Tracking.Registration;

namespace Vedette.Tracking.Tests;

/// <summary>Radars as the tracker knows them, for tests of its parts.</summary>
internal static class Sites
{
    /// <param name="performance">null = the defaults.</param>
    public static SensorSite Radar(int id, Geodetic position, SensorPerformance? performance = null) => new(new()
    {
        Id = new(id),
        Name = $"radar {id}",
        Kind = SensorKind.Radar2D,
        Position = position,
        Performance = performance ?? new(),
    });
}
