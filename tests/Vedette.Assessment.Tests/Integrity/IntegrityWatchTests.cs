using CsCheck;
using Vedette.Air;
using Vedette.Assessment.Integrity;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;
using Vedette.Kernel.Geodesy.HexGrid;

namespace Vedette.Assessment.Tests.Integrity;

public class IntegrityWatchTests
{
    private static readonly Geodetic Elsewhere = Geodetic.FromDegrees(52, 25, 11_500);

    private readonly IntegrityWatch watch = new();

    private int asked;

    private IReadOnlyList<IntegrityFinding> Findings => watch.Changes(FlownAircraft.Start.AddSeconds(4_000 + (100 * asked++)))!.Findings;

    [Fact]
    public void A_place_out_of_reach_is_doubted_at_once_and_the_honest_one_is_trusted_again_after_ten_seconds()
    {
        var aircraft = new FlownAircraft(watch);
        Assert.Equal(0, aircraft.Fly(60));
        for (var i = 0; i < 300; i++)
        {
            aircraft.Move();
            Assert.False(aircraft.Claim(Elsewhere with { LatitudeRad = Elsewhere.LatitudeRad + (i * 1e-6) }));
        }

        Assert.InRange(aircraft.Fly(60), 5, 15);
        var finding = Assert.Single(Findings);
        Assert.Equal((IntegrityKind.Jump, true), (finding.Kind, finding.IsDoubted));
        Assert.Equal(FlownAircraft.Start.AddSeconds(61), finding.Since);
        Assert.InRange(finding.Until!.Value.SecondsSince(FlownAircraft.Start), 365, 380);
        Assert.Contains("km from where it was trusted 1 s before", finding.Reasons[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_jet_that_claims_to_stand_still_at_its_altitude_is_doubted_though_the_place_was_in_reach()
    {
        var aircraft = new FlownAircraft(watch);
        aircraft.Fly(60);
        aircraft.Move(1200);
        aircraft.SpeedMps = 26;
        Assert.Equal(120, aircraft.Fly(120));
        Assert.Equal(IntegrityKind.ImpossibleMotion, Assert.Single(Findings).Kind);
    }

    [Fact]
    public void A_slow_aircraft_may_be_slow_at_any_altitude_and_a_jet_near_the_ground()
    {
        var balloon = new FlownAircraft(watch, 0x100001) { SpeedMps = 15 };
        Assert.Equal(0, balloon.Fly(600));
        var jet = new FlownAircraft(watch, 0x100002) { AltitudeM = 3_000 };
        jet.Fly(60);
        jet.SpeedMps = 45;
        jet.AltitudeM = 600;
        Assert.Equal(0, jet.Fly(60));
        Assert.Empty(Findings);
    }

    [Fact]
    public void A_radar_that_sees_it_elsewhere_contradicts_it_until_both_agree()
    {
        var radar = Place(Geodetic.FromDegrees(50.2, 21.5, 200));
        var aircraft = new FlownAircraft(watch);
        aircraft.Fly(30);
        var doubted = 0;
        for (var i = 0; i < 120; i++)
        {
            aircraft.Move();
            // The claimed place drifts off slowly, so that no motion betrays it.
            if (!aircraft.Claim(Geodesic.Direct(aircraft.Place, 1.5, i * 100))) doubted++;
            if (i % 5 == 0) aircraft.SeenBy(radar);
        }

        Assert.InRange(doubted, 20, 90);
        var finding = Assert.Single(Findings);
        Assert.Equal(IntegrityKind.AgainstSensors, finding.Kind);
        Assert.Null(finding.Until);
        for (var i = 0; i < 30; i++)
        {
            aircraft.Move();
            aircraft.Claim();
            if (i % 5 == 0) aircraft.SeenBy(radar);
        }

        Assert.All(Findings, ended => Assert.NotNull(ended.Until));
    }

    [Fact]
    public void What_a_radar_saw_before_a_jump_does_not_vouch_for_the_place_after_it()
    {
        var radar = Place(Geodetic.FromDegrees(50.2, 21.5, 200));
        var aircraft = new FlownAircraft(watch);
        for (var i = 0; i < 60; i++)
        {
            Assert.Equal(0, aircraft.Fly(1));
            if (i % 5 == 0) aircraft.SeenBy(radar);
        }

        for (var i = 0; i < 60; i++)
        {
            aircraft.Move();
            Assert.False(aircraft.Claim(Geodesic.Direct(aircraft.Place, 1.5, 60e3)));
        }
    }

    [Fact]
    public void A_radar_bias_of_a_degree_contradicts_nobody()
    {
        var radar = Place(Geodetic.FromDegrees(49, 22, 200));
        var aircraft = new FlownAircraft(watch);
        for (var i = 0; i < 600; i++)
        {
            Assert.Equal(0, aircraft.Fly(1));
            var away = Geodesic.Inverse(radar.Position!.Value, aircraft.Place);
            if (i % 5 == 0) aircraft.SeenBy(radar, Geodesic.Direct(radar.Position!.Value, away.BearingRad + Angle.RadiansPerDegree, away.DistanceM) with { HeightM = 11_500 });
        }

        Assert.Empty(Findings);
    }

    [Fact]
    public void A_radar_known_from_others_notices_one_that_is_led_away_slowly_and_accuses_nobody_else()
    {
        var radar = Place(Geodetic.FromDegrees(49.2, 21, 200));
        var fleet = Fleet();
        // The radar sees everything a degree to the right and 200 m too far: what it shows of many is no lie of any.
        for (var i = 0; i < 300; i++) Watch(radar, fleet, i, biasRad: Angle.RadiansPerDegree);
        var noticed = double.NaN;
        for (var i = 0; i < 200 && double.IsNaN(noticed); i++)
        {
            Watch(radar, fleet, i, biasRad: Angle.RadiansPerDegree, ledAwayM: 20 * i);
            if (watch.Changes(FlownAircraft.Start.AddSeconds(300 + i))?.Findings is [_, ..]) noticed = 20 * i;
        }

        Assert.InRange(noticed, 300, 1500);
        Assert.Equal(0x200000, Assert.Single(Findings).Address.Value);
    }

    [Fact]
    public void A_radar_whose_north_is_set_anew_accuses_nobody()
    {
        var radar = Place(Geodetic.FromDegrees(49.2, 21, 200));
        var fleet = Fleet();
        for (var i = 0; i < 300; i++) Watch(radar, fleet, i);
        for (var i = 0; i < 600; i++) Watch(radar, fleet, i, biasRad: 0.5 * Angle.RadiansPerDegree);
        Assert.All(Findings, finding => Assert.NotNull(finding.Until));
    }

    [Fact]
    public void A_speed_over_ground_that_no_wind_explains_is_doubted_and_a_jet_stream_is_not()
    {
        var radar = Place(Geodetic.FromDegrees(49, 22, 200));
        var spoofed = new FlownAircraft(watch, 0x100001) { AirspeedMps = 230, SpeedMps = 60, AltitudeM = 4_000 };
        var tailwind = new FlownAircraft(watch, 0x100002) { AirspeedMps = 240, SpeedMps = 345 };
        var doubted = 0;
        for (var i = 0; i < 60; i++)
        {
            Assert.Equal(0, tailwind.Fly(1));
            doubted += spoofed.Fly(1);
            if (i % 5 != 0) continue;
            tailwind.SeenBy(radar);
            spoofed.SeenBy(radar);
        }

        Assert.InRange(doubted, 40, 59);
        var finding = Assert.Single(Findings);
        Assert.Equal((IntegrityKind.AgainstAirData, 0x100001), (finding.Kind, finding.Address.Value));
        Assert.Contains("828 km/h through the air", finding.Reasons[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_aircraft_that_is_not_believed_is_counted_in_the_cell_where_it_was_last_trusted()
    {
        var aircraft = new FlownAircraft(watch) { SpeedMps = 20, AltitudeM = 1_000 };
        aircraft.Fly(60);
        aircraft.Move();
        Assert.False(aircraft.Claim(Elsewhere));
        var cell = Assert.Single(watch.Changes(aircraft.Now)!.Cells);
        Assert.Equal(new InterferenceCell(HexCell.At(aircraft.Place, 4), 1, 0, 1) { SpoofedEntry = aircraft.Entry }, cell);
        Assert.Empty(watch.Changes(aircraft.Now.AddSeconds(3700))!.Cells);
    }

    [Fact]
    public void Two_aircraft_with_one_address_are_both_believed_in_the_end()
    {
        var one = new FlownAircraft(watch);
        var other = new FlownAircraft(watch) { Place = Elsewhere };
        one.Fly(60);
        other.Now = one.Now;
        var doubted = 0;
        for (var i = 0; i < 100; i++)
        {
            doubted += one.Fly(1);
            doubted += other.Fly(1);
        }

        Assert.InRange(doubted, 1, 10);
        var kinds = Findings.Select(finding => (finding.Kind, finding.IsDoubted, finding.Until is null)).ToList();
        Assert.Contains((IntegrityKind.DuplicateAddress, false, true), kinds);
        Assert.Contains((IntegrityKind.Jump, true, false), kinds);
    }

    [Fact]
    public void A_place_that_never_changes_though_it_claims_to_fly_is_frozen()
    {
        var aircraft = new FlownAircraft(watch);
        aircraft.Fly(30);
        var still = aircraft.Place;
        var believed = 0;
        for (var i = 0; i < 60; i++)
        {
            aircraft.Now = aircraft.Now.AddSeconds(1);
            if (aircraft.Claim(still)) believed++;
        }

        Assert.InRange(believed, 15, 25);
        Assert.Equal(IntegrityKind.Frozen, Assert.Single(Findings).Kind);
    }

    [Fact]
    public void A_source_that_repeats_the_last_place_while_it_hears_nothing_accuses_nobody_of_a_jump_when_it_hears_again()
    {
        var aircraft = new FlownAircraft(watch);
        aircraft.Fly(30);
        var heardLast = aircraft.Place;
        for (var i = 0; i < 60; i++)
        {
            aircraft.Move();
            aircraft.Claim(heardLast);
        }

        Assert.Equal(0, aircraft.Fly(30));
        var finding = Assert.Single(Findings);
        Assert.Equal(IntegrityKind.Frozen, finding.Kind);
        Assert.NotNull(finding.Until);
    }

    [Fact]
    public void A_recording_played_again_is_noticed_and_a_holding_pattern_is_not()
    {
        var circling = new FlownAircraft(watch, 0x100001) { SpeedMps = 100, AltitudeM = 3_000 };
        var flown = new FlownAircraft(watch, 0x100002) { SpeedMps = 100, AltitudeM = 3_000 };
        var said = new List<Geodetic>();
        for (var i = 0; i < 1200; i++)
        {
            circling.TrackRad += Math.Tau / 240;
            Assert.Equal(0, circling.Fly(1));
            flown.TrackRad += Math.Tau / 240;
            flown.Fly(1);
            if (i >= 900) said.Add(flown.Place);
        }

        foreach (var place in said)
        {
            flown.Now = flown.Now.AddSeconds(1);
            flown.TrackRad += Math.Tau / 240;
            flown.Claim(place);
        }

        var findings = Findings;
        Assert.Contains(IntegrityKind.Replayed, findings.Select(finding => finding.Kind));
        Assert.All(findings, finding => Assert.Equal(0x100002, finding.Address.Value));
    }

    [Fact]
    public void Only_a_turn_from_good_to_bad_accuracy_counts()
    {
        var never = new FlownAircraft(watch, 0x100001) { Accuracy = FlownAircraft.BadAccuracy };
        Assert.Equal(0, never.Fly(60));
        Assert.Empty(Findings);
        var turning = new FlownAircraft(watch, 0x100002);
        turning.Fly(30);
        turning.Accuracy = FlownAircraft.BadAccuracy;
        Assert.Equal(0, turning.Fly(30));
        var finding = Assert.Single(Findings);
        Assert.Equal((IntegrityKind.Degraded, false), (finding.Kind, finding.IsDoubted));
    }

    [Fact]
    public void A_cell_counts_each_aircraft_once_and_bad_where_it_was_bad_anywhere_in_it()
    {
        for (var i = 0; i < 12; i++)
        {
            var aircraft = new FlownAircraft(watch, 0x200000 + i) { SpeedMps = 20, AltitudeM = 1_000 };
            aircraft.Fly(20);
            if (i >= 9) aircraft.Accuracy = FlownAircraft.BadAccuracy;
            aircraft.Fly(20);
            aircraft.Accuracy = FlownAircraft.GoodAccuracy;
            aircraft.Fly(20);
        }

        var never = new FlownAircraft(watch, 0x300000) { Accuracy = FlownAircraft.BadAccuracy };
        never.Fly(60);
        var cell = Assert.Single(watch.Changes(FlownAircraft.Start.AddSeconds(60))!.Cells);
        Assert.Equal((HexCell.At(Geodetic.FromDegrees(50, 22), 4), 9, 3, 0), (cell.Cell, cell.Good, cell.Bad, cell.Spoofed));
        Assert.InRange(cell.BadEntry, 21, 59);
        Assert.Equal(InterferenceLevel.High, cell.Level);
        Assert.Empty(watch.Changes(FlownAircraft.Start.AddSeconds(4000))!.Cells);
    }

    [Theory]
    [InlineData(100, 0, InterferenceLevel.Low)]
    [InlineData(5, 1, InterferenceLevel.Low)] // one alone colours nothing
    [InlineData(98, 3, InterferenceLevel.Low)]
    [InlineData(97, 4, InterferenceLevel.Medium)]
    [InlineData(89, 11, InterferenceLevel.Medium)]
    [InlineData(88, 12, InterferenceLevel.High)]
    public void Cells_are_coloured_by_the_rule_of_gpsjam(int good, int bad, InterferenceLevel level) =>
        Assert.Equal(level, new InterferenceCell(default, good, bad).Level);

    [Fact]
    public void An_honest_flight_is_never_doubted_however_it_turns_and_whatever_is_lost() =>
        Gen.Select(Gen.Double[40, 260], Gen.Double[-0.05, 0.05], Gen.Int[1, 400], Gen.Double[0, 0.9]).Sample((speedMps, turnRadps, gapS, lost) =>
        {
            var own = new IntegrityWatch();
            var random = new SeededRandom(17);
            var aircraft = new FlownAircraft(own) { SpeedMps = speedMps, AltitudeM = 5_000 };
            for (var i = 0; i < 300; i++)
            {
                if (i == 150) aircraft.Move(gapS);
                aircraft.TrackRad += turnRadps;
                aircraft.Move();
                var noisy = Geodesic.Direct(aircraft.Place, random.NextDouble() * Math.Tau, random.NextDouble() * 100);
                if (random.NextDouble() >= lost) Assert.True(aircraft.Claim(noisy));
            }
        }, iter: 200);

    [Fact]
    public void Honest_claims_cost_no_memory()
    {
        var aircraft = new FlownAircraft(watch) { SpeedMps = 10, AltitudeM = 500 };
        aircraft.Fly(2000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        aircraft.Fly(500);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200);
    }

    private FlownAircraft[] Fleet() =>
    [
        .. Enumerable.Range(0, 6).Select(i => new FlownAircraft(watch, 0x200000 + i) { Place = Geodetic.FromDegrees(49 + (0.2 * i), 22.2, 11_500), TrackRad = i }),
    ];

    /// <summary>A second of six flights; a radar sees one of them each second, with its errors. The first claims to be further north than it is.</summary>
    private void Watch(Sensor radar, FlownAircraft[] fleet, int second, double biasRad = 0, double ledAwayM = 0)
    {
        var random = new SeededRandom((ulong)second);
        foreach (var aircraft in fleet)
        {
            aircraft.TrackRad += 0.01;
            aircraft.Move();
            aircraft.Claim(Geodesic.Direct(aircraft.Place, 0, aircraft == fleet[0] ? ledAwayM : 0) with { HeightM = aircraft.AltitudeM });
        }

        var seen = fleet[second % fleet.Length];
        var away = Geodesic.Inverse(radar.Position!.Value, seen.Place);
        var place = Geodesic.Direct(
            radar.Position!.Value, away.BearingRad + biasRad + (0.0015 * random.NextGaussian()), away.DistanceM + 200 + (50 * random.NextGaussian()));
        seen.SeenBy(radar, place with { HeightM = seen.AltitudeM });
    }

    private Sensor Place(Geodetic at)
    {
        var sensors = new SensorDirectory();
        var radar = new Sensor { Id = new(0), Name = "Radar", Kind = SensorKind.Radar2D, Position = at };
        radar = radar with { Id = sensors.Put(radar) };
        watch.Know(sensors);
        return radar;
    }
}
