using Vedette.Air;
using Vedette.Assessment.Coverage;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Assessment.Tests.Coverage;

/// <summary>A protected strip west of 21°E, objects that come from the east of it, and radars along the line that are heard every second.</summary>
internal sealed class Shore
{
    public static readonly Instant Start = Instant.FromUtc(2026, 1, 17, 2);

    private readonly List<SensorId> radars = [];
    private long entry = 1;

    public SensorDirectory Sensors { get; } = new();

    public CoverageWatch Watch { get; } = new();

    public Track[] Tracks { get; set; } = [];

    public Instant Now { get; private set; } = Start;

    public CoveragePicture Last { get; private set; } = CoveragePicture.Empty;

    /// <summary>The newest time at which the coverage was told.</summary>
    public Instant ToldAt { get; private set; }

    public Air.AllClear AllClear => Assert.Single(Last.AllClears);

    public SensorId Radar(double latitudeDeg, double longitudeDeg = 20.95, double heightM = 60, double maxRangeM = 150e3, IReadOnlyList<BlankedSector>? blanked = null)
    {
        var id = Sensors.Put(new()
        {
            Id = SensorId.None, Name = $"radar {radars.Count + 1}", Kind = SensorKind.Radar2D, Position = Geodetic.FromDegrees(latitudeDeg, longitudeDeg, heightM),
            Performance = new() { PeriodS = 6, ReferenceRangeM = 200e3, MaxRangeM = maxRangeM, HasSecondary = true },
            Blanked = blanked,
        });
        radars.Add(id);
        return id;
    }

    public Shore Begin(AllClearPolicy? policy = null, TerrainGrid? terrain = null)
    {
        Watch.Know(Sensors);
        Watch.Watch([Box("home", AirspaceRole.Protected, 20, 21), Box("away", AirspaceRole.Origin, 21, 22.5)], policy ?? new(), terrain);
        return this;
    }

    /// <summary>Lets time pass; all radars are heard every second but those that are silent.</summary>
    public Shore Run(double seconds, params ReadOnlySpan<SensorId> silent)
    {
        for (var s = 0; s < seconds; s++)
        {
            Now = Now.AddSeconds(1);
            foreach (var radar in radars)
                if (!silent.Contains(radar)) Watch.Heard(new SensorMessage { Sensor = radar, Kind = SensorMessageKind.SectorCrossing, Time = Now, ReceivedAt = Now }, entry);
            Update(Tracks);
        }

        return this;
    }

    public void Update(ReadOnlySpan<Track> tracks)
    {
        Watch.Compare(tracks, Now);
        if (Watch.Update(Now, ++entry) is not { } told) return;
        Last = told;
        ToldAt = Now;
    }

    public void Pass(double seconds) => Now = Now.AddSeconds(seconds);

    public double Miss(ObjectClass c, double heightM) => Assert.Single(AllClear.Weakest, w => w.Class == c && w.HeightM == heightM).Miss;

    private static Airspace Box(string id, AirspaceRole role, double west, double east) => new()
    {
        Id = id,
        Name = id,
        Role = role,
        Polygons = [[[Geodetic.FromDegrees(49, west), Geodetic.FromDegrees(49, east), Geodetic.FromDegrees(52, east), Geodetic.FromDegrees(52, west)]]],
    };
}
