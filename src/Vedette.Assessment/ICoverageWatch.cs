using Vedette.Air;
using Vedette.Kernel;

namespace Vedette.Assessment;

/// <summary>Follows what the sensors can see now, and says what could not have been seen. Pure: no clock but <c>now</c>.</summary>
public interface ICoverageWatch
{
    void Know(SensorDirectory sensors);

    void Watch(IReadOnlyList<Airspace> airspaces, AllClearPolicy policy);

    void Heard(in Plot plot);

    void Heard(in SensorMessage message);

    /// <summary>The feed that brings this sensor failed: nothing of it can arrive.</summary>
    void Lost(SensorId sensor, Instant at, long entry);

    /// <summary>The coverage, null where nothing has changed since it was last asked.</summary>
    CoveragePicture? Update(ReadOnlySpan<Track> tracks, Instant now, long entry);
}
