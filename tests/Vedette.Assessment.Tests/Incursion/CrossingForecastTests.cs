using CsCheck;
using Vedette.Air;
using Vedette.Assessment.Incursion;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Assessment.Tests.Incursion;

public class CrossingForecastTests
{
    private static readonly Airspace Square = World.Square();

    [Fact]
    public void A_track_close_and_heading_in_will_enter_and_is_told_when_and_where()
    {
        var forecast = World.Forecast(World.Track(World.At(3000, 2000), 270, 50), Square);
        Assert.Equal(0, forecast.Inside);
        Assert.InRange(forecast.Within5Min, 0.8, 1);
        Assert.InRange(forecast.EtaP50S, 55, 66);
        Assert.True(forecast.EtaP10S <= forecast.EtaP50S && forecast.EtaP50S <= forecast.EtaP90S);
        Assert.Equal(3000, forecast.DistanceM, 10.0);
        Assert.InRange(Geodesic.Inverse(World.At(0, 2000, 0), forecast.EntryPoint!.Value).DistanceM, 0, 300);
        Assert.InRange(forecast.EntrySpreadM, 10, 3000);
    }

    [Fact]
    public void A_track_that_cannot_arrive_in_twenty_minutes_has_no_forecast()
    {
        var assessor = new Assessor();
        assessor.Watch([Square]);
        Assert.Empty(assessor.Assess([World.Track(World.At(90e3, 0), 270, 50)], World.Noon)[0].Crossings);
        Assert.Empty(assessor.Assess([World.Track(Geodetic.FromDegrees(-50.5, -156.5), 270, 250)], World.Noon)[0].Crossings);
    }

    [Fact]
    public void A_track_that_flies_away_hardly_enters()
    {
        var forecast = World.Forecast(World.Track(World.At(20e3, 0), 90, 50), Square);
        Assert.InRange(forecast.Within10Min, 0, 0.05);
        Assert.True(forecast.Within20Min >= forecast.Within10Min);
    }

    [Fact]
    public void A_track_well_inside_is_inside_with_certainty()
    {
        var forecast = World.Forecast(World.Track(World.At(-20e3, 0), 90, 50), Square);
        Assert.Equal((1.0, 1.0, 1.0, 1.0), (forecast.Inside, forecast.Within5Min, forecast.Within10Min, forecast.Within20Min));
        Assert.Equal(0, forecast.EtaP50S);
        Assert.Null(forecast.EntryPoint);
        Assert.Equal(-20e3, forecast.DistanceM, 30.0);
    }

    [Fact]
    public void On_the_line_a_track_is_half_inside()
    {
        var forecast = World.Forecast(World.Track(World.At(0, 0), 0, 50) with { Covariance = World.Spread(400, 1) }, Square);
        Assert.InRange(forecast.Inside, 0.45, 0.55);
    }

    [Theory]
    [InlineData(500, 0, 1)]
    [InlineData(5000, 0, 0)]
    [InlineData(5000, -40, 1)]
    [InlineData(2900, 5, 1)]
    [InlineData(3900, -1, 0)]
    public void Height_limits_count(double heightM, double climbMps, int enters)
    {
        var layer = World.Square(floorM: 100, ceilingM: 3000);
        var inArea = World.Track(World.At(-5e3, 0, heightM), 270, 50);
        var track = inArea with { Velocity = inArea.Velocity with { Up = climbMps }, Covariance = World.Spread(20, 0.3) };
        Assert.Equal(enters, World.Forecast(track, layer).Within10Min, 0.02);
    }

    [Fact]
    public void An_unknown_height_never_clears_an_airspace()
    {
        var layer = World.Square(ceilingM: 3000);
        var high = World.Track(World.At(-5e3, 0, 8000), 270, 50);
        Assert.Equal(0, World.Forecast(high, layer).Inside);
        Assert.Equal(1, World.Forecast(high with { HeightKnown = false }, layer).Inside);
    }

