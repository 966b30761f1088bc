using System.Globalization;
using Vedette.Air;
using Vedette.Edge.Recordings;
using Vedette.Kernel;

namespace Vedette.Cli.Hosting;

/// <summary>The plain lines at the end of a replay.</summary>
internal static class ReplaySummary
{
    private const int ShownRefusals = 12;
    private const int ShownSensors = 40;
    private const int ShownFindings = 20;

    public static void Write(TextWriter output, IRecording recording, Tally tally, TimeSpan took, string digest, string? journal)
    {
        var records = tally.Feeds.Sum(feed => feed.Records);
        var refused = tally.Feeds.Sum(feed => feed.Refused);
        var span = tally.Last - tally.First;
        output.WriteLine($"replayed  {recording.Description}");
        output.WriteLine($"time      {tally.First} to {tally.Last} ({Length(span)})");
        foreach (var feed in tally.Feeds)
            output.WriteLine($"feed      {feed.Name} ({feed.Format}): {feed.Octets:N0} octets, {feed.Records:N0} records, {feed.Plots:N0} plots, {feed.Refused:N0} refused");
        output.WriteLine($"records   {records:N0} read, {refused:N0} refused, {tally.Feeds.Sum(feed => feed.Plots):N0} plots");
        WriteRefusals(output, tally, refused);
        WriteSensors(output, tally);
        WriteQuality(output, tally);
        output.WriteLine($"tracks    {tally.ConfirmedTracks:N0} confirmed, {tally.MostTracks:N0} at most at one time");
        foreach (var line in tally.PictureQuality is { } quality ? PictureQualityLines.Of(quality) : []) output.WriteLine(line);
        WriteIntegrity(output, tally);
        output.WriteLine($"alerts    {tally.Alerts.Count:N0}{Kinds(tally)}");
        foreach (var flaw in recording.Flaws.Take(ShownRefusals)) output.WriteLine($"flaw      {flaw}");
        if (recording.Flaws.Count > ShownRefusals) output.WriteLine($"flaw      and {recording.Flaws.Count - ShownRefusals:N0} more");
        output.WriteLine($"speed     {took.TotalSeconds:0.00} s: {span.TotalSeconds / took.TotalSeconds:N0} times real time, {records / took.TotalSeconds:N0} records/s, {tally.Entries:N0} entries");
        if (journal is not null) output.WriteLine($"journal   {journal}");
        output.WriteLine($"digest    {digest}");
    }

    /// <summary>"1 min 1 s", "3 h 20 min", "2 d 4 h": the two largest parts.</summary>
    private static string Length(TimeSpan span) => span switch
    {
        { TotalDays: >= 1 } => $"{(int)span.TotalDays} d {span.Hours} h",
        { TotalHours: >= 1 } => $"{span.Hours} h {span.Minutes} min",
        { TotalMinutes: >= 1 } => $"{span.Minutes} min {span.Seconds} s",
        _ => $"{span.TotalSeconds:0.#} s",
    };

    private static string Kinds(Tally tally)
    {
        var kinds = tally.Alerts.GroupBy(alert => alert.Kind).OrderBy(kind => kind.Key).Select(kind => $"{kind.Count():N0} {kind.Key.ToString().ToLowerInvariant()}");
        return tally.Alerts.Count == 0 ? "" : $" ({string.Join(", ", kinds)})";
    }

    private static void WriteIntegrity(TextWriter output, Tally tally)
    {
        var findings = tally.Findings;
        output.WriteLine($"integrity {findings.Count:N0} doubts about what aircraft claim{Kinds(findings)}, {tally.Integrity.Doubted:N0} positions kept from the picture");
        foreach (var finding in findings.Take(ShownFindings))
        {
            var who = finding.Callsign.IsBlank ? $"{finding.Address}" : $"{finding.Address} {finding.Callsign}";
            output.WriteLine($"  {finding.Since} to {finding.Until?.ToString() ?? "the end",-24} {who}: {string.Join(' ', finding.Reasons.Select(reason => reason.Text))}");
        }

        if (findings.Count > ShownFindings) output.WriteLine($"  and {findings.Count - ShownFindings:N0} more");
        var (jammed, spoofed) = (tally.Integrity.Cells.Count(cell => cell.Level != InterferenceLevel.Low), tally.Integrity.Cells.Count(cell => cell.Spoofed > 0));
        if (jammed + spoofed > 0) output.WriteLine($"cells     {jammed:N0} with GNSS interference, {spoofed:N0} with aircraft that are not believed, of {tally.Integrity.Cells.Count:N0} in the last hour");
    }

