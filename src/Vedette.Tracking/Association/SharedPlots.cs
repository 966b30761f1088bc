using System.Numerics;
using System.Runtime.InteropServices;

namespace Vedette.Tracking.Association;

/// <summary>
/// Marginal probabilities where a plot may be caused by several tracks that the sensor cannot tell apart (resolution model, Svensson,
/// Ulmke and Hammarstrand, IEEE TSP 60(5), 2012): a sum over all ways to hand each plot to nobody, to one track or to one group, no
/// track taken twice. Runs through the plots with the set of tracks already taken as state, forwards, backwards, and once more for the
/// most probable joint event. Cost: events x 2^tracks.
/// </summary>
public sealed class SharedPlots
{
    /// <summary>Most tracks in a cluster that this is meant for.</summary>
    public const int MostRows = 10;

    private readonly List<double> missWeight = [];
    private readonly List<Event> events = [];
    private readonly int[] chosenOf = new int[MostRows];
    private double[] forward = new double[8 << MostRows];
    private double[] backward = new double[8 << MostRows];
    private double[] best = new double[8 << MostRows];
    private int[] choice = new int[8 << MostRows];
    private int columns;

    /// <summary>One way to explain one plot.</summary>
    public struct Event
    {
        /// <summary>Index of the plot.</summary>
        public int Column;

        /// <summary>The tracks that cause it together, one bit a row.</summary>
        public int Rows;

        /// <summary>Product of existence x detection of all of them x resolution x likelihood / background density.</summary>
        public double Weight;

        /// <summary>Marginal probability.</summary>
        public double Probability;

        /// <summary>Which hypothesis it stands for; the caller's.</summary>
        public int Payload;
    }

    public int Rows => missWeight.Count;

    /// <summary>The events, by column in ascending order.</summary>
    public ReadOnlySpan<Event> Events => CollectionsMarshal.AsSpan(events);

    public void Clear()
    {
        missWeight.Clear();
        events.Clear();
        columns = 0;
    }

    /// <summary>Adds a track; <paramref name="weightOfMiss"/> is the probability that it causes no plot.</summary>
    public void AddRow(double weightOfMiss) => missWeight.Add(Math.Max(weightOfMiss, 1e-9));

    /// <summary>Adds an event; those of one column follow each other, columns ascend from 0.</summary>
    public void Add(in Event item)
    {
        events.Add(item);
        columns = Math.Max(columns, item.Column + 1);
    }

    public void Solve()
    {
        var masks = 1 << Rows;
        Reserve(masks * (columns + 1));
        var all = CollectionsMarshal.AsSpan(events);
        foreach (ref var item in all) item.Weight = Relative(item);
        Forward(all, masks);
        Backward(all, masks);
        Read(all, masks);
        Trace(all, masks);
    }

    /// <summary>Probability that the track causes none of the plots.</summary>
    public double MissProbability(int row)
    {
        var seen = 0.0;
        foreach (ref readonly var item in Events)
            if ((item.Rows & (1 << row)) != 0) seen += item.Probability;
        return Math.Max(1 - seen, 0);
    }

    /// <summary>Probability that the plot is no track's.</summary>
    public double NewProbability(int column)
    {
        var taken = 0.0;
        foreach (ref readonly var item in Events)
            if (item.Column == column) taken += item.Probability;
        return Math.Max(1 - taken, 0);
    }

    /// <summary>Index of the event that explains the track in the most probable joint event, -1 where it is missed there.</summary>
    public int Chosen(int row) => chosenOf[row];

    /// <summary>Weight against all of its tracks being missed.</summary>
    private double Relative(in Event item)
    {
        var weight = item.Weight;
        for (var rest = item.Rows; rest != 0; rest &= rest - 1) weight /= missWeight[BitOperations.TrailingZeroCount(rest)];
        return weight;
    }

    private void Forward(ReadOnlySpan<Event> all, int masks)
    {
        Array.Clear(forward, 0, (columns + 1) * masks);
        Array.Clear(best, 0, (columns + 1) * masks);
        forward[0] = best[0] = 1;
        for (int column = 0, e = 0; column < columns; column++)
        {
            int from = column * masks, to = from + masks;
            for (var mask = 0; mask < masks; mask++)
            {
                forward[to + mask] = forward[from + mask];
                best[to + mask] = best[from + mask];
                choice[to + mask] = -1;
            }

            for (; e < all.Length && all[e].Column == column; e++) Extend(all[e], e, from, to, masks);
            Normalise(forward.AsSpan(to, masks));
            Normalise(best.AsSpan(to, masks));
        }
    }

    private void Extend(in Event item, int index, int from, int to, int masks)
    {
        for (var mask = 0; mask < masks; mask++)
        {
            if ((mask & item.Rows) != 0 || forward[from + mask] == 0) continue;
            var target = to + (mask | item.Rows);
            forward[target] += forward[from + mask] * item.Weight;
            var weight = best[from + mask] * item.Weight;
            if (weight <= best[target]) continue;
            best[target] = weight;
            choice[target] = index;
        }
    }

    private void Backward(ReadOnlySpan<Event> all, int masks)
    {
        Array.Fill(backward, 1, columns * masks, masks);
        var e = all.Length - 1;
        for (var column = columns - 1; column >= 0; column--)
        {
            int from = column * masks, next = from + masks;
            Array.Copy(backward, next, backward, from, masks);
            for (; e >= 0 && all[e].Column == column; e--)
                for (var mask = 0; mask < masks; mask++)
                    if ((mask & all[e].Rows) == 0) backward[from + mask] += all[e].Weight * backward[next + (mask | all[e].Rows)];
            Normalise(backward.AsSpan(from, masks));
        }
    }

    private void Read(Span<Event> all, int masks)
    {
        for (int column = 0, e = 0; column < columns; column++)
        {
            int from = column * masks, next = from + masks, first = e;
            var total = 0.0;
            for (var mask = 0; mask < masks; mask++) total += forward[from + mask] * backward[next + mask];
            for (; e < all.Length && all[e].Column == column; e++)
            {
                var sum = 0.0;
                for (var mask = 0; mask < masks; mask++)
                    if ((mask & all[e].Rows) == 0) sum += forward[from + mask] * backward[next + (mask | all[e].Rows)];
                all[e].Probability = sum * all[e].Weight;
                total += all[e].Probability;
            }

            for (var k = first; k < e; k++) all[k].Probability /= total;
        }
    }

    /// <summary>Follows the choices of the most probable joint event back.</summary>
    private void Trace(ReadOnlySpan<Event> all, int masks)
    {
        Array.Fill(chosenOf, -1);
        var last = best.AsSpan(columns * masks, masks);
        var mask = 0;
        for (var k = 1; k < masks; k++)
            if (last[k] > last[mask]) mask = k;
        for (var column = columns; column > 0; column--)
        {
            var e = choice[(column * masks) + mask];
            if (e < 0) continue;
            for (var rest = all[e].Rows; rest != 0; rest &= rest - 1) chosenOf[BitOperations.TrailingZeroCount(rest)] = e;
            mask &= ~all[e].Rows;
        }
    }

    private void Reserve(int size)
    {
        if (forward.Length >= size) return;
        forward = new double[2 * size];
        backward = new double[2 * size];
        best = new double[2 * size];
        choice = new int[2 * size];
    }

    private static void Normalise(Span<double> mass)
    {
        var scale = 0.0;
        foreach (var value in mass) scale = Math.Max(scale, value);
        if (scale <= 0) return;
        foreach (ref var value in mass) value /= scale;
    }
}