    [Fact]
    public void A_forecast_tells_the_motion_and_the_entry_it_rests_on()
    {
        var track = World.Track(World.At(20e3, 0), 270, 50);
        var basis = World.Forecast(track, Square).Basis;
        Assert.Equal((track.Time, track.LastEntry), (basis.At, basis.Entry));
        Assert.InRange(basis.Bound, 0.01, 0.5);
        Assert.InRange(basis.AlongBoundary, 0, 0.5);
    }

    [Fact]
    public void A_track_in_a_turn_is_expected_to_turn_on()
    {
        var towards = AfterTurning(-1);
        var away = AfterTurning(1);
        Assert.True(towards > away + 0.25, $"turning towards {towards}, away {away}");
    }

    /// <summary>A track that came straight, has turned for some seconds at 3 degrees a second and now flies north along the line.</summary>
    private static double AfterTurning(int clockwise)
    {
        var assessor = new Assessor();
        assessor.Watch([Square]);
        var within5Min = 0.0;
        for (var s = -30; s <= 0; s++)
        {
            var turned = Math.Max(s + 10, 0);
            var track = World.Track(World.At(4e3, 0), clockwise * 3 * (turned - 10), 60, World.Noon.AddSeconds(s)) with
            {
                Manoeuvring = turned > 0 ? 0.95 : 0.05,
                TurnRateRadps = turned > 0 ? clockwise * 0.052 : 0,
            };
            within5Min = assessor.Assess([track], track.Time)[0].Crossings[0].Within5Min;
        }

        return within5Min;
    }

    [Fact]
    public void A_leg_just_begun_is_trusted_more_than_an_old_one()
    {
        static double Within10Min(int steps, double turnedDeg)
        {
            var assessor = new Assessor();
            assessor.Watch([Square]);
            CrossingForecast? last = null;
            for (var i = steps; i >= 0; i--)
            {
                var heading = i > 15 ? 270 + turnedDeg : 270;
                var track = World.Track(World.At(15e3 + (50 * i), 0), heading, 50, World.Noon.AddSeconds(-i));
                last = assessor.Assess([track], track.Time)[0].Crossings[0];
            }

            return last!.Within10Min;
        }

        Assert.True(Within10Min(600, 60) > Within10Min(600, 0) + 0.1);
    }

    [Fact]
    public void Probabilities_lie_between_zero_and_one_and_grow_with_the_horizon() =>
        Gen.Select(Gen.Double[-60e3, 60e3], Gen.Double[-70e3, 70e3], Gen.Double[0, 360], Gen.Double[0, 900], Gen.Double[0, 2000], Gen.Double[0, 40])
            .Sample((east, north, heading, speed, sigmaM, sigmaMps) =>
            {
                var assessor = new Assessor();
                assessor.Watch([Square]);
                var track = World.Track(World.At(east, north), heading, speed) with { Covariance = World.Spread(sigmaM, sigmaMps) };
                foreach (var f in assessor.Assess([track], World.Noon)[0].Crossings)
                {
                    Assert.True(f.Inside is >= 0 && f.Inside <= f.Within5Min && f.Within5Min <= f.Within10Min
                        && f.Within10Min <= f.Within20Min && f.Within20Min <= 1, $"{f}");
                    if (f.Within20Min > f.Inside) Assert.InRange(f.EtaP90S, 0, CrossingForecaster.HorizonS);
                    if (f.EntryPoint is { } point) Assert.Equal(0, DistanceFromLineM(point), 1.0);
                }
            }, iter: 150);

    private static double DistanceFromLineM(Geodetic place)
    {
        var volume = new AirspaceVolume(Square);
        var (x, y) = volume.ToPlane(place);
        return volume.SignedDistanceM(place, x, y);
    }

    [Fact]
    public void A_track_that_creeps_on_changes_its_forecast_smoothly()
    {
        var previous = double.NaN;
        for (var s = 0; s < 200; s++)
        {
            var p = World.Forecast(World.Track(World.At(30e3 - (50 * s), 0), 270, 50), Square).Within10Min;
            if (s > 0) Assert.InRange(Math.Abs(p - previous), 0, 0.025);
            previous = p;
        }
    }

