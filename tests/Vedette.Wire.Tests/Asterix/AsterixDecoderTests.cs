using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;
using Vedette.Wire.Asterix;
using Vedette.Wire.Asterix.Writing;

namespace Vedette.Wire.Tests.Asterix;

/// <summary>Vectors written by hand from the field tables of EUROCONTROL-SPEC-0149-4 (CAT048) and 0149-2b (CAT034).</summary>
public class AsterixDecoderTests
{
    /// <summary>
    /// CAT048: source 25/201, 12:00:00, Mode S roll-call with primary echo, 100 NM at 90°, code 1234, FL 350, address 3C6586, "DLH65A",
    /// track 7.
    /// </summary>
    private const string NoonEast = "FDD0 19C9 546000 E0 64004000 029C 0578 3C6586 10C236D41820 0007";

    /// <summary>CAT034: source 25/201, sector crossing, 12:00:00, sector 64 (90°), rotation 4 s, COM in order, site 120 m 52.5°N 21°E.</summary>
    private const string Sector = "FD10 19C9 02 546000 40 0200 8000 0078 255555 0EEEEF";

    private static readonly Instant Noon = Instant.FromUtc(2026, 1, 17, 12);

    [Fact]
    public void A_radar_report_becomes_a_polar_plot()
    {
        var sensors = new SensorDirectory();
        var plot = Assert.Single(Decoded(Block(48, NoonEast), Noon.AddSeconds(1), sensors).Plots);
        Assert.Equal(new AsterixSource(25, 201), sensors[plot.Sensor].Source);
        Assert.Equal(PlotKind.Combined, plot.Kind);
        Assert.Equal(Noon, plot.TimeOfApplicability);
        Assert.Equal(Noon.AddSeconds(1), plot.ReceivedAt);
        Assert.Equal(42, plot.Entry);
        Assert.Equal(185_200, plot.RangeM, 6);
        Assert.Equal(Math.PI / 2, plot.AzimuthRad, 12);
        Assert.Equal("1234", plot.Code.ToString());
        Assert.Equal(35_000, plot.Altitude!.Value.Feet, 6);
        Assert.Equal(0x3C6586, plot.Address!.Value.Value);
        Assert.Equal("DLH65A", plot.Callsign.ToString());
        Assert.Equal(7, plot.SourceTrackNumber);
        Assert.False(plot.Simulated);
    }

    [Theory]
    [InlineData("FC 19C9 546000 20 64004000 829C 8578", PlotKind.Primary, null, null)]
    [InlineData("FC 19C9 546000 40 64004000 829C 0578", PlotKind.Secondary, null, 35_000.0)]
    [InlineData("FC 19C9 546000 60 64004000 429C 4578", PlotKind.Combined, null, null)]
    [InlineData("FC 19C9 546000 B0 64004000 029C 3FFC", PlotKind.Secondary, "1234", -100.0)]
    public void Codes_and_levels_that_the_radar_doubts_are_left_out(string record, PlotKind kind, string? code, double? feet)
    {
        var plot = Assert.Single(Decoded(Block(48, record), Noon).Plots);
        Assert.Equal(kind, plot.Kind);
        Assert.Equal(code, plot.Code?.ToString());
        Assert.Equal(feet, plot.Altitude is { } altitude ? Math.Round(altitude.Feet, 6) : null);
    }

    [Theory]
    [InlineData("F0 19C9 546000 30 64004000", true)]
    [InlineData("F0 19C9 546000 2180 64004000", true)]
    [InlineData("F0 19C9 546000 20 64004000", false)]
    public void Simulated_and_test_reports_are_marked(string record, bool simulated) =>
        Assert.Equal(simulated, Assert.Single(Decoded(Block(48, record), Noon).Plots).Simulated);

    [Theory]
    [InlineData("F0 19C9 546000 00 64004000")]
    [InlineData("F0 19C9 546000 22 64004000")]
    [InlineData("E0 19C9 546000 20")]
    public void Extrapolations_field_monitors_and_reports_without_a_position_are_records_but_no_plots(string record)
    {
        var intake = Decoded(Block(48, record), Noon);
        Assert.Empty(intake.Plots);
        Assert.Empty(intake.Refusals);
        Assert.Equal(1, intake.Records);
    }

