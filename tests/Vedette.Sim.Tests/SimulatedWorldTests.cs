using System.Security.Cryptography;
using System.Text;
using Vedette.Kernel;
using Vedette.Sim.Faults;
using Vedette.Sim.Night;

namespace Vedette.Sim.Tests;

public class SimulatedWorldTests
{
    [Fact]
    public void The_same_seed_gives_the_same_octets_and_another_seed_does_not()
    {
        var first = Digest(new SimulatedWorld(Worlds.Mixed()).Octets(Worlds.Start));
        Assert.Equal(first, Digest(new SimulatedWorld(Worlds.Mixed()).Octets(Worlds.Start)));
        Assert.NotEqual(first, Digest(new SimulatedWorld(Worlds.Mixed(seed: 4)).Octets(Worlds.Start)));
    }

    [Fact]
    public void Beginning_later_gives_the_octets_that_skipping_would()
    {
        var scenario = Worlds.Mixed() with
        {
            Faults =
            [
                new LateDatagrams("radar-01", 0, 120, 0.2, 5), new DuplicatedDatagrams("radar-02", 0, 120, 0.2),
                new CorruptDatagrams("adsb-01", 0, 120, 0.1),
            ],
        };
        var from = scenario.Start.AddSeconds(71.3);
        var skipped = new SimulatedWorld(scenario).Octets(scenario.Start).Where(o => o.At >= from);
        Assert.Equal(Digest(skipped), Digest(new SimulatedWorld(scenario).Octets(from)));
    }

    [Fact]
    public void The_night_begun_later_is_the_same_night()
    {
        var world = new SimulatedWorld(NightScenario.Create());
        var (early, from) = (NightScenario.DemoStart, NightScenario.DemoStart.AddSeconds(40));
        var to = from.AddSeconds(5);
        var skipped = world.Octets(early).Where(o => o.At >= from).TakeWhile(o => o.At < to);
        Assert.Equal(Digest(skipped), Digest(world.Octets(from).TakeWhile(o => o.At < to)));
    }

    [Fact]
    public void Octets_come_in_the_order_of_arrival_from_configured_feeds_and_never_outside_the_scenario()
    {
        var world = new SimulatedWorld(Worlds.Mixed());
        var feeds = world.Feeds.Select(f => f.Name).ToHashSet();
        var last = world.Start;
        var heard = new HashSet<string>();
        foreach (var octets in world.Octets(Instant.MinValue))
        {
            Assert.True(octets.At >= last && octets.At < world.End);
            Assert.NotEqual(0, octets.Octets.Length);
            last = octets.At;
            heard.Add(octets.Feed);
        }

        Assert.Equal(feeds, heard);
    }

    [Fact]
    public void Acoustic_rows_have_the_sixteen_columns_of_the_open_plot_format()
    {
        var scenario = Worlds.Mixed();
        var rows = new SimulatedWorld(scenario).Octets(scenario.Start).Where(o => o.Feed == SimulatedWorld.AcousticFeedName)
            .SelectMany(o => Encoding.ASCII.GetString(o.Octets.Span).TrimEnd('\n').Split('\n').Select(r => (o.At, Fields: r.Split(',')))).ToList();
        Assert.NotEmpty(rows);
        foreach (var (at, fields) in rows)
        {
            Assert.Equal(16, fields.Length);
            Assert.Equal("post-001", fields[1]);
            Assert.Equal("acoustic", fields[2]);
            Assert.True(double.Parse(fields[3]) < double.Parse(fields[4]));
            Assert.Equal(at.ToUnixSeconds(), double.Parse(fields[4]), 0.001);
            Assert.InRange(double.Parse(fields[6]), 0, 360);
        }

        Assert.Equal(rows.Count, rows.Select(r => r.Fields[0]).Distinct().Count());
    }

    private static string Digest(IEnumerable<SimulatedOctets> octets)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var count = 0;
        foreach (var piece in octets)
        {
            hash.AppendData(BitConverter.GetBytes(piece.At.Ticks));
            hash.AppendData(Encoding.ASCII.GetBytes(piece.Feed));
            hash.AppendData(piece.Octets.Span);
            count++;
        }

        Assert.True(count > 100);
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
