using System.Text;
using System.Text.Json;
using CsCheck;
using Vedette.Air;
using Vedette.Kernel;
using Vedette.TestSupport;
using Vedette.Wire.RemoteId;

namespace Vedette.Wire.Tests.RemoteId;

public class RemoteIdTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 5, 1, 12, 30, 5);

    /// <summary>Message 1 by hand: airborne, 271 deg (91 + EW), 70.5 m/s (fast: 9 x 0.75 + 63.75), climb 2.5 m/s, 50.1 N 22.3 E, baro unknown, geo 300 m, height 120 m above ground, accuracies 10 m and 4.5 m (3), 1830.5 s after the hour.</summary>
    private static readonly byte[] Location = Convert.FromHexString("1027" + "5b0905" + "40a7dc1d" + "c0b54a0d" + "0000" + "280a" + "c008" + "4a" + "13" + "8147" + "01" + "00");

    private static readonly byte[] Serial = [0x02, 0x12, .. "1581F4FEC22A0012ABCD"u8, 0, 0, 0];

    public static TheoryData<string, string> Captures => new()
    {
        { "odid_wifi_bcn_sample.pcap", "odid_wifi_bcn_sample" }, { "odid_wifi_sample.pcap", "odid_wifi_sample" },
        { "odid_bt5_lr_sample.pcapng", "odid_bt5_lr_sample" }, { "parrot_anafi4_spoofed.pcapng", "parrot_anafi4_spoofed" },
    };

    [Fact]
    public void A_location_reads_as_the_standard_says()
    {
        var read = LocationVector.Read(Location);
        Assert.Equal((2, true), (read.Status, read.IsAboveGround));
        Assert.Equal([271, 70.5, 2.5], [read.DirectionDeg, read.SpeedMps, read.ClimbMps]);
        Assert.Equal((50.1, 22.3), (Math.Round(read.LatitudeDeg, 6), Math.Round(read.LongitudeDeg, 6)));
        Assert.Equal([double.NaN, 300, 120], [read.PressureAltitudeM, read.GeodeticAltitudeM, read.HeightM]);
        Assert.Equal([10, 4, 3, 1, 1830.5], [read.HorizontalAccuracy, read.VerticalAccuracy, read.SpeedAccuracy, read.PressureAccuracy, read.SinceHourS]);
        Assert.Equal(10 / 2.45, read.SigmaM);
    }

    [Theory]
    [InlineData("", "no octets")]
    [InlineData("f01900", "an empty pack")]
    [InlineData("f0190a", "10 messages in a pack; nine are the most")]
    [InlineData("f01801", "messages of 24 octets in a pack; 25 are expected")]
    [InlineData("60", "message type 6 is not defined")]
    [InlineData("f01901" + "10", "1 messages announced and 1 octets there")]
    [InlineData("1700000000000000000000000000000000000000000000000000", "message 1 is of protocol version 7, which is not defined")]
    public void What_is_no_message_is_refused_by_name(string hex, string why) => Assert.Equal(why, new RemoteIdReport().Read(Convert.FromHexString(hex)));

    [Fact]
    public void A_pack_without_its_last_padding_is_read_and_one_that_lost_a_place_is_not()
    {
        var report = new RemoteIdReport();
        byte[] pack = [0xF0, 25, 2, .. Location, 0x50, 0, .. "POL-77"u8, .. new byte[17]];
        Assert.Equal(53, pack.Length);
        Assert.Equal("", report.Read(pack.AsSpan(..^15)));
        Assert.Equal("POL-77", Encoding.ASCII.GetString(report.Operator));
        byte[] cut = [0xF0, 25, 1, .. Location[..20]];
        Assert.Equal("1 messages announced and 20 octets there", report.Read(cut));
    }

    [Theory]
    [MemberData(nameof(Captures))]
    public void Real_captures_say_what_the_reference_decoder_says(string capture, string golden)
    {
        using var stream = File.OpenRead(SharedData.Path($"remoteid/{capture}"));
        var lines = new Lines();
        var json = new RemoteIdJson();
        foreach (var piece in RemoteIdRecording.Read(stream, Now)) json.Write(piece.Octets.Span, piece.At!.Value, piece.Offset, lines);
        var told = lines.All.ToDictionary(line => Math.Round(line.GetProperty("ts").GetDouble(), 5));
        var expected = File.ReadAllLines(SharedData.Path($"remoteid/golden/{golden}.jsonl"), Encoding.Latin1).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        foreach (var line in expected)
        {
            var isRefused = line.GetProperty("rc").GetInt32() != 0;
            if (!told.TryGetValue(Math.Round(line.GetProperty("ts").GetDouble(), 5), out var mine))
            {
                // One frame whose header was damaged on the air: its check sequence says so, and what it carries is refused.
                Assert.True(isRefused, line.ToString());
                continue;
            }

            Assert.Equal(isRefused, mine.TryGetProperty("err", out _));
            if (!isRefused) GoldenFields.Same(line, mine, "");
        }

        Assert.Equal(expected.Count(line => line.GetProperty("rc").GetInt32() == 0), lines.All.Count(line => !line.TryGetProperty("err", out _)));
    }

    [Fact]
    public void One_drone_over_two_radios_gives_each_place_once_and_its_name()
    {
        var intake = new HeardIntake();
        var decoder = new RemoteIdDecoder("gate", new SensorDirectory(), "gate");
        byte[] pack = [0xF0, 25, 2, .. Serial, .. Location];
        for (var i = 0; i < 3; i++)
        {
            decoder.Decode(Beacon(pack), Now, 1, intake);
            decoder.Decode(Advertisement(Serial), Now, 2, intake);
            decoder.Decode(Advertisement(Location), Now.AddSeconds(0.1), 3, intake);
        }

        var plot = Assert.Single(intake.All);
        Assert.Equal("0012ABCD", plot.Callsign.ToString());
        Assert.False(plot.Address!.Value.IsIcao);
        Assert.Equal(Now, plot.TimeOfApplicability); // 12:30:30.5 was told, which is too far ahead: the arrival counts
        Assert.Equal(300, plot.Position!.Value.HeightM);
        Assert.InRange(plot.VelocityEastMps, -70.5, -70.4);
        Assert.Empty(intake.Refused);
    }

    [Fact]
    public void A_drone_that_does_not_know_where_it_is_gives_no_plot()
    {
        var nowhere = (byte[])Location.Clone();
        nowhere.AsSpan(5, 8).Clear();
        var intake = new HeardIntake();
        new RemoteIdDecoder("gate", new SensorDirectory(), "gate").Decode(Beacon(nowhere), Now, 1, intake);
        Assert.Empty(intake.All);
        Assert.Equal(1, intake.Records);
    }

    [Fact]
    [Trait("Kind", "Fuzz")]
    public void Any_octets_in_any_wrapping_are_read_or_refused_and_never_throw() =>
        Gen.Select(Gen.Int[0, 6].Select(i => new[] { 105, 127, 251, 256, 272, 0, 1 }[i]), Gen.Byte.Array[0, 300], Gen.Int[0, 6]).Sample((linkType, octets, wrapping) =>
        {
            var packet = wrapping switch { 0 => Beacon(octets)[2..], 1 => Advertisement(octets)[2..], _ => octets };
            var intake = new HeardIntake();
            new RemoteIdDecoder("any", new SensorDirectory(), "any").Decode(RemoteIdPiece.Of(wrapping switch { 0 => 105, 1 => 251, _ => linkType }, packet), Now, 1, intake);
            Assert.Equal(1, intake.Records + intake.Refused.Count);
            Assert.All(intake.All, plot => Assert.InRange(plot.Position!.Value.LatitudeDeg, -90, 90));
        }, iter: 20_000);

    [Fact]
    public void Reading_allocates_nothing()
    {
        var report = new RemoteIdReport();
        byte[] pack = [0xF0, 25, 2, .. Serial, .. Location];
        for (var i = 0; i < 100; i++) report.Read(pack);
        Assert.Equal(0, Allocated.Least(() =>
        {
            for (var i = 0; i < 1000; i++) report.Read(pack);
        }));
    }

    /// <summary>A beacon of 802.11 with an SSID and ASTM's element.</summary>
    private static byte[] Beacon(ReadOnlySpan<byte> message) => RemoteIdPiece.Of(105,
        [0x80, 0, 0, 0, .. new byte[6], 0x60, 0x60, 0x1F, 1, 2, 3, .. new byte[8], .. new byte[12], 0, 2, (byte)'U', (byte)'A', 221, (byte)Math.Min(255, message.Length + 5), 0xFA, 0x0B, 0xBC, 0x0D, 7, .. message]);

    /// <summary>A legacy advertisement of Bluetooth LE with the service data of Remote ID.</summary>
    private static byte[] Advertisement(ReadOnlySpan<byte> message) => RemoteIdPiece.Of(251,
        [0xD6, 0xBE, 0x89, 0x8E, 0x42, (byte)Math.Min(255, message.Length + 12), 6, 5, 4, 3, 2, 1, (byte)Math.Min(255, message.Length + 5), 0x16, 0xFA, 0xFF, 0x0D, 9, .. message, 0, 0, 0]);

    private sealed class Lines : IRecordLines
    {
        public List<JsonElement> All { get; } = [];

        public void OnRecord(string kind, ReadOnlySpan<byte> line) => All.Add(JsonDocument.Parse(line.ToArray()).RootElement);

        public void OnRefusal(string kind, ReadOnlySpan<byte> line) => OnRecord(kind, line);
    }
}
