using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;
using Vedette.Wire.Asterix;
using static Vedette.Wire.Tests.Asterix.AsterixDecoderTests;

namespace Vedette.Wire.Tests.Asterix;

/// <summary>Vectors written by hand from the field tables of CAT001, 002, 010, 019, 020, 023, 025, 063 and 065.</summary>
public class OtherCategoriesTests
{
    /// <summary>CAT020: MLAT 20/201, 12:00:00, Mode S at x = 1000 m, y = -500 m, track 7, 1234, 100/-50 m/s, FL 350, 3C6586 DLH65A, 35,000 ft, sigma 5 and 7 m.</summary>
    private const string Airliner = "EDED88 14C9 4100 546000 0007D0FFFC18 0007 029C 0190FF38 0578 3C6586 0010C236D41820 15E0 400014001C0000";

    /// <summary>CAT010: system 0/107, 12:00:00, Mode S multilateration on the ground, 45°N 2.8125°E, track 817, 1234, 3C6586, FL 1.5, sigma 10 m.</summary>
    private const string Taxiing = "F92D2180 006B 01 24 546000 2000000002000000 0331 029C 3C6586 0006 28280000";

    /// <summary>CAT001: radar 20/130, combined, 100 NM at 90°, 1234, FL 350, 192 s into the turn of 512 s that 12:00:00 lies in.</summary>
    private const string EarlyPlot = "FA 1482 30 32004000 029C 0578 6000";

    private static readonly Instant Noon = Instant.FromUtc(2026, 1, 17, 12);
    private static readonly Geodetic Reference = Geodetic.FromDegrees(43.5, -6, 100);

    [Fact]
    public void A_multilateration_report_is_placed_in_the_plane_of_its_system()
    {
        var plot = Assert.Single(Decoded(Block(20, Airliner), Noon.AddSeconds(1), Known(20, 201)).Plots);
        Assert.Equal((PlotKind.Positioned, Noon), (plot.Kind, plot.TimeOfApplicability));
        var there = new EnuFrame(Reference).ToLocal((plot.Position!.Value with { HeightM = Reference.HeightM }).ToEcef());
        Assert.Equal(1000, there.East, 0.5);
        Assert.Equal(-500, there.North, 0.5);
        Assert.Equal(35_000 * 0.3048, plot.Position.Value.HeightM, 1e-6);
        Assert.Equal(Math.Sqrt(37), plot.SigmaPositionM, 1e-9);
        Assert.Equal((100, -50), (plot.VelocityEastMps, plot.VelocityNorthMps));
        Assert.Equal(("1234", 0x3C6586, "DLH65A", 7), (plot.Code.ToString(), plot.Address!.Value.Value, plot.Callsign.ToString(), plot.SourceTrackNumber));
        Assert.Equal(35_000, plot.Altitude!.Value.Feet, 1e-6);
        Assert.False(plot.OnGround);
    }

    [Fact]
    public void Without_the_reference_point_of_its_plane_a_plot_counts_but_has_no_place()
    {
        var plot = Assert.Single(Decoded(Block(20, Airliner), Noon).Plots);
        Assert.Null(plot.Position);
        Assert.Equal(Math.Sqrt(1.25e6), plot.RangeM, 1e-6);
        Assert.Equal(Math.Atan2(1000, -500), plot.AzimuthRad, 1e-12);
    }

    [Fact]
    public void A_place_told_for_a_source_holds_for_whatever_speaks_under_it()
    {
        var sensors = new SensorDirectory();
        sensors.Put(new() { Id = SensorId.None, Name = "Tower", Kind = SensorKind.Radar2D, Source = new(20, 201), Position = Reference });
        Assert.NotNull(Assert.Single(Decoded(Block(20, Airliner), Noon, sensors).Plots).Position);
    }

    [Theory]
    [InlineData(20, "E8 14C9 4180 546000 0007D0FFFC18")]
    [InlineData(10, "F8 006B 01 2520 546000 2000000002000000")]
    [InlineData(10, "F0 006B 02 24 546000")]
    [InlineData(1, "F0 1482 00 32004000 029C")]
    public void Field_monitors_status_messages_and_reports_without_a_detection_are_records_but_no_plots(byte category, string record)
    {
        var intake = Decoded(Block(category, record), Noon, Known(20, 201));
        Assert.Equal((1, 0, 0), (intake.Records, intake.Plots.Count, intake.Refusals.Count));
    }

