using System.Globalization;
using Vedette.Air;
using Vedette.Kernel.Geodesy;

namespace Vedette.Assessment.AllClear;

/// <summary>Puts what could have been missed into sentences that a tired person can act on. Numbers never better than they are.</summary>
internal sealed class AllClearWords(AllClearPolicy policy, TerrainGrid? terrain)
{
    /// <summary>Expectations below this are said to be below it: a row of noughts says less.</summary>
    private const double LeastExpected = 0.001;

    public IReadOnlyList<Reason> Say(
        Airspace airspace, bool allowed, IReadOnlyList<WeakPath> weakest, IReadOnlyList<UnseenCount> unseen, Reason? help, long entry)
    {
        var lines = new List<Reason> { new(Verdict(airspace, allowed, weakest), entry) };
        foreach (var one in weakest.GroupBy(static w => w.Class)) lines.Add(new(OfClass(one.Key, [.. one.OrderByDescending(static w => w.HeightM)]), entry));
        if (unseen.Count > 0) lines.Add(new(Unseen(unseen), entry));
        if (help is not null) lines.Add(help);
        lines.Add(new(
            terrain is null
                ? "Heights are above a smooth earth: no terrain model is in use, so valleys and hills can hide more than this says."
                : $"Heights are above the ground of {terrain.Source}.", entry));
        return lines;
    }

    public Reason Help(WeakPath worst, Watcher? best, double miss, bool anyDown, long entry)
    {
        var what = $"{Article(worst.Class)} at {Metres(worst.HeightM)}";
        if (best is not null)
            return new($"If {best.Sensor.Name} came back, {what} would be missed with probability {Probability(miss)} instead of {Probability(worst.Miss)}.", entry);
        return new(
            anyDown
                ? $"None of the sensors that are down would change much for {what}: the gap is near {Place(worst.Way[^1])}, out of reach of all of them."
                : $"All sensors work; a gap near {Place(worst.Way[^1])} remains for {what}. It takes a sensor there, or a patrol.",
            entry);
    }

    /// <summary>What the miss probability of a way rests on.</summary>
    public IReadOnlyList<Reason> Why(ObjectProfile profile, double heightM, double wayM, IReadOnlyList<SensorId> watching, IReadOnlyList<Watcher> sensors)
    {
        var c = CultureInfo.InvariantCulture;
        var rule = string.Create(c,
            $"Rule: a track takes three detections close together; the way with the least chance of that, {wayM / 1000:0} km from where objects set out, for {profile.CrossSectionM2:0.##} m² at {profile.SpeedMps:0} m/s, {heightM:0} m above {(terrain is null ? "a smooth earth" : "ground")}.");
        var why = new List<Reason> { new(rule, 0) };
        foreach (var sensor in sensors.Where(s => watching.Contains(s.Coverage.Sensor)))
            why.Add(new(string.Create(c, $"{sensor.Sensor.Name} sees part of the way, counted with {sensor.Coverage.Share:0%}: {sensor.Coverage.Why.Text}"), sensor.Coverage.Why.Entry));
        foreach (var sensor in sensors.Where(static s => s.Coverage.Share < 0.95).Take(4))
            why.Add(new(string.Create(c, $"{sensor.Sensor.Name} is counted with {sensor.Coverage.Share:0%}: {sensor.Coverage.Why.Text}"), sensor.Coverage.Why.Entry));
        if (watching.Count == 0) why.Add(new("No sensor that is counted on sees any of the way.", 0));
        return why;
    }

    private string Verdict(Airspace airspace, bool allowed, IReadOnlyList<WeakPath> weakest)
    {
        var limit = string.Create(CultureInfo.InvariantCulture, $"the policy allows {policy.MissLimit:0.##} from {policy.FromHeightM:0} m up");
        if (allowed) return $"{airspace.Name}: an all-clear may be given, with what follows ({limit}).";
        if (weakest.Count == 0) return $"{airspace.Name}: no all-clear: no way in could be reckoned.";
        var worst = weakest.Where(w => policy.Classes.Contains(w.Class) && w.HeightM >= policy.FromHeightM).MaxBy(static w => w.Miss);
        return worst is null
            ? $"{airspace.Name}: no all-clear: nothing that the policy asks about could be reckoned."
            : $"{airspace.Name}: no all-clear: {Article(worst.Class)} at {Metres(worst.HeightM)} would be missed with probability {Probability(worst.Miss)} {Where(worst)}; {limit}.";
    }

