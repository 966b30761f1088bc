using System.Text.Json.Serialization;
using Vedette.Air;
using Vedette.Core;
using Vedette.Edge.Situation;

namespace Vedette.Server.Contract;

public sealed record ReasonDto(string Text, long Entry);

public sealed record CrossingDto(
    string AirspaceId, double Inside, double Within5Min, double Within10Min, double Within20Min, double? EtaP10S, double? EtaP50S, double? EtaP90S,
    double? EntryLatDeg, double? EntryLonDeg, double? EntrySpreadM, double DistanceM, IReadOnlyList<ReasonDto> Why);

/// <summary>One track. <see cref="Reasons"/> and <see cref="History"/> are given in the detail only.</summary>
public sealed record TrackDto
{
    public required string Number { get; init; }

    public required int N { get; init; }

    public required TrackStatus Status { get; init; }

    public required double Existence { get; init; }

    public required string Time { get; init; }

    public required string LastSeen { get; init; }

    public required string FirstSeen { get; init; }

    public required double LatDeg { get; init; }

    public required double LonDeg { get; init; }

    /// <summary>Above the WGS-84 ellipsoid; null where no sensor told a height.</summary>
    public double? HeightM { get; init; }

    public required bool HeightKnown { get; init; }

    public required double SpeedMps { get; init; }

    public required double HeadingDeg { get; init; }

    public required double ClimbMps { get; init; }

    public required double TurnRateDegps { get; init; }

    public required double SigmaEastM { get; init; }

    public required double SigmaNorthM { get; init; }

    public required double CovEastNorthM2 { get; init; }

    public required double SigmaUpM { get; init; }

    public required Identity Identity { get; init; }

    public required IdentitySource IdentitySource { get; init; }

    public string? IdentitySince { get; init; }

    public required ObjectClass Class { get; init; }

    public required double ClassProbability { get; init; }

    public required IReadOnlyDictionary<string, double> Classes { get; init; }

    public string? Address { get; init; }

    public string? Callsign { get; init; }

    public string? Code { get; init; }

    public double? PressureAltitudeM { get; init; }

    public required int Plots { get; init; }

    public required IReadOnlyList<string> Sensors { get; init; }

    public required bool OnGround { get; init; }

    public required bool Simulated { get; init; }

    public required bool SensedIndependently { get; init; }

    public required IReadOnlyList<CrossingDto> Crossings { get; init; }

    public IReadOnlyList<ReasonDto>? Reasons { get; init; }

    /// <summary>What the class probabilities rest on.</summary>
    public IReadOnlyList<ReasonDto>? ClassWhy { get; init; }

    /// <summary>What position, height, speed, heading and climb rest on, and their accuracies.</summary>
    public IReadOnlyList<ReasonDto>? MotionWhy { get; init; }

    /// <summary>What the probability of existence rests on.</summary>
    public IReadOnlyList<ReasonDto>? ExistenceWhy { get; init; }

    /// <summary>What it says of itself by Remote ID; null where it says nothing.</summary>
    public UasClaimDto? RemoteId { get; init; }

    /// <summary>Last positions, oldest first: [lonDeg, latDeg, heightM or null, unixMs].</summary>
    public IReadOnlyList<double?[]>? History { get; init; }
}

public sealed record AlertDto(
    string Number, int N, AlertKind Kind, AlertState State, string Track, int TrackN, string AirspaceId, string AirspaceName, string RaisedAt, string ChangedAt,
    string ChangedBy, double Probability, double? EtaS, double? EntryLatDeg, double? EntryLonDeg, int Reminders, bool HasWarning, IReadOnlyList<ReasonDto> Reasons,
    SearchAreaDto? Search = null);

public sealed record SensorDto(
    int Id, string Name, SensorKind Kind, double? LatDeg, double? LonDeg, double? HeightM, string? Source, double MaxRangeM, long Plots, string? LastPlot,
    string? LastMessage, double? RotationS, bool Degraded, SensorQualityDto? Quality, AlignmentDto? Alignment);

/// <summary>
/// How a sensor does against the smoothed tracks, over the last minutes: mean and standard deviation of measured minus smoothed, the share
/// of its looks at confirmed tracks that brought a plot, and the share that was to be expected; and what all that rests on.
/// </summary>
public sealed record SensorQualityDto(
    long Compared, double? RangeMeanM, double? RangeSigmaM, double? AzimuthMeanDeg, double? AzimuthSigmaDeg, double? UpdateProbability, double? ExpectedUpdates,
    IReadOnlyList<ReasonDto> Why);

/// <summary>
/// What a radar gets wrong: reported = true + bias; and what that rests on. <see cref="GainMPer100Km"/> is what the range bias grows by in a hundred kilometres; elevation is
/// null where the radar measures none, or nothing is known.
/// </summary>
public sealed record AlignmentDto(
    double RangeM, double AzimuthDeg, double TimeS, double RangeSigmaM, double AzimuthSigmaDeg, double TimeSigmaS, double GainMPer100Km, double GainSigmaMPer100Km,
    double? ElevationDeg, double? ElevationSigmaDeg, long Samples, string? JumpedAt, string? Jump, IReadOnlyList<ReasonDto> Why);

public sealed record FeedDto(
    string Name, string Format, FeedState State, string Detail, long Octets, long Records, long Plots, long Refused, string? LastReceived, string LastRefusal);

/// <summary><see cref="Polygons"/>: GeoJSON MultiPolygon coordinates, degrees, rings closed.</summary>
public sealed record AirspaceDto(string Id, string Name, AirspaceRole Role, double? FloorM, double? CeilingM, double[][][][] Polygons);

