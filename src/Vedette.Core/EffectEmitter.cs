namespace Vedette.Core;

/// <summary>Numbers the effects of one entry, folds each into the digest and passes it on.</summary>
internal sealed class EffectEmitter(EffectDigest digest)
{
    private IEffectSink sink = NoSink.Instance;
    private long sequence;
    private int index;

    public void Begin(long entry, IEffectSink effects)
    {
        sequence = entry;
        index = 0;
        sink = effects;
    }

    public void Emit(Effect effect)
    {
        var key = new EffectKey(sequence, index++);
        digest.Fold(key, effect);
        sink.Emit(key, effect);
    }

    private sealed class NoSink : IEffectSink
    {
        public static readonly NoSink Instance = new();

        public void Emit(EffectKey key, Effect effect)
        {
        }
    }
}
