using Vedette.Air;
using Vedette.Kernel;
using Vedette.TestSupport;
using Vedette.Wire.Asterix;
using Vedette.Wire.Asterix.Writing;
using static Vedette.Wire.Tests.Asterix.AsterixDecoderTests;

namespace Vedette.Wire.Tests.Asterix;

/// <summary>Vectors written by hand from the field tables of EUROCONTROL-SPEC-0149-12 (CAT021) and 0149-9 (CAT062).</summary>
public class TrafficDecoderTests
{
    /// <summary>
    /// CAT021: source 20/206; ICAO address; position at 12:00:00, 52.5°N 21°E; address 4CA123; NUCp 7; version 0; FL 98; "ELK7".
    /// FRN 1, 2, 5, 6, 11, 17, 18, 21, 29.
    /// </summary>
    private const string VersionZero = "CD 11 33 01 80 14CE 00 546000 255555 0EEEEF 4CA123 0E 02 0188 14C2F7820820";

    /// <summary>CAT062: 1/2, 12:00:00, 52.5°N 21°E, 100 m/s east and -50 north, code 1234, track 1130, FL 98. FRN 1, 4, 5, 7, 9, 12, 13, 17.</summary>
    private const string Tracked = "9B 4D 20 0102 546000 00955555 003BBBBC 0190 FF38 029C 046A 00 0188";

    private static readonly Instant Noon = Instant.FromUtc(2026, 1, 17, 12);

    [Fact]
    public void An_adsb_report_becomes_a_cooperative_plot()
    {
        var sensors = new SensorDirectory();
        var intake = Decoded(Block(21, VersionZero), Noon.AddSeconds(1), sensors);
        Assert.Empty(intake.Refusals);
        var plot = Assert.Single(intake.Plots);
        Assert.Equal((SensorKind.Adsb, new AsterixSource(20, 206)), (sensors[plot.Sensor].Kind, sensors[plot.Sensor].Source!.Value));
        Assert.Equal(PlotKind.Cooperative, plot.Kind);
        Assert.Equal(Noon, plot.TimeOfApplicability);
        Assert.Equal(52.5, plot.Position!.Value.LatitudeDeg, 4);
        Assert.Equal(21, plot.Position!.Value.LongitudeDeg, 4);
        Assert.True(double.IsNaN(plot.Position!.Value.HeightM));
        Assert.Equal("4CA123", plot.Address.ToString());
        Assert.Equal("ELK7", plot.Callsign.ToString());
        Assert.Equal(9800, plot.Altitude!.Value.Feet, 6);
        Assert.Equal(new ClaimedIntegrity(0, 7, -1, 0, -1), plot.Integrity);
        Assert.Equal(0.05 * 1852 / 2.4477, plot.SigmaPositionM, 6);
    }

    [Fact]
    public void A_rich_adsb_report_gives_the_finer_position_heights_velocity_and_quality()
    {
        var plot = Assert.Single(Decoded(Adsb(static (ref block) =>
        {
            block.I040(new() { Atp = 3, Gbs = true, Cl = 2 });
            block.I071S(12 * 3600);
            block.I130(new() { LatDeg = 52.5, LonDeg = 21 });
            block.I131(new() { LatDeg = 52.501, LonDeg = 21.002 });
            block.I080(0x4CA123);
            block.I140Ft(3000 / Length.MetresPerFoot);
            block.I090(new() { Nucrnacv = 2, Nucpnic = 8, Sil = 3, Nacp = 9 });
            block.I210(new() { Vn = 2, Ltt = 2 });
            block.I070(new() { Mode3A = 0x29C });
            block.I155(new() { BvrFtPerMin = 787.5 });
            block.I157(new() { GvrFtPerMin = 984.25 });
            block.I160(new() { GsNMPerS = 0.125, TaDeg = 90 });
        }), Noon).Plots);
        Assert.Equal(52.501, plot.Position!.Value.LatitudeDeg, 6);
        Assert.Equal(21.002, plot.Position!.Value.LongitudeDeg, 6);
        Assert.Equal(3000, plot.Position!.Value.HeightM, 0);
        Assert.Equal("~4CA123", plot.Address.ToString());
        Assert.Equal(new ClaimedIntegrity(2, 8, 9, 2, 3), plot.Integrity);
        Assert.Equal(30 / 2.4477, plot.SigmaPositionM, 6);
        Assert.Equal(231.5, plot.VelocityEastMps, 1);
        Assert.Equal(0, plot.VelocityNorthMps, 6);
        Assert.Equal(5, plot.ClimbMps, 1);
        Assert.True(plot.OnGround);
        Assert.False(plot.Simulated);
    }

