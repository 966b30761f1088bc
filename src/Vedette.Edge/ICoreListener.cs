using Vedette.Core;

namespace Vedette.Edge;

/// <summary>Hears everything the core says, on the core's thread, in order. Must not throw and must not wait.</summary>
public interface ICoreListener : IEffectSink
{
    /// <summary>The effects that follow are those of this entry.</summary>
    void Begin(in JournalEntry entry);

    /// <summary>A batch of entries has been applied: a good moment to show what was gathered.</summary>
    void Settle(IVedetteCore core);

    /// <summary>The core or its journal broke; nothing more comes.</summary>
    void Fail(string why);
}

/// <summary>Passes everything on to several listeners, in their order.</summary>
public sealed class EffectHub(params IReadOnlyList<ICoreListener> listeners) : ICoreListener
{
    public void Begin(in JournalEntry entry)
    {
        foreach (var listener in listeners) listener.Begin(in entry);
    }

    public void Emit(EffectKey key, Effect effect)
    {
        foreach (var listener in listeners) listener.Emit(key, effect);
    }

    public void Settle(IVedetteCore core)
    {
        foreach (var listener in listeners) listener.Settle(core);
    }

    public void Fail(string why)
    {
        foreach (var listener in listeners) listener.Fail(why);
    }
}
