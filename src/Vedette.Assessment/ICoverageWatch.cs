using Vedette.Air;
using Vedette.Kernel;

namespace Vedette.Assessment;

/// <summary>Follows what the sensors can see now, and says what could not have been seen. Pure: no clock but <c>now</c>.</summary>
public interface ICoverageWatch
{
    void Know(SensorDirectory sensors);

    /// <param name="terrain">The ground; null = a smooth earth.</param>
    void Watch(IReadOnlyList<Airspace> airspaces, AllClearPolicy policy, TerrainGrid? terrain);

    void Heard(in Plot plot);

    /// <param name="entry">The journal entry that brought it.</param>
    void Heard(in SensorMessage message, long entry);

    /// <summary>The feed that brings this sensor failed: nothing of it can arrive.</summary>
    void Lost(SensorId sensor, Instant at, long entry);

    /// <summary>Holds what the sensors saw of cooperative traffic against what they should have seen.</summary>
    void Compare(ReadOnlySpan<Track> tracks, Instant now);

    /// <summary>The coverage, null where nothing has changed since it was last asked. Asked several times a second: a sensor may fail at any time.</summary>
    CoveragePicture? Update(Instant now, long entry);

    /// <summary>Where lost objects may be by now; null where that has not changed enough to be told again.</summary>
    /// <param name="lost">Those whose cases are open.</param>
    IReadOnlyList<SearchArea>? Search(IReadOnlyList<LostObject> lost, Instant now, long entry);
}
