using System.Collections.Immutable;
using Vedette.Air;
using Vedette.Core;
using Vedette.Kernel;

namespace Vedette.Edge.Situation;

/// <summary>How time passes in this host.</summary>
public enum HostMode : byte
{
    Live,
    Replay,
    Demo,
}

/// <summary>What does not change while a host runs.</summary>
public sealed record HostDescription
{
    public required HostMode Mode { get; init; }

    /// <summary>Full path of the journal; empty where none is kept.</summary>
    public string JournalPath { get; init; } = "";

    /// <summary>Version of the product.</summary>
    public string Version { get; init; } = "";

    /// <summary>By the clock on the wall.</summary>
    public Instant StartedAt { get; init; }

    /// <summary>IANA name, for times shown to people.</summary>
    public string LocalTimeZone { get; init; } = "UTC";
}

/// <summary>Octets that could not be read, and when their entry was made.</summary>
public readonly record struct DatedRefusal(Instant At, Refusal Refusal);

/// <summary>Everything that the core has said last, at one moment. Immutable: the lists never change after publication.</summary>
public sealed record SituationSnapshot
{
    public required HostDescription Host { get; init; }

    /// <summary>The core takes entries: nothing is broken. False before the first entry and after a failure.</summary>
    public bool TakesEntries { get; init; }

    /// <summary>Why it does not take entries, in plain words; empty where it does.</summary>
    public string Failure { get; init; } = "";

    /// <summary>Time of the last entry: what "now" means in this picture.</summary>
    public Instant At { get; init; }

    /// <summary>Sequence of the last entry applied.</summary>
    public long Applied { get; init; }

    /// <summary>Digest of all effects, as of the newest picture.</summary>
    public string Digest { get; init; } = "";

    /// <summary>How much of the recording is behind us, 0 to 1; null when live.</summary>
    public double? Progress { get; init; }

    /// <summary>How the recording passes; null when live.</summary>
    public Pace? Pace { get; init; }

    public CoreConfiguration Configuration { get; init; } = new();

    /// <summary>The newest picture; tracks that ended are in it once, as Ended.</summary>
    public PictureEffect Picture { get; init; } = new(Instant.MinValue, [], []);

    /// <summary>Every alert that is open, and the closed ones of this journal (the newest 500), by number.</summary>
    public IReadOnlyList<Alert> Alerts { get; init; } = [];

    public ReadinessStatus? Readiness { get; init; }

    /// <summary>The newest draft of each alert, by alert number.</summary>
    public IReadOnlyList<WarningDraft> Warnings { get; init; } = [];

    public IncidentStatement? Statement { get; init; }

    /// <summary>Which claims of position are doubted, and where GNSS suffers.</summary>
    public IntegrityPicture Integrity { get; init; } = IntegrityPicture.Empty;

    /// <summary>What unmanned aircraft say of themselves (Remote ID), the newest of each address: as claimed, not as proved.</summary>
    public ImmutableDictionary<int, UasClaim> Claims { get; init; } = ImmutableDictionary<int, UasClaim>.Empty;

    public CoveragePicture Coverage { get; init; } = CoveragePicture.Empty;

    /// <summary>Where lost objects may be by now, one area for each open case.</summary>
    public IReadOnlyList<SearchArea> Search { get; init; } = [];

    /// <summary>When the coverage was last told.</summary>
    public Instant? CoverageAt { get; init; }

    public IReadOnlyList<FeedStatus> Feeds { get; init; } = [];

    public IReadOnlyList<SensorStatus> Sensors { get; init; } = [];

    /// <summary>How good the picture was in the last minutes, by its own account; null until something has been judged.</summary>
    public PictureQuality? PictureQuality { get; init; }

    /// <summary>The entry whose picture gave the last hindsight to <see cref="PictureQuality"/>.</summary>
    public long PictureQualityEntry { get; init; }

    /// <summary>The newest refusals, newest first, 200 at most.</summary>
    public IReadOnlyList<DatedRefusal> Refusals { get; init; } = [];
}