    /// <param name="path">Highest first.</param>
    private string OfClass(ObjectClass c, List<WeakPath> path)
    {
        var good = path.TakeWhile(w => w.Miss <= policy.MissLimit).ToList();
        var rest = path.Skip(good.Count).ToList();
        var said = new List<string>();
        if (good.Count > 0)
        {
            var worst = good.MaxBy(static w => w.Miss)!;
            said.Add($"at {Metres(good[^1].HeightM)} or higher with probability {(worst.Miss < 0.005 ? "" : "at most ")}{Probability(worst.Miss)}{(worst.Miss >= 0.005 ? " " + Where(worst) : "")}");
        }

        foreach (var w in rest) said.Add($"at {Metres(w.HeightM)} {Probability(w.Miss)}");
        var place = rest.Count > 0 ? $" {Where(rest.MaxBy(static w => w.Miss)!)}" : "";
        var first = Article(c);
        return $"{char.ToUpperInvariant(first[0])}{first[1..]} on its weakest way in would be missed {string.Join("; ", said)}{place}.";
    }

    private static string Unseen(IReadOnlyList<UnseenCount> unseen)
    {
        var said = unseen.Where(static u => u.Expected >= LeastExpected).Select(static u => $"{Plain(u.Class)}s {Expected(u.Expected)}").ToList();
        var few = unseen.Where(static u => u.Expected < LeastExpected).Select(static u => Plain(u.Class) + "s").ToList();
        if (few.Count > 0) said.Add(said.Count == 0 ? "fewer than 0.001 of any class" : $"fewer than 0.001 each of {string.Join(", ", few)}");
        return string.Create(CultureInfo.InvariantCulture, $"Inside now and unseen, on average, if {unseen[0].PerHour:0.##} an hour of each class set out: {string.Join("; ", said)}.");
    }

    private static string Expected(double count) => count.ToString(count < 0.095 ? "0.000" : count < 9.95 ? "0.00" : "0", CultureInfo.InvariantCulture);

    private static string Where(WeakPath path)
    {
        var lengthM = Geodesic.Inverse(path.SegmentFrom, path.SegmentTo).DistanceM;
        return lengthM < 5e3 ? $"near {Place(path.Way[^1])}" : $"between {Place(path.SegmentFrom)} and {Place(path.SegmentTo)}";
    }

    private static string Place(Geodetic place) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Math.Abs(place.LatitudeDeg):0.0}°{(place.LatitudeDeg < 0 ? 'S' : 'N')} {Math.Abs(place.LongitudeDeg):0.0}°{(place.LongitudeDeg < 0 ? 'W' : 'E')}");

    private static string Metres(double heightM) => heightM.ToString("0", CultureInfo.InvariantCulture) + " m";

    /// <summary>Models of detection are not good to more than this.</summary>
    private static string Probability(double p) => p switch
    {
        < 0.005 => "under 0.01",
        > 0.995 => "over 0.99",
        _ => p.ToString("0.00", CultureInfo.InvariantCulture),
    };

    private static string Article(ObjectClass c) => c == ObjectClass.Airliner ? "an airliner" : $"a {Plain(c)}";

    private static string Plain(ObjectClass c) => c switch
    {
        ObjectClass.SmallDrone => "small drone",
        ObjectClass.OneWayDrone => "one-way drone",
        ObjectClass.CruiseMissile => "cruise missile",
        ObjectClass.LightAircraft => "light aircraft",
        ObjectClass.Airliner => "airliner",
        _ => c.ToString(),
    };
}
