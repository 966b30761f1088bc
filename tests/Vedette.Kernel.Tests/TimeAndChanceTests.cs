using CsCheck;

namespace Vedette.Kernel.Tests;

public sealed class TimeAndChanceTests
{
    [Fact]
    public void An_instant_reads_back_what_it_writes_to_the_millisecond() => Gen.Long[0, 4_000_000_000_000].Sample(ms =>
    {
        var instant = Instant.FromUnixMilliseconds(ms);
        Assert.Equal(instant, Instant.Parse(instant.ToString()));
        Assert.Equal(ms, instant.ToUnixMilliseconds());
    });

    [Fact]
    public void A_thousand_hours_of_tenths_of_seconds_add_up_exactly()
    {
        // Patriot, Dhahran, 1991: a tenth of a second cut to 24 bits was 0.34 s wrong after 100 h.
        var time = Instant.FromUtc(1991, 2, 25);
        for (var i = 0; i < 36_000_000; i++) time = time.AddSeconds(0.1);
        Assert.Equal(Instant.FromUtc(1991, 2, 25).AddSeconds(3_600_000), time);
    }

    [Fact]
    public void The_day_starts_at_midnight() =>
        Assert.Equal(Instant.FromUtc(2026, 1, 17), Instant.FromUtc(2026, 1, 17, 23, 59, 59).StartOfDay);

    [Fact]
    public void The_generator_gives_the_published_sequence()
    {
        // The first output of xoshiro256** on the state that SplitMix64 makes of seed 0.
        Assert.Equal(11091344671253066420UL, new SeededRandom(0).NextUInt64());
    }

    [Fact]
    public void Streams_of_one_seed_differ() =>
        Assert.NotEqual(SeededRandom.For(1, 1).NextUInt64(), SeededRandom.For(1, 2).NextUInt64());

    [Fact]
    public void Normal_and_Poisson_draws_have_their_moments()
    {
        var random = new SeededRandom(7);
        double sum = 0, squares = 0, counts = 0;
        const int n = 200_000;
        for (var i = 0; i < n; i++)
        {
            var x = random.NextGaussian();
            sum += x;
            squares += x * x;
            counts += random.NextPoisson(42.5);
        }

        Assert.Equal(0, sum / n, 0.01);
        Assert.Equal(1, squares / n, 0.02);
        Assert.Equal(42.5, counts / n, 0.1);
    }

    [Fact]
    public void Angles_wrap_into_their_interval() => Gen.Double[-1e4, 1e4].Sample(x =>
    {
        Assert.InRange(Angle.Wrap(x), 0, 2 * Math.PI);
        Assert.InRange(Angle.WrapSigned(x), -Math.PI, Math.PI);
        Assert.Equal(Math.Sin(x), Math.Sin(Angle.Wrap(x)), 1e-9);
        Assert.Equal(Math.Cos(x), Math.Cos(Angle.WrapSigned(x)), 1e-9);
    });
}
