namespace Vedette.Edge.Feeds;

/// <summary>How long to wait before the next attempt: 0.5 s, then twice as long each time up to 30 s.</summary>
internal struct RetryPause
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private TimeSpan last;

    /// <summary>The pause that comes next.</summary>
    public readonly TimeSpan Next => last == default ? First : TimeSpan.FromTicks(Math.Min(last.Ticks * 2, Longest.Ticks));

    public void Failed() => last = Next;

    public void Succeeded() => last = default;
}
