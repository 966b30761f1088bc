using CsCheck;
using Vedette.Kernel;
using Vedette.Wire.Containers;
using static Vedette.Wire.Tests.Containers.Captures;

namespace Vedette.Wire.Tests.Containers;

public class RecordingReaderTests
{
    private static readonly Instant Day = Instant.FromUtc(2026, 1, 17);

    /// <summary>CAT034 blocks at 23:59:59 and 00:00:01.</summary>
    private static readonly byte[] BeforeMidnight = [34, 0, 10, 0xE0, 25, 201, 2, 0xA8, 0xBF, 0x80];

    private static readonly byte[] AfterMidnight = [34, 0, 10, 0xE0, 25, 201, 2, 0, 0, 0x80];

    /// <summary>10:37:26.5.</summary>
    private static readonly byte[] Morning = [34, 0, 10, 0xE0, 25, 201, 2, 0x4A, 0xB3, 0x40];

    public static TheoryData<string, byte[]> Captured => new()
    {
        { "Ethernet", Pcap(1, Ethernet(IPv4(Udp(BeforeMidnight)))) },
        { "VLAN", Pcap(1, Vlan(IPv4(Udp(BeforeMidnight)))) },
        { "VLAN in VLAN", Pcap(1, DoubleVlan(IPv4(Udp(BeforeMidnight)))) },
        { "IPv6", Pcap(1, Ethernet(IPv6(Udp(BeforeMidnight)), 0x86DD)) },
        { "IEEE 802.2", Pcap(1, LogicalLink(BeforeMidnight)) },
        { "raw IP", Pcap(101, IPv4(Udp(BeforeMidnight))) },
        { "loopback", Pcap(0, [2, 0, 0, 0, .. IPv4(Udp(BeforeMidnight))]) },
        { "Linux cooked", Pcap(113, Cooked(IPv4(Udp(BeforeMidnight)))) },
        { "Linux cooked 2", Pcap(276, Cooked2(IPv4(Udp(BeforeMidnight)))) },
        { "nanoseconds, big-endian", NanosecondBigEndianPcap(1, Ethernet(IPv4(Udp(BeforeMidnight)))) },
        { "VLAN of an old switch", Pcap(1, [.. new byte[12], 0x91, 0, 0, 7, 0x08, 0, .. IPv4(Udp(BeforeMidnight))]) },
        { "IPv6 with options", Pcap(101, IPv6WithOptions(Udp(BeforeMidnight))) },
        { "PPP", Pcap(9, [0xFF, 3, 0, 0x21, .. IPv4(Udp(BeforeMidnight))]) },
        { "IEEE 802.11 with quality of service", Pcap(105, Wireless(IPv4(Udp(BeforeMidnight)))) },
        { "radiotap", Pcap(127, [0, 0, 9, 0, 0, 0, 0, 0, 0xEE, .. Wireless(IPv4(Udp(BeforeMidnight)))]) },
        { "IEEE 802.2 cooked", Pcap(113, [.. new byte[14], 0, 4, 0x2A, 0xA0, 3, .. BeforeMidnight]) },
        { "frames around blocks", Pcap(1, Ethernet(IPv4(Udp([0, 16, 2, 0xBB, 0x40, 0x35, .. BeforeMidnight])))) },
        { "pcapng", PcapNg(1, Ethernet(IPv4(Udp(BeforeMidnight)))) },
    };

    [Theory]
    [MemberData(nameof(Captured))]
    public void A_datagram_comes_out_of_every_kind_of_capture_without_what_surrounds_it(string kind, byte[] capture)
    {
        var (pieces, recording) = Read(capture);
        Assert.True(pieces.Count == 1, kind);
        Assert.Equal(BeforeMidnight, pieces[0].Octets);
        Assert.Equal(Instant.Parse("2026-01-17T12:00:00.250Z"), pieces[0].At);
        Assert.Empty(recording.Faults);
    }

    /// <summary>The last datagram ends in what might have been a block.</summary>
    [Fact]
    public void A_few_octets_behind_the_blocks_of_a_datagram_are_dropped_and_counted()
    {
        byte[] trailer = [0x40, 2, 0x20, 0x0A, 0xE5, 0x18, 0x6C, 0x86];
        byte[] cut = [.. BeforeMidnight, .. BeforeMidnight[..5]];
        var (pieces, recording) = Read(Pcap(1, Ethernet(IPv4(Udp([.. BeforeMidnight, .. AfterMidnight, .. trailer]))), Ethernet(IPv4(Udp(trailer))), Ethernet(IPv4(Udp(cut)))));
        Assert.Equal([[.. BeforeMidnight, .. AfterMidnight], trailer, cut], pieces.Select(piece => piece.Octets));
        Assert.Equal(1, recording.Trailers);
    }