    [Fact]
    public void A_track_without_numbers_breaks_nothing()
    {
        var lost = World.Track(World.At(3e3, 0), 270, 50) with { Position = new(double.NaN, double.NaN, double.NaN) };
        var assessor = new Assessor();
        assessor.Watch([Square]);
        Assert.Empty(assessor.Assess([lost], World.Noon)[0].Crossings);
    }

    /// <summary>
    /// Objects that fly legs of one fixed length (so not the forecaster's own gamma ones) with any heading after each, a share of
    /// them turning at the line, tracked with the error the track admits: among forecasts of about p, about p enter. Where pilots are of
    /// another habit than supposed, the error stays bounded.
    /// </summary>
    [Theory]
    [InlineData(50, 30e3, 0.25, 0.05)]
    [InlineData(230, 30e3, 0.25, 0.05)]
    [InlineData(50, 20e3, 0.25, 0.12)]
    [InlineData(50, 45e3, 0.25, 0.12)]
    [InlineData(50, 30e3, 0, 0.12)]
    public void Forecasts_are_calibrated_on_flights_by_waypoints(double speedMps, double legM, double holdsOff, double tolerance)
    {
        var random = new SeededRandom(11);
        var volume = new AirspaceVolume(Square);
        var forecaster = new CrossingForecaster();
        const int flights = 2000;
        var (sum, entered, count) = (new double[5], new double[5], new int[5]);
        for (var flight = 0; flight < flights; flight++)
        {
            var (east, north) = (random.NextDouble(500, 600 * speedMps), random.NextDouble(-20e3, 20e3));
            var heading = random.NextDouble(180, 360);
            var track = Measured(World.Track(World.At(east, north), heading, speedMps), random);
            var line = default(LineMemory);
            var forecast = forecaster.Forecast(track, new LegMemory(), ref line, volume)!;
            var bin = Math.Min((int)(forecast.Within10Min * 5), 4);
            sum[bin] += forecast.Within10Min;
            entered[bin] += Enters(east, north, heading, speedMps, legM, holdsOff, random) ? 1 : 0;
            count[bin]++;
        }

        var error = Enumerable.Range(0, 5).Sum(b => Math.Abs(sum[b] - entered[b])) / flights;
        var table = string.Join(", ", Enumerable.Range(0, 5).Select(b => $"{sum[b] / count[b]:F2} said, {entered[b] / count[b]:F2} seen of {count[b]}"));
        Assert.True(error < tolerance, $"reliability error {error:F3}: {table}");
    }

    private static Track Measured(Track truth, SeededRandom random) => truth with
    {
        Velocity = new(truth.Velocity.East + (1.5 * random.NextGaussian()), truth.Velocity.North + (1.5 * random.NextGaussian()), 0),
    };

    private static bool Enters(double x, double y, double headingDeg, double speedMps, double legM, double holdsOff, SeededRandom random)
    {
        var heading = headingDeg * Angle.RadiansPerDegree;
        var left = random.NextDouble() * legM;
        // One that would have turned farther out than it already is does not mean to turn.
        var turnsAtM = random.NextDouble() < holdsOff ? random.NextExponential(8e3) : 0;
        if (turnsAtM > x) turnsAtM = 0;
        for (var s = 0; s < 600; s++)
        {
            (x, y) = (x + (speedMps * Math.Sin(heading)), y + (speedMps * Math.Cos(heading)));
            if (x < 0 && Math.Abs(y) < 50e3 && x > -100e3) return true;
            left -= speedMps;
            if (x < turnsAtM && Math.Sin(heading) < 0) heading = random.NextDouble(0, Math.PI);
            if (left > 0) continue;
            left += legM;
            heading = random.NextDouble(0, 2 * Math.PI);
        }

        return false;
    }
}
