using Vedette.Air;
using Vedette.Core;
using Vedette.Edge.Situation;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Server.Contract;

/// <summary>From the domain's values to what the interface says. Angles become degrees; what is not known becomes null.</summary>
internal static class Mapping
{
    private const double DegreesPerRadian = 180 / Math.PI;

    /// <summary>Sensors from this id on share one bit of <see cref="Track.SensorMask"/>.</summary>
    private const int FirstSharedBit = 63;

    public static double? Known(double value) => double.IsFinite(value) ? value : null;

    public static string? Known(Instant value) => value.Ticks == 0 ? null : value.ToString();

    public static IReadOnlyList<ReasonDto> Reasons(IReadOnlyList<Reason> reasons) => [.. reasons.Select(r => new ReasonDto(r.Text, r.Entry))];

    public static TrackDto Track(in Track track, TrackAssessment? assessment, IReadOnlyList<SensorStatus> sensors)
    {
        var classes = track.Classes;
        var best = classes.Best;
        var sensorNames = SensorNames(track.SensorMask, sensors);
        return new TrackDto
        {
            Number = track.Number.ToString(),
            N = track.Number.Value,
            Status = track.Status,
            Existence = track.Existence,
            Time = track.Time.ToString(),
            LastSeen = track.LastSeen.ToString(),
            FirstSeen = track.FirstSeen.ToString(),
            LatDeg = track.Position.LatitudeDeg,
            LonDeg = track.Position.LongitudeDeg,
            HeightM = track.HeightKnown ? Known(track.Position.HeightM) : null,
            HeightKnown = track.HeightKnown,
            SpeedMps = track.GroundSpeedMps,
            HeadingDeg = track.TrackAngleRad * DegreesPerRadian,
            ClimbMps = track.Velocity.Up,
            TurnRateDegps = track.TurnRateRadps * DegreesPerRadian,
            SigmaEastM = Sigma(track.Covariance.At(0, 0)),
            SigmaNorthM = Sigma(track.Covariance.At(1, 1)),
            CovEastNorthM2 = track.Covariance.At(0, 1),
            SigmaUpM = Sigma(track.Covariance.At(2, 2)),
            Identity = assessment?.Identity.Identity ?? Identity.Pending,
            IdentitySource = assessment?.Identity.Source ?? IdentitySource.None,
            IdentitySince = assessment is null ? null : Known(assessment.Identity.Since),
            Class = best,
            ClassProbability = classes.Of(best),
            Classes = Classes(in classes),
            Address = track.Address?.ToString(),
            Callsign = track.Callsign.IsBlank ? null : track.Callsign.ToString(),
            Code = track.Code?.ToString(),
            PressureAltitudeM = track.Altitude?.Metres,
            Plots = track.Plots,
            Sensors = sensorNames,
            OnGround = track.OnGround,
            Simulated = track.Simulated,
            SensedIndependently = track.SensedIndependently,
            Crossings = assessment is null ? [] : [.. assessment.Crossings.Select(c => Crossing(c, best, sensorNames))],
        };
    }

    public static AlertDto Alert(Alert alert, SituationSnapshot situation) => new(
        alert.Number.ToString(), alert.Number.Value, alert.Kind, alert.State, alert.Track.ToString(), alert.Track.Value, alert.AirspaceId,
        AirspaceName(alert.AirspaceId, situation), alert.RaisedAt.ToString(), alert.ChangedAt.ToString(), alert.ChangedBy, alert.Probability, Known(alert.EtaS),
        alert.EntryPoint?.LatitudeDeg, alert.EntryPoint?.LongitudeDeg, alert.Reminders, situation.Warnings.Any(w => w.Alert == alert.Number), Reasons(alert.Reasons),
        situation.Search.FirstOrDefault(area => area.Alert == alert.Number) is { } area ? SearchMapping.Area(area) : null);

    /// <summary>Open ones first, then the newest.</summary>
    public static IReadOnlyList<AlertDto> Alerts(SituationSnapshot situation) =>
    [
        .. situation.Alerts
            .OrderBy(a => a.State == AlertState.Closed)
            .ThenByDescending(a => a.RaisedAt)
            .ThenByDescending(a => a.Number.Value)
            .Select(a => Alert(a, situation)),
    ];

    public static SensorDto Sensor(SensorStatus status) => new(
        status.Sensor.Id.Value, status.Sensor.Name, status.Sensor.Kind, status.Sensor.Position?.LatitudeDeg, status.Sensor.Position?.LongitudeDeg,
        status.Sensor.Position?.HeightM, status.Sensor.Source?.ToString(), status.Sensor.Performance.MaxRangeM, status.Plots, Known(status.LastPlot),
        Known(status.LastMessage), status.RotationS > 0 ? Known(status.RotationS) : null, status.Degraded, Quality(status),
        Alignment(status));

    /// <summary>Null where nothing is known of it yet.</summary>
    private static SensorQualityDto? Quality(SensorStatus status)
    {
        var quality = status.Quality;
        return quality.Compared == 0 && double.IsNaN(quality.UpdateProbability) ? null : new(
            quality.Compared, Known(quality.RangeMeanM), Known(quality.RangeSigmaM), Known(quality.AzimuthMeanRad / Angle.RadiansPerDegree),
            Known(quality.AzimuthSigmaRad / Angle.RadiansPerDegree), Known(quality.UpdateProbability), Known(quality.ExpectedUpdates), SensorWords.Quality(status));
    }

