using System.Buffers;
using System.Text.Json;
using Vedette.Air;
using Vedette.Core;
using Vedette.Server.Contract;

namespace Vedette.Server.Live;

/// <summary>
/// What one client of the live socket has been shown. Writes a picture frame with the rows that changed since, and the tracks that are gone.
/// </summary>
internal sealed class PictureRows
{
    private readonly Dictionary<int, ulong> shown = [];
    private readonly List<int> gone = [];
    private readonly HashSet<int> present = [];
    private readonly ArrayBufferWriter<byte> row = new(256);

    /// <summary>Writes the frame, UTF-8 JSON.</summary>
    /// <param name="picture">The picture to show.</param>
    /// <param name="frame">Cleared first.</param>
    public void Write(PictureEffect picture, ArrayBufferWriter<byte> frame)
    {
        frame.ResetWrittenCount();
        using var json = new Utf8JsonWriter(frame);
        json.WriteStartObject();
        json.WriteString("type", "picture");
        json.WriteString("now", picture.At.ToString());
        json.WriteStartArray("t");
        present.Clear();
        var next = 0;
        foreach (ref readonly var track in picture.Tracks.AsSpan())
        {
            // Assessments are in the order of the tracks, but ended ones may have none.
            while (next < picture.Assessments.Count && picture.Assessments[next].Track.Value < track.Number.Value) next++;
            if (track.Status == TrackStatus.Ended) continue;
            var assessment = next < picture.Assessments.Count && picture.Assessments[next].Track == track.Number ? picture.Assessments[next] : null;
            present.Add(track.Number.Value);
            WriteIfChanged(in track, assessment, json);
        }

        json.WriteEndArray();
        WriteGone(json);
        json.WriteEndObject();
    }

    private void WriteIfChanged(in Track track, TrackAssessment? assessment, Utf8JsonWriter json)
    {
        row.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(row)) WriteRow(in track, assessment, writer);
        var fingerprint = System.IO.Hashing.XxHash3.HashToUInt64(row.WrittenSpan);
        if (shown.TryGetValue(track.Number.Value, out var before) && before == fingerprint) return;
        shown[track.Number.Value] = fingerprint;
        json.WriteRawValue(row.WrittenSpan, skipInputValidation: true);
    }

    private void WriteGone(Utf8JsonWriter json)
    {
        gone.Clear();
        foreach (var number in shown.Keys)
            if (!present.Contains(number)) gone.Add(number);
        json.WriteStartArray("gone");
        foreach (var number in gone)
        {
            shown.Remove(number);
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }

    private static void WriteRow(in Track track, TrackAssessment? assessment, Utf8JsonWriter json)
    {
        var nearest = Worst(assessment);
        var best = track.Classes.Best;
        json.WriteStartArray();
        json.WriteNumberValue(track.Number.Value);
        json.WriteNumberValue((int)track.Status);
        Number(json, track.Position.LatitudeDeg, 5);
        Number(json, track.Position.LongitudeDeg, 5);
        Number(json, track.HeightKnown ? track.Position.HeightM : double.NaN, 0);
        Number(json, track.GroundSpeedMps, 1);
        Number(json, track.TrackAngleRad * 180 / Math.PI, 1);
        Number(json, track.Velocity.Up, 1);
        json.WriteNumberValue((int)(assessment?.Identity.Identity ?? Identity.Pending));
        json.WriteNumberValue((int)best);
        Number(json, track.Classes.Of(best), 2);
        Number(json, track.Existence, 3);
        Number(json, Mapping.HorizontalSigma(in track) ?? double.NaN, 0);
        json.WriteNumberValue(track.LastSeen.ToUnixMilliseconds());
        Text(json, track.Callsign.IsBlank ? null : track.Callsign.ToString());
        Text(json, track.Address?.ToString());
        Text(json, track.Code?.ToString());
        Number(json, nearest?.Within10Min ?? 0, 3);
        Number(json, nearest?.EtaP50S ?? double.NaN, 0);
        json.WriteNumberValue(track.Simulated ? 1 : 0);
        json.WriteNumberValue(track.SensedIndependently ? 1 : 0);
        json.WriteEndArray();
    }

    private static CrossingForecast? Worst(TrackAssessment? assessment)
    {
        CrossingForecast? worst = null;
        if (assessment is null) return null;
        foreach (var crossing in assessment.Crossings)
            if (worst is null || crossing.Within10Min > worst.Within10Min) worst = crossing;
        return worst;
    }

    private static void Number(Utf8JsonWriter json, double value, int digits)
    {
        if (double.IsFinite(value)) json.WriteNumberValue(Math.Round(value, digits));
        else json.WriteNullValue();
    }

    private static void Text(Utf8JsonWriter json, string? text)
    {
        if (text is null) json.WriteNullValue();
        else json.WriteStringValue(text);
    }
}
