using System.Globalization;
using Vedette.Air;
using Vedette.Kernel.Geodesy;

namespace Vedette.Edge.Configuration;

/// <summary>Reads the sensor flag: SAC/SIC=lat,lon,height[,name] for a radar, NAME=lat,lon,height for a receiver. Degrees and metres.</summary>
public static class SensorText
{
    /// <exception cref="ConfigurationException">The text is not that.</exception>
    public static Sensor Read(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0) throw Problem(text);
        var who = text[..equals].Trim();
        var where = text[(equals + 1)..].Split(',', 4, StringSplitOptions.TrimEntries);
        if (where.Length < 3 || !Within(where[0], 90, out var lat) || !Within(where[1], 180, out var lon) || !Within(where[2], 20_000, out var height))
            throw Problem(text);
        var position = Geodetic.FromDegrees(lat, lon, height);
        var name = where.Length == 4 && where[3].Length > 0 ? where[3] : null;
        if (!who.Contains('/', StringComparison.Ordinal))
            return new Sensor { Id = SensorId.None, Name = name ?? who, Kind = SensorKind.Adsb, Position = position, Performance = SensorDefaults.Of(SensorKind.Adsb) };
        var codes = who.Split('/');
        if (codes.Length != 2 || !byte.TryParse(codes[0], CultureInfo.InvariantCulture, out var sac) || !byte.TryParse(codes[1], CultureInfo.InvariantCulture, out var sic))
            throw Problem(text);
        var source = new AsterixSource(sac, sic);
        return new Sensor { Id = SensorId.None, Name = name ?? $"Radar {source}", Kind = SensorKind.Radar2D, Position = position, Source = source };
    }

    private static bool Within(string text, double limit, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && Math.Abs(value) <= limit;

    private static ConfigurationException Problem(string text) =>
        new($"--sensor \"{text}\": expected SAC/SIC=lat,lon,height[,name] or NAME=lat,lon,height in degrees and metres, for example 25/1=51.17,16.89,150,Wrocław");
}

/// <summary>What a sensor of a kind usually can do, where nobody says better.</summary>
public static class SensorDefaults
{
    public static SensorPerformance Of(SensorKind kind) => kind switch
    {
        SensorKind.Adsb or SensorKind.Multilateration or SensorKind.RemoteId => new() { PeriodS = 1, SigmaPositionM = 30, SigmaVelocityMps = 2, MaxRangeM = 450e3, ClutterPerScan = 0 },
        SensorKind.SystemTracker => new() { PeriodS = 4, SigmaPositionM = 100, SigmaVelocityMps = 15, MaxRangeM = 500e3, ClutterPerScan = 0 },
        SensorKind.Acoustic => new() { PeriodS = 1, MaxRangeM = 6e3, ReferenceRangeM = 4e3, SigmaAzimuthRad = 4 * Vedette.Kernel.Angle.RadiansPerDegree, ClutterPerScan = 0.05 },
        SensorKind.Spotter => new() { PeriodS = 60, MaxRangeM = 8e3, SigmaAzimuthRad = 15 * Vedette.Kernel.Angle.RadiansPerDegree, SigmaRangeRelative = 0.4, SigmaTimeS = 20, ClutterPerScan = 0.01 },
        _ => new(),
    };
}
