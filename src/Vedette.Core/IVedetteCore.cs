namespace Vedette.Core;

/// <summary>The whole of Vedette's judgement. Same entries, same effects, bit for bit.</summary>
public interface IVedetteCore
{
    /// <summary>Sequence of the last entry applied; 0 before the first.</summary>
    long Applied { get; }

    /// <summary>Running digest (hex) of all effects so far: equal digests mean equal effects.</summary>
    string Digest { get; }

    /// <exception cref="Vedette.Kernel.InvariantBrokenException">The journal has a gap or its time runs backwards.</exception>
    void Apply(in JournalEntry entry, IEffectSink effects);
}
