using System.Text;
using CsCheck;
using Vedette.Air;
using Vedette.Kernel;
using Vedette.Wire.MavLink;
using Vedette.Wire.RemoteId;

namespace Vedette.Wire.Tests.RemoteId;

[Trait("Kind", "Fuzz")]
public class TransportFuzzTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 5, 1, 12, 30, 5);

    private static readonly byte[][] Good =
    [
        Encoding.UTF8.GetBytes(UasVectors.DroneScout(Convert.ToBase64String(UasVectors.UasData()))), Encoding.UTF8.GetBytes(UasVectors.DragonSync), Encoding.UTF8.GetBytes(UasVectors.Flights),
        Encoding.UTF8.GetBytes(UasVectors.Details), Encoding.UTF8.GetBytes(UasVectors.EarlyFlights), UasVectors.BasicId, UasVectors.Location, UasVectors.System, UasVectors.SystemUpdate,
        Encoding.ASCII.GetBytes("60:60:1f:01:02:03 f019010012313538314634464543323241303031324142434400000a\n"),
    ];

    /// <summary>Octets of good messages with some of them changed, cut out or doubled; or any octets at all.</summary>
    private static readonly Gen<byte[]> Broken = Gen.OneOf(
        Gen.Byte.Array[0, 400],
        Gen.Select(Gen.Int[0, Good.Length - 1], Gen.Select(Gen.Int[0, 1500], Gen.Byte).Array[0, 6], Gen.Int[0, 1500], Gen.Int[0, 40]).Select((which, changes, cut, length) =>
        {
            var octets = (byte[])Good[which].Clone();
            foreach (var (at, octet) in changes) octets[at % octets.Length] = octet;
            cut %= octets.Length;
            return (byte[])[.. octets.AsSpan(0, cut), .. octets.AsSpan(Math.Min(cut + length, octets.Length))];
        }));

    [Fact]
    public void Any_octets_are_read_or_refused_and_never_throw() => Broken.Array[1, 4].Sample(pieces =>
    {
        foreach (var decoder in Decoders())
        {
            var heard = new HeardIntake();
            foreach (var piece in pieces) decoder.Decode(piece, Now, 1, heard);
            Assert.All(heard.All, plot => Assert.InRange(plot.Position!.Value.LatitudeDeg, -90, 90));
            Assert.All(heard.Claims, claim => Assert.True(Enum.IsDefined(claim.Status) && Enum.IsDefined(claim.Kind) && Enum.IsDefined(claim.IdType) && Enum.IsDefined(claim.OperatorPlace)));
        }
    }, iter: 5000);

    [Fact]
    public void However_a_stream_is_cut_it_says_the_same() => Gen.Select(Gen.Int[0, Good.Length - 1].Array[1, 6], Gen.Int[0, 3000].Array[0, 8]).Sample((which, cuts) =>
    {
        byte[] stream = [.. which.SelectMany(i => Good[i])];
        foreach (var (whole, split) in Decoders().Zip(Decoders()))
        {
            var (once, pieces) = (new HeardIntake(), new HeardIntake());
            whole.Decode(stream, Now, 1, once);
            var from = 0;
            foreach (var to in cuts.Select(cut => cut % (stream.Length + 1)).Append(stream.Length).Order())
            {
                split.Decode(stream.AsSpan(from, to - from), Now, 1, pieces);
                from = to;
            }

            Assert.Equal(once.All, pieces.All);
            Assert.Equal(once.Claims, pieces.Claims);
            Assert.Equal(once.Records, pieces.Records);
            Assert.Equal(once.Refused.Select(refusal => (refusal.Item, refusal.Reason)), pieces.Refused.Select(refusal => (refusal.Item, refusal.Reason)));
        }
    });

    private static IEnumerable<IFeedDecoder> Decoders() =>
    [
        new MavLinkDecoder("any", new SensorDirectory(), "any"), new RemoteIdHexDecoder("any", new SensorDirectory(), "any"), new RemoteIdJsonDecoder("any", new SensorDirectory(), "any"),
    ];
}
