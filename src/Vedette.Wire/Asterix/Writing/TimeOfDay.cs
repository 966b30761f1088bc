using Vedette.Kernel;

namespace Vedette.Wire.Asterix.Writing;

/// <summary>Time of day as ASTERIX sends it: 1/128 s since midnight UTC, 24 bits.</summary>
public static class TimeOfDay
{
    private const long TicksPerUnit = TimeSpan.TicksPerSecond / 128;

    /// <summary>The number to send. Rounded down, so that the end of a day never becomes 24:00.</summary>
    public static uint Number(Instant at) => (uint)((at - at.StartOfDay).Ticks / TicksPerUnit);
}
