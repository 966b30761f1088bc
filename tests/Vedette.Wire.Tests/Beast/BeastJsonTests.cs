using System.Text;
using System.Text.Json;
using Vedette.Kernel;
using Vedette.Wire.Beast;
using Vedette.Wire.ModeS;

namespace Vedette.Wire.Tests.Beast;

public class BeastJsonTests
{
    /// <summary>DF17 of 4840D6 with its callsign (type code 4): "The 1090 Megahertz Riddle", section 4.</summary>
    private static readonly byte[] Callsign = Convert.FromHexString("8D4840D6202CC371C32CE0576098");

    [Fact]
    public void A_squitter_is_told_with_its_address_and_type_code()
    {
        using var line = JsonDocument.Parse(Assert.Single(Read(Frame(Callsign)).Records));
        Assert.Equal("4840d6", line.RootElement.GetProperty("address").GetString());
        Assert.Equal(4, line.RootElement.GetProperty("typecode").GetInt32());
        Assert.Equal("KLM1023", line.RootElement.GetProperty("fields").GetProperty("callsign").GetString());
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
        Assert.DoesNotContain("address", line);
    }

    [Fact]
    public void Two_halves_of_a_place_give_the_second_its_position()
    {
        var even = Convert.FromHexString("8D40621D58C382D690C8AC2863A7");
        var odd = Convert.FromHexString("8D40621D58C386435CC412692AD6");
        var records = Read([.. Frame(odd), .. Frame(even)]).Records;
        Assert.DoesNotContain("position", records[0]);
        using var line = JsonDocument.Parse(records[1]);
        var position = line.RootElement.GetProperty("position");
        Assert.Equal((52.2572, 3.91937), (Math.Round(position.GetProperty("latitudeDeg").GetDouble(), 5), Math.Round(position.GetProperty("longitudeDeg").GetDouble(), 5)));
        Assert.Equal("pair", position.GetProperty("by").GetString());
        Assert.Equal((8, 185.2), (position.GetProperty("nic").GetInt32(), position.GetProperty("rcM").GetDouble()));
        Assert.Equal(38_000, line.RootElement.GetProperty("fields").GetProperty("altitudeFt").GetDouble());
    }

    /// <summary>DF4 of an address that DF11, 17 or 18 has not proved: any error would make some other address.</summary>
    [Fact]
    public void A_reply_tells_whether_its_address_was_heard_before()
    {
        byte[] reply = [4 << 3, 0, 0, 0x98, 0, 0, 0];
        Parity.Seal(reply, 0x4840D6);
        byte[] frame = [0x1A, (byte)'2', 0, 0, 0, 0, 0, 8, 200, .. reply];
        var records = Read([.. frame, .. Frame(Callsign), .. frame]).Records;
        Assert.Contains("\"addressBy\":\"overlay\"", records[0]);
        Assert.Contains("\"address\":\"4840d6\",\"addressBy\":\"heard\"", records[2]);
    }

    [Fact]
    public void Mode_AC_is_told_as_a_code_and_as_the_altitude_that_it_may_be()
    {
        var line = Assert.Single(Read([0x1A, (byte)'1', 0, 0, 0, 0, 0, 7, 200, 0x05, 0x20]).Records);
        Assert.Contains("\"modeac\":\"0520\",\"fields\":{\"squawk\":\"0520\",\"ident\":false,\"altitudeFt\":2000}", line);
    }

    [Fact]
    public void Octets_outside_any_frame_are_said() => Assert.Contains("outside any frame", Read([1, 2, 3, .. Frame(Callsign)]).Refusals[0]);

    /// <summary>Every format with every parity: believed, vouched for and refused.</summary>
    [Fact]
    public void Who_wants_only_the_counts_gets_the_same_counts_and_no_text()
    {
        var random = SeededRandom.For(11, 3);
        var octets = new List<byte>();
        for (var i = 0; i < 2000; i++)
        {
            var message = new byte[i % 2 == 0 ? 14 : 7];
            for (var k = 0; k < message.Length; k++) message[k] = (byte)random.Next(256);
            if (i % 3 == 0) Parity.Seal(message, 0);
            octets.AddRange(i % 5 == 0 ? Frame(Callsign) : [0x1A, (byte)(message.Length == 14 ? '3' : '2'), 0, 0, 0, 0, 0, 8, 200, .. Escaped(message)]);
            if (i % 7 == 0) octets.AddRange([0x1A, (byte)'1', 0, 0, 0, 0, 0, 7, 200, 0x05, 0x20]);
        }

        var (told, counted) = (Read([.. octets]), new Lines { WantsText = false });
        new BeastJson().Write(octets.ToArray(), 50, counted);
        Assert.Equal(told.Kinds, counted.Kinds);
        Assert.All(counted.Records, Assert.Empty);
        Assert.True(told.Records.Count > 400 && told.Refusals.Count > 400);
    }

    private static IEnumerable<byte> Escaped(byte[] message) => message.SelectMany(octet => octet == 0x1A ? [octet, octet] : new[] { octet });

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

        public List<string> Kinds { get; } = [];

        public bool WantsText { get; init; } = true;

        public void OnRecord(string kind, ReadOnlySpan<byte> line)
        {
            Kinds.Add(kind);
            Records.Add(Encoding.UTF8.GetString(line));
        }

        public void OnRefusal(string kind, ReadOnlySpan<byte> line)
        {
            Kinds.Add($"not {kind}");
            Refusals.Add(Encoding.UTF8.GetString(line));
        }
    }
}
