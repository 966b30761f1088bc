using System.Globalization;
using System.Text.Json;
using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;
using Vedette.TestSupport;
using Vedette.Wire.Beast;

namespace Vedette.Wire.Tests.Beast;

/// <summary>Recordings of real receivers, against what pyModeS and readsb made of them (data/README.md, adsb/golden).</summary>
public class RealReceiverTests
{
    [Fact]
    public void Ulss7_gives_the_formats_that_pyModeS_and_readsb_give()
    {
        var (decoder, intake) = Decode("adsb/ulss7.beast");
        var accepted = decoder.Messages.AcceptedByFormat.ToArray();
        var summary = JsonDocument.Parse(File.ReadAllText(SharedData.Path("adsb/golden/ulss7.summary.json"))).RootElement;
        foreach (var format in summary.GetProperty("df").EnumerateObject())
        {
            var number = int.Parse(format.Name, CultureInfo.InvariantCulture);
            var refused = intake.Refusals.Count(r => r.Item.StartsWith($"DF{number} "));
            Assert.Equal(format.Value.GetInt64(), accepted[number] + refused);
        }

        // ulss7.readsb.stats.txt: 8,922 of 8,928 Mode S messages accepted, 6 from addresses nobody vouched for, 5,026 Mode A/C.
        Assert.Equal(8922 + 5026, intake.Records);
        Assert.Equal(6, intake.Refusals.Count);
        Assert.Equal(11, intake.Plots.Select(p => p.Address).Distinct().Count());
    }

    /// <summary>
    /// readsb places 1,438 by pairs and 2 by a single half. Of its 16 refusals, all single halves 10 to 15 s after their partner, the aircraft
    /// flew on where we place it: so 18 by a single half, and these must lie on the line between their neighbours.
    /// </summary>
    [Fact]
    public void Ulss7_gives_the_positions_that_readsb_gives_and_those_it_missed_lie_on_the_flight()
    {
        var (decoder, intake) = Decode("adsb/ulss7.beast");
        Assert.Equal(new PositionTally(1438, 18, 0), new(decoder.Messages.Positions.Global, decoder.Messages.Positions.Local, decoder.Messages.Positions.Implausible));
        Assert.Equal(1456, intake.Plots.Count);
        foreach (var flight in intake.Plots.GroupBy(p => p.Address))
        {
            var plots = flight.ToArray();
            for (var i = 1; i < plots.Length; i++) AssertFliesOn(plots[i - 1], plots[i]);
        }
    }

    [Fact]
    public void Ulss7_positions_and_dress_agree_with_readsb_aircraft_by_aircraft()
    {
        var (_, intake) = Decode("adsb/ulss7.beast");
        var plots = intake.Plots.ToLookup(p => p.Address!.Value.ToString().ToLowerInvariant());
        var compared = 0;
        foreach (var line in Xz.Lines(SharedData.Path("adsb/golden/ulss7.readsb.pos.jsonl.xz")))
        {
            var told = JsonDocument.Parse(line).RootElement;
            var place = Geodetic.FromDegrees(told.GetProperty("lat").GetDouble(), told.GetProperty("lon").GetDouble());
            var nearest = plots[told.GetProperty("hex").GetString()!].MinBy(p => Geodesic.Inverse(p.Position!.Value, place).DistanceM);
            Assert.InRange(Geodesic.Inverse(nearest.Position!.Value, place).DistanceM, 0, 0.2);
            if (told.TryGetProperty("alt_baro", out var feet)) Assert.Equal(feet.GetDouble(), nearest.Altitude!.Value.Feet, 100.0);
            Assert.Equal(told.GetProperty("nic").GetInt32(), nearest.Integrity.Nic);
            compared++;
        }

        Assert.Equal(719, compared);
    }

    [Fact]
    public void Bit_errors_make_no_phantom_aircraft()
    {
        var (_, clean) = Decode("adsb/ulss7.e8beast");
        var honest = clean.Plots.Select(p => p.Address).ToHashSet();
        foreach (var repair in new[] { false, true })
        {
            var (decoder, intake) = Decode("adsb/ulss7_biterrors.e8beast", repair);
            Assert.All(intake.Plots, p => Assert.Contains(p.Address, honest));
            Assert.Contains(intake.Refusals, r => r.Item == "DF17 PI");
            Assert.True(intake.Plots.Count > (repair ? 1430 : 1380), $"{intake.Plots.Count} positions survive");
            Assert.Equal(11, decoder.Messages.AircraftCount);
        }
    }

