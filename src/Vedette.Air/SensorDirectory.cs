using Vedette.Kernel.Geodesy;

namespace Vedette.Air;

/// <summary>
/// Every sensor that is known: the configured ones and those first met on the wire. A sensor keeps its
/// <see cref="SensorId"/> for ever. Deterministic: ids are given in order of first appearance.
/// </summary>
public sealed class SensorDirectory
{
    private readonly List<Sensor> sensors = [];
    private readonly Dictionary<(AsterixSource Source, SensorKind Family), SensorId> bySource = [];
    private readonly Dictionary<string, SensorId> byName = new(StringComparer.Ordinal);

    public IReadOnlyList<Sensor> All => sensors;

    /// <summary>Raised count of changes, so that others notice cheaply that the list changed.</summary>
    public int Version { get; private set; }

    public Sensor this[SensorId id] => sensors[id.Value];

    /// <summary>Adds a configured sensor or replaces the description of the one with the same name. The id in <paramref name="sensor"/> is ignored.</summary>
    public SensorId Put(Sensor sensor)
    {
        Version++;
        if (byName.TryGetValue(sensor.Name, out var existing))
        {
            sensors[existing.Value] = sensor with { Id = existing };
            Index(sensors[existing.Value]);
            return existing;
        }

        var id = new SensorId(sensors.Count);
        sensors.Add(sensor with { Id = id });
        byName[sensor.Name] = id;
        Index(sensors[id.Value]);
        return id;
    }

    /// <summary>
    /// The sensor that speaks with this SAC/SIC, made on first sight if nobody configured it: without a position, unless one is known for another
    /// kind of sensor under the same SAC/SIC, which is one site then.
    /// </summary>
    public SensorId BySource(AsterixSource source, SensorKind kindIfNew)
    {
        if (bySource.TryGetValue((source, Family(kindIfNew)), out var id)) return id;
        return Put(new Sensor { Id = SensorId.None, Name = $"{Prefix(kindIfNew)} {source}", Kind = kindIfNew, Source = source, Position = PlaceOf(source) });
    }

    /// <summary>The sensor of this name, made on first sight if nobody configured it.</summary>
    public SensorId ByName(string name, SensorKind kindIfNew, SensorPerformance? performanceIfNew = null) =>
        byName.TryGetValue(name, out var id)
            ? id
            : Put(new Sensor { Id = SensorId.None, Name = name, Kind = kindIfNew, Performance = performanceIfNew ?? new() });

    /// <summary>The sensor of this name, <see cref="SensorId.None"/> if there is none.</summary>
    public SensorId Find(ReadOnlySpan<char> name) =>
        byName.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var id) ? id : SensorId.None;

    /// <summary>A sensor told us where it stands (I034/120). Configuration wins: only an unknown position is filled in.</summary>
    public void Locate(SensorId id, Geodetic position)
    {
        if (sensors[id.Value].Position is not null) return;
        sensors[id.Value] = sensors[id.Value] with { Position = position };
        Version++;
    }

    private Geodetic? PlaceOf(AsterixSource source)
    {
        foreach (var sensor in sensors)
            if (sensor.Source == source && sensor.Position is { } place) return place;
        return null;
    }

    private void Index(Sensor sensor)
    {
        if (sensor.Source is { } source) bySource[(source, Family(sensor.Kind))] = sensor.Id;
    }

    /// <summary>One SAC/SIC may speak for a radar and for an ADS-B station: kinds that never share a category are kept apart.</summary>
    private static SensorKind Family(SensorKind kind) => kind is SensorKind.Radar3D or SensorKind.DopplerRadar ? SensorKind.Radar2D : kind;

    private static string Prefix(SensorKind kind) => kind switch
    {
        SensorKind.Radar2D or SensorKind.Radar3D or SensorKind.DopplerRadar => "Radar",
        SensorKind.Adsb => "ADS-B station",
        SensorKind.SystemTracker => "Tracker",
        SensorKind.Multilateration => "MLAT",
        _ => kind.ToString(),
    };
}