    private static string Kinds(IReadOnlyCollection<IntegrityFinding> findings)
    {
        var kinds = findings.GroupBy(finding => finding.Kind).OrderBy(kind => kind.Key).Select(kind => $"{kind.Count():N0} {KindName(kind.Key)}");
        return findings.Count == 0 ? "" : $" ({string.Join(", ", kinds)})";
    }

    private static string KindName(IntegrityKind kind) => kind switch
    {
        IntegrityKind.Jump => "jumped",
        IntegrityKind.ImpossibleMotion => "impossible in flight",
        IntegrityKind.Frozen => "frozen",
        IntegrityKind.Replayed => "replayed",
        IntegrityKind.AgainstSensors => "against sensors",
        IntegrityKind.DuplicateAddress => "of one address used twice",
        IntegrityKind.Degraded => "of degraded accuracy",
        _ => "against air data",
    };

    /// <summary>A radar that nobody placed gives no track, nor does a system whose plane has no known origin, and the operator should know why.</summary>
    private static void WriteSensors(TextWriter output, Tally tally)
    {
        foreach (var (sensor, plots, unplaced) in tally.Sensors.Where(s => s.Plots > 0).Select(s => (s.Sensor, s.Plots, s.Unplaced)).Take(ShownSensors))
        {
            var placed = sensor.Position is { } at ? $"at {at.LatitudeDeg:0.0000}, {at.LongitudeDeg:0.0000}, {at.HeightM:0} m" : "";
            if (placed.Length == 0 && unplaced > 0 && sensor.Source is { } source)
                placed = $"{(unplaced < plots ? $"{unplaced:N0} of them " : "")}of unknown position, so {(unplaced < plots ? "these" : "its plots")} cannot be placed: tell it with --sensor {source.Sac}/{source.Sic}=lat,lon,height";
            output.WriteLine($"sensor    {sensor.Name}: {plots:N0} plots{(placed.Length == 0 ? "" : $", {placed}")}");
        }
    }

    /// <summary>What the picture found out about its sensors, as of the end.</summary>
    private static void WriteQuality(TextWriter output, Tally tally)
    {
        foreach (var status in tally.Sensors.Where(s => !double.IsNaN(s.Quality.UpdateProbability)).Take(ShownSensors))
        {
            var q = status.Quality;
            var residuals = q.Compared < 2 ? "" : string.Create(CultureInfo.InvariantCulture,
                $"; against smoothed tracks range {q.RangeMeanM:+0.0;-0.0} m ± {q.RangeSigmaM:0.0} m, azimuth {q.AzimuthMeanRad / Angle.RadiansPerDegree:+0.000;-0.000}° ± {q.AzimuthSigmaRad / Angle.RadiansPerDegree:0.000}° ({q.Compared:N0} plots)");
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"quality   {status.Sensor.Name}: {q.UpdateProbability:P1} of looks at confirmed tracks brought a plot, {q.ExpectedUpdates:P1} expected{residuals}"));
        }
    }

    private static void WriteRefusals(TextWriter output, Tally tally, long refused)
    {
        foreach (var (item, reason, count) in tally.Refusals.Take(ShownRefusals)) output.WriteLine($"refused   {count,8:N0}  {item}: {reason}");
        var rest = refused - tally.Refusals.Take(ShownRefusals).Sum(refusal => refusal.Count);
        if (rest > 0) output.WriteLine($"refused   {rest,8:N0}  others and repeats inside one entry");
    }
}
