using Vedette.Kernel;
using Vedette.Wire.Containers;
using Vedette.Wire.JsonStreams;
using Vedette.Wire.Lines;

namespace Vedette.Wire.AircraftJson;

/// <summary>aircraft.json documents or single objects, one behind another: each a piece, at the time that it tells. What separates them is left out.</summary>
internal static class AircraftJsonRecording
{
    private const int BufferOctets = 1 << 16;
    private static readonly TimeSpan MostGap = TimeSpan.FromDays(1);

    public static bool LooksLikeAircraft(ReadOnlySpan<byte> head) => JsonNames.HasOneOf(head, "aircraft", "ac", "hex");

    public static IEnumerable<TimedOctets> Read(Stream recording, Instant start)
    {
        var framer = new JsonObjectFramer();
        var clock = new LineClock(start, MostGap);
        var buffer = new byte[BufferOctets];
        int read;
        while ((read = recording.Read(buffer)) > 0)
        {
            var position = 0;
            JsonEvent what;
            while ((what = Next(framer, buffer.AsSpan(0, read), ref position, out var whole)) != JsonEvent.NeedMore)
            {
                if (what != JsonEvent.Object) continue;
                var nowS = AircraftDocument.TimeOf(whole);
                clock.Follow(double.IsNaN(nowS) ? null : Instant.FromUnixSeconds(nowS));
                yield return new(clock.Now, whole, framer.Start);
            }
        }
    }

    private static JsonEvent Next(JsonObjectFramer framer, ReadOnlySpan<byte> octets, ref int position, out byte[] whole)
    {
        var what = framer.Next(octets, ref position, out var octetsOfObject);
        whole = octetsOfObject.ToArray();
        return what;
    }
}
