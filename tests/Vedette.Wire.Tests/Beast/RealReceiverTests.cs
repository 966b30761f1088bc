using Vedette.Air;
using Vedette.TestSupport;
using Vedette.Kernel;
using Vedette.Wire.Beast;

namespace Vedette.Wire.Tests.Beast;

/// <summary>Recordings of real receivers, against what pyModeS and readsb made of them (data/README.md, adsb/golden).</summary>
public class RealReceiverTests
{
    [Fact]
    public void Ulss7_gives_the_formats_and_positions_that_readsb_gives()
    {
        var (decoder, intake) = Decode("adsb/ulss7.beast");
        var accepted = decoder.Messages.AcceptedByFormat;
        // 8,928 Mode S messages, 6 of them from addresses that nobody vouched for (ulss7.readsb.stats.txt), 5,026 Mode A/C.
        Assert.Equal(8922 + 5026, intake.Records);
        Assert.Equal(6, intake.Refusals.Count);
        Assert.Equal(3436, accepted[17]);
        Assert.Equal(1438, decoder.Messages.Positions.Global);
        Assert.Equal(2, decoder.Messages.Positions.Local);
        Assert.Equal(1440, intake.Plots.Count);
    }

    private static (BeastDecoder Decoder, Intake Intake) Decode(string recording)
    {
        var decoder = new BeastDecoder("feed", new SensorDirectory(), "receiver");
        var intake = new Intake();
        using var stream = File.OpenRead(SharedData.Path(recording));
        foreach (var piece in BeastRecording.Read(stream, Instant.FromUtc(2018, 4, 3))) decoder.Decode(piece.Octets.Span, piece.At!.Value, 1, intake);
        return (decoder, intake);
    }
}