    [Fact]
    public void What_a_field_could_not_hold_is_not_believed()
    {
        var plot = Assert.Single(Decoded(Adsb(static (ref block) =>
        {
            block.I130(new() { LatDeg = 52.5, LonDeg = 21 });
            block.I140(short.MaxValue);
            block.I157(new() { Re = true, GvrFtPerMin = 984.25 });
            block.I160(new() { Re = true, GsNMPerS = 0.125 });
        }), Noon).Plots);
        Assert.True(double.IsNaN(plot.Position!.Value.HeightM));
        Assert.True(double.IsNaN(plot.ClimbMps));
        Assert.True(double.IsNaN(plot.VelocityEastMps));
        Assert.Equal(Noon, plot.TimeOfApplicability);
        Assert.Equal(ClaimedIntegrity.Unknown, plot.Integrity);
    }

    /// <summary>CAT021 edition 0.23: source 20/206, ICAO address, 12:00:00, 52.5°N 21°E, 4CA123, PA 7, FL 98. FRN 1 to 5, 7, 10.</summary>
    private const string Early = "FB 10 14CE 0020 546000 255555 0EEEEF 4CA123 0007 0188";

    [Fact]
    public void A_station_of_an_early_edition_is_read_as_such_from_its_first_block()
    {
        var intake = Decoded([.. Block(21, Early), .. Block(21, Early + Early), .. Block(21, Early), .. Block(21, Early + Early)], Noon);
        Assert.Empty(intake.Refusals);
        Assert.Equal(6, intake.Plots.Count);
        Assert.All(intake.Plots, plot => Assert.Equal((52.5, "4CA123"), (Math.Round(plot.Position!.Value.LatitudeDeg, 4), plot.Address.ToString())));
        Assert.Equal(7, intake.Plots[0].Integrity.Nic);
    }

    [Fact]
    public void Stations_of_both_editions_share_a_feed()
    {
        var other = VersionZero.Replace("14CE", "14CF");
        byte[] octets = [.. Block(21, Early), .. Block(21, other), .. Block(21, Early), .. Block(21, other), .. Block(21, Early), .. Block(21, other)];
        var sensors = new SensorDirectory();
        var intake = Decoded(octets, Noon, sensors);
        Assert.Empty(intake.Refusals);
        Assert.Equal((6, 2), (intake.Plots.Count, sensors.All.Count));
    }

    [Fact]
    public void A_whole_recording_of_edition_0_23_is_read_without_being_told()
    {
        var octets = File.ReadAllBytes(SharedData.Path("asterix/blocks/cat021_lebl_20160510_v023.ast"));
        var intake = Decoded(octets, Noon);
        Assert.Empty(intake.Refusals);
        Assert.Equal(49_330, intake.Records);
    }

    [Fact]
    public void A_system_track_becomes_a_positioned_plot()
    {
        var sensors = new SensorDirectory();
        var intake = Decoded(Block(62, Tracked), Noon, sensors);
        Assert.Empty(intake.Refusals);
        var plot = Assert.Single(intake.Plots);
        Assert.Equal(SensorKind.SystemTracker, sensors[plot.Sensor].Kind);
        Assert.Equal(PlotKind.Positioned, plot.Kind);
        Assert.Equal(52.5, plot.Position!.Value.LatitudeDeg, 5);
        Assert.Equal(21, plot.Position!.Value.LongitudeDeg, 5);
        Assert.Equal((100, -50), (plot.VelocityEastMps, plot.VelocityNorthMps));
        Assert.Equal("1234", plot.Code.ToString());
        Assert.Equal(1130, plot.SourceTrackNumber);
        Assert.Equal(9800, plot.Altitude!.Value.Feet, 6);
    }

