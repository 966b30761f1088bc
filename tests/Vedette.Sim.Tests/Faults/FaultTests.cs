using Vedette.Air;
using Vedette.Kernel.Geodesy;
using Vedette.Sim.Faults;
using Vedette.Sim.Tests.Senders;

namespace Vedette.Sim.Tests.Faults;

public class FaultTests
{
    private static readonly Scenario Calm = Worlds.Mixed(durationS: 90);

    [Fact]
    public void During_an_outage_nothing_comes_and_afterwards_it_does()
    {
        var octets = Of(new Outage("radar-01", 30, 50));
        Assert.DoesNotContain(octets, o => o.Feed == "radar-01" && o.At >= Calm.Start.AddSeconds(30.5) && o.At < Calm.Start.AddSeconds(50));
        Assert.Contains(octets, o => o.Feed == "radar-01" && o.At >= Calm.Start.AddSeconds(51));
        Assert.Equal(Of().Count(o => o.Feed != "radar-01"), octets.Count(o => o.Feed != "radar-01"));
    }

    [Fact]
    public void Duplicates_are_equal_octets_a_moment_later()
    {
        var octets = Of(new DuplicatedDatagrams("radar-01", 0, 90, 0.5)).Where(o => o.Feed == "radar-01").ToList();
        var clean = Of().Count(o => o.Feed == "radar-01");
        Assert.InRange(octets.Count, clean * 1.4, clean * 1.6);
        Assert.Equal(clean, octets.Select(o => Convert.ToHexString(o.Octets.Span)).Distinct().Count());
    }

    [Fact]
    public void Late_datagrams_come_after_younger_ones_and_none_is_lost_for_good()
    {
        var late = Of(new LateDatagrams("radar-01", 0, 40, 0.3, 2)).Where(o => o.Feed == "radar-01").Select(o => Convert.ToHexString(o.Octets.Span)).ToList();
        var clean = Of().Where(o => o.Feed == "radar-01").Select(o => Convert.ToHexString(o.Octets.Span)).ToList();
        Assert.NotEqual(clean, late);
        Assert.Subset(late.ToHashSet(), clean.ToHashSet());
    }

    [Fact]
    public void Corrupt_datagrams_are_refused_or_read_but_never_stop_the_decoder()
    {
        var decoded = Decoded.All(new SimulatedWorld(Calm with { Faults = [new CorruptDatagrams("radar-01", 0, 90, 0.3)] }), Calm.Start);
        Assert.NotEmpty(decoded.Refusals);
        Assert.All(decoded.Refusals, r => Assert.Equal("radar-01", r.Feed));
        Assert.NotEmpty(decoded.Plots);
    }

    [Fact]
    public void Disturbed_navigation_moves_the_claims_and_most_aircraft_admit_it()
    {
        var scenario = Calm with
        {
            Seed = 2,
            Stations = [Worlds.Receiver()],
            Targets = [.. Enumerable.Range(0, 20).Select(i => Worlds.Straight(
                i, ObjectClass.Airliner, Geodetic.FromDegrees(50.2 + (0.02 * i), 22.5, 9000), 0.7, 220, transponder: Worlds.Civil with { Address = 0x480000 + i }))],
            Faults = [new GnssInterference(Worlds.Site, 300e3, 2000, 0, 90)],
        };
        var decoded = Decoded.All(new SimulatedWorld(scenario), scenario.Start);
        var admitting = decoded.Plots.Where(p => p.Integrity.Nic == 0 && p.Position is not null).Select(p => p.Address).Distinct().Count();
        Assert.InRange(admitting, 11, 19);
        var truth = new SimulatedWorld(scenario).Truth(scenario.Start, 1).ToDictionary(t => t.At, t => t.Targets);
        var astray = decoded.Plots.Count(p => p.Position is { } claimed && OffTruth(p, claimed) > 1000);
        Assert.InRange(astray, decoded.Plots.Count * 0.3, decoded.Plots.Count);

        double OffTruth(Plot plot, Geodetic claimed)
        {
            var second = scenario.Start.AddSeconds(Math.Round(plot.TimeOfApplicability.SecondsSince(scenario.Start)));
            var target = truth[second].Single(t => t.Target.Transponder?.Address == plot.Address?.Value);
            return Geodesic.Inverse(target.State.Place, claimed).DistanceM;
        }
    }

    private static List<SimulatedOctets> Of(params Fault[] faults) => [.. new SimulatedWorld(Calm with { Faults = faults }).Octets(Calm.Start)];
}
