using System.Globalization;

namespace Vedette.Kernel;

/// <summary>
/// A moment in UTC, as integer ticks of 100 ns since 0001-01-01. Integer, because a truncated fraction of a
/// second that accumulates is how a radar lost its target in 1991. Spans between instants are <see cref="TimeSpan"/>.
/// </summary>
public readonly record struct Instant(long Ticks) : IComparable<Instant>
{
    /// <summary>1970-01-01T00:00:00Z.</summary>
    public static readonly Instant UnixEpoch = new(DateTime.UnixEpoch.Ticks);

    public static readonly Instant MinValue = new(0);

    public static readonly Instant MaxValue = new(DateTime.MaxValue.Ticks);

    public static Instant FromUnixSeconds(double seconds) =>
        new(UnixEpoch.Ticks + (long)Math.Round(seconds * TimeSpan.TicksPerSecond));

    public static Instant FromUnixMilliseconds(long milliseconds) =>
        new(UnixEpoch.Ticks + (milliseconds * TimeSpan.TicksPerMillisecond));

    public static Instant FromUtc(int year, int month, int day, int hour = 0, int minute = 0, int second = 0) =>
        new(new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc).Ticks);

    /// <summary>Reads ISO 8601 with an offset or Z.</summary>
    /// <exception cref="FormatException">The text is not such a time.</exception>
    public static Instant Parse(string text) =>
        new(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).UtcTicks);

    public double ToUnixSeconds() => (Ticks - UnixEpoch.Ticks) / (double)TimeSpan.TicksPerSecond;

    public long ToUnixMilliseconds() => (Ticks - UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond;

    public DateTime ToDateTimeUtc() => new(Ticks, DateTimeKind.Utc);

    /// <summary>The midnight (UTC) that began this day: what an ASTERIX time of day counts from.</summary>
    public Instant StartOfDay => new(Ticks - (Ticks % TimeSpan.TicksPerDay));

    public Instant AddSeconds(double seconds) => new(Ticks + (long)Math.Round(seconds * TimeSpan.TicksPerSecond));

    /// <summary>Seconds from <paramref name="earlier"/> to this instant; negative if this one is earlier.</summary>
    public double SecondsSince(Instant earlier) => (Ticks - earlier.Ticks) / (double)TimeSpan.TicksPerSecond;

    public static Instant Max(Instant a, Instant b) => a.Ticks >= b.Ticks ? a : b;

    public static TimeSpan operator -(Instant a, Instant b) => new(a.Ticks - b.Ticks);

    public static Instant operator +(Instant a, TimeSpan b) => new(a.Ticks + b.Ticks);

    public static Instant operator -(Instant a, TimeSpan b) => new(a.Ticks - b.Ticks);

    public static bool operator <(Instant a, Instant b) => a.Ticks < b.Ticks;

    public static bool operator >(Instant a, Instant b) => a.Ticks > b.Ticks;

    public static bool operator <=(Instant a, Instant b) => a.Ticks <= b.Ticks;

    public static bool operator >=(Instant a, Instant b) => a.Ticks >= b.Ticks;

    public int CompareTo(Instant other) => Ticks.CompareTo(other.Ticks);

    /// <summary>ISO 8601 with milliseconds, for example 2026-01-17T02:41:09.250Z.</summary>
    public override string ToString() =>
        ToDateTimeUtc().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
