using System.Runtime.InteropServices;
using Vedette.Kernel.Geodesy;
using Vedette.Tracking.Estimation;
using Vedette.Tracking.Gating;

namespace Vedette.Tracking;

/// <summary>All components, in one array whose places are used again; indices into it are stable while a component lives.</summary>
public sealed class TrackTable
{
    /// <summary>For so long a track stays in the neighbourhood of its last plot, s.</summary>
    private const double UnseenS = 8;

    private readonly GroundGrid grid = new();

    // What leaves the cells around its last place between two looks. Few, so every plot is held against each of them.
    private readonly List<int> swift = [];
    private bool[] isSwift = new bool[256];
    private readonly Stack<int> free = new();
    private readonly Stack<TrackPast> freePasts = new();
    private readonly Dictionary<int, int> byAddress = [];
    private readonly List<int> live = [];
    private int[] placeInLive = new int[256];
    private Bernoulli[] tracks = new Bernoulli[256];
    private TrackPast?[] pasts = new TrackPast?[256];
    private int used;

    /// <summary>Indices of live components. Order: of creation, but the last one takes the place of one that ended.</summary>
    public ReadOnlySpan<int> Live => CollectionsMarshal.AsSpan(live);

    public Bernoulli[] Tracks => tracks;

    public ref Bernoulli this[int index] => ref tracks[index];

    public int Capacity => tracks.Length;

    /// <summary>What was believed of a component before; null where nothing is remembered.</summary>
    public TrackPast? PastOf(int index) => pasts[index];

    /// <summary>Remembers what is believed of a component now, once its velocity is known.</summary>
    public void Remember(int index, ReadOnlySpan<MotionModel> models)
    {
        ref var track = ref tracks[index];
        if (track.VelocityKnown && track.TimeS - track.RememberedS < TrackPast.SpacingS) return;
        track.RememberedS = track.VelocityKnown ? track.TimeS : double.NegativeInfinity;
        if (track.VelocityKnown) (pasts[index] ??= freePasts.TryPop(out var past) ? past : new()).Record(track, models);
        else ForgetPast(index);
    }

    /// <summary>Puts a component in; references taken before are no longer valid.</summary>
    public int Add(in Bernoulli track)
    {
        if (!free.TryPop(out var index)) index = used++;
        if (index == tracks.Length)
        {
            Array.Resize(ref tracks, 2 * tracks.Length);
            Array.Resize(ref placeInLive, tracks.Length);
            Array.Resize(ref pasts, tracks.Length);
            Array.Resize(ref isSwift, tracks.Length);
        }

        tracks[index] = track;
        tracks[index].Live = true;
        placeInLive[index] = live.Count;
        live.Add(index);
        File(index);
        if (track.Address >= 0) byAddress.TryAdd(track.Address, index);
        return index;
    }

    public void Remove(int index)
    {
        ref var track = ref tracks[index];
        Unfile(index);
        if (track.Address >= 0 && byAddress.TryGetValue(track.Address, out var holder) && holder == index) byAddress.Remove(track.Address);
        track.Live = false;
        ForgetPast(index);
        var last = live[^1];
        live[placeInLive[index]] = last;
        placeInLive[last] = placeInLive[index];
        live.RemoveAt(live.Count - 1);
        free.Push(index);
    }

    private void ForgetPast(int index)
    {
        if (pasts[index] is not { } past) return;
        past.Clear();
        freePasts.Push(past);
        pasts[index] = null;
    }

    /// <summary>Files the component under its new place.</summary>
    public void Moved(int index)
    {
        if (!isSwift[index] && !tracks[index].IsSwift)
        {
            grid.Move(index, tracks[index].RoughPlace());
            return;
        }

        Unfile(index);
        File(index);
    }

    /// <summary>Files what has not been seen for a while under the place where it should be by now.</summary>
    public void Refile(double nowS)
    {
        foreach (var index in live)
        {
            ref readonly var track = ref tracks[index];
            var sinceS = nowS - track.TimeS;
            if (sinceS > UnseenS && track.VelocityKnown && !isSwift[index]) grid.Move(index, track.RoughPlace(sinceS));
        }
    }

    private void File(int index)
    {
        isSwift[index] = tracks[index].IsSwift;
        if (isSwift[index]) swift.Add(index);
        else grid.Insert(index, tracks[index].RoughPlace());
    }

    private void Unfile(int index)
    {
        if (isSwift[index]) swift.Remove(index);
        else grid.Remove(index);
        isSwift[index] = false;
    }

    /// <summary>The component that carries this transponder address, -1 if none does.</summary>
    public int WithAddress(int address) => byAddress.TryGetValue(address, out var index) ? index : -1;

    /// <summary>Gives a component a transponder address; the first holder keeps the index while it lives.</summary>
    public void SetAddress(int index, int address)
    {
        tracks[index].Address = address;
        byAddress.TryAdd(address, index);
    }

    /// <summary>Lists the components filed within a square about a place, and those too fast to be filed by place.</summary>
    public void Near(Geodetic place, double radiusM, List<int> found)
    {
        found.Clear();
        grid.Near(place, radiusM, found);
        found.AddRange(swift);
    }
}
