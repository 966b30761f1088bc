using System.Text;
using System.Text.Json;
using Vedette.Wire.Beast;

namespace Vedette.Wire.Tests.Beast;

public class BeastJsonTests
{
    /// <summary>DF17 of 4840D6 with its callsign (type code 4): "The 1090 Megahertz Riddle", section 4.</summary>
    private static readonly byte[] Callsign = Convert.FromHexString("8D4840D6202CC371C32CE0576098");

    [Fact]
    public void A_squitter_is_told_with_its_address_and_type_code()
    {
        using var line = JsonDocument.Parse(Assert.Single(Read(Frame(Callsign)).Records));
        Assert.Equal("4840d6", line.RootElement.GetProperty("icao").GetString());
        Assert.Equal(4, line.RootElement.GetProperty("tc").GetInt32());
        Assert.Equal(50, line.RootElement.GetProperty("off").GetInt64());
        Assert.Equal(7, line.RootElement.GetProperty("counter12MHz").GetInt64());
    }

    [Fact]
    public void A_squitter_with_a_wrong_bit_is_refused_and_names_no_address()
    {
        byte[] wrong = [.. Callsign];
        wrong[9] ^= 4;
        var line = Assert.Single(Read(Frame(wrong)).Refusals);
        Assert.Contains("parity", line);
        Assert.DoesNotContain("icao", line);
    }

    [Fact]
    public void Octets_outside_any_frame_are_said() => Assert.Contains("outside any frame", Read([1, 2, 3, .. Frame(Callsign)]).Refusals[0]);

    private static byte[] Frame(byte[] message) => [0x1A, (byte)'3', 0, 0, 0, 0, 0, 7, 200, .. message];

    private static Lines Read(byte[] octets)
    {
        var lines = new Lines();
        new BeastJson().Write(octets, 50, lines);
        return lines;
    }

    private sealed class Lines : IRecordLines
    {
        public List<string> Records { get; } = [];

        public List<string> Refusals { get; } = [];

        public void OnRecord(string kind, ReadOnlySpan<byte> line) => Records.Add(Encoding.UTF8.GetString(line));

        public void OnRefusal(string kind, ReadOnlySpan<byte> line) => Refusals.Add(Encoding.UTF8.GetString(line));
    }
}
