using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Alerting.Tests;

/// <summary>
/// A small world for tests: one protected square, tracks and assessments made by hand, one picture a second. What is alerted on needs not
/// prove itself first (<see cref="ProgressTests"/> does that) unless a policy is given.
/// </summary>
internal sealed class Night
{
    public static readonly Instant Start = Instant.FromUtc(2026, 1, 17, 2, 40);

    /// <summary>50 N to 51 N, 22 E to 23 E: the line that objects come over is its eastern edge.</summary>
    public static readonly Airspace East = new()
    {
        Id = "pl-east",
        Name = "Poland east",
        Polygons =
        [
            [[
                Geodetic.FromDegrees(50, 22), Geodetic.FromDegrees(50, 23), Geodetic.FromDegrees(51, 23), Geodetic.FromDegrees(51, 22),
            ]],
        ],
    };

    private readonly List<(Track Track, TrackAssessment? Assessment)> picture = [];

    public Night(bool exercise = false, AlertPolicy? policy = null)
    {
        Policy = policy ?? new() { ProgressS = 0 };
        Desk = new AlertDesk(new() { Name = "Test watch", Sender = "test.invalid", Exercise = exercise }, Policy);
        Desk.Watch([East]);
    }

    public AlertPolicy Policy { get; }

    public AlertDesk Desk { get; }

    public Instant Now { get; private set; } = Start;

    public long Entry { get; private set; } = 100;

    /// <summary>Every change since the beginning.</summary>
    public List<Alert> Alerts { get; } = [];

    public List<WarningDraft> Warnings { get; } = [];

    public List<ReadinessStatus> Readiness { get; } = [];

    public Alert Last => Alerts[^1];

    public Alert Alert(int number) => Desk.Alerts.Single(a => a.Number.Value == number);

    /// <summary>Adds a track to the next picture.</summary>
    public Night With(Track track, TrackAssessment? assessment)
    {
        picture.Add((track, assessment));
        return this;
    }

    /// <summary>Looks at the picture built so far, then lets a second pass.</summary>
    public AlertingChanges Look()
    {
        var tracks = picture.ConvertAll(p => p.Track).ToArray();
        var assessments = picture.Where(p => p.Assessment is not null).Select(p => p.Assessment!).ToList();
        picture.Clear();
        var changes = Desk.Update(tracks, assessments, Now, Entry);
        Keep(changes);
        Now = Now.AddSeconds(1);
        Entry++;
        return changes;
    }

    /// <summary>The same drone, seen every second with the same forecast, for so many pictures.</summary>
    public void Fly(int seconds, double within10 = 0, double inside = 0, int number = 12, Identity identity = Identity.Suspect, double etaS = 400)
    {
        for (var i = 0; i < seconds; i++) With(Drone(number), Judge(number, identity, within10, inside, etaS)).Look();
    }

    public void Wait(int seconds)
    {
        for (var i = 0; i < seconds; i++) Look();
    }

    public CommandResult Do(OperatorCommand command)
    {
        var (result, changes) = Desk.Command(command, Now, Entry++);
        Keep(changes);
        return result;
    }

    public IncidentStatement State()
    {
        var (result, changes) = Desk.Command(new DraftStatement("Anna"), Now, Entry++);
        Assert.True(result.Accepted, result.Message);
        return changes.Statement!;
    }

    /// <summary>A confirmed drone 20 km east of the line, flying west at 50 m/s; its plots count the seconds.</summary>
    public Track Drone(int number = 12) => new()
    {
        Number = new(number),
        Status = TrackStatus.Confirmed,
        Existence = 0.99,
        Time = Now,
        Position = Geodetic.FromDegrees(50.5, 23.28 - ((Now.SecondsSince(Start) + 1) * 0.0007), 800),
        Velocity = new(-50, 0, 0),
        Covariance = Spread(200, 5),
        Classes = Surely(ObjectClass.OneWayDrone),
        FirstSeen = Start.AddSeconds(-60),
        LastSeen = Now,
        Plots = 10 + (int)Now.SecondsSince(Start),
        LastEntry = Entry,
    };

    public TrackAssessment Judge(
        int number, Identity identity, double within10 = 0, double inside = 0, double etaS = 400, double distanceM = 20e3, double? within20 = null) => new()
        {
            Track = new(number),
            At = Now,
            Identity = new(identity, IdentitySource.Behaviour, [new Reason("no transponder", 7)], Start),
            Crossings =
            [
                new()
                {
                    AirspaceId = "pl-east",
                    Inside = inside,
                    Within5Min = within10 * 0.5,
                    Within10Min = within10,
                    Within20Min = within20 ?? within10,
                    EtaP10S = etaS * 0.8,
                    EtaP50S = etaS,
                    EtaP90S = etaS * 1.4,
                    EntryPoint = Geodetic.FromDegrees(50.5, 23),
                    EntrySpreadM = 1500,
                    DistanceM = distanceM,
                },
            ],
        };

    public static ClassProbabilities Surely(ObjectClass kind)
    {
        var classes = default(ClassProbabilities);
        classes[(int)kind] = 1;
        return classes;
    }

    public static Covariance6 Spread(double positionM, double speedMps)
    {
        var covariance = default(Covariance6);
        for (var i = 0; i < 3; i++)
        {
            covariance.Set(i, i, positionM * positionM);
            covariance.Set(i + 3, i + 3, speedMps * speedMps);
        }

        return covariance;
    }

    private void Keep(AlertingChanges changes)
    {
        Alerts.AddRange(changes.Alerts);
        Warnings.AddRange(changes.Warnings);
        if (changes.Readiness is { } readiness) Readiness.Add(readiness);
    }
}
