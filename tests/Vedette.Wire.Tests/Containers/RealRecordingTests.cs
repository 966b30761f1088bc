using Vedette.Kernel;
using Vedette.TestSupport;
using Vedette.Wire.Asterix;
using Vedette.Wire.Containers;

namespace Vedette.Wire.Tests.Containers;

/// <summary>Real recordings against the same traffic as plain data blocks: shared/data/README.md.</summary>
public class RealRecordingTests
{
    private const int DatagramsOfUnknownCategories = 15;

    private static readonly Instant Day = Instant.FromUtc(2026, 4, 29);

    /// <summary>All but one: of cat001_002_croatia_1pkt, whose datagram wraps each block in a frame, the plain blocks hold only the first.</summary>
    public static TheoryData<string, RecordingFormat> Recordings => new()
    {
        { "cat001_002_008_ifsnop_local.gps", RecordingFormat.Gps },
        { "cat001_002_ifsnop_canalA.gps", RecordingFormat.Gps },
        { "cat010_doyke.ast", RecordingFormat.RawBlocks },
        { "cat010_lebl_20160510_mlat.ast", RecordingFormat.RawBlocks },
        { "cat010_lebl_20201002_smr.ast", RecordingFormat.RawBlocks },
        { "cat011_doyke.ast", RecordingFormat.RawBlocks },
        { "cat019_020_ifsnop_sdpb.ast", RecordingFormat.RawBlocks },
        { "cat021_alicante_v24.ast", RecordingFormat.RawBlocks },
        { "cat021_lebl_20160510_v023.ast", RecordingFormat.RawBlocks },
        { "cat021_zeroreloaded.ast", RecordingFormat.RawBlocks },
        { "cat034_048_algonents_example.pcapng", RecordingFormat.PcapNg },
        { "cat034_048_ar_260429.pcap", RecordingFormat.Pcap },
        { "cat034_048_croatia.pcap", RecordingFormat.Pcap },
        { "cat034_048_croatia_parsegps.gps", RecordingFormat.Gps },
        { "cat034_048_jahorina.raw.ast", RecordingFormat.RawBlocks },
        { "cat048_bcn_20230502.ast", RecordingFormat.RawBlocks },
        { "cat062_063_065_jade_large30min.ff", RecordingFormat.FinalFormat },
        { "cat062_065_croatia_1pkt.pcap", RecordingFormat.Pcap },
        { "cat062_ar_fds260429.pcap", RecordingFormat.Pcap },
        { "cat062_croatia.pcap", RecordingFormat.Pcap },
        { "cat062_emeraldex_sim.pcap", RecordingFormat.Pcap },
        { "cat062_overwindslash_all1.ast", RecordingFormat.RawBlocks },
        { "cat062_zeroreloaded.ast", RecordingFormat.RawBlocks },
        { "cat240_overwindslash_1.ast", RecordingFormat.RawBlocks },
        { "mixed_algonents_sample.pcap", RecordingFormat.Pcap },
        { "mixed_goasterix_sample.ast", RecordingFormat.RawBlocks },
        { "mixed_goasterix_sample_llc.pcap", RecordingFormat.Pcap },
    };

    [Theory]
    [MemberData(nameof(Recordings))]
    public void A_recording_is_known_by_its_content_and_gives_the_blocks_that_were_sent(string name, RecordingFormat format)
    {
        var blocks = SharedData.Path($"asterix/blocks/{name.Split('.')[0]}.ast");
        using var stream = File.OpenRead(SharedData.Path($"asterix/real/{name}"));
        var recording = RecordingReader.Open(stream, Day)!;
        Assert.Equal(format, recording.Format);
        var expected = File.ReadAllBytes(blocks);
        var found = 0;
        var others = 0;
        Instant? last = null;
        while (recording.TryRead(out var piece))
        {
            Assert.True(last is null || piece.At >= last.Value, "time does not run backwards");
            last = piece.At ?? last;
            if (expected.AsSpan(found).StartsWith(piece.Octets.Span)) found += piece.Octets.Length;
            else others++;
        }

        Assert.Empty(recording.Faults);
        Assert.Equal(stream.Length, recording.Position);
        Assert.Equal(expected.Length, found);
        Assert.Equal(name == "mixed_algonents_sample.pcap" ? DatagramsOfUnknownCategories : 0, others);
    }

    [Fact]
    public void Blocks_come_out_of_the_frames_that_a_gateway_put_around_them()
    {
        using var stream = File.OpenRead(SharedData.Path("asterix/real/cat001_002_croatia_1pkt.pcap"));
        Assert.True(RecordingReader.Open(stream, Day)!.TryRead(out var piece));
        Assert.True(piece.Octets.Span.StartsWith(File.ReadAllBytes(SharedData.Path("asterix/blocks/cat001_002_croatia_1pkt.ast"))));
        Assert.Equal([72, 26, 11, 26, 26, 26], Lengths(piece.Octets.Span));
    }

    [Theory]
    [InlineData("cat034_048_croatia.pcap", "2016-05-05T07:35:56.508Z")]
    [InlineData("cat034_048_algonents_example.pcapng", "2025-02-20T14:40:57.245Z")]
    [InlineData("cat062_063_065_jade_large30min.ff", "2026-04-29T13:58:21.828Z")]
    [InlineData("cat001_002_ifsnop_canalA.gps", "2026-04-29T18:27:11.664Z")]
    [InlineData("cat048_bcn_20230502.ast", "2026-04-29T08:00:00.851Z")]
    public void A_recording_begins_when_it_was_made(string name, string expected)
    {
        using var stream = File.OpenRead(SharedData.Path($"asterix/real/{name}"));
        Assert.True(RecordingReader.Open(stream, Day)!.TryRead(out var piece));
        Assert.Equal(expected, piece.At.ToString());
    }

    private static List<int> Lengths(ReadOnlySpan<byte> octets)
    {
        var lengths = new List<int>();
        var blocks = new DataBlockReader(octets);
        while (blocks.TryRead(out var block) == Decode.Record) lengths.Add(block.Length);
        return lengths;
    }
}