    [Fact]
    public void A_height_of_a_3D_radar_gives_the_elevation_back_once_its_place_is_known()
    {
        var antenna = Geodetic.FromDegrees(52.5, 21, 120);
        var target = new EnuFrame(antenna).ToGeodetic(EnuFrame.FromPolar(new(50_000, 1, 0.1)));
        var octets = new byte[64];
        var writer = new Cat048Writer(octets);
        writer.I010(new() { Sac = 1, Sic = 2 });
        writer.I020(new() { Typ = 1 });
        writer.I040(new() { RhoNM = 50_000 / Length.MetresPerNauticalMile, ThetaDeg = 1 / Angle.RadiansPerDegree });
        writer.I110(new() { _3DhFt = target.HeightM / Length.MetresPerFoot });
        Assert.Equal(Encode.Record, writer.End());
        var block = octets[..writer.Finish()];
        Assert.True(double.IsNaN(Assert.Single(Decoded(block, Noon).Plots).ElevationRad));
        var sensors = new SensorDirectory();
        sensors.Put(new() { Id = SensorId.None, Name = "Tall", Kind = SensorKind.Radar3D, Source = new(1, 2), Position = antenna });
        Assert.Equal(0.1, Assert.Single(Decoded(block, Noon, sensors).Plots).ElevationRad, 3);
    }

    [Fact]
    public void A_sector_crossing_tells_azimuth_rotation_and_place()
    {
        var sensors = new SensorDirectory();
        var message = Assert.Single(Decoded(Block(34, Sector), Noon, sensors).Messages);
        Assert.Equal(SensorMessageKind.SectorCrossing, message.Kind);
        Assert.Equal(Noon, message.Time);
        Assert.Equal(Math.PI / 2, message.AzimuthRad, 12);
        Assert.Equal(4, message.RotationS);
        Assert.False(message.Degraded);
        var place = sensors[message.Sensor].Position!.Value;
        Assert.Equal(52.5, place.LatitudeDeg, 4);
        Assert.Equal(21, place.LongitudeDeg, 4);
        Assert.Equal(120, place.HeightM);
    }

    [Theory]
    [InlineData("E4 19C9 01 546000 8080", true)]
    [InlineData("E4 19C9 01 546000 8010", true)]
    [InlineData("E4 19C9 01 546000 041000", true)]
    [InlineData("E4 19C9 01 546000 8060", false)]
    public void A_radar_that_is_inhibited_or_overloaded_is_degraded(string record, bool degraded)
    {
        var message = Assert.Single(Decoded(Block(34, record), Noon).Messages);
        Assert.Equal(SensorMessageKind.NorthMarker, message.Kind);
        Assert.Equal(0, message.AzimuthRad);
        Assert.Equal(degraded, message.Degraded);
    }

    [Theory]
    [InlineData("2026-01-18T00:00:00.4Z", 86399.9, "2026-01-17T23:59:59.900Z")]
    [InlineData("2026-01-17T23:59:59.9Z", 0.4, "2026-01-18T00:00:00.400Z")]
    [InlineData("2026-01-17T12:00:00Z", 43199.0, "2026-01-17T11:59:59.000Z")]
    [InlineData("2026-01-17T12:00:00Z", 90000.0, "2026-01-17T12:00:00.000Z")]
    public void The_date_is_the_one_that_puts_the_time_nearest_to_receipt(string received, double seconds, string expected) =>
        Assert.Equal(Instant.Parse(expected), ReportTime.Resolve(TimeSpan.FromSeconds(seconds), Instant.Parse(received)));

    [Fact]
    public void A_report_without_a_time_takes_the_time_of_receipt() => Assert.Equal(Noon, ReportTime.Resolve(null, Noon));

    [Fact]
    public void A_bad_record_names_its_item_and_offset_and_the_next_block_is_read()
    {
        byte[] cut = [.. Block(48, NoonEast + "F0 19C9 546000 E0 6400"), .. Block(48, NoonEast)];
        var intake = Decoded(cut, Noon);
        Assert.Equal(2, intake.Plots.Count);
        Assert.Equal(2, intake.Records);
        var refusal = Assert.Single(intake.Refusals);
        Assert.Equal(("test", 42L, "I048/040"), (refusal.Feed, refusal.Entry, refusal.Item));
        Assert.Equal(3 + 27 + 7, refusal.Offset);
    }

