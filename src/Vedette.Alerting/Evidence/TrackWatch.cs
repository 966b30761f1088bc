using Vedette.Air;
using Vedette.Alerting.Lifecycle;

namespace Vedette.Alerting.Evidence;

/// <summary>One kind of evidence on one track (and airspace): its gate and the newest alert that came of it.</summary>
internal sealed class KindWatch(GateRule rule)
{
    public EvidenceGate Gate { get; private set; } = new(rule);

    public AlertCase? Case { get; set; }

    public AlertCase? Open => Case is { Open: true } ? Case : null;

    /// <summary>Goes on with what another track's watch knew: the gate's dwell and the alert.</summary>
    public void Inherit(KindWatch from, int plots)
    {
        (Gate, Case) = (from.Gate, from.Case);
        Gate.Rebase(plots);
    }
}

/// <summary>What is watched of one track against one airspace.</summary>
internal sealed class AirspaceWatch(string airspaceId, AlertPolicy policy)
{
    public string AirspaceId { get; } = airspaceId;

    public KindWatch Incursion { get; } = new(policy.Incursion);

    public KindWatch Violation { get; } = new(policy.Violation);

    /// <summary>The picture in which the track's forecast last named this airspace.</summary>
    public long Picture { get; set; }
}

/// <summary>A track that shows (or lately showed) something worth an alert.</summary>
internal sealed class TrackWatch(AlertPolicy policy)
{
    private readonly List<AirspaceWatch> airspaces = [];

    public Track Track { get; set; }

    public Identity Identity { get; set; }

    /// <summary>It may raise incursions and violations.</summary>
    public bool Raises { get; set; }

    /// <summary>Probably bird or clutter by now: it raises nothing new.</summary>
    public bool Doubtful { get; set; }

    /// <summary>It may come to something: it is followed although nothing stands against it yet.</summary>
    public bool Worth { get; set; }

    /// <summary>It was inside already when it was first worth watching: nobody saw it come.</summary>
    public bool FoundInside { get; set; }

    /// <summary>Whether it flies as an object does.</summary>
    public Progress Progress { get; } = new(policy);

    /// <summary>The forecast that matters most: of the nearest protected airspace.</summary>
    public CrossingForecast? Nearest { get; set; }

    /// <summary>The last picture that held the track.</summary>
    public long Picture { get; set; }

    public IReadOnlyList<AirspaceWatch> Airspaces => airspaces;

    public KindWatch Emergency { get; } = new(policy.Emergency);

    public AirspaceWatch Against(string airspaceId)
    {
        foreach (var known in airspaces)
            if (known.AirspaceId == airspaceId) return known;
        var added = new AirspaceWatch(airspaceId, policy);
        airspaces.Add(added);
        return added;
    }

    /// <summary>The open alert that matters most: violation, then incursion, then emergency.</summary>
    public AlertCase? Foremost
    {
        get
        {
            foreach (var a in airspaces)
                if (a.Violation.Open is { } violation) return violation;
            foreach (var a in airspaces)
                if (a.Incursion.Open is { } incursion) return incursion;
            return Emergency.Open;
        }
    }

    /// <summary>All kinds of evidence that are watched, in a fixed order.</summary>
    public IEnumerable<KindWatch> Kinds()
    {
        foreach (var a in airspaces)
        {
            yield return a.Violation;
            yield return a.Incursion;
        }

        yield return Emergency;
    }
}
