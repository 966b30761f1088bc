using Vedette.Kernel;

namespace Vedette.Edge;

/// <summary>Tells the sequencer what time it is.</summary>
public interface IClock
{
    Instant Now { get; }
}

/// <summary>The clock on the wall, in UTC.</summary>
public sealed class WallClock : IClock
{
    public Instant Now => new(DateTime.UtcNow.Ticks);
}

/// <summary>Time that comes only with the arrivals themselves: a recording or a simulation, where an entry keeps the recorded time.</summary>
public sealed class RecordedTime : IClock
{
    /// <summary>Earlier than anything, so that the last entry's time stands.</summary>
    public Instant Now => Instant.MinValue;
}
