using System.Text.Json;
using Vedette.Air;
using Vedette.Edge.Situation;
using Vedette.Kernel;

namespace Vedette.Server.Tar1090;

/// <summary>The pictures of the last ten minutes, a quarter of a minute apart, made of the tracks' trails: history_0.json is the oldest.</summary>
internal static class PictureHistory
{
    public const int Pictures = 40;
    private const double StepS = 15;

    public static Instant TimeOf(int index, Instant now) => now.AddSeconds((index - Pictures) * StepS);

    /// <summary>The aircraft objects of one past picture, with no more than a trail keeps.</summary>
    public static void Write(Utf8JsonWriter json, SituationSnapshot now, IReadOnlyDictionary<TrackNumber, IReadOnlyList<TrailPoint>> trails, int index)
    {
        var addresses = new PictureAddresses(now.Picture);
        var at = TimeOf(index, now.Picture.At);
        foreach (ref readonly var track in now.Picture.Tracks.AsSpan())
        {
            if (!PictureAddresses.IsShown(in track) || !trails.TryGetValue(track.Number, out var trail)) continue;
            if (Last(trail, at) is not { } point) continue;
            json.WriteStartObject();
            json.WriteString("hex", addresses.Of(in track));
            json.WriteString("type", SourceType.Of(in track, addresses.Holds(in track), now.Sensors));
            if (!track.Callsign.IsBlank) json.WriteString("flight", track.Callsign.ToString().PadRight(8));
            if (double.IsFinite(point.HeightM)) json.WriteNumber(AircraftObject.IsGeometric(in track) ? "alt_geom" : "alt_baro", AircraftObject.Feet(point.HeightM));
            json.WriteNumber("lat", Math.Round(point.LatitudeDeg, 6));
            json.WriteNumber("lon", Math.Round(point.LongitudeDeg, 6));
            var ageS = Math.Round(at.SecondsSince(point.At), 3);
            json.WriteNumber("seen_pos", ageS);
            json.WriteNumber("seen", ageS);
            json.WriteEndObject();
        }
    }

    /// <summary>The newest point that is no older than one step then.</summary>
    private static TrailPoint? Last(IReadOnlyList<TrailPoint> trail, Instant at)
    {
        for (var i = trail.Count - 1; i >= 0; i--)
            if (trail[i].At <= at) return at.SecondsSince(trail[i].At) <= StepS ? trail[i] : null;
        return null;
    }
}
