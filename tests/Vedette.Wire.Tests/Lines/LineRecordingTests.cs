using System.Text;
using CsCheck;
using Vedette.Kernel;
using Vedette.Wire.Lines;

namespace Vedette.Wire.Tests.Lines;

public class LineRecordingTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 3, 1);

    [Fact]
    public void Every_octet_is_in_exactly_one_piece_and_times_never_run_backwards()
    {
        Gen.Select(Gen.Int[0, 120_000], Gen.String[Gen.Char["09\n,a"], 0, 40]).Array[1, 12].Sample(
            parts =>
            {
                var octets = Encoding.ASCII.GetBytes(string.Concat(parts.Select(part => part.Item2 + "\n" + new string('x', part.Item1 / 50))));
                var joined = new MemoryStream();
                var last = Instant.MinValue;
                foreach (var piece in LineRecording.Read(new MemoryStream(octets), Start, line => line.Length == 0 ? null : Start.AddSeconds(line.Length * 7 % 100)))
                {
                    Assert.Equal(joined.Length, piece.Offset);
                    Assert.True(piece.At >= last);
                    last = piece.At!.Value;
                    joined.Write(piece.Octets.Span);
                }

                Assert.Equal(octets, joined.ToArray());
            },
            iter: 200);
    }

    [Fact]
    public void A_line_longer_than_the_buffer_is_passed_on_in_pieces()
    {
        var octets = Encoding.ASCII.GetBytes(new string('x', 200_000) + "\nend\n");
        Assert.Equal(octets, LineRecording.Read(new MemoryStream(octets), Start, _ => null).SelectMany(piece => piece.Octets.ToArray()));
    }

    [Fact]
    public void One_wild_time_does_not_carry_the_recording_away()
    {
        var times = new Queue<double>([0, 1, 9_000_000, 2, 3]);
        var pieces = LineRecording.Read(new MemoryStream("a\nb\nc\nd\ne\n"u8.ToArray()), Start, _ => Start.AddSeconds(times.Dequeue())).ToList();
        Assert.Equal(Start.AddSeconds(3), pieces[^1].At);
    }
}
