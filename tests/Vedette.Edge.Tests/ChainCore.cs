using System.Security.Cryptography;
using Vedette.Air;
using Vedette.Core;
using Vedette.Kernel;

namespace Vedette.Edge.Tests;

/// <summary>The smallest core there is: its digest is a hash chain of the entries, ticks make empty pictures, commands are accepted.</summary>
internal sealed class ChainCore : IVedetteCore
{
    private byte[] chain = new byte[32];
    private Instant now = Instant.MinValue;

    public long Applied { get; private set; }

    public string Digest => Convert.ToHexStringLower(chain);

    /// <summary>Applying this entry breaks the core.</summary>
    public long BreaksAt { get; init; } = -1;

    public List<JournalEntry> Seen { get; } = [];

    public void Apply(in JournalEntry entry, IEffectSink effects)
    {
        Invariant.Holds(entry.Sequence == Applied + 1, "the journal has no gaps");
        Invariant.Holds(entry.At >= now, "the sequencer's time never runs backwards");
        Invariant.Holds(entry.Sequence != BreaksAt, "this core breaks here");
        now = entry.At;
        Applied = entry.Sequence;
        Seen.Add(entry with { Payload = entry.Payload.ToArray() });
        var text = System.Text.Encoding.UTF8.GetBytes($"{entry.Sequence} {entry.At.Ticks} {entry.Kind} {entry.Source} ");
        chain = SHA256.HashData([.. chain, .. text, .. entry.Payload.Span]);
        if (entry.Kind == EntryKind.Command) effects.Emit(new(entry.Sequence, 0), new CommandEffect(entry.Sequence, new CommandResult(true, "done")));
        if (entry.Kind == EntryKind.Tick) effects.Emit(new(entry.Sequence, 0), new PictureEffect(entry.At, [], []));
    }
}

/// <summary>Remembers what it heard.</summary>
internal sealed class Recorder : ICoreListener
{
    public List<Effect> Effects { get; } = [];

    public string? Failure { get; private set; }

    public void Begin(in JournalEntry entry)
    {
    }

    public void Emit(EffectKey key, Effect effect) => Effects.Add(effect);

    public void Settle(IVedetteCore core)
    {
    }

    public void Fail(string why) => Failure = why;
}

/// <summary>A folder of its own for one test, gone afterwards.</summary>
internal sealed class Folder : IDisposable
{
    private readonly DirectoryInfo info = Directory.CreateTempSubdirectory("vedette-test-");

    public string this[string name] => Path.Combine(info.FullName, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(this[name], text);
        return this[name];
    }

    public void Dispose() => info.Delete(recursive: true);
}

/// <summary>A clock that a test moves by hand, in seconds.</summary>
internal sealed class SteppedTime : TimeProvider
{
    public long Now { get; set; }

    public override long TimestampFrequency => 1;

    public override long GetTimestamp() => Now;
}
