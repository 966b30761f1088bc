using System.Globalization;
using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Assessment.Search;

/// <summary>The search areas of all lost objects whose cases are open. Grows them, and tells them every so often.</summary>
internal sealed class SearchWatch
{
    private const double Share = 0.95;

    /// <summary>An area that grows by some hundred metres is not news, s.</summary>
    private const double TellEveryS = 10;

    private readonly List<SearchCase> cases = [];
    private Instant toldAt;

    /// <param name="looks">How an object would be looked at where it may be.</param>
    /// <param name="sensors">Says which sensors are counted on.</param>
    public IReadOnlyList<SearchArea>? Update(IReadOnlyList<LostObject> lost, LooksAt looks, Func<string> sensors, Instant now, long entry)
    {
        var changed = Follow(lost);
        if (!changed && (cases.Count == 0 || now.SecondsSince(toldAt) < TellEveryS)) return null;
        toldAt = now;
        var areas = new List<SearchArea>(cases.Count);
        foreach (var one in cases)
        {
            one.Advance(now, looks);
            areas.Add(Tell(one, sensors(), now, entry));
        }

        return areas;
    }

    private bool Follow(IReadOnlyList<LostObject> lost)
    {
        var gone = cases.RemoveAll(one => !lost.Any(l => l.Alert == one.Lost.Alert));
        var before = cases.Count;
        foreach (var one in lost)
            if (!cases.Exists(known => known.Lost.Alert == one.Alert)) cases.Add(new(one));
        return gone > 0 || cases.Count > before;
    }

    private static SearchArea Tell(SearchCase one, string sensors, Instant now, long entry)
    {
        var track = one.Lost.Track;
        var (rings, areaM2, reachM, flying) = one.Area(Share);
        return new()
        {
            Alert = one.Lost.Alert,
            Track = track.Number,
            LastKnown = track.Position,
            LastSeen = track.LastSeen,
            Share = Share,
            AreaM2 = areaM2,
            ReachM = reachM,
            Flying = flying,
            Down = 1 - flying,
            Rings = [.. rings.Select(ring => (IReadOnlyList<Geodetic>)ring.ConvertAll(p => one.Place(p.East, p.North)))],
            Reasons = Reasons(one, track, now.SecondsSince(track.LastSeen), areaM2, reachM, flying, sensors, entry),
        };
    }

    private static Reason[] Reasons(SearchCase one, in Track track, double unseenS, double areaM2, double reachM, double flying, string sensors, long entry)
    {
        var c = CultureInfo.InvariantCulture;
        var seen = track.LastEntry > 0 ? track.LastEntry : entry;
        var profile = ObjectProfile.Standard[one.Profile];
        return
        [
            new(string.Create(c, $"{track.Number} was last seen {unseenS / 60:0} min ago at {track.GroundSpeedMps * 3.6:0} km/h: by now it may be within {Kilometres(reachM)} of there, 95 % in {areaM2 / 1e6:0} km²."), seen),
            new(string.Create(c, $"Looked for as a {Plain(profile.Class)}: {one.RuledOut:0%} of the ways it could have flown are ruled out, since it would have been seen again ({sensors})."), entry),
            new(string.Create(c, $"Still flying unseen: {flying:0%}. Come down unseen: {1 - flying:0%}. Rule: {SearchProfile.EnduranceS(profile.Class) / 60:0} min in the air in the mean, a new leg every 3 min."), entry),
        ];
    }

    private static string Kilometres(double metres) => (metres / 1000).ToString(metres < 10e3 ? "0.0" : "0", CultureInfo.InvariantCulture) + " km";

    private static string Plain(ObjectClass c) => c switch
    {
        ObjectClass.SmallDrone => "small drone",
        ObjectClass.OneWayDrone => "one-way drone",
        ObjectClass.CruiseMissile => "cruise missile",
        _ => "light aircraft",
    };
}
