using Vedette.Air;
using Vedette.Benchmarks.NightWatch;
using Vedette.Core;
using Vedette.Kernel;
using Vedette.Sim;
using Vedette.Sim.Night;
using Vedette.Sim.Truth;

namespace Vedette.Benchmarks.Classes;

/// <summary>The simulated night, from octets to tracks: confirmed tracks every <see cref="LookS"/> seconds against the object behind each.</summary>
internal sealed class NightClasses : IEffectSink
{
    private const double LookS = 10;

    private readonly SimulatedWorld world;
    private readonly TrackCauses causes = new();
    private readonly IEnumerator<(Instant At, IReadOnlyList<TruthSample> Targets)> truth;
    private readonly List<(TrackNumber Track, ClassProbabilities Said)> looks = [];
    private Instant lookedAt = Instant.MinValue;
    private long sequence;

    private NightClasses(ulong seed, Instant from)
    {
        world = new(NightScenario.Create(seed));
        truth = world.Truth(from, 1).GetEnumerator();
        truth.MoveNext();
    }

    public static ClassScore Run(ulong seed, double minutes)
    {
        var from = NightScenario.DemoStart;
        var night = new NightClasses(seed, from);
        using (var core = new VedetteCore(StandardRooms.Create()))
        {
            core.Apply(new(++night.sequence, from, EntryKind.Configuration, "", NightConfiguration.Of(night.world)), night);
            foreach (var octets in night.world.Octets(from))
            {
                if (octets.At >= from.AddSeconds(60 * minutes)) break;
                core.Apply(new(++night.sequence, octets.At, EntryKind.Octets, octets.Feed, octets.Octets), night);
            }
        }

        var score = new ClassScore();
        foreach (var (track, said) in night.looks)
            if (night.causes.Of(track) is { } target) score.Add(said, target.Class);
        return score;
    }

    public void Emit(EffectKey key, Effect effect)
    {
        if (effect is not PictureEffect picture || picture.At.SecondsSince(lookedAt) < LookS) return;
        lookedAt = picture.At;
        while (truth.Current.At < picture.At && truth.MoveNext())
        {
        }

        causes.Vote(truth.Current.Targets, picture.Tracks);
        foreach (ref readonly var track in picture.Tracks.AsSpan())
            if (track.Status == TrackStatus.Confirmed) looks.Add((track.Number, track.Classes));
    }
}