    [Theory]
    [InlineData("01 01 01 01 01 01 01 01 01 01", "I048 FSPEC", 3)]
    [InlineData("00", "I048/010", 3)]
    [InlineData("8101010180 19C9", "I048 FRN 29", 10)]
    [InlineData("0140", "I048/240", 5)]
    public void What_the_profile_does_not_allow_is_named(string record, string item, int offset)
    {
        var refusal = Assert.Single(Decoded(Block(48, record), Noon).Refusals);
        Assert.Equal((item, offset), (refusal.Item, refusal.Offset));
    }

    [Fact]
    public void A_category_that_is_not_read_is_refused_once_a_block()
    {
        byte[] octets = [.. Block(240, "0011223344"), .. Block(48, NoonEast)];
        var intake = Decoded(octets, Noon);
        Assert.Equal(("CAT240", 0), (Assert.Single(intake.Refusals).Item, intake.Refusals[0].Offset));
        Assert.Single(intake.Plots);
    }

    [Theory]
    [InlineData("30", "CAT048 LEN")]
    [InlineData("300002", "CAT048 LEN")]
    [InlineData("30FFFF00", "CAT048 LEN")]
    public void A_length_that_does_not_fit_ends_the_datagram(string octets, string item)
    {
        byte[] datagram = [.. Block(48, NoonEast), .. Convert.FromHexString(octets)];
        var intake = Decoded(datagram, Noon);
        Assert.Single(intake.Plots);
        Assert.Equal((item, datagram.Length - (octets.Length / 2)), (Assert.Single(intake.Refusals).Item, intake.Refusals[0].Offset));
    }

    [Fact]
    public void Octets_that_a_network_appends_to_every_datagram_are_told_once()
    {
        var decoder = new AsterixDecoder("test", new());
        var intake = new Collected();
        byte[] datagram = [.. Block(48, NoonEast), .. Convert.FromHexString("4002200AE5186C86")];
        for (var i = 0; i < 3; i++) decoder.Decode(datagram, Noon, 42 + i, intake);
        Assert.Equal(3, intake.Plots.Count);
        var refusal = Assert.Single(intake.Refusals);
        Assert.Equal(("behind the data blocks", 42L, datagram.Length - 8), (refusal.Item, refusal.Entry, refusal.Offset));
        byte[] damaged = [.. Block(48, NoonEast), .. new byte[17]];
        decoder.Decode(damaged, Noon, 45, intake);
        Assert.Equal("CAT000 LEN", intake.Refusals[^1].Item);
    }

    [Fact]
    public void A_source_holds_for_the_rest_of_its_block_and_a_block_without_one_is_refused()
    {
        var intake = Decoded(Block(48, NoonEast + "70 546000 20 64004000"), Noon);
        Assert.Equal(2, intake.Plots.Count);
        Assert.Equal(intake.Plots[0].Sensor, intake.Plots[1].Sensor);
        Assert.Equal("I048/010", Assert.Single(Decoded(Block(48, "70 546000 20 64004000"), Noon).Refusals).Item);
    }

    [Fact]
    public void A_record_cut_anywhere_is_malformed_and_never_throws()
    {
        var whole = Convert.FromHexString(NoonEast.Replace(" ", ""));
        for (var length = 1; length < whole.Length; length++)
            Assert.Equal(Decode.Malformed, new Cat048Reader(whole.AsSpan(0, length)).TryRead(out _));
    }

    internal static Collected Decoded(byte[] octets, Instant receivedAt, SensorDirectory? sensors = null)
    {
        var intake = new Collected();
        new AsterixDecoder("test", sensors ?? new()).Decode(octets, receivedAt, 42, intake);
        return intake;
    }

    internal static byte[] Block(byte category, string body)
    {
        var octets = Convert.FromHexString(body.Replace(" ", ""));
        var length = octets.Length + 3;
        return [category, (byte)(length >> 8), (byte)length, .. octets];
    }
}
