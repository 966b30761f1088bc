using System.Runtime.CompilerServices;
using CsCheck;
using Vedette.Kernel;
using Vedette.Wire.ModeS;

namespace Vedette.Wire.Tests.ModeS;

public class AircraftTableTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 1, 17, 2);
    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(60);

    [Fact]
    public void It_remembers_as_a_dictionary_would_whatever_comes_and_goes()
    {
        // Few addresses and a small table, so that probes collide, wrap and are displaced.
        Gen.Select(Gen.Int[0, 40], Gen.Int[0, 20]).Array[0, 400].Sample(steps =>
        {
            var table = new AircraftTable(64, Memory);
            var heard = new Dictionary<int, Instant>();
            var now = Start;
            foreach (var (address, seconds) in steps)
            {
                now = now.AddSeconds(seconds);
                table.Hear(address, now).Vouched = now;
                heard[address] = now;
            }

            foreach (var (address, at) in heard)
            {
                ref var record = ref table.Find(address);
                if (!Unsafe.IsNullRef(ref record)) Assert.Equal(at, record.Vouched);
                else Assert.True(now - at > Memory);
            }

            Assert.InRange(table.Count, heard.Values.Count(at => now - at <= Memory), heard.Count);
        });
    }

    [Fact]
    public void A_full_table_forgets_whom_it_heard_longest_ago()
    {
        var table = new AircraftTable(16, Memory);
        for (var i = 0; i < 20; i++) table.Hear(1000 + i, Start.AddSeconds(i));
        Assert.Equal(16, table.Count);
        for (var i = 0; i < 20; i++) Assert.Equal(i < 4, Unsafe.IsNullRef(ref table.Find(1000 + i)));
    }

    [Fact]
    public void A_clock_set_back_leaves_no_aircraft_for_ever()
    {
        var table = new AircraftTable(16, Memory);
        table.Hear(1, Start.AddSeconds(100_000));
        table.Hear(2, Start);
        Assert.True(Unsafe.IsNullRef(ref table.Find(1)));
    }
}