    [Fact]
    public void Other_packets_are_passed_over_and_damaged_ones_refused_with_their_offset()
    {
        var sound = Ethernet(IPv4(Udp(BeforeMidnight)));
        var tcp = Ethernet(IPv4(new byte[20], protocol: 6));
        var arp = Ethernet(new byte[28], 0x0806);
        var fragment = Ethernet(IPv4(Udp(BeforeMidnight), fragment: 0x2000));
        var capture = Pcap(1, tcp, sound, fragment, sound[..30], arp, sound);
        var (pieces, recording) = Read(capture);
        Assert.Equal(2, pieces.Count);
        Assert.Equal(2, recording.OtherPackets);
        Assert.Equal(2, recording.FaultCount);
        var damagedAt = 24 + 16 + tcp.Length + 16 + sound.Length + 16 + fragment.Length;
        Assert.Equal([damagedAt, capture.Length], recording.Faults.Select(f => f.Offset));
        Assert.Equal("of 1 datagrams that the network split a part is missing", recording.Faults[1].Reason);
    }

    [Fact]
    public void A_datagram_that_the_network_split_is_put_together_in_any_order() =>
        Gen.Shuffle(Enumerable.Range(0, 5).ToArray()).Sample(order =>
        {
            byte[] large = [.. Enumerable.Repeat(BeforeMidnight, 12).SelectMany(block => block)];
            var udp = Udp(large);
            byte[] Part(int number) => Ethernet(IPv4(udp[(number * 32)..Math.Min(udp.Length, (number + 1) * 32)], fragment: (ushort)((number * 4) | (number < 3 ? 0x2000 : 0))));
            var other = Ethernet(IPv4(Udp(AfterMidnight)));
            var (pieces, recording) = Read(Pcap(1, [.. order.Select(number => number == 4 ? other : Part(number))]));
            Assert.Equal(2, pieces.Count);
            Assert.Contains(pieces, piece => piece.Octets.AsSpan().SequenceEqual(large));
            Assert.Empty(recording.Faults);
        }, iter: 50);

    [Fact]
    public void Plain_blocks_cut_at_the_end_are_known_and_those_before_are_kept()
    {
        byte[] whole = [.. BeforeMidnight, .. AfterMidnight, .. Morning];
        var (pieces, recording) = Read(whole[..^3]);
        Assert.Equal([BeforeMidnight, AfterMidnight], pieces.Select(piece => piece.Octets));
        Assert.Equal(20, Assert.Single(recording.Faults).Offset);
    }

    [Fact]
    public void Behind_octets_that_are_no_block_reading_goes_on_where_blocks_follow_again()
    {
        byte[] chain = [.. Enumerable.Repeat(Morning, 10).SelectMany(block => block)];
        var (pieces, recording) = Read([.. chain, 0xEE, 0, 0, 7, .. chain]);
        Assert.Equal(20, pieces.Count);
        Assert.Equal(new RecordingFault(100, "4 octets that are no data block are passed over"), Assert.Single(recording.Faults));
    }

    [Fact]
    public void Plain_blocks_are_paced_by_their_own_times_across_midnight()
    {
        var (pieces, _) = Read([240, 0, 4, 0, .. BeforeMidnight, 240, 0, 4, 0, .. AfterMidnight, .. BeforeMidnight]);
        string?[] expected =
            ["2026-01-17T23:59:59.000Z", "2026-01-17T23:59:59.000Z", "2026-01-17T23:59:59.000Z", "2026-01-18T00:00:01.000Z", "2026-01-18T00:00:01.000Z"];
        Assert.Equal(expected, pieces.Select(p => p.At?.ToString()));
        Assert.Equal([0L, 4, 14, 18, 28], pieces.Select(p => p.Offset));
    }

    [Fact]
    public void A_single_wild_time_of_day_does_not_carry_the_clock_away()
    {
        byte[] wild = [34, 0, 10, 0xE0, 25, 201, 2, 0x54, 0x60, 0];
        var (pieces, _) = Read([.. BeforeMidnight, .. wild, .. AfterMidnight, .. wild, .. wild]);
        string?[] expected =
            ["2026-01-17T23:59:59.000Z", "2026-01-17T23:59:59.000Z", "2026-01-18T00:00:01.000Z", "2026-01-18T00:00:01.000Z", "2026-01-18T12:00:00.000Z"];
        Assert.Equal(expected, pieces.Select(p => p.At?.ToString()));
    }

    [Fact]
    public void A_frame_of_the_final_format_gives_its_blocks_and_its_time()
    {
        byte[] frame = [0, 22, 0, 0, 0, 0x3A, 0x5C, 0x3C, .. Morning, 0xA5, 0xA5, 0xA5, 0xA5];
        byte[] open = [.. frame[..^1], 0];
        var (pieces, recording) = Read([.. frame, .. open, .. frame]);
        Assert.Equal(RecordingFormat.FinalFormat, recording.Format);
        Assert.Equal(2, pieces.Count);
        Assert.Equal(Morning, pieces[0].Octets);
        Assert.Equal("2026-01-17T10:37:27.000Z", pieces[0].At.ToString());
        Assert.Equal(22, Assert.Single(recording.Faults).Offset);
    }

