using System.Buffers;
using System.Text.Json;
using Vedette.Core;
using Vedette.Edge.Situation;
using Vedette.Kernel;

namespace Vedette.Server.Tar1090;

/// <summary>
/// The picture as readsb publishes its own, so that tar1090 and everything else that reads aircraft.json shows ours. Reading only; other sites'
/// pages may read it where the operator names them.
/// </summary>
internal static class Tar1090Endpoints
{
    private const int RefreshMs = 1000;
    private static readonly TimeSpan Recent = TimeSpan.FromMinutes(2);

    public static void MapTar1090(this WebApplication app, string? allowedOrigin)
    {
        var data = app.MapGroup("/data").ExcludeFromDescription();
        data.AddEndpointFilter(async (context, next) =>
        {
            var headers = context.HttpContext.Response.Headers;
            headers.CacheControl = "no-store";
            if (allowedOrigin is not null) headers.AccessControlAllowOrigin = allowedOrigin;
            return await next(context);
        });
        data.MapGet("/aircraft.json", (ISituation situation) => Document(json => WriteAircraft(json, situation.Now)));
        data.MapGet("/receiver.json", (ISituation situation) => Document(json => WriteReceiver(json, situation.Now)));
        data.MapGet("/history_{index:int}.json", History);
        data.MapGet("/traces/{folder}/trace_full_{hex}.json", (string hex, ISituation situation) => Trace(hex, situation, onlyRecent: false));
        data.MapGet("/traces/{folder}/trace_recent_{hex}.json", (string hex, ISituation situation) => Trace(hex, situation, onlyRecent: true));
    }

    private static void WriteAircraft(Utf8JsonWriter json, SituationSnapshot now)
    {
        var addresses = new PictureAddresses(now.Picture);
        Begin(json, now.Picture.At, now);
        foreach (ref readonly var track in now.Picture.Tracks.AsSpan())
            if (PictureAddresses.IsShown(in track)) AircraftObject.Write(json, in track, addresses, now.Sensors, now.Picture.At);
        json.WriteEndArray();
    }

    private static void WriteReceiver(Utf8JsonWriter json, SituationSnapshot now)
    {
        json.WriteString("version", $"Vedette {now.Host.Version}".TrimEnd());
        json.WriteNumber("refresh", RefreshMs);
        json.WriteNumber("history", PictureHistory.Pictures);
        json.WriteBoolean("haveTraces", true);
        if (Centre(now.Sensors) is not { } centre) return;
        json.WriteNumber("lat", Math.Round(centre.LatitudeDeg, 5));
        json.WriteNumber("lon", Math.Round(centre.LongitudeDeg, 5));
    }

    private static IResult History(int index, ISituation situation)
    {
        if (index is < 0 or >= PictureHistory.Pictures) return Answers.NotFound($"There are {PictureHistory.Pictures} past pictures, history_0 to history_{PictureHistory.Pictures - 1}.");
        var now = situation.Now;
        return Document(json =>
        {
            Begin(json, PictureHistory.TimeOf(index, now.Picture.At), now);
            PictureHistory.Write(json, now, situation.Trails(), index);
            json.WriteEndArray();
        });
    }

    private static IResult Trace(string hex, ISituation situation, bool onlyRecent)
    {
        var now = situation.Now;
        var addresses = new PictureAddresses(now.Picture);
        foreach (var track in now.Picture.Tracks)
        {
            if (!PictureAddresses.IsShown(in track) || !addresses.Of(in track).Equals(hex, StringComparison.OrdinalIgnoreCase)) continue;
            var trail = situation.Trail(track.Number);
            if (onlyRecent) trail = [.. trail.Where(point => now.Picture.At - point.At <= Recent)];
            return Document(json => TrackTrace.Write(json, in track, trail, addresses, now.Sensors), isWhole: true);
        }

        return Answers.NotFound($"Nothing with the address {hex} is in the picture.");
    }

    /// <summary>The head of a list of aircraft, its bracket opened.</summary>
    private static void Begin(Utf8JsonWriter json, Instant at, SituationSnapshot now)
    {
        json.WriteNumber("now", Math.Round(Math.Max(at.ToUnixSeconds(), 0), 3));
        json.WriteNumber("messages", now.Feeds.Sum(feed => feed.Records));
        json.WriteStartArray("aircraft");
    }

    /// <summary>Where the map begins: amid the sensors.</summary>
    private static (double LatitudeDeg, double LongitudeDeg)? Centre(IReadOnlyList<SensorStatus> sensors)
    {
        var placed = sensors.Where(status => status.Sensor.Position is not null).Select(status => status.Sensor.Position!.Value).ToList();
        return placed.Count == 0 ? null : (placed.Average(p => p.LatitudeDeg), placed.Average(p => p.LongitudeDeg));
    }

    /// <param name="isWhole">The writer writes the outermost braces itself.</param>
    private static IResult Document(Action<Utf8JsonWriter> write, bool isWhole = false)
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 16);
        using (var json = new Utf8JsonWriter(buffer))
        {
            if (!isWhole) json.WriteStartObject();
            write(json);
            if (!isWhole) json.WriteEndObject();
        }

        return Results.Bytes(buffer.WrittenMemory, "application/json");
    }
}
