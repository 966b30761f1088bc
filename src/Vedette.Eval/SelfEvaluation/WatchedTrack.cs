using Vedette.Air;
using Vedette.Kernel;

namespace Vedette.Eval.SelfEvaluation;

/// <summary>How much a reference is worth.</summary>
internal enum ReferenceKind : byte
{
    /// <summary>Nothing is known to have been there.</summary>
    None,

    /// <summary>Perhaps something: missing it costs nothing, and a track on it is not false.</summary>
    Perhaps,

    /// <summary>An object was there.</summary>
    Proven,
}

/// <summary>One track number: what the pictures said of it in the last minutes, and what is known of it by now.</summary>
/// <param name="firstEpoch">Epoch of the first picture that had it.</param>
/// <param name="horizon">Epochs that are remembered.</param>
/// <param name="batch">Epochs that are judged at one time.</param>
internal sealed class WatchedTrack(int number, int firstEpoch, int horizon, int batch)
{
    /// <summary>Plots that a track must have got after it was first shown: what began by chance goes on by chance seldom.</summary>
    private const int LaterPlots = 3;

    /// <summary>Acceleration of something that keeps its course and of something that does not, power spectral densities, m²/s³.</summary>
    private const double QuietPsd = 2, BusyPsd = 100;

    /// <summary>A reference known no better than this, over both axes, is judged by nobody: half the cut-off, squared, m².</summary>
    private const double PoorlyKnownM2 = Gospa.UsualCutoffM * Gospa.UsualCutoffM / 4;

    /// <summary>What no sensor saw again for the whole hindsight is gone this long after its newest plot, s: a usual look.</summary>
    private const double GoneAfterS = 10;

    private readonly PublishedState[] past = new PublishedState[horizon];
    private readonly PlanarState[] smoothed = new PlanarState[batch];
    private readonly ReferenceKind[] kinds = new ReferenceKind[batch];
    private int plots;
    private int votes;
    private int plotsWhenShown = -1;

    public int Number => number;

    public int FirstEpoch => firstEpoch;

    /// <summary>Epoch of the newest picture that had it.</summary>
    public int LastEpoch { get; private set; } = firstEpoch - 1;

    public Instant FirstSeen { get; private set; }

    /// <summary>Time of its newest plot.</summary>
    public Instant LastSeen { get; private set; }

    public TransponderAddress? Address { get; private set; }

    /// <summary>It was told as ended.</summary>
    public bool Ended { get; private set; }

    /// <summary>From when on its object went on under another number.</summary>
    public Instant SucceededAt { get; set; } = Instant.MaxValue;

    /// <summary>Whether it went on from another track has been asked.</summary>
    public bool Linked { get; set; }

    /// <summary>Smoothed, at its first epoch; until then as it was published.</summary>
    public PlanarState Beginning { get; private set; }

    /// <summary>It was shown at some time, later plots agreed, and it was not called a flock or a shower most of the time.</summary>
    public bool IsProven => votes >= 0 && plotsWhenShown >= 0 && plots - plotsWhenShown >= LaterPlots;

    public ref readonly PublishedState Published(int epoch) => ref past[epoch % horizon];

    public bool IsIn(int epoch) => epoch >= firstEpoch && epoch <= LastEpoch;

    public ReferenceKind KindOf(int place) => smoothed[place].At >= SucceededAt ? ReferenceKind.None : kinds[place];

    public ref readonly PlanarState Reference(int place) => ref smoothed[place];

    public void Forsake(int place) => kinds[place] = ReferenceKind.None;

    /// <summary>What is known of it by now.</summary>
    public void Note(in Track track)
    {
        (FirstSeen, LastSeen, plots) = (track.FirstSeen, track.LastSeen, track.Plots);
        Address = track.Address ?? Address;
        Ended = track.Status == TrackStatus.Ended;
    }

    /// <summary>A picture of a new epoch has it.</summary>
    public void Take(int epoch, in PublishedState state)
    {
        LastEpoch = epoch;
        past[epoch % horizon] = state;
        votes += state.IsObject ? 1 : -1;
        if (epoch == firstEpoch) Beginning = state.State;
        if (state.Shown && plotsWhenShown < 0) plotsWhenShown = plots;
    }

    /// <summary>Smooths it back to an epoch from what is known by now, and keeps the references of a batch of epochs.</summary>
    /// <param name="from">First epoch of the batch.</param>
    public void Smooth(int from)
    {
        Array.Clear(kinds);
        if (!IsProven || LastEpoch < from) return;
        var last = LastEpoch;
        // Behind the newest plot nothing was learned.
        while (last > firstEpoch && last > from && past[(last - 1) % horizon].State.At >= LastSeen) last--;
        for (var epoch = Math.Min(LastEpoch, from + batch - 1); epoch > last; epoch--) Keep(epoch - from, past[epoch % horizon].State);
        var state = past[last % horizon].State;
        for (var epoch = last; ; epoch--)
        {
            if (epoch < from + batch) Keep(epoch - from, state);
            if (epoch == firstEpoch || epoch == from) break;
            state = StepBack(epoch - 1, state);
        }

        if (firstEpoch >= from) Beginning = state;
    }

    private PlanarState StepBack(int epoch, in PlanarState later)
    {
        ref readonly var from = ref past[epoch % horizon];
        ref readonly var to = ref past[(epoch + 1) % horizon];
        return from.State.StepBack(later, (from.TurnRateRadps + to.TurnRateRadps) / 2, Psd(Math.Max(from.Manoeuvring, to.Manoeuvring)));
    }

    private void Keep(int place, in PlanarState state)
    {
        smoothed[place] = state;
        kinds[place] = state.At > LastSeen.AddSeconds(GoneAfterS) ? ReferenceKind.None
            : state.At > LastSeen || state.PlaceVarianceM2 > PoorlyKnownM2 ? ReferenceKind.Perhaps
            : ReferenceKind.Proven;
    }

    private static double Psd(double manoeuvring) => QuietPsd + (manoeuvring * BusyPsd);
}