    [Fact]
    public void Stamps_of_a_recorder_that_is_not_on_UTC_are_shifted_to_the_times_of_the_reports()
    {
        byte[] frame = [0, 22, 0, 0, 0, 0x3A, 0x5C, 0x3C, .. BeforeMidnight, 0xA5, 0xA5, 0xA5, 0xA5];
        byte[] later = [0, 22, 0, 0, 0, 0x3A, 0x5D, 0x04, .. AfterMidnight, 0xA5, 0xA5, 0xA5, 0xA5];
        string[] expected = ["2026-01-17T23:59:59.000Z", "2026-01-18T00:00:01.000Z"];
        Assert.Equal(expected, Read([.. frame, .. later]).Pieces.Select(p => p.At.ToString()));
    }

    [Fact]
    [Trait("Kind", "Fuzz")]
    public void A_recording_cut_anywhere_never_throws_and_keeps_what_was_whole()
    {
        byte[][] recordings =
        [
            Pcap(1, Ethernet(IPv4(Udp(BeforeMidnight))), Ethernet(IPv4(Udp(AfterMidnight)))),
            PcapNg(1, Ethernet(IPv4(Udp(BeforeMidnight))), Ethernet(IPv4(Udp(AfterMidnight)))),
            [.. BeforeMidnight, .. AfterMidnight],
        ];
        foreach (var whole in recordings)
        {
            var all = Read(whole).Pieces;
            for (var length = whole.Length - 1; length >= 0; length--)
            {
                var format = RecordingReader.Open(new MemoryStream(whole), Day)!.Format;
                var cut = RecordingReader.Open(new MemoryStream(whole, 0, length), Day, format)!;
                var pieces = Drain(cut);
                Assert.Equal(all.Take(pieces.Count).Select(p => p.Offset), pieces.Select(p => p.Offset));
                if (length == whole.Length - 1) Assert.Equal((all.Count - 1, 1), (pieces.Count, cut.FaultCount));
            }
        }
    }

    [Fact]
    [Trait("Kind", "Fuzz")]
    public void Random_octets_behind_any_format_never_throw() =>
        Gen.Select(Gen.Enum<RecordingFormat>(), Gen.Byte.Array[0, 400]).Sample((format, octets) =>
        {
            if (RecordingReader.Open(new MemoryStream(octets), Day, format) is { } recording) Drain(recording);
        }, iter: 3000);

    [Fact]
    [Trait("Kind", "Fuzz")]
    public void Octets_of_a_capture_may_be_changed_anywhere_and_it_never_throws()
    {
        var whole = PcapNg(1, Ethernet(IPv4(Udp(BeforeMidnight))), Ethernet(IPv4(Udp(AfterMidnight))));
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte).Array[1, 4].Sample(changes =>
        {
            var changed = whole.ToArray();
            foreach (var (at, value) in changes) changed[at] = value;
            Drain(RecordingReader.Open(new MemoryStream(changed), Day, RecordingFormat.PcapNg)!);
        }, iter: 3000);
    }

    [Fact]
    public void A_stream_that_gives_an_octet_at_a_time_gives_the_same_pieces()
    {
        var whole = Pcap(1, [.. Enumerable.Repeat(Ethernet(IPv4(Udp(BeforeMidnight))), 50)]);
        var drops = Drain(RecordingReader.Open(new Dripping(whole), Day)!);
        Assert.Equal(Read(whole).Pieces.Select(p => (p.At, p.Offset)), drops.Select(p => (p.At, p.Offset)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("00000000000000000000000000000000000000000000000000")]
    [InlineData("7B22747970652226")]
    public void What_is_no_recording_is_not_opened(string hex) =>
        Assert.Null(RecordingReader.Open(new MemoryStream(Convert.FromHexString(hex)), Day));

    private static (List<(Instant? At, byte[] Octets, long Offset)> Pieces, RecordingReader Recording) Read(byte[] octets)
    {
        var recording = RecordingReader.Open(new MemoryStream(octets), Day)!;
        return (Drain(recording), recording);
    }

    private static List<(Instant? At, byte[] Octets, long Offset)> Drain(RecordingReader recording)
    {
        var pieces = new List<(Instant?, byte[], long)>();
        while (recording.TryRead(out var piece)) pieces.Add((piece.At, piece.Octets.ToArray(), piece.Offset));
        return pieces;
    }

    private sealed class Dripping(byte[] octets) : MemoryStream(octets)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 1));
    }
}
