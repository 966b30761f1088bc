using System.Numerics;
using System.Runtime.InteropServices;
using Vedette.Kernel.Geodesy;
using Vedette.Tracking.Existence;
using Vedette.Tracking.Registration;
using Vedette.Tracking.Tuning;

namespace Vedette.Tracking.Undetected;

/// <summary>
/// The Poisson field of what nobody has seen yet (Williams 2015): expected number per square metre over cells, height bands and kinds.
/// It comes in from outside and takes off, flies about, and is thinned by every look that would have seen it; what a track is given up
/// of goes back into it. New tracks come from it, and so do flocks and showers that no clutter map knows yet.
/// </summary>
public sealed class UndetectedField(TuningTable tuning)
{
    private const int Layers = LookTable.Layers;
    private const int FlockLayer = UnseenKind.Flock * HeightBands.Count;

    /// <summary>A radar that has been silent for so many rotations looks no more.</summary>
    private const double SilentLooks = 1.5;

    /// <summary>So many echoes make a flock known; an object is a track from the first.</summary>
    private const double EchoesToKnow = 3;

    private const double CarryEveryS = 5;

    /// <summary>What a longer time does is no other than this, s: a watch that rested for a day need not work through it.</summary>
    private const double LongestS = 600;

    private LookTable?[] tables = [];
    private bool[] working = [];
    private SkyGrid? grid;
    private float[] density = [], stay = [], gain = [], moved = [];
    private bool stale = true;
    private double advancedS = double.NaN, carriedS;

    /// <summary>Radars have been added or changed, or what hides targets from them, or the tuning: what they see is worked out anew, what is believed stays.</summary>
    public void Reconsider()
    {
        tables = [];
        stale = true;
    }

    /// <summary>Lets time pass: thins what is looked at, carries on what flies.</summary>
    public void Advance(IReadOnlyList<SensorSite?> sites, double nowS)
    {
        if (stale) Cover(sites);
        if (grid is null) return;
        if (NoteWorking(sites, nowS) || stale) WorkOutRates(sites);
        stale = false;
        if (double.IsNaN(advancedS)) (advancedS, carriedS) = (nowS, nowS);
        for (advancedS = Math.Max(advancedS, nowS - LongestS); advancedS + 1 <= nowS; advancedS++) Thin();
        if (nowS - carriedS < CarryEveryS) return;
        Carry(nowS - carriedS);
        carriedS = nowS;
    }

    /// <summary>What a radar's plot at a place may be of: plots per square metre and look by new objects and by flocks. False where nothing is known.</summary>
    public bool TryExpect(SensorSite site, in Geodetic place, out double objects, out double flocks)
    {
        (objects, flocks) = (0, 0);
        if (grid is null || site.Id >= tables.Length || tables[site.Id] is not { } table || grid.CellOf(place) is not (>= 0 and var cell)) return false;
        var seen = table.Seen(cell);
        if (seen.IsEmpty) return false;
        var here = density.AsSpan(cell * Layers, Layers);
        for (var l = 0; l < FlockLayer; l++) objects += (double)here[l] * seen[l];
        for (var l = FlockLayer; l < Layers; l++) flocks += (double)here[l] * seen[l];
        return objects > 0;
    }

    /// <summary>Takes back what is given up: with this probability there is an object there all the same.</summary>
    public void Return(in Geodetic place, double existence)
    {
        if (grid?.CellOf(place) is not (>= 0 and var cell)) return;
        var perM2 = existence / (grid.CellM * grid.CellM);
        for (var l = 0; l < FlockLayer; l++) density[(cell * Layers) + l] += (float)(perM2 * ShareOf(l));
    }

    /// <summary>Lays the grid over everything that the radars reach; what was believed of a place before still holds there.</summary>
    private void Cover(IReadOnlyList<SensorSite?> sites)
    {
        var (before, believed) = (grid, density);
        grid = SkyGrid.Over(sites);
        if (grid is null) return;
        density = new float[grid.Cells * Layers];
        (stay, gain, moved) = (new float[density.Length], new float[density.Length], new float[density.Length]);
        for (var cell = 0; cell < grid.Cells; cell++)
        {
            var here = density.AsSpan(cell * Layers, Layers);
            var old = before?.CellOf(grid.CentreOf(cell, 0)) ?? -1;
            if (old >= 0) believed.AsSpan(old * Layers, Layers).CopyTo(here);
            else FillPrior(here, tuning.At(grid.CentreOf(cell, 0)));
        }
    }

    private static void FillPrior(Span<float> layers, TrackerSettings settings)
    {
        for (var l = 0; l < Layers; l++) layers[l] = (float)Prior(l, settings);
    }

