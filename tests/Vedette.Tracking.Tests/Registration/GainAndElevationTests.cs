using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Tracking.Tests.Registration;

/// <summary>A radar whose ranges are too long by a share of themselves and whose beam looks too high watches airliners that report themselves.</summary>
public class GainAndElevationTests
{
    private const double OffsetM = 90, Gain = 3e-4, PeriodS = 5;
    private static readonly double TiltRad = 0.25 * Angle.RadiansPerDegree;

    private readonly SensorDirectory sensors = new();
    private readonly SeededRandom random = new(31);
    private readonly SensorId receiver, radar;
    private readonly EnuFrame site = new(Geodetic.FromDegrees(51, 22, 60));

    public GainAndElevationTests()
    {
        receiver = sensors.ByName("receiver", SensorKind.Adsb);
        radar = sensors.Put(new()
        {
            Id = SensorId.None,
            Name = "radar",
            Kind = SensorKind.Radar3D,
            Position = site.Origin,
            Performance = new() { PeriodS = PeriodS, SigmaRangeM = 40, SigmaAzimuthRad = 0.0014, SigmaElevationRad = 0.004, ReferenceRangeM = 300e3 },
        });
    }

    [Fact]
    public void Offset_gain_and_elevation_are_found_from_aircraft_near_and_far()
    {
        var alignment = Run().AlignmentOf(radar);
        Assert.Equal(OffsetM, alignment.RangeM, 15.0);
        Assert.Equal(Gain, alignment.Gain, 1.2e-4);
        Assert.Equal(OffsetM + (Gain * 120e3), alignment.RangeM + (alignment.Gain * 120e3), 12.0);
        Assert.Equal(TiltRad, alignment.ElevationRad, 0.03 * Angle.RadiansPerDegree);
        Assert.InRange(alignment.ElevationSigmaRad / Angle.RadiansPerDegree, 0.005, 0.05);
    }

    private Tracker Run()
    {
        var tracker = new Tracker();
        tracker.Configure(sensors);
        for (double timeS = 0; timeS < 600; timeS++)
        {
            var plots = new List<Plot>();
            for (var number = 0; number < 8; number++)
            {
                plots.Add(Claim(number, timeS));
                if ((timeS + number) % PeriodS == 0) plots.Add(Echo(number, timeS));
            }

            tracker.Observe(plots.ToArray());
            tracker.AdvanceTo(Sky.Start.AddSeconds(timeS + 0.5));
        }

        return tracker;
    }

    /// <summary>Half of them fly within 60 km of the radar, half beyond 100.</summary>
    private static Geodetic At(int number, double timeS)
    {
        var start = Geodetic.FromDegrees(51 + (0.12 * number), number % 2 == 0 ? 22.3 : 23.6, 7000 + (400 * number));
        return new EnuFrame(start).ToGeodetic(new((number % 2 == 0 ? 60 : -60) * timeS, 90 * timeS * (number % 4 < 2 ? -1 : 1), 0)) with { HeightM = start.HeightM };
    }

    private Plot Claim(int number, double timeS) => new()
    {
        Sensor = receiver,
        Kind = PlotKind.Cooperative,
        TimeOfApplicability = Sky.Start.AddSeconds(timeS),
        ReceivedAt = Sky.Start.AddSeconds(timeS + 0.3),
        Entry = (long)(timeS * 100) + number + 1,
        Address = new TransponderAddress(0x3C0000 + number),
        Position = At(number, timeS),
        SigmaPositionM = 20,
    };

    private Plot Echo(int number, double timeS)
    {
        var seen = site.Look(At(number, timeS).ToEcef());
        return new()
        {
            Sensor = radar,
            Kind = PlotKind.Primary,
            TimeOfApplicability = Sky.Start.AddSeconds(timeS),
            ReceivedAt = Sky.Start.AddSeconds(timeS + 0.4),
            Entry = (long)(timeS * 100) + number + 50,
            RangeM = OffsetM + (seen.RangeM * (1 + Gain)) + (40 * random.NextGaussian()),
            AzimuthRad = Angle.Wrap(seen.AzimuthRad + (0.0014 * random.NextGaussian())),
            ElevationRad = seen.ElevationRad + TiltRad + (0.004 * random.NextGaussian()),
        };
    }
}
