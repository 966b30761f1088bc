using Vedette.Wire.AircraftJson;
using Vedette.Wire.JsonStreams;
using Vedette.Wire.Lines;

namespace Vedette.Wire.Traces;

/// <summary>Each point of a trace as the line that <see cref="AircraftJsonLines"/> writes for an aircraft object, <c>off</c> being where its row begins.</summary>
internal sealed class TraceJson : IRecordJson, IAircraftTaker
{
    private readonly JsonObjectFramer framer = new();
    private readonly AircraftJsonLines points = new();

    public void Write(ReadOnlySpan<byte> octets, IRecordLines lines)
    {
        points.To(lines);
        var position = 0;
        JsonEvent what;
        while ((what = framer.Next(octets, ref position, out var whole)) != JsonEvent.NeedMore)
        {
            if (what == JsonEvent.Object) TraceDocument.Read(whole, this);
            else if (what == JsonEvent.Broken) OnRefusal("json", "an object that was never finished, or is too large", 0);
        }
    }

    public void OnAircraft(in AircraftReport report, double nowS, int offset) => points.OnAircraft(report, nowS, (int)framer.Start + offset);

    public void OnRefusal(string item, string reason, int offset) => points.OnRefusal(item, reason, (int)framer.Start + offset);
}
