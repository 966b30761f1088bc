namespace Vedette.Sim.Truth;

/// <summary>
/// Everything that flies, second by second. Each flight draws from its own stream and begins at its own time, so the sky at a given
/// second is the same however one came there.
/// </summary>
public sealed class Sky
{
    private readonly Target[] waiting;
    private readonly ulong seed;
    private readonly List<Flight> flights = [];
    private int begun;

    /// <param name="fromS">The first second that will be asked for; flights that are over by then are never shown.</param>
    public Sky(IReadOnlyList<Target> targets, ulong seed, int fromS)
    {
        this.seed = seed;
        waiting = [.. targets.OrderBy(t => t.Plan.StartS).ThenBy(t => t.Number)];
        NowS = fromS;
        Begin();
    }

    /// <summary>Seconds after the start of the scenario that all flights have reached.</summary>
    public int NowS { get; private set; }

    /// <summary>Flights in the air, and those that ended less than <see cref="Flight.MemoryS"/> seconds ago, by order of beginning.</summary>
    public IReadOnlyList<Flight> Flights => flights;

    /// <summary>Lets one second pass.</summary>
    public void Step()
    {
        NowS++;
        foreach (var flight in flights) flight.Step();
        flights.RemoveAll(IsForgotten);
        Begin();
    }

    private void Begin()
    {
        for (; begun < waiting.Length && waiting[begun].Plan.StartS <= NowS; begun++)
        {
            var flight = new Flight(waiting[begun], seed);
            while (flight.NowS < NowS && !flight.Ended) flight.Step();
            if (!IsForgotten(flight)) flights.Add(flight);
        }
    }

    private bool IsForgotten(Flight flight) => flight.Ended && NowS - flight.NowS >= Flight.MemoryS;
}
