using System.Buffers;
using CsCheck;
using Vedette.Kernel;
using Vedette.TestSupport;
using Vedette.Wire.Beast;
using Vedette.Wire.ModeS;

namespace Vedette.Wire.Tests.Beast;

public class BeastRecordingTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 1, 17, 2);

    [Theory]
    [InlineData("adsb/ulss7.beast")]
    [InlineData("adsb/ulss7.e8beast")]
    [InlineData("adsb/thy9bp_spoof.e8beast")]
    public void The_pieces_are_the_recording_and_their_times_never_run_backwards(string recording)
    {
        var octets = File.ReadAllBytes(SharedData.Path(recording));
        long next = 0;
        var newest = Instant.MinValue;
        using var stream = new Drip(octets);
        foreach (var piece in BeastRecording.Read(stream, Start))
        {
            Assert.Equal(next, piece.Offset);
            Assert.True(piece.Octets.Span.SequenceEqual(octets.AsSpan((int)next, piece.Octets.Length)));
            Assert.True(piece.At >= newest);
            (next, newest) = (next + piece.Octets.Length, piece.At!.Value);
        }

        Assert.Equal(octets.Length, next);
    }

    [Fact]
    public void Counters_give_the_length_and_stamps_the_time_of_a_recording()
    {
        var plain = Times("adsb/ulss7.beast");
        Assert.Equal(Start.ToUnixSeconds(), plain[0].ToUnixSeconds(), 0.021);
        Assert.Equal(60.9, plain[^1].SecondsSince(plain[0]), 0.1);
        var stamped = Times("adsb/ulss7.e8beast");
        Assert.Equal(2018, stamped[0].ToDateTimeUtc().Year);
        Assert.Equal(60.9, stamped[^1].SecondsSince(stamped[0]), 0.1);
    }

    [Fact]
    public void A_counter_that_stops_or_leaps_does_not_carry_the_time_away()
    {
        long[] counters = [12_000_000, 24_000_000, 0, BeastMagic, 24_000_000 + 600, 0x7000_0000_0000, 0x7000_0000_0000 + 12_000_000, 36_000_000, 48_000_000];
        var message = new byte[7];
        SquitterEncoder.AllCall(message, new(1));
        var octets = new ArrayBufferWriter<byte>();
        foreach (var counter in counters) BeastWriter.Write(octets, message, counter, 10);
        using var stream = new MemoryStream(octets.WrittenSpan.ToArray());
        var times = BeastRecording.Read(stream, Start, TimeSpan.Zero).Select(p => p.At!.Value.SecondsSince(Start)).ToArray();
        Assert.Equal(0, times[0]);
        Assert.InRange(times[^1], 2.99, 3.02);
    }

    [Fact]
    public void A_recording_without_counters_goes_at_a_nominal_pace()
    {
        var message = new byte[7];
        SquitterEncoder.AllCall(message, new(1));
        var octets = new ArrayBufferWriter<byte>();
        for (var i = 0; i < 1000; i++) BeastWriter.Write(octets, message, 0, 10);
        using var stream = new MemoryStream(octets.WrittenSpan.ToArray());
        var times = BeastRecording.Read(stream, Start).Select(p => p.At!.Value.SecondsSince(Start)).ToArray();
        Assert.True(times.Length > 10);
        Assert.Equal(1, times[^1], 1e-6);
    }

    [Fact]
    [Trait("Kind", "Fuzz")]
    public void Any_octets_come_out_whole_whatever_they_are()
    {
        Gen.Select(Gen.Byte.Array[0, 3000], Gen.Int[0, 3]).Sample((noise, copies) =>
        {
            var octets = Enumerable.Repeat(noise, copies * 20).SelectMany(o => o).ToArray();
            using var stream = new Drip(octets);
            var read = BeastRecording.Read(stream, Start).SelectMany(p => p.Octets.ToArray()).ToArray();
            Assert.Equal(octets, read);
        });
    }

    [Fact]
    public void A_stamp_written_is_the_stamp_read()
    {
        var at = Instant.FromUtc(2026, 1, 17, 2, 41, 9) + TimeSpan.FromMilliseconds(0x1A);
        var octets = new byte[10 + BeastWriter.MaxFrameOctets];
        var message = new byte[7];
        SquitterEncoder.AllCall(message, new(0x1A1A1A));
        var length = BeastWriter.WriteStamp(octets, at);
        length += BeastWriter.Write(octets.AsSpan(length), message, 0x1A1A1A1A1A1A, 0x1A);
        using var stream = new MemoryStream(octets, 0, length);
        var piece = Assert.Single(BeastRecording.Read(stream, Start));
        Assert.Equal(at, piece.At);
        Assert.True(BeastRecording.LooksLikeBeast(octets.AsSpan(0, length)));
    }

    [Theory]
    [InlineData("adsb/ulss7.beast", true)]
    [InlineData("adsb/thy9bp_spoof.e8beast", true)]
    [InlineData("adsb/modes1.avr", false)]
    [InlineData("adsb/golden/ulss7.readsb.cat021.ast", false)]
    public void A_Beast_recording_is_known_by_its_content(string recording, bool isBeast)
    {
        using var stream = File.OpenRead(SharedData.Path(recording));
        var head = new byte[4096];
        var read = stream.Read(head);
        Assert.Equal(isBeast, BeastRecording.LooksLikeBeast(head.AsSpan(0, read)));
    }

    [Fact]
    public void A_recording_that_begins_in_the_middle_of_a_frame_is_known_too()
    {
        var octets = File.ReadAllBytes(SharedData.Path("adsb/ulss7.beast")).AsSpan(0, 2000);
        for (var start = 0; start < 24; start++) Assert.True(BeastRecording.LooksLikeBeast(octets[start..]), $"from {start}");
    }

    [Fact]
    public void Random_octets_do_not_look_like_Beast() =>
        Gen.Byte.Array[0, 300].Where(o => o.Length == 0 || o[0] != 0x1A).Sample(o => Assert.False(BeastRecording.LooksLikeBeast(o)));

    private const long BeastMagic = 0xFF004D4C4154;

    private static Instant[] Times(string recording)
    {
        using var stream = File.OpenRead(SharedData.Path(recording));
        return BeastRecording.Read(stream, Start).Select(p => p.At!.Value).ToArray();
    }

    /// <summary>A stream that gives a few octets at a time.</summary>
    private sealed class Drip(byte[] octets) : MemoryStream(octets)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 777));
    }
}
