using System.Text;
using System.Text.Json;
using Vedette.Kernel;
using Vedette.TestSupport;
using Vedette.Wire.RemoteId;

namespace Vedette.Wire.Tests.RemoteId;

public class RemoteIdTextJsonTests
{
    [Fact]
    public void A_capture_as_lines_of_hexadecimal_gives_the_lines_of_the_capture()
    {
        using var stream = File.OpenRead(SharedData.Path("remoteid/odid_wifi_sample.pcap"));
        var (frames, text) = (new Kept(), new StringBuilder());
        var byFrame = new RemoteIdJson();
        foreach (var piece in RemoteIdRecording.Read(stream, Instant.UnixEpoch))
        {
            byFrame.Write(piece.Octets.Span, piece.At!.Value, 0, frames);
            Assert.True(RemoteIdPiece.TryOpen(piece.Octets.Span, out var frame));
            text.Append(Convert.ToHexString(frame.Octets)).Append('\n');
        }

        var octets = Encoding.ASCII.GetBytes(text.ToString());
        Assert.Equal("odid-hex", TextFormats.Detect(octets)!.Name);
        Assert.Equal(frames.Lines.Select(Told), Read("odid-hex", octets).Select(Told));
    }

    [Fact]
    public void Objects_of_every_kind_give_the_same_drone()
    {
        foreach (var document in (string[])[UasVectors.DragonSync, UasVectors.DroneScout(Convert.ToBase64String(UasVectors.UasData())), UasVectors.Flights])
        {
            var octets = Encoding.UTF8.GetBytes(document);
            Assert.Equal("odid-json", TextFormats.Detect(octets)!.Name);
            var line = JsonDocument.Parse(Assert.Single(Read("odid-json", octets))).RootElement;
            Assert.Equal((50.1, 22.3), (Math.Round(line.GetProperty("loc").GetProperty("lat").GetDouble(), 7), Math.Round(line.GetProperty("loc").GetProperty("lon").GetDouble(), 7)));
        }
    }

    [Fact]
    public void What_is_not_what_it_should_be_is_a_line_with_its_name()
    {
        var line = JsonDocument.Parse(Assert.Single(Read("odid-json", """{"track_type":"drone","id":"drone-1","lat":"fifty"}"""u8.ToArray()))).RootElement;
        Assert.Equal(("lat", "is not what it should be"), (line.GetProperty("item").GetString(), line.GetProperty("err").GetString()));
    }

    private static List<string> Read(string format, byte[] octets)
    {
        var lines = new Kept();
        TextFormats.All.Single(known => known.Name == format).Json().Write(octets, lines);
        return lines.Lines;
    }

    /// <summary>Without where and by whom it was heard.</summary>
    private static string Told(string line) => line[line.IndexOf("\"ver\":", StringComparison.Ordinal)..];

    private sealed class Kept : IRecordLines
    {
        public List<string> Lines { get; } = [];

        public void OnRecord(string kind, ReadOnlySpan<byte> line) => Lines.Add(Encoding.UTF8.GetString(line));

        public void OnRefusal(string kind, ReadOnlySpan<byte> line) => Lines.Add(Encoding.UTF8.GetString(line));
    }
}