    [Fact]
    public void A_spoofed_flight_decodes_and_its_false_jump_is_followed_in_the_end()
    {
        var (_, intake) = Decode("adsb/thy9bp_spoof.e8beast");
        var lviv = Geodetic.FromDegrees(49.8, 23.95);
        Assert.Contains(intake.Plots, p => Geodesic.Inverse(p.Position!.Value, lviv).DistanceM < 60e3);
        Assert.Single(intake.Plots.Select(p => p.Address).Distinct());
    }

    /// <summary>Generated from real trajectories, with exact truth; readsb: 159,711 by pairs, 74 by halves, p99 3.41 m.</summary>
    [Fact]
    [Trait("Speed", "Slow")]
    public void A_Swiss_hour_is_placed_within_the_rounding_of_the_code()
    {
        var truth = new Dictionary<int, List<(double T, double Lat, double Lon)>>();
        foreach (var line in Xz.Lines(SharedData.Path("trajectories/swiss1h.truth.csv.xz")))
        {
            var cells = line.Split(',');
            var address = int.Parse(cells[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (!truth.TryGetValue(address, out var flight)) truth[address] = flight = [];
            flight.Add((double.Parse(cells[0]), double.Parse(cells[2]), double.Parse(cells[3])));
        }

        var decoder = new BeastDecoder("feed", new SensorDirectory(), "receiver");
        var intake = new Intake();
        using (var stream = Xz.Open(SharedData.Path("adsb/swiss1h.e8beast.xz")))
            foreach (var piece in BeastRecording.Read(stream, Instant.UnixEpoch)) decoder.Decode(piece.Octets.Span, piece.At!.Value, 1, intake);

        Assert.Equal(new PositionTally(159_711, 74, 0), new(decoder.Messages.Positions.Global, decoder.Messages.Positions.Local, decoder.Messages.Positions.Implausible));
        var errors = intake.Plots.Select(p => ErrorM(p, truth[p.Address!.Value.Value])).Order().ToArray();
        Assert.InRange(errors[errors.Length * 99 / 100], 0, 3.5);
        Assert.InRange(errors[^1], 0, 4);
    }

    private readonly record struct PositionTally(long Global, long Local, long Implausible);

    private static double ErrorM(in Plot plot, List<(double T, double Lat, double Lon)> flight)
    {
        var t = plot.TimeOfApplicability.ToUnixSeconds();
        var index = flight.BinarySearch((t - 0.01, double.MinValue, double.MinValue));
        var best = double.PositiveInfinity;
        for (var i = index < 0 ? ~index : index; i < flight.Count && flight[i].T < t + 0.01; i++)
            best = Math.Min(best, Geodesic.Inverse(plot.Position!.Value, Geodetic.FromDegrees(flight[i].Lat, flight[i].Lon)).DistanceM);
        return best;
    }

    /// <summary>The step between two plots agrees with the time between them and the speed claimed, to 200 m (the aircraft's own extrapolation) and 10 %.</summary>
    private static void AssertFliesOn(in Plot from, in Plot to)
    {
        if (double.IsNaN(to.VelocityEastMps)) return;
        var expected = Math.Sqrt((to.VelocityEastMps * to.VelocityEastMps) + (to.VelocityNorthMps * to.VelocityNorthMps))
            * (to.TimeOfApplicability - from.TimeOfApplicability).TotalSeconds;
        var flown = Geodesic.Inverse(from.Position!.Value, to.Position!.Value).DistanceM;
        Assert.InRange(flown, (expected * 0.9) - 200, (expected * 1.1) + 200);
    }

    private static (BeastDecoder Decoder, Intake Intake) Decode(string recording, bool repairOneBit = false)
    {
        var decoder = new BeastDecoder("feed", new SensorDirectory(), "receiver", repairOneBit);
        var intake = new Intake();
        using var stream = File.OpenRead(SharedData.Path(recording));
        foreach (var piece in BeastRecording.Read(stream, Instant.FromUtc(2018, 4, 3))) decoder.Decode(piece.Octets.Span, piece.At!.Value, 1, intake);
        return (decoder, intake);
    }
}
