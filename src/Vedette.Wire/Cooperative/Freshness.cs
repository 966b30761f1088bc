using Vedette.Kernel;

namespace Vedette.Wire.Cooperative;

/// <summary>How long what was heard counts.</summary>
internal static class Freshness
{
    /// <summary>Heard at all (not <see cref="Instant.MinValue"/>), and no longer ago than the memory.</summary>
    public static bool IsFresh(this Instant heard, Instant now, double memoryS) =>
        heard != Instant.MinValue && Math.Abs(now.SecondsSince(heard)) <= memoryS;
}