    [Theory]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(false, false, true)]
    public void A_track_that_ends_coasts_or_lives_by_its_flight_plan_is_no_evidence(bool ends, bool coasts, bool byPlan)
    {
        var intake = Decoded(Track(52, new() { Tse = ends, Cst = coasts, Fplt = byPlan }), Noon);
        Assert.Equal((1, 0, 0), (intake.Records, intake.Plots.Count, intake.Refusals.Count));
    }

    [Fact]
    public void A_position_off_the_globe_is_refused_by_name()
    {
        Assert.Equal("I062/105", Assert.Single(Decoded(Track(91, default), Noon).Refusals).Item);
        Assert.Equal("I021/130", Assert.Single(Decoded(Adsb(static (ref block) => block.I130(new() { LatDeg = -91 })), Noon).Refusals).Item);
    }

    [Fact]
    public void A_record_cut_anywhere_is_malformed_and_never_throws()
    {
        var adsb = Convert.FromHexString(VersionZero.Replace(" ", ""));
        for (var length = 1; length < adsb.Length; length++)
            Assert.Equal(Decode.Malformed, new Cat021Reader(adsb.AsSpan(0, length)).TryRead(out _));
        var track = Convert.FromHexString(Tracked.Replace(" ", ""));
        for (var length = 1; length < track.Length; length++)
            Assert.Equal(Decode.Malformed, new Cat062Reader(track.AsSpan(0, length)).TryRead(out _));
    }

    [Fact]
    public void Decoding_allocates_nothing_once_the_sensors_are_known()
    {
        byte[] octets =
        [
            .. Block(21, VersionZero), .. Block(62, Tracked), .. Block(48, "FDD0 19C9 546000 E0 64004000 029C 0578 3C6586 10C236D41820 0007"),
            .. Block(34, "FD10 19C9 02 546000 40 0200 8000 0078 255555 0EEEEF"),
        ];
        var decoder = new AsterixDecoder("test", new());
        var counting = new Counting();
        decoder.Decode(octets, Noon, 1, counting);
        Assert.Equal(0, Allocated.Least(() =>
        {
            for (var i = 0; i < 20; i++) decoder.Decode(octets, Noon, 1, counting);
        }));
        Assert.Equal((404, 303, 101), (counting.Records, counting.Plots, counting.Messages));
    }

    private delegate void Items(ref Cat021Writer block);

    private static byte[] Adsb(Items items)
    {
        var octets = new byte[256];
        var block = new Cat021Writer(octets);
        block.I010(new() { Sac = 20, Sic = 206 });
        items(ref block);
        Assert.Equal(Encode.Record, block.End());
        return octets[..block.Finish()];
    }

    private static byte[] Track(double latitudeDeg, Cat062Writer.I080Value status)
    {
        var octets = new byte[256];
        var block = new Cat062Writer(octets);
        block.I010(new() { Sac = 1, Sic = 2 });
        block.I105(new() { LatDeg = latitudeDeg, LonDeg = 21 });
        block.I080(status);
        Assert.Equal(Encode.Record, block.End());
        return octets[..block.Finish()];
    }

    private sealed class Counting : IIntake
    {
        public int Records { get; private set; }

        public int Plots { get; private set; }

        public int Messages { get; private set; }

        public void OnPlot(in Plot plot) => Plots++;

        public void OnSensorMessage(in SensorMessage message) => Messages++;

        public void OnRefusal(in Refusal refusal) => Assert.Fail(refusal.ToString());

        public void OnRecord() => Records++;
    }
}
