using CsCheck;
using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;
using Vedette.TestSupport;
using Vedette.Wire.Beast;

namespace Vedette.Wire.Tests.Beast;

public class BeastDecoderTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 1, 17, 2);
    private static readonly TransponderAddress Address = new(0x48AE21);

    [Fact]
    public void An_aircraft_that_tells_all_becomes_one_fully_dressed_plot()
    {
        var stream = new FlightOctets(Address, Start);
        stream.Identify("LOT7AB", new Mode3A(0x0A5C)).Move(52.1, 23.4, PressureAltitude.FromFeet(35_000), 230, -40, -5.2);
        var (intake, sensors) = Decode(stream.Octets);

        var plot = Assert.Single(intake.Plots);
        Assert.Empty(intake.Refusals);
        Assert.Equal(PlotKind.Cooperative, plot.Kind);
        Assert.Equal(SensorKind.Adsb, sensors[plot.Sensor].Kind);
        Assert.Equal(Address, plot.Address);
        Assert.Equal("LOT7AB", plot.Callsign.ToString());
        Assert.Equal(new Mode3A(0x0A5C), plot.Code);
        Assert.Equal(35_000, plot.Altitude!.Value.Feet, 6);
        Assert.Equal(230, plot.VelocityEastMps, 0.3);
        Assert.Equal(-40, plot.VelocityNorthMps, 0.3);
        Assert.Equal(-5.2, plot.ClimbMps, 0.2);
        Assert.Equal(new ClaimedIntegrity(2, 8, 9, 1, 3), plot.Integrity);
        Assert.Equal(30 / 2.4477, plot.SigmaPositionM, 3);
        Assert.InRange(Geodesic.Inverse(plot.Position!.Value, Geodetic.FromDegrees(52.1, 23.4)).DistanceM, 0, 5.2);
        Assert.True(double.IsNaN(plot.Position.Value.HeightM));
        Assert.False(plot.OnGround);
    }

    [Fact]
    public void The_pieces_of_the_stream_do_not_matter()
    {
        var octets = File.ReadAllBytes(SharedData.Path("adsb/ulss7.e8beast")).AsSpan(0, 60_000).ToArray();
        var (whole, _) = Decode(octets);
        Assert.True(whole.Plots.Count > 50);
        Gen.Int[1, 400].Array[1, 40].Sample(
            lengths =>
            {
                var (pieces, _) = Decode(octets, lengths);
                Assert.Equal(whole.Plots, pieces.Plots);
                Assert.Equal(whole.Records, pieces.Records);
                Assert.Equal(whole.Refusals.Count, pieces.Refusals.Count);
            },
            iter: 60);
    }

    [Fact]
    [Trait("Kind", "Fuzz")]
    public void Random_octets_never_throw_and_are_counted()
    {
        Gen.Byte.Array[0, 2000].Sample(octets =>
        {
            var (intake, _) = Decode(octets);
            Assert.Empty(intake.Plots);
            Assert.All(intake.Refusals, r => Assert.InRange(r.Offset, 0, octets.Length - 1));
            if (octets.Length > 0 && octets[0] != 0x1A) Assert.NotEmpty(intake.Refusals);
        });
    }

    [Fact]
    public void Inputs_that_broke_other_decoders_do_not_break_this_one()
    {
        foreach (var path in Directory.GetFiles(SharedData.Path("adsb/fuzz_adsbus")))
        {
            var octets = File.ReadAllBytes(path);
            var (whole, _) = Decode(octets);
            var (pieces, _) = Decode(octets, 1);
            Assert.Equal(whole.Plots, pieces.Plots);
            Assert.Equal((whole.Records, whole.Refusals.Count), (pieces.Records, pieces.Refusals.Count));
            Assert.True(octets.Length == 0 || whole.Records + whole.Refusals.Count > 0, $"{Path.GetFileName(path)} passed without a word");
        }
    }

    [Fact]
    [Trait("Kind", "Fuzz")]
    public void Mutated_real_octets_never_throw_and_the_rest_of_the_stream_survives()
    {
        var octets = File.ReadAllBytes(SharedData.Path("adsb/ulss7.beast")).AsSpan(0, 20_000).ToArray();
        var (clean, _) = Decode(octets);
        Gen.Select(Gen.Int[0, octets.Length - 1], Gen.Byte, Gen.Int[0, 30]).Sample(
            (at, value, cut) =>
            {
                var mutated = octets[..at].Append(value).Concat(octets[Math.Min(at + cut, octets.Length)..]).ToArray();
                var (intake, _) = Decode(mutated);
                Assert.InRange(intake.Records + intake.Refusals.Count, clean.Records - 8, clean.Records + 8);
            },
            iter: 100);
    }

    [Fact]
    public void A_frame_cut_short_costs_one_refusal_and_not_the_next_frame()
    {
        var stream = new FlightOctets(Address, Start).Identify("A", new(0)).Octets;
        byte[] octets = [.. stream[..9], .. stream];
        var (intake, _) = Decode(octets);
        var (clean, _) = Decode(stream);
        Assert.Equal(clean.Records, intake.Records);
        var refusal = Assert.Single(intake.Refusals);
        Assert.Equal(("Beast frame", 9), (refusal.Item, refusal.Offset));
    }

    [Fact]
    public void Frames_of_other_types_are_passed_over_and_Mode_AC_is_a_record()
    {
        byte[] status = [0x1A, (byte)'4', 0, 0x1A, 0x1A, 7, 7, 7];
        byte[] receiver = [0x1A, 0xE3, 1, 2, 3, 4, 5, 6, 7, 0x1A, 0x1A];
        byte[] modeAc = [0x1A, (byte)'1', 0, 0, 0, 0, 0, 9, 40, 0x20, 0x12];
        var (intake, _) = Decode([.. status, .. receiver, .. modeAc]);
        Assert.Equal(1, intake.Records);
        Assert.Empty(intake.Refusals);
    }

    [Fact]
    public void Times_follow_the_counter_once_the_first_octets_have_set_its_zero()
    {
        var sensors = new SensorDirectory();
        var decoder = new BeastDecoder("feed", sensors, "receiver");
        var intake = new Intake();
        var flight = new FlightOctets(Address, Start).Identify("A", new(0)).Move(50, 20, null, 100, 0, 0);
        decoder.Decode(flight.Octets, Start.AddSeconds(2), 1, intake);
        var began = flight.Octets.Length;
        for (var i = 0; i < 8; i++) flight.Move(50, 20 + (i * 0.0014), null, 100, 0, 0);
        decoder.Decode(flight.Octets.AsSpan(began), Start.AddSeconds(10.5), 2, intake);

        var times = intake.Plots.Select(p => p.TimeOfApplicability).ToArray();
        for (var i = 2; i < times.Length; i++) Assert.Equal(1, (times[i] - times[i - 1]).TotalSeconds, 0.002);
        Assert.All(intake.Plots, p => Assert.True(p.TimeOfApplicability <= p.ReceivedAt));
    }

    [Fact]
    public void A_counter_that_jumps_leaves_the_time_of_arrival()
    {
        var sensors = new SensorDirectory();
        var decoder = new BeastDecoder("feed", sensors, "receiver");
        var intake = new Intake();
        var early = new FlightOctets(Address, Start).Identify("A", new(0)).Move(50, 20, null, 100, 0, 0);
        decoder.Decode(early.Octets, Start.AddSeconds(1), 1, intake);
        var later = new FlightOctets(Address, Start.AddSeconds(-7000)).Move(50, 20, null, 100, 0, 0);
        decoder.Decode(later.Octets, Start.AddSeconds(2), 2, intake);
        Assert.True(intake.Plots.Count > 1);
        Assert.All(intake.Plots, p => Assert.InRange((p.ReceivedAt - p.TimeOfApplicability).TotalSeconds, 0, 1.001));
    }

    internal static (Intake Intake, SensorDirectory Sensors) Decode(byte[] octets, params int[] lengths)
    {
        var sensors = new SensorDirectory();
        var decoder = new BeastDecoder("feed", sensors, "receiver");
        var intake = new Intake();
        if (lengths.Length == 0) lengths = [int.MaxValue];
        for (int at = 0, i = 0; at < octets.Length; i++)
        {
            var length = Math.Min(lengths[i % lengths.Length], octets.Length - at);
            decoder.Decode(octets.AsSpan(at, length), Start, 7, intake);
            at += length;
        }

        return (intake, sensors);
    }
}
