using System.Threading.Channels;
using Vedette.Air;
using Vedette.Core;
using Vedette.Edge.Journal;

namespace Vedette.Edge;

/// <param name="Clock">Stamps arrivals that bring no time.</param>
/// <param name="TickEvery">A tick is added when nothing else happened for so long; null where ticks come with the recording.</param>
/// <param name="Linger">How long a batch waits for company before it is committed.</param>
/// <param name="Capacity">Arrivals that may wait. Beyond it datagrams are dropped and counted; streams and recordings wait.</param>
public sealed record SequencerOptions(IClock Clock, TimeSpan? TickEvery, TimeSpan Linger, int Capacity)
{
    /// <summary>Every commit waits for the disk: twenty a second at most take a sixth off the processor time of a small watch that made a hundred, and nobody sees 50 ms.</summary>
    public static SequencerOptions Live() => new(new WallClock(), TimeSpan.FromMilliseconds(250), TimeSpan.FromMilliseconds(50), 16_384);

    /// <summary>A short queue: a recording that runs too fast for the machine is slowed down, not stored up.</summary>
    public static SequencerOptions Recorded() => new(new RecordedTime(), null, TimeSpan.FromMilliseconds(10), 512);
}

/// <summary>
/// Where asynchrony ends: one bounded channel in, one thread that numbers, journals and applies. A batch is what had arrived when the
/// thread came round. Commands have a way of their own, so that an operator is answered even when the sensors flood the queue.
/// </summary>
public sealed class Sequencer : IAsyncDisposable
{
    private const int MaxBatchEntries = 4_096;
    private const int MaxBatchOctets = 4 << 20;
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromMilliseconds(10);

    private readonly JournaledCore core;
    private readonly ICoreListener listener;
    private readonly SequencerOptions options;
    private readonly Channel<Arrival> channel;
    private readonly Channel<Arrival> commands = Channel.CreateUnbounded<Arrival>(new UnboundedChannelOptions { SingleReader = true });
    private readonly TaskCompletionSource completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<Arrival> batch = [];
    private readonly Thread thread;

    // Task.Wait spins before it sleeps, which for a quiet feed costs more than all the judging.
    private readonly AutoResetEvent arrived = new(false);
    private volatile bool isBusy;
    private Task<bool>? more;
    private Task<bool>? moreCommands;

    /// <param name="core">Restored where its journal held something; disposed by the sequencer.</param>
    /// <param name="listener">Told of a failure.</param>
    public Sequencer(JournaledCore core, ICoreListener listener, SequencerOptions options)
    {
        this.core = core;
        this.listener = listener;
        this.options = options;
        channel = Channel.CreateBounded<Arrival>(new BoundedChannelOptions(options.Capacity) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
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

    /// <summary>Waits until everything posted before has been applied, or nothing will be any more.</summary>
    public async Task CaughtUpAsync(CancellationToken cancellation = default)
    {
        while (!completion.Task.IsCompleted && (channel.Reader.Count > 0 || isBusy)) await Task.Delay(LookAgainAfter, cancellation);
    }

    /// <summary>Journals a command and waits for the core's answer.</summary>
    public async Task<CommandResult> SubmitAsync(OperatorCommand command, CancellationToken cancellation = default)
    {
        var answer = new TaskCompletionSource<CommandResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(AnswerWithin);
        try
        {
            await commands.Writer.WriteAsync(new(EntryKind.Command, command.By, CoreJson.Write(command), Answer: answer), deadline.Token);
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
        Close();
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
        catch (Exception e)
        {
            // Whatever it was, a core that stopped half-way through an entry must never be asked again.
            Fail(e);
        }
    }

    /// <summary>The watch must not seem alive when its judgement has stopped: the failure is told, and everybody waiting is let go.</summary>
    private void Fail(Exception e)
    {
        Close();
        listener.Fail(e.Message);
        while (channel.Reader.TryRead(out _)) continue;
        while (commands.Reader.TryRead(out var command)) command.Answer?.TrySetResult(new(false, $"The watch has stopped: {e.Message}"));
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

    private void Close()
    {
        commands.Writer.TryComplete();
        channel.Writer.TryComplete();
    }

    /// <summary>Fills the batch with what has arrived, or with a tick. False at the end.</summary>
    private bool Gather()
    {
        while (!Drain())
        {
            isBusy = false;
            more ??= Await(channel.Reader);
            moreCommands ??= Await(commands.Reader);
            if (!Wait())
            {
                batch.Add(Arrival.Tick());
                return true;
            }

            if (more is { IsCompleted: true, Result: false } && moreCommands is { IsCompleted: true, Result: false }) return false;
            if (more is { IsCompleted: true, Result: true }) more = null;
            if (moreCommands is { IsCompleted: true, Result: true }) moreCommands = null;
        }

        if (options.Linger > TimeSpan.Zero && batch.Count < MaxBatchEntries / 4 && !HoldsCommand()) Thread.Sleep(options.Linger);
        Drain();
        return true;
    }

    /// <summary>An operator is not kept waiting for company.</summary>
    private bool HoldsCommand() => batch.Exists(static arrival => arrival.Answer is not null);

    /// <summary>Rings when something has come, or when nothing will come any more.</summary>
    private Task<bool> Await(ChannelReader<Arrival> reader)
    {
        var waiting = reader.WaitToReadAsync().AsTask();
        _ = waiting.ContinueWith(static (_, bell) => ((AutoResetEvent)bell!).Set(), arrived, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return waiting;
    }

    /// <summary>Waits until either channel rings. False when it is time for a tick.</summary>
    private bool Wait() => arrived.WaitOne(options.TickEvery ?? Timeout.InfiniteTimeSpan);

    private bool Drain()
    {
        isBusy = true;
        while (commands.Reader.TryRead(out var command)) batch.Add(command);
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
