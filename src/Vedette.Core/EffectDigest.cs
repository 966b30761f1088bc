using System.Security.Cryptography;
using Vedette.Air;
using Vedette.Kernel;

namespace Vedette.Core;

/// <summary>
/// SHA-256 over the canonical form of every effect in order. Two runs with the same digest said the same, to the last bit of the last
/// covariance. <see cref="HealthEffect"/> counts as everything else does.
/// </summary>
internal sealed class EffectDigest : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly DigestBuffer buffer = new();

    public string Hex => Convert.ToHexStringLower(hash.GetCurrentHash());

    public void Fold(EffectKey key, Effect effect)
    {
        buffer.Clear();
        buffer.Add(key.Sequence);
        buffer.Add(key.Index);
        buffer.Add(effect.GetType().Name);
        Add(effect);
        hash.AppendData(buffer.Written);
    }

    public void Dispose() => hash.Dispose();

    private void Add(Effect effect)
    {
        switch (effect)
        {
            case PictureEffect picture: Add(picture); break;
            case AlertEffect alert: Add(alert.Alert); break;
            case ReadinessEffect readiness: Add(readiness.Readiness); break;
            case WarningEffect warning: Add(warning.Warning); break;
            case StatementEffect statement: Add(statement.Statement); break;
            case CommandEffect command:
                buffer.Add(command.Command);
                buffer.Add(command.Result.Accepted);
                buffer.Add(command.Result.Message);
                break;
            case RefusalEffect refusal: buffer.Add(refusal.Refusal.ToString()); break;
            case ConfigurationEffect configuration: buffer.Add(Convert.ToHexString(CoreJson.Write(configuration.Configuration))); break;
            case HealthEffect health: Add(health); break;
            case IntegrityEffect integrity: Add(integrity); break;
            case CoverageEffect coverage: Add(coverage); break;
            case SearchEffect search: Add(search); break;
            case ClaimEffect claim: Add(claim.Claim); break;
            default: throw new InvalidOperationException($"{effect.GetType().Name} has no canonical form");
        }
    }

    private void Add(PictureEffect picture)
    {
        buffer.Add(picture.At);
        buffer.Add(picture.Tracks.Length);
        foreach (ref readonly var track in picture.Tracks.AsSpan()) Add(in track);
        buffer.Add(picture.Assessments.Count);
        foreach (var assessment in picture.Assessments) Add(assessment);
    }

    private void Add(in Track track)
    {
        buffer.Add(track.Number.Value);
        buffer.Add((byte)track.Status);
        buffer.Add(track.Existence);
        buffer.Add(track.Time);
        buffer.Add(track.Position);
        buffer.Add(track.Velocity.East);
        buffer.Add(track.Velocity.North);
        buffer.Add(track.Velocity.Up);
        var covariance = track.Covariance;
        for (var i = 0; i < 21; i++) buffer.Add(covariance[i]);
        var classes = track.Classes;
        for (var i = 0; i < 13; i++) buffer.Add(classes[i]);
        buffer.Add(track.HeightKnown);
        buffer.Add(track.Manoeuvring);
        buffer.Add(track.TurnRateRadps);
        buffer.Add(track.FirstSeen);
        buffer.Add(track.LastSeen);
        buffer.Add(track.Plots);
        buffer.Add((long)track.SensorMask);
        buffer.Add(track.LastEntry);
        buffer.Add(track.Address?.Value ?? -1);
        buffer.Add(track.Code?.Value ?? -1);
        buffer.Add((long)track.Callsign.Packed);
        buffer.Add(track.Altitude?.Metres ?? double.NaN);
        buffer.Add(track.SensedIndependently);
        buffer.Add(track.OnGround);
        buffer.Add(track.Simulated);
    }

    private void Add(TrackAssessment assessment)
    {
        buffer.Add(assessment.Track.Value);
        buffer.Add(assessment.At);
        buffer.Add((byte)assessment.Identity.Identity);
        buffer.Add((byte)assessment.Identity.Source);
        buffer.Add(assessment.Identity.Since);
        Add(assessment.Identity.Reasons);
        buffer.Add(assessment.Crossings.Count);
        foreach (var crossing in assessment.Crossings)
        {
            buffer.Add(crossing.AirspaceId);
            buffer.Add(crossing.Inside);
            buffer.Add(crossing.Within5Min);
            buffer.Add(crossing.Within10Min);
            buffer.Add(crossing.Within20Min);
            buffer.Add(crossing.EtaP10S);
            buffer.Add(crossing.EtaP50S);
            buffer.Add(crossing.EtaP90S);
            buffer.Add(crossing.EntryPoint);
            buffer.Add(crossing.EntrySpreadM);
            buffer.Add(crossing.DistanceM);
            buffer.Add(crossing.Basis.At);
            buffer.Add(crossing.Basis.Entry);
            buffer.Add(crossing.Basis.HeldM);
            buffer.Add(crossing.Basis.Bound);
            buffer.Add(crossing.Basis.AlongBoundary);
        }
    }

    private void Add(Alert alert)
    {
        buffer.Add(alert.Number.Value);
        buffer.Add((byte)alert.Kind);
        buffer.Add((byte)alert.State);
        buffer.Add(alert.Track.Value);
        buffer.Add(alert.AirspaceId);
        buffer.Add(alert.RaisedAt);
        buffer.Add(alert.ChangedAt);
        buffer.Add(alert.ChangedBy);
        buffer.Add(alert.Probability);
        buffer.Add(alert.EtaS);
        buffer.Add(alert.EntryPoint);
        buffer.Add(alert.Reminders);
        Add(alert.Reasons);
    }

    private void Add(ReadinessStatus readiness)
    {
        buffer.Add((byte)readiness.Level);
        buffer.Add(readiness.Since);
        buffer.Add(readiness.DecidedBy);
        buffer.Add((byte)readiness.Recommended);
        Add(readiness.Evidence);
    }

    private void Add(WarningDraft warning)
    {
        buffer.Add(warning.Id);
        buffer.Add(warning.Alert.Value);
        buffer.Add(warning.Sent);
        buffer.Add(warning.Expires);
        buffer.Add(warning.Exercise);
        buffer.Add(warning.CapXml);
    }

    private void Add(IncidentStatement statement)
    {
        buffer.Add(statement.From);
        buffer.Add(statement.To);
        buffer.Add(statement.Exercise);
        buffer.Add(statement.Lines.Count);
        foreach (var line in statement.Lines)
        {
            buffer.Add(line.Text);
            buffer.Add(line.Entries.Count);
            foreach (var entry in line.Entries) buffer.Add(entry);
        }
    }

    private void Add(IntegrityEffect effect)
    {
        buffer.Add(effect.At);
        buffer.Add(effect.Integrity.Doubted);
        buffer.Add(effect.Integrity.Findings.Count);
        foreach (var finding in effect.Integrity.Findings)
        {
            buffer.Add(finding.Number);
            buffer.Add((byte)finding.Kind);
            buffer.Add(finding.Address.Value);
            buffer.Add((long)finding.Callsign.Packed);
            buffer.Add(finding.Since);
            buffer.Add(finding.Until ?? Instant.MinValue);
            buffer.Add(finding.Claimed);
            buffer.Add(finding.Trusted);
            buffer.Add(finding.IsDoubted);
            buffer.Add(finding.Reports);
            Add(finding.Reasons);
        }

        foreach (var cell in effect.Integrity.Cells)
        {
            buffer.Add((long)cell.Cell.Index);
            buffer.Add(cell.Good);
            buffer.Add(cell.Bad);
            buffer.Add(cell.Spoofed);
        }
    }

    private void Add(UasClaim claim)
    {
        buffer.Add(claim.Address.Value);
        buffer.Add(claim.At);
        buffer.Add(claim.Entry);
        buffer.Add(claim.Id);
        buffer.Add((byte)claim.IdType);
        buffer.Add(claim.SecondId);
        buffer.Add((byte)claim.SecondIdType);
        buffer.Add((byte)claim.Kind);
        buffer.Add((byte)claim.Status);
        buffer.Add(claim.Description);
        buffer.Add(claim.OperatorId);
        buffer.Add(claim.Operator);
        buffer.Add((byte)claim.OperatorPlace);
        buffer.Add(claim.Area?.Aircraft ?? -1);
        buffer.Add(claim.Area?.RadiusM ?? double.NaN);
        buffer.Add(claim.Area?.FloorM ?? double.NaN);
        buffer.Add(claim.Area?.CeilingM ?? double.NaN);
        buffer.Add(claim.EuCategory);
        buffer.Add(claim.EuClass);
    }

    private void Add(CoverageEffect effect)
    {
        var coverage = effect.Coverage;
        buffer.Add(effect.At);
        buffer.Add(coverage.Entry);
        buffer.Add(coverage.Area.Rows);
        buffer.Add(coverage.Area.Columns);
        buffer.Add(coverage.Detection);
        foreach (var sensor in coverage.Sensors)
        {
            buffer.Add(sensor.Sensor.Value);
            buffer.Add((byte)sensor.Work);
            foreach (var share in sensor.Sectors) buffer.Add(share);
            buffer.Add(sensor.Why.Text);
            buffer.Add(sensor.Why.Entry);
        }

        foreach (var clear in coverage.AllClears) Add(clear);
    }

    private void Add(SearchEffect effect)
    {
        buffer.Add(effect.At);
        foreach (var area in effect.Areas)
        {
            buffer.Add(area.Alert.Value);
            buffer.Add(area.AreaM2);
            buffer.Add(area.Flying);
            foreach (var place in area.Rings.SelectMany(static ring => ring)) buffer.Add(place);
            foreach (var reason in area.Reasons) buffer.Add(reason.Text);
        }
    }

    private void Add(AllClear clear)
    {
        buffer.Add(clear.AirspaceId);
        buffer.Add(clear.Allowed);
        foreach (var path in clear.Weakest)
        {
            buffer.Add((byte)path.Class);
            buffer.Add(path.HeightM);
            buffer.Add(path.Miss);
            foreach (var place in path.Way) buffer.Add(place);
        }

        foreach (var unseen in clear.Unseen) buffer.Add(unseen.Expected);
        Add(clear.Reasons);
    }

    private void Add(HealthEffect health)
    {
        buffer.Add(health.At);
        foreach (var feed in health.Feeds)
        {
            buffer.Add(feed.Name);
            buffer.Add((byte)feed.State);
            buffer.Add(feed.Detail);
            buffer.Add(feed.Octets);
            buffer.Add(feed.Records);
            buffer.Add(feed.Plots);
            buffer.Add(feed.Refused);
            buffer.Add(feed.LastReceived);
        }

        foreach (var sensor in health.Sensors)
        {
            buffer.Add(sensor.Sensor.Id.Value);
            buffer.Add(sensor.Sensor.Name);
            buffer.Add(sensor.Sensor.Position);
            buffer.Add(sensor.Plots);
            buffer.Add(sensor.LastPlot);
            buffer.Add(sensor.LastMessage);
            buffer.Add(sensor.RotationS);
            buffer.Add(sensor.Degraded);
            Add(sensor.Quality);
            buffer.Add(sensor.Alignment.RangeM);
            buffer.Add(sensor.Alignment.AzimuthRad);
            buffer.Add(sensor.Alignment.TimeS);
            buffer.Add(sensor.Alignment.Gain);
            buffer.Add(sensor.Alignment.ElevationRad);
            buffer.Add(sensor.Alignment.Samples);
            buffer.Add(sensor.Alignment.Jump?.At ?? default);
        }
    }

    private void Add(in SensorQuality quality)
    {
        buffer.Add(quality.Compared);
        buffer.Add(quality.RangeMeanM);
        buffer.Add(quality.RangeSigmaM);
        buffer.Add(quality.AzimuthMeanRad);
        buffer.Add(quality.AzimuthSigmaRad);
        buffer.Add(quality.UpdateProbability);
        buffer.Add(quality.ExpectedUpdates);
    }

    private void Add(IReadOnlyList<Reason> reasons)
    {
        buffer.Add(reasons.Count);
        foreach (var reason in reasons)
        {
            buffer.Add(reason.Text);
            buffer.Add(reason.Entry);
        }
    }
}
