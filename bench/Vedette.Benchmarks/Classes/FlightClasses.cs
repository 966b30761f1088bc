using Vedette.Air;
using Vedette.Benchmarks.Crossing;
using Vedette.Kernel;
using Vedette.Tracking;

namespace Vedette.Benchmarks.Classes;

/// <summary>
/// Real flights as ADS-B reports through the tracker. What flew is known by the file, in the file of a whole country by the airline's flight number: so
/// nobody is told the callsigns.
/// </summary>
internal static class FlightClasses
{
    private const int FirstAddress = 0x400000;

    public static ClassScore Run(IReadOnlyList<Flight> flights)
    {
        var score = new ClassScore();
        var sensors = new SensorDirectory();
        var receiver = sensors.Put(new Sensor
        {
            Id = SensorId.None,
            Name = "receiver",
            Kind = SensorKind.Adsb,
            Position = flights[0].Points[0].Position,
            Performance = new() { PeriodS = RealFlights.StepS, MaxRangeM = 600e3, SigmaPositionM = 30, SigmaVelocityMps = 2 },
        });
        var tracker = new Tracker();
        tracker.Configure(sensors);
        var truth = flights.ToDictionary(f => FirstAddress + f.Id, f => f.Class);
        foreach (var epoch in flights.SelectMany(f => f.Points.Select(p => (f.Id, Point: p))).GroupBy(p => p.Point.TimeS).OrderBy(g => g.Key))
        {
            var now = Instant.UnixEpoch.AddSeconds(epoch.Key);
            tracker.Observe([.. epoch.Select(p => Report(receiver, p.Id, p.Point, now))]);
            tracker.AdvanceTo(now.AddSeconds(1));
            foreach (ref readonly var track in tracker.Picture)
                if (track.Status == TrackStatus.Confirmed && track.Address is { } address && truth.TryGetValue(address.Value, out var kind)) score.Add(track.Classes, kind);
        }

        return score;
    }

    private static Plot Report(SensorId receiver, int id, in FlightPoint point, Instant now) => new()
    {
        Sensor = receiver,
        Kind = PlotKind.Cooperative,
        TimeOfApplicability = now,
        ReceivedAt = now,
        Position = point.Position,
        Altitude = new(point.Position.HeightM),
        Address = new(FirstAddress + id),
        VelocityEastMps = point.Velocity.East,
        VelocityNorthMps = point.Velocity.North,
        ClimbMps = point.Velocity.Up,
    };
}
