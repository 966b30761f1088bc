using Vedette.Core;
using Vedette.Edge.Journal;

namespace Vedette.Edge.Recordings;

/// <summary>Goes on with a recording where a journal of it ended.</summary>
public static class ResumedRecording
{
    /// <summary>
    /// Applies what the journal holds and gives the arrivals that follow. What operators did in the meantime is in the journal only;
    /// everything else must be what the recording says.
    /// </summary>
    /// <exception cref="JournalException">The journal is damaged, or was made of another recording or with other settings.</exception>
    public static IEnumerable<Arrival> Resume(IRecording recording, JournalReader reader, JournaledCore core)
    {
        var arrivals = recording.Arrivals().GetEnumerator();
        var waiting = arrivals.MoveNext();
        try
        {
            core.Restore(reader, entry =>
            {
                if (waiting && Same(arrivals.Current, entry)) waiting = arrivals.MoveNext();
                else if (entry.Kind != EntryKind.Command)
                    throw new JournalException($"{reader.Path} was made of another recording or with other settings: entry {entry.Sequence} is not what {recording.Description} says there. Name another journal");
            });
        }
        catch
        {
            arrivals.Dispose();
            throw;
        }

        return Rest(arrivals, waiting);
    }

    private static IEnumerable<Arrival> Rest(IEnumerator<Arrival> arrivals, bool waiting)
    {
        using (arrivals)
        {
            for (; waiting; waiting = arrivals.MoveNext()) yield return arrivals.Current;
        }
    }

    private static bool Same(in Arrival arrival, in JournalEntry entry) =>
        arrival.Kind == entry.Kind && arrival.At == entry.At && arrival.Source == entry.Source && arrival.Payload.Span.SequenceEqual(entry.Payload.Span);
}
