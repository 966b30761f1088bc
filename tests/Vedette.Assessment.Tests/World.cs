using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Assessment.Tests;

/// <summary>Places, airspaces and tracks for tests: a square of 100 km whose eastern side is the line that objects come to.</summary>
internal static class World
{
    public static readonly Instant Noon = Instant.FromUtc(2026, 1, 17, 12);

    private static readonly EnuFrame Frame = new(Geodetic.FromDegrees(50.5, 23.5));

    /// <summary>A place east and north of the middle of the square's eastern side, m.</summary>
    public static Geodetic At(double eastM, double northM, double heightM = 500) =>
        Frame.ToGeodetic(new(eastM, northM, 0)) with { HeightM = heightM };

    public static Airspace Square(string id = "square", double floorM = double.NegativeInfinity, double ceilingM = double.PositiveInfinity) => new()
    {
        Id = id,
        Name = id,
        FloorM = floorM,
        CeilingM = ceilingM,
        Polygons = [[[At(0, -50e3), At(0, 50e3), At(-100e3, 50e3), At(-100e3, -50e3)]]],
    };

    /// <summary>A track well established and well known, flying straight.</summary>
    public static Track Track(Geodetic position, double headingDeg, double speedMps, Instant? time = null) => new()
    {
        Number = new(7),
        Status = TrackStatus.Confirmed,
        Existence = 1,
        Time = time ?? Noon,
        FirstSeen = Noon.AddSeconds(-300),
        LastSeen = time ?? Noon,
        Plots = 60,
        LastEntry = 4711,
        Position = position,
        HeightKnown = true,
        SensedIndependently = true,
        Velocity = new(speedMps * Math.Sin(headingDeg * Angle.RadiansPerDegree), speedMps * Math.Cos(headingDeg * Angle.RadiansPerDegree), 0),
        Covariance = Spread(50, 1.5),
        Classes = Certain(ObjectClass.Unknown),
    };

    public static Covariance6 Spread(double positionM, double velocityMps)
    {
        var p = default(Covariance6);
        for (var i = 0; i < 3; i++)
        {
            p.Set(i, i, positionM * positionM);
            p.Set(i + 3, i + 3, velocityMps * velocityMps);
        }

        return p;
    }

    public static ClassProbabilities Certain(ObjectClass c)
    {
        var p = default(ClassProbabilities);
        p[(int)c] = 1;
        return p;
    }

    /// <summary>The only forecast of a track as a new assessor makes it.</summary>
    public static CrossingForecast Forecast(in Track track, Airspace airspace)
    {
        var assessor = new Assessor();
        assessor.Watch([airspace]);
        return Assert.Single(assessor.Assess([track], track.Time)[0].Crossings);
    }
}
