using Vedette.Kernel;

namespace Vedette.Edge.Tests;

/// <summary>How a recording passes while somebody changes it. Waiting is told from not waiting by far more than a slow machine takes.</summary>
public sealed class PacedTimeTests : IDisposable
{
    private static readonly Instant Start = Instant.FromUtc(2026, 1, 17, 2);
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    private readonly PacedTime time = new(1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => time.Dispose();

    [Fact]
    public async Task A_pause_holds_what_comes_next_until_it_goes_on()
    {
        await time.UntilAsync(Start, Stop);
        Assert.True(time.Change(new(null, IsPaused: true, null)).Accepted);
        var next = time.UntilAsync(Start, Stop).AsTask();
        Assert.False(await EndsWithin(next, TimeSpan.FromSeconds(0.3)));
        Assert.True(time.Now.IsPaused);
        time.Change(new(null, IsPaused: false, null));
        Assert.True(await EndsWithin(next, Soon));
    }

    [Fact]
    public async Task A_new_speed_counts_for_what_is_waited_for_already()
    {
        await time.UntilAsync(Start, Stop);
        var next = time.UntilAsync(Start.AddSeconds(3600), Stop).AsTask();
        Assert.False(next.IsCompleted);
        time.Change(new(100_000, null, null));
        Assert.True(await EndsWithin(next, Soon));
        Assert.Equal(100_000, time.Now.Speed);
    }

    [Fact]
    public async Task What_is_skipped_is_not_waited_for_even_in_a_pause_which_then_goes_on()
    {
        await time.UntilAsync(Start, Stop);
        time.Change(new(null, IsPaused: true, SkipTo: Start.AddSeconds(3600)));
        for (var s = 600; s < 3600; s += 600) Assert.True(await EndsWithin(time.UntilAsync(Start.AddSeconds(s), Stop).AsTask(), Soon));
        Assert.NotNull(time.Now.SkipsTo);
        var after = time.UntilAsync(Start.AddSeconds(3600), Stop).AsTask();
        Assert.False(await EndsWithin(after, TimeSpan.FromSeconds(0.3)));
        Assert.Null(time.Now.SkipsTo);
        time.Change(new(100_000, IsPaused: false, null));
        Assert.True(await EndsWithin(after, Soon));
    }

    [Fact]
    public async Task A_skip_has_not_ended_while_whoever_takes_the_arrivals_is_behind()
    {
        var behind = new TaskCompletionSource();
        await time.UntilAsync(Start, Stop);
        time.Change(new(null, IsPaused: true, SkipTo: Start.AddSeconds(60)));
        var after = time.UntilAsync(Start.AddSeconds(60), Stop, _ => behind.Task).AsTask();
        Assert.False(await EndsWithin(after, TimeSpan.FromSeconds(0.2)));
        Assert.NotNull(time.Now.SkipsTo);
        behind.SetResult();
        Assert.False(await EndsWithin(after, TimeSpan.FromSeconds(0.2)));
        Assert.Null(time.Now.SkipsTo);
    }

    [Fact]
    public async Task It_does_not_go_back_and_says_so()
    {
        await time.UntilAsync(Start, Stop);
        var answer = time.Change(new(null, null, SkipTo: Start.AddSeconds(-1)));
        Assert.False(answer.Accepted);
        Assert.Contains("does not go back", answer.Message);
        Assert.Null(time.Now.SkipsTo);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-2)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_speed_that_is_none_is_refused(double speed)
    {
        Assert.False(time.Change(new(speed, null, null)).Accepted);
        Assert.Equal(1, time.Now.Speed);
    }

    [Fact]
    public void At_its_end_it_says_so_and_nothing_changes_it()
    {
        var told = 0;
        time.Changed += (_, _) => told++;
        time.End();
        Assert.Equal(1, told);
        Assert.True(time.Now.HasEnded);
        Assert.False(time.Change(new(2, null, null)).Accepted);
    }

    private static async Task<bool> EndsWithin(Task work, TimeSpan patience) => await Task.WhenAny(work, Task.Delay(patience, Stop)) == work;
}
