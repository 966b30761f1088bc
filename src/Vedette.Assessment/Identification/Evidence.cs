using Vedette.Air;
using Vedette.Kernel;

namespace Vedette.Assessment.Identification;

/// <summary>What the identity rules look at: the track, and what the forecasts say of it.</summary>
/// <param name="Track">The track at <see cref="Now"/>.</param>
/// <param name="Now">The time of the picture.</param>
/// <param name="Threat">The protected airspace that it most probably enters, or is in; null where there is none.</param>
/// <param name="Where">Name of that airspace; empty where there is none.</param>
/// <param name="InsideSince">Since when it has probably been inside a protected airspace; null when outside.</param>
/// <param name="Known">What the watch was told of whoever answers as the track does; null for a stranger.</param>
internal readonly record struct Evidence(Track Track, Instant Now, CrossingForecast? Threat, string Where, Instant? InsideSince, KnownTraffic? Known)
{
    public bool Cooperates => Track.Address is not null || Track.Code is not null;

    public double KnownForS => Now.SecondsSince(Track.FirstSeen);

    public double InsideForS => InsideSince is { } since ? Now.SecondsSince(since) : 0;

    public double Inside => Threat?.Inside ?? 0;

    public double Within10Min => Threat?.Within10Min ?? 0;

    public double Within20Min => Threat?.Within20Min ?? 0;

    public double Class(params ReadOnlySpan<ObjectClass> classes)
    {
        var sum = 0.0;
        foreach (var c in classes) sum += Track.Classes.Of(c);
        return sum;
    }
}
