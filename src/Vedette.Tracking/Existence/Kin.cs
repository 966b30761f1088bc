using System.Runtime.CompilerServices;

namespace Vedette.Tracking.Existence;

/// <summary>Another track that was seen apart from this one: in the same look of the same sensor each had a plot of its own.</summary>
public struct KinSlot
{
    /// <summary>Index of the other component plus one; 0 marks a free slot.</summary>
    public int TrackPlusOne;

    /// <summary>Tells it from a later component in the same place of the table, s.</summary>
    public double FirstSeenS;

    /// <summary>Looks that saw the two apart.</summary>
    public int Looks;
}

/// <summary>
/// The neighbours that a track is known to be distinct from. What was seen apart are two objects, even when they fly so close later that
/// no radar tells them apart; two components of one object are never seen apart.
/// </summary>
[InlineArray(Count)]
public struct Kin
{
    public const int Count = 6;

    private const int EnoughLooks = 3;

    private KinSlot first;

    /// <summary>The two were seen apart often enough that chance plots do not explain it.</summary>
    public readonly bool KnownApart(int track, double firstSeenS)
    {
        for (var i = 0; i < Count; i++)
            if (this[i].TrackPlusOne == track + 1) return this[i].FirstSeenS == firstSeenS && this[i].Looks >= EnoughLooks;
        return false;
    }

    /// <summary>Remembers one more look; the neighbour seen apart least often gives way to a new one.</summary>
    public void SeenApart(int track, double firstSeenS)
    {
        var least = 0;
        for (var i = 0; i < Count; i++)
        {
            if (this[i].TrackPlusOne == track + 1 && this[i].FirstSeenS == firstSeenS)
            {
                this[i].Looks++;
                return;
            }

            if (this[i].Looks < this[least].Looks || this[i].TrackPlusOne == track + 1) least = i;
            if (this[least].TrackPlusOne == track + 1) break;
        }

        this[least] = new() { TrackPlusOne = track + 1, FirstSeenS = firstSeenS, Looks = 1 };
    }
}
