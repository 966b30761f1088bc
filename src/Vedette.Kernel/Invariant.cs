using System.Runtime.CompilerServices;

namespace Vedette.Kernel;

/// <summary>A promise that our own code makes. Broken by us only: the world's errors are outcomes, not exceptions.</summary>
public static class Invariant
{
    /// <exception cref="InvariantBrokenException">The promise does not hold.</exception>
    public static void Holds(bool condition, string promise, [CallerArgumentExpression(nameof(condition))] string? expression = null)
    {
        if (!condition) throw new InvariantBrokenException($"{promise} ({expression})");
    }
}

public sealed class InvariantBrokenException(string message) : Exception(message);
