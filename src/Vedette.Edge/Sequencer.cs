using System.Threading.Channels;
using Vedette.Air;
using Vedette.Core;
using Vedette.Edge.Journal;
using Vedette.Kernel;

namespace Vedette.Edge;

/// <param name="Clock">Stamps arrivals that bring no time.</param>
/// <param name="TickEvery">A tick is added when nothing else happened for so long; null where ticks come with the recording.</param>
/// <param name="Linger">How long a batch waits for company before it is committed.</param>
public sealed record SequencerOptions(IClock Clock, TimeSpan? TickEvery, TimeSpan Linger)
{
    public static SequencerOptions Live() => new(new WallClock(), TimeSpan.FromMilliseconds(250), TimeSpan.FromMilliseconds(10));

    public static SequencerOptions Recorded() => new(new RecordedTime(), null, TimeSpan.FromMilliseconds(10));
}

/// <summary>
/// Where asynchrony ends: one bounded channel in, one thread that numbers, journals and applies. A batch is what had arrived when the
/// thread came round.
/// </summary>
public sealed class Sequencer : IAsyncDisposable
{
    /// <summary>Arrivals that may wait. Beyond it live feeds drop and say so; recordings and TCP wait.</summary>
    public const int Capacity = 16_384;

    private const int MaxBatchEntries = 4_096;
    private const int MaxBatchOctets = 4 << 20;
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(5);

    private readonly JournaledCore core;
    private readonly ICoreListener listener;
    private readonly SequencerOptions options;
    private readonly Channel<Arrival> channel =
        Channel.CreateBounded<Arrival>(new BoundedChannelOptions(Capacity) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private readonly TaskCompletionSource completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<Arrival> batch = [];
    private readonly Thread thread;
    private Task<bool>? more;

    /// <param name="core">Restored where its journal held something; disposed by the sequencer.</param>
    /// <param name="listener">Told of a failure.</param>
    public Sequencer(JournaledCore core, ICoreListener listener, SequencerOptions options)
    {
        this.core = core;
        this.listener = listener;
        this.options = options;
        thread = new Thread(Run) { Name = "core", IsBackground = true };
    }

    /// <summary>Ends when everything that had arrived is applied and the journal is closed; fails where the core or the disk did.</summary>
    public Task Completion => completion.Task;

    public void Start() => thread.Start();

    /// <summary>False where the queue is full or closed: the arrival is not taken and the sender counts it as dropped.</summary>
    public bool TryPost(in Arrival arrival) => channel.Writer.TryWrite(arrival);

    /// <summary>Waits while the queue is full.</summary>
    /// <exception cref="ChannelClosedException">The sequencer has stopped.</exception>
    public ValueTask PostAsync(Arrival arrival, CancellationToken cancellation = default) => channel.Writer.WriteAsync(arrival, cancellation);

    /// <summary>Journals a command and waits for the core's answer.</summary>
    public async Task<CommandResult> SubmitAsync(OperatorCommand command, CancellationToken cancellation = default)
    {
        var answer = new TaskCompletionSource<CommandResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(AnswerWithin);
        try
        {
            await PostAsync(new(EntryKind.Command, command.By, CoreJson.Write(command), Answer: answer), deadline.Token);
            return await answer.Task.WaitAsync(deadline.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new(false, $"No answer within {AnswerWithin.TotalSeconds:0} seconds: the command may still take effect. Look before you repeat it.");
        }
        catch (ChannelClosedException)
        {
            return new(false, "The watch has stopped and takes no commands.");
        }
    }

    /// <summary>Takes nothing more, applies what waits, closes the journal.</summary>
    public async ValueTask DisposeAsync()
    {
        channel.Writer.TryComplete();
        if (thread.ThreadState.HasFlag(ThreadState.Unstarted)) core.Dispose();
        else await completion.Task.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    private void Run()
    {
        try
        {
            while (Gather())
            {
                core.Take(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(batch), options.Clock.Now);
                batch.Clear();
            }

            core.Dispose();
            completion.SetResult();
        }
        catch (Exception e) when (e is JournalException or InvariantBrokenException or ArithmeticException or InvalidOperationException
            or ArgumentException or IndexOutOfRangeException or NullReferenceException or InvalidCastException or OutOfMemoryException)
        {
            Fail(e);
        }
    }

    /// <summary>The watch must not seem alive when its judgement has stopped: the failure is told, and everybody waiting is let go.</summary>
    private void Fail(Exception e)
    {
        channel.Writer.TryComplete();
        listener.Fail(e.Message);
        while (channel.Reader.TryRead(out _)) continue;
        try
        {
            core.Dispose();
        }
        catch (JournalException)
        {
            // The disk had refused already; that is the failure that is reported.
        }

        completion.SetException(e);
    }

    /// <summary>Fills the batch with what has arrived, or with a tick. False at the end.</summary>
    private bool Gather()
    {
        if (!Drain())
        {
            more ??= channel.Reader.WaitToReadAsync().AsTask();
            if (!more.Wait(options.TickEvery ?? Timeout.InfiniteTimeSpan))
            {
                batch.Add(Arrival.Tick());
                return true;
            }

            var open = more.Result;
            more = null;
            if (!open) return false;
        }

        if (options.Linger > TimeSpan.Zero && batch.Count < MaxBatchEntries / 4) Thread.Sleep(options.Linger);
        Drain();
        return true;
    }

    private bool Drain()
    {
        var octets = 0L;
        foreach (var arrival in batch) octets += arrival.Payload.Length;
        while (batch.Count < MaxBatchEntries && octets < MaxBatchOctets && channel.Reader.TryRead(out var arrival))
        {
            octets += arrival.Payload.Length;
            batch.Add(arrival);
        }

        return batch.Count > 0;
    }
}