    private static AlignmentDto? Alignment(SensorStatus status)
    {
        var found = status.Alignment;
        return found.Samples == 0 ? null : new(
            Math.Round(found.RangeM, 1), Math.Round(found.AzimuthRad / Angle.RadiansPerDegree, 4), Math.Round(found.TimeS, 3), Math.Round(found.RangeSigmaM, 1),
            Math.Round(found.AzimuthSigmaRad / Angle.RadiansPerDegree, 4), Math.Round(found.TimeSigmaS, 3),
            Math.Round(100e3 * found.Gain, 1), Math.Round(100e3 * found.GainSigma, 1), Degrees(found.ElevationRad), Degrees(found.ElevationSigmaRad), found.Samples, found.Jump?.At.ToString(), found.Jump?.Text,
            SensorWords.Alignment(status));
    }

    private static double? Degrees(double rad) => double.IsNaN(rad) ? null : Math.Round(rad / Angle.RadiansPerDegree, 3);

    public static FeedDto Feed(FeedStatus feed) => new(
        feed.Name, feed.Format, feed.State, feed.Detail, feed.Octets, feed.Records, feed.Plots, feed.Refused, Known(feed.LastReceived), feed.LastRefusal);

    public static AirspaceDto Airspace(Airspace airspace) => new(
        airspace.Id, airspace.Name, airspace.Role, Known(airspace.FloorM), Known(airspace.CeilingM),
        [.. airspace.Polygons.Select(polygon => polygon.Select(ring => Closed(ring)).ToArray())]);

    public static ReadinessDto Readiness(ReadinessStatus readiness) => new(
        readiness.Level, readiness.Since.ToString(), readiness.DecidedBy, readiness.Recommended, Reasons(readiness.Evidence));

    public static WarningDto Warning(WarningDraft warning) => new(
        warning.Id, warning.Alert.ToString(), warning.Sent.ToString(), warning.Expires.ToString(), warning.Exercise, warning.Headline, warning.Description,
        warning.Instruction, warning.AreaDescription, Closed(warning.Area));

    public static StatementDto Statement(IncidentStatement statement) => new(
        statement.From.ToString(), statement.To.ToString(), statement.Exercise, [.. statement.Lines.Select(l => new StatementLineDto(l.Text, l.Entries))]);

    public static StatusDto Status(SituationSnapshot situation) => new(
        situation.Configuration.Name, situation.Configuration.Exercise, situation.Host.Mode, Known(situation.Pace?.Speed ?? 1), situation.At.ToString(), situation.Applied,
        situation.Digest, situation.Picture.Tracks.Count(t => t.Status is TrackStatus.Confirmed or TrackStatus.Coasting),
        situation.Alerts.Count(a => a.State != AlertState.Closed), situation.Host.JournalPath, situation.Host.Version, situation.Host.StartedAt.ToString(),
        situation.Host.LocalTimeZone, situation.Progress, situation.Pace is { } pace ? new(Known(pace.Speed), pace.IsPaused, pace.SkipsTo?.ToString(), pace.HasEnded) : null);

    public static double? HorizontalSigma(in Track track)
    {
        double a = track.Covariance.At(0, 0), b = track.Covariance.At(1, 1), c = track.Covariance.At(0, 1);
        return Known(Math.Sqrt(((a + b) / 2) + Math.Sqrt(((a - b) * (a - b) / 4) + (c * c))));
    }

    private static double Sigma(double variance) => Math.Sqrt(Math.Max(variance, 0));

    private static CrossingDto Crossing(CrossingForecast c, ObjectClass best, IReadOnlyList<string> sensors) => new(
        c.AirspaceId, c.Inside, c.Within5Min, c.Within10Min, c.Within20Min, Known(c.EtaP10S), Known(c.EtaP50S), Known(c.EtaP90S),
        c.EntryPoint?.LatitudeDeg, c.EntryPoint?.LongitudeDeg, Known(c.EntrySpreadM), c.DistanceM, ForecastWords.Why(c.Basis, best, sensors));

    private static Dictionary<string, double> Classes(in ClassProbabilities classes)
    {
        var named = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var c in Enum.GetValues<ObjectClass>())
            if (classes.Of(c) >= 0.005) named[CamelCaseEnum<ObjectClass>.Name(c)] = Math.Round(classes.Of(c), 3);
        return named;
    }

    private static List<string> SensorNames(ulong mask, IReadOnlyList<SensorStatus> sensors)
    {
        var names = new List<string>();
        for (var i = 0; i < Math.Min(sensors.Count, FirstSharedBit); i++)
            if ((mask & (1UL << i)) != 0) names.Add(sensors[i].Sensor.Name);
        if ((mask & (1UL << FirstSharedBit)) != 0) names.Add(sensors.Count == FirstSharedBit + 1 ? sensors[FirstSharedBit].Sensor.Name : "one or more further sensors");
        return names;
    }

    private static string AirspaceName(string id, SituationSnapshot situation) => situation.Configuration.Airspaces.FirstOrDefault(a => a.Id == id)?.Name ?? id;

    private static double[][] Closed(IReadOnlyList<Geodetic> ring) =>
        ring.Count == 0 ? [] : [.. ring.Append(ring[0]).Select(p => new[] { p.LongitudeDeg, p.LatitudeDeg })];
}