public sealed record ReadinessDto(ReadinessLevel Level, string Since, string DecidedBy, ReadinessLevel Recommended, IReadOnlyList<ReasonDto> Evidence);

public sealed record WarningDto(
    string Id, string Alert, string Sent, string Expires, bool Exercise, string Headline, string Description, string Instruction, string AreaDescription, double[][] Area);

public sealed record StatementLineDto(string Text, IReadOnlyList<long> Entries);

public sealed record StatementDto(string From, string To, bool Exercise, IReadOnlyList<StatementLineDto> Lines);

public sealed record RefusalDto(string Feed, long Entry, int Offset, string Item, string Reason, string At);

public sealed record StatusDto(
    string Name, bool Exercise, HostMode Mode, double? Speed, string Now, long Applied, string Digest, int Tracks, int AlertsOpen, string Journal, string Version,
    string StartedAt, string LocalTimeZone, double? Progress, PlaybackDto? Playback);

public sealed record PlaybackDto(double? Speed, bool Paused, string? SkipsTo, bool Ended);

public sealed record PlaybackBody(double? Speed, bool? Paused, DateTimeOffset? SkipTo);

public sealed record CommandResultDto(bool Accepted, string Message);

public sealed record HealthDto(string Status, string? Why);

public sealed record ByBody(string? By);

public sealed record ByWhyBody(string? By, string? Why);

public sealed record ReadinessBody(string? By, ReadinessLevel? Level, string? Why);

public sealed record IdentityBody(string? By, Identity? Identity, string? Why);

/// <summary>First frame of the live socket.</summary>
public sealed record HelloFrame(
    string Type, StatusDto Status, IReadOnlyList<AirspaceDto> Airspaces, IReadOnlyList<SensorDto> Sensors, IReadOnlyList<FeedDto> Feeds,
    IReadOnlyList<AlertDto> Alerts, ReadinessDto? Readiness, IReadOnlyList<WarningDto> Warnings, IntegrityDto Integrity, CoverageDto Coverage,
    IReadOnlyList<SearchAreaDto> Search, IReadOnlyDictionary<string, double[][]> Trails);

public sealed record AlertFrame(string Type, AlertDto Alert);

public sealed record ReadinessFrame(string Type, ReadinessDto Readiness);

public sealed record WarningFrame(string Type, WarningDto Warning);

public sealed record StatementFrame(string Type, StatementDto Statement);

public sealed record HealthFrame(string Type, IReadOnlyList<FeedDto> Feeds, IReadOnlyList<SensorDto> Sensors, StatusDto Status, PictureQualityDto? PictureQuality);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DictionaryKeyPolicy = JsonKnownNamingPolicy.Unspecified, Converters = [
    typeof(CamelCaseEnum<TrackStatus>), typeof(CamelCaseEnum<Identity>), typeof(CamelCaseEnum<IdentitySource>), typeof(CamelCaseEnum<ObjectClass>),
    typeof(CamelCaseEnum<AlertKind>), typeof(CamelCaseEnum<AlertState>), typeof(CamelCaseEnum<SensorKind>), typeof(CamelCaseEnum<FeedState>),
    typeof(CamelCaseEnum<AirspaceRole>), typeof(CamelCaseEnum<ReadinessLevel>), typeof(CamelCaseEnum<HostMode>),
    typeof(CamelCaseEnum<IntegrityKind>), typeof(CamelCaseEnum<InterferenceLevel>), typeof(CamelCaseEnum<SensorWork>),
    typeof(CamelCaseEnum<UasIdType>), typeof(CamelCaseEnum<UasKind>), typeof(CamelCaseEnum<UasStatus>), typeof(CamelCaseEnum<OperatorPlaceKind>),
    typeof(CamelCaseEnum<EvaluatedAreaKind>)])]
[JsonSerializable(typeof(IReadOnlyList<TrackDto>))]
[JsonSerializable(typeof(IReadOnlyList<AlertDto>))]
[JsonSerializable(typeof(IReadOnlyList<SensorDto>))]
[JsonSerializable(typeof(IReadOnlyList<FeedDto>))]
[JsonSerializable(typeof(IReadOnlyList<AirspaceDto>))]
[JsonSerializable(typeof(IReadOnlyList<WarningDto>))]
[JsonSerializable(typeof(IReadOnlyList<RefusalDto>))]
[JsonSerializable(typeof(ReadinessDto))]
[JsonSerializable(typeof(StatementDto))]
[JsonSerializable(typeof(StatusDto))]
[JsonSerializable(typeof(CommandResultDto))]
[JsonSerializable(typeof(HealthDto))]
[JsonSerializable(typeof(ByBody))]
[JsonSerializable(typeof(ByWhyBody))]
[JsonSerializable(typeof(ReadinessBody))]
[JsonSerializable(typeof(PlaybackBody))]
[JsonSerializable(typeof(IdentityBody))]
[JsonSerializable(typeof(HelloFrame))]
[JsonSerializable(typeof(AlertFrame))]
[JsonSerializable(typeof(ReadinessFrame))]
[JsonSerializable(typeof(WarningFrame))]
[JsonSerializable(typeof(StatementFrame))]
[JsonSerializable(typeof(HealthFrame))]
[JsonSerializable(typeof(IntegrityDto))]
[JsonSerializable(typeof(IntegrityFrame))]
[JsonSerializable(typeof(CoverageDto))]
[JsonSerializable(typeof(CoverageFrame))]
[JsonSerializable(typeof(IReadOnlyList<AllClearDto>))]
[JsonSerializable(typeof(IReadOnlyList<SearchAreaDto>))]
[JsonSerializable(typeof(SearchFrame))]
[JsonSerializable(typeof(PictureQualityDto))]
public sealed partial class ContractJson : JsonSerializerContext;
