using Vedette.Kernel;

namespace Vedette.Wire.Beast;

/// <summary>
/// When a message was on the air, from the receiver's 12-MHz counter and the times its octets arrived. Arrival is never before
/// transmission, so the least difference seen is the best guess of the counter's zero; it may creep up as fast as a poor crystal drifts. A
/// counter that makes no sense (zero, marked as synthetic, jumping, of another rate) leaves the arrival time.
/// </summary>
internal struct BeastClock
{
    public const double TicksPerCount = TimeSpan.TicksPerSecond / 12e6;

    /// <summary>Counter of messages that no receiver heard: "\xFF\0MLAT".</summary>
    public const long SyntheticCounter = 0xFF004D4C4154;

    private static readonly long MostDelayTicks = TimeSpan.FromSeconds(10).Ticks;
    private const double DriftPerTick = 100e-6;

    private bool running;
    private long zeroTicks;
    private long previousArrivalTicks;

    public Instant TimeOf(long counter, Instant receivedAt)
    {
        if (counter is 0 or SyntheticCounter) return receivedAt;
        var elapsedTicks = (long)(counter * TicksPerCount);
        var zero = receivedAt.Ticks - elapsedTicks;
        var drift = running ? (long)((receivedAt.Ticks - previousArrivalTicks) * DriftPerTick) : 0;
        previousArrivalTicks = receivedAt.Ticks;
        zeroTicks += Math.Max(drift, 0);
        if (!running || zero < zeroTicks || zero - zeroTicks > MostDelayTicks) zeroTicks = zero;
        running = true;
        return new(zeroTicks + elapsedTicks);
    }

    /// <summary>The 48-bit counter at the head of a frame's body.</summary>
    public static long CounterOf(ReadOnlySpan<byte> body)
    {
        long counter = 0;
        for (var i = 0; i < 6; i++) counter = (counter << 8) | body[i];
        return counter;
    }
}
