using System.Text.Json;
using Vedette.Air;
using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Wire.OpenPlots;

/// <summary>The sensors of a recording in the open plot format and the span it covers: its sensors.json.</summary>
/// <param name="StartS">First moment, seconds of the recording's clock.</param>
/// <param name="EndS">Last moment.</param>
/// <param name="EpochS">Time between two pictures that are compared, s.</param>
/// <param name="Sensors">Named by their ids.</param>
public sealed record OpenPlotSensors(double StartS, double EndS, double EpochS, IReadOnlyList<Sensor> Sensors)
{
    /// <exception cref="FormatException">The document is not such a file; the message names what is missing.</exception>
    public static OpenPlotSensors Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            var root = document.RootElement;
            var sensors = new List<Sensor>();
            foreach (var element in root.GetProperty("sensors").EnumerateArray()) sensors.Add(ReadSensor(element));
            return new(
                Number(root, "t_start", 0), Number(root, "t_end", double.NaN), Number(root, "truth_epoch", 5), sensors);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"sensors.json: {e.Message}", e);
        }
    }

    private static Sensor ReadSensor(JsonElement e)
    {
        var name = e.GetProperty("id").ToString();
        return new()
        {
            Id = SensorId.None,
            Name = name,
            Kind = KindOf(e.GetProperty("kind").GetString(), name),
            Position = Geodetic.FromDegrees(e.GetProperty("lat").GetDouble(), e.GetProperty("lon").GetDouble(), Number(e, "alt", 0)),
            Performance = ReadPerformance(e),
        };
    }

    private static SensorPerformance ReadPerformance(JsonElement e) => new()
    {
        PeriodS = Number(e, "period", 6),
        MaxRangeM = Number(e, "max_range", 250e3),
        DetectionProbability = Number(e, "pd", 0.9),
        ReferenceRangeM = Number(e, "r_ref", 200e3),
        SigmaRangeM = Number(e, "sigma_r", double.NaN),
        SigmaAzimuthRad = Radians(e, "sigma_az", double.NaN),
        SigmaElevationRad = Radians(e, "sigma_el", double.NaN),
        SigmaRangeRateMps = Number(e, "sigma_rr", double.NaN),
        SigmaPositionM = Number(e, "sigma_pos", double.NaN),
        SigmaVelocityMps = Number(e, "sigma_v", double.NaN),
        SigmaRangeRelative = Number(e, "sigma_r_rel", double.NaN),
        SigmaTimeS = Number(e, "sigma_t", double.NaN),
        ResolutionRangeM = Number(e, "res_r", 200),
        ResolutionAzimuthRad = Radians(e, "res_az", 1.5),
        MinElevationRad = Radians(e, "min_el", -0.3),
        MaxElevationRad = Radians(e, "max_el", 45),
        MinRangeRateMps = Number(e, "min_rr", 0),
        ClutterPerScan = Number(e, "clutter", 0),
        HasSecondary = e.TryGetProperty("ssr", out var ssr) && ssr.ValueKind == JsonValueKind.True,
        LatencyS = Number(e, "latency", 0.5),
        DelayMinS = Number(e, "delay_min", 0),
        DelayMaxS = Number(e, "delay_max", 0),
        SoundSpeedMps = Number(e, "sound_speed", 340),
    };

    private static SensorKind KindOf(string? kind, string name) => kind switch
    {
        "radar2d" => SensorKind.Radar2D,
        "radar3d" => SensorKind.Radar3D,
        "doppler" => SensorKind.DopplerRadar,
        "acoustic" => SensorKind.Acoustic,
        "spotter" => SensorKind.Spotter,
        "adsb" => SensorKind.Adsb,
        "mlat" => SensorKind.Multilateration,
        _ => throw new FormatException($"sensors.json: sensor {name} has the unknown kind \"{kind}\""),
    };

    private static double Number(JsonElement e, string name, double otherwise) =>
        e.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : otherwise;

    private static double Radians(JsonElement e, string name, double otherwiseDeg) =>
        Number(e, name, otherwiseDeg) * Angle.RadiansPerDegree;
}