    /// <summary>Notes which radars are at work; true if that has changed.</summary>
    private bool NoteWorking(IReadOnlyList<SensorSite?> sites, double nowS)
    {
        var changed = false;
        if (working.Length < sites.Count) Array.Resize(ref working, sites.Count);
        for (var id = 0; id < sites.Count; id++)
        {
            var works = sites[id] is { IsRadar: true, Position: not null } site && site.Clock.FrontS > nowS - (SilentLooks * site.Clock.PeriodS) - 1;
            changed |= works != working[id];
            working[id] = works;
        }

        return changed;
    }

    private void WorkOutRates(IReadOnlyList<SensorSite?> sites)
    {
        if (tables.Length < sites.Count) Array.Resize(ref tables, sites.Count);
        for (var id = 0; id < sites.Count; id++)
            if (sites[id] is { IsRadar: true, Position: not null } site && tables[id]?.Site != site) tables[id] = new(site, grid!);
        Span<double> rate = stackalloc double[Layers];
        for (var cell = 0; cell < grid!.Cells; cell++)
        {
            rate.Clear();
            for (var id = 0; id < sites.Count; id++)
            {
                if (!working[id]) continue;
                var hazard = tables[id]!.Hazard(cell);
                var perS = 1 / sites[id]!.Clock.PeriodS;
                for (var l = 0; l < hazard.Length; l++) rate[l] += hazard[l] * perS;
            }

            WorkOutRates(cell, rate);
        }
    }

    /// <summary>
    /// How much of a cell's objects a second leaves undetected, and how many it adds: the solution of dλ/dt = source - end λ. Where nobody
    /// looks they end as fast as they begin, so that it goes back to what is where nobody has ever looked.
    /// </summary>
    private void WorkOutRates(int cell, ReadOnlySpan<double> rate)
    {
        var settings = tuning.At(grid!.CentreOf(cell, 0));
        for (var l = 0; l < Layers; l++)
        {
            var isFlock = l >= FlockLayer;
            var life = isFlock ? settings.FlockLifeS : settings.UndetectedPerM2 / settings.BirthRate;
            var source = Prior(l, settings) / life;
            var end = (rate[l] / (isFlock ? EchoesToKnow : 1)) + (1 / life);
            var left = Math.Exp(-end);
            stay[(cell * Layers) + l] = (float)left;
            gain[(cell * Layers) + l] = (float)(source * (1 - left) / end);
        }
    }

    /// <summary>Share of a layer in all objects, or in all flocks.</summary>
    private static double ShareOf(int layer)
    {
        var kind = UnseenKind.All[layer / HeightBands.Count];
        return kind.Share * kind.Bands[layer % HeightBands.Count];
    }

    /// <summary>What is where nobody has ever looked. Of flocks, for each false plot of a look.</summary>
    private static double Prior(int layer, TrackerSettings settings) =>
        (layer >= FlockLayer ? settings.FlocksPerFalsePlot : settings.UndetectedPerM2) * ShareOf(layer);

    private void Thin()
    {
        var there = MemoryMarshal.Cast<float, Vector<float>>(density.AsSpan());
        var left = MemoryMarshal.Cast<float, Vector<float>>(stay.AsSpan());
        var added = MemoryMarshal.Cast<float, Vector<float>>(gain.AsSpan());
        for (var i = 0; i < there.Length; i++) there[i] = (there[i] * left[i]) + added[i];
        for (var i = there.Length * Vector<float>.Count; i < density.Length; i++) density[i] = (density[i] * stay[i]) + gain[i];
    }

    /// <summary>What flies any way with equal chance leaves a cell of width L at the rate 4 v / (π L); from outside comes what is there.</summary>
    private void Carry(double seconds)
    {
        Span<float> share = stackalloc float[Layers];
        Span<float> outside = stackalloc float[Layers];
        FillPrior(outside, tuning.Everywhere);
        for (var l = 0; l < Layers; l++) share[l] = (float)Math.Min(UnseenKind.All[l / HeightBands.Count].SpeedMps * seconds * 4 / (Math.PI * grid!.CellM), 0.8);

        for (var row = 0; row < grid!.Rows; row++)
            for (var column = 0; column < grid.Columns; column++)
            {
                var to = moved.AsSpan(((row * grid.Columns) + column) * Layers, Layers);
                ReadOnlySpan<float> north = At(row + 1, column, outside), south = At(row - 1, column, outside);
                ReadOnlySpan<float> west = At(row, column - 1, outside), east = At(row, column + 1, outside), here = At(row, column, outside);
                for (var l = 0; l < Layers; l++) to[l] = here[l] + (share[l] * ((0.25f * (north[l] + south[l] + west[l] + east[l])) - here[l]));
            }

        (density, moved) = (moved, density);
    }

    private ReadOnlySpan<float> At(int row, int column, ReadOnlySpan<float> outside) =>
        (uint)row < (uint)grid!.Rows && (uint)column < (uint)grid.Columns ? density.AsSpan(((row * grid.Columns) + column) * Layers, Layers) : outside;
}