    [Fact]
    public void A_surface_report_tells_where_a_taxiing_aircraft_is()
    {
        var plot = Assert.Single(Decoded(Block(10, Taxiing), Noon).Plots);
        Assert.Equal(45, plot.Position!.Value.LatitudeDeg, 1e-9);
        Assert.Equal(2.8125, plot.Position.Value.LongitudeDeg, 1e-9);
        Assert.Equal((PlotKind.Positioned, 10, 817, true), (plot.Kind, plot.SigmaPositionM, plot.SourceTrackNumber, plot.OnGround));
        Assert.Equal(("1234", 0x3C6586, 150.0), (plot.Code.ToString(), plot.Address!.Value.Value, Math.Round(plot.Altitude!.Value.Feet, 6)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(200)]
    [InlineData(-200)]
    public void An_early_radar_s_truncated_time_is_the_one_nearest_to_its_arrival(double lateS)
    {
        var plot = Assert.Single(Decoded(Block(1, EarlyPlot), Noon.AddSeconds(lateS)).Plots);
        Assert.Equal((PlotKind.Combined, Noon), (plot.Kind, plot.TimeOfApplicability));
        Assert.Equal(185_200, plot.RangeM, 1e-6);
        Assert.Equal(Math.PI / 2, plot.AzimuthRad, 1e-12);
        Assert.Equal(("1234", 35_000.0), (plot.Code.ToString(), Math.Round(plot.Altitude!.Value.Feet, 6)));
    }

    [Fact]
    public void A_truncated_time_begins_again_at_midnight()
    {
        var midnight = Instant.FromUtc(2026, 1, 18);
        Assert.Equal(midnight.AddSeconds(5), ReportTime.ResolveTruncated(5, midnight.AddSeconds(6)));
        Assert.Equal(midnight.AddSeconds(-2), ReportTime.ResolveTruncated((86_400 - 2) % 512, midnight.AddSeconds(1)));
    }

    [Fact]
    public void An_early_radar_tells_its_turns()
    {
        var message = Assert.Single(Decoded(Block(2, "F8 1482 02 40 546000 0200"), Noon).Messages);
        Assert.Equal((SensorMessageKind.SectorCrossing, Noon, 4.0), (message.Kind, message.Time, message.RotationS));
        Assert.Equal(Math.PI / 2, message.AzimuthRad, 1e-12);
    }

    [Theory]
    [InlineData(19, "F1C0 14C9 02 546000 80 1000000001000000 01E0", SensorKind.Multilateration, true)]
    [InlineData(19, "F1C0 14C9 02 546000 00 1000000001000000 01E0", SensorKind.Multilateration, false)]
    [InlineData(23, "D8 14C9 01 546000 80", SensorKind.Adsb, true)]
    [InlineData(23, "D8 14C9 01 546000 00", SensorKind.Adsb, false)]
    [InlineData(25, "C6 14C9 02 546000 80", SensorKind.Adsb, true)]
    [InlineData(65, "F4 14C9 01 01 546000 20", SensorKind.SystemTracker, true)]
    [InlineData(65, "F4 14C9 01 01 546000 00", SensorKind.SystemTracker, false)]
    public void A_system_that_says_it_should_not_be_used_is_degraded(byte category, string record, SensorKind kind, bool degraded)
    {
        var sensors = new SensorDirectory();
        var message = Assert.Single(Decoded(Block(category, record), Noon, sensors).Messages);
        Assert.Equal((SensorMessageKind.Status, Noon, degraded), (message.Kind, message.Time, message.Degraded));
        Assert.Equal(kind, sensors[message.Sensor].Kind);
    }

    [Fact]
    public void A_multilateration_system_tells_the_reference_point_of_its_plane()
    {
        var sensors = new SensorDirectory();
        Decoded(Block(19, "F1C0 14C9 02 546000 00 1000000001000000 01E0"), Noon, sensors);
        var place = Assert.Single(sensors.All).Position!.Value;
        Assert.Equal((45, 2.8125, 120), (place.LatitudeDeg, place.LongitudeDeg, place.HeightM));
    }

    [Theory]
    [InlineData(63, "B0 1901 546000 14C9")]
    [InlineData(63, "B0 1901 546000 14C9 B0 1901 546000 14CA")]
    public void What_a_tracker_says_of_its_own_sensors_is_read(byte category, string record) =>
        Assert.Empty(Decoded(Block(category, record), Noon).Refusals);

    [Fact]
    public void A_record_cut_short_is_refused_and_the_one_before_it_is_kept()
    {
        var intake = Decoded(Block(20, Airliner + Airliner[..24]), Noon, Known(20, 201));
        Assert.Single(intake.Plots);
        Assert.StartsWith("I020", Assert.Single(intake.Refusals).Item);
    }

    private static SensorDirectory Known(byte sac, byte sic)
    {
        var sensors = new SensorDirectory();
        sensors.Put(new() { Id = SensorId.None, Name = "MLAT", Kind = SensorKind.Multilateration, Source = new(sac, sic), Position = Reference });
        return sensors;
    }
}
