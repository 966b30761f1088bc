using System.Text.Json;
using Vedette.Kernel;
using Vedette.TestSupport;
using Vedette.Wire.ModeS.Json;
using Vedette.Wire.Tests.Beast;

namespace Vedette.Wire.Tests.ModeS;

/// <summary>The lines of <c>decode</c>, field by field against pyModeS (data/README.md, adsb/golden): every number and flag that both tell.</summary>
public class PyModeSLinesTests
{
    /// <summary>pyModeS's name and ours, for all formats.</summary>
    private static readonly (string Theirs, string Ours)[] Names =
    [
        ("cross_link_capability", "crosslink"), ("sensitivity_level", "sensitivityLevel"), ("reply_information", "replyInformation"),
        ("altitude", "altitudeFt"), ("squawk", "squawk"), ("mv", "mv"), ("capability", "capability"), ("flight_status", "flightStatus"),
        ("downlink_request", "downlinkRequest"), ("nic_b", "nicSupplementB"), ("cpr_format", "cprOdd"),
        ("cpr_lat", "cprLatitude"), ("cpr_lon", "cprLongitude"), ("nac_v", "nacv"), ("track", "trackDeg"), ("vertical_rate", "verticalRateFpm"),
        ("geo_minus_baro", "geometricMinusBarometricFt"), ("selected_altitude", "selectedAltitudeFt"), ("baro_pressure_setting", "altimeterSettingHpa"),
        ("selected_heading", "selectedHeadingDeg"), ("nac_p", "nacp"), ("sil", "sil"), ("autopilot", "autopilot"), ("vnav_mode", "vnav"),
        ("altitude_hold_mode", "altitudeHold"), ("approach_mode", "approach"), ("lnav_mode", "lnav"), ("tcas_operational", "acasOperational"),
        ("version", "version"), ("nic_supplement_a", "nicSupplementA"), ("hrd", "headingIsMagnetic"), ("callsign", "callsign"), ("subtype", "subtype"),
    ];

    [Theory]
    [InlineData("ulss7", 43_000)]
    [InlineData("pyms_adsb", 12_000)]
    [InlineData("ex1", 5_000)]
    [InlineData("modes1", 1_000)]
    [InlineData("rs1090_short", 3_700)]
    public void Every_field_that_both_tell_is_the_same(string recording, int least)
    {
        var compared = 0;
        var messages = new ModeSJson();
        var text = new Utf8Text();
        foreach (var line in Xz.Lines(SharedData.Path($"adsb/golden/{recording}.pymodes.jsonl.xz")))
        {
            var told = JsonDocument.Parse(line).RootElement;
            text.Length = 0;
            text.Append((byte)'{');
            messages.Write(text, Convert.FromHexString(told.GetProperty("hex").GetString()!), Instant.FromUnixMilliseconds((long)(told.GetProperty("t").GetDouble() * 1000)));
            text.Close((byte)'}');
            compared += Compare(told, JsonDocument.Parse(text.WithoutComma.ToArray()).RootElement, line);
        }

        Assert.True(compared >= least, $"only {compared} fields");
    }

    private static int Compare(JsonElement told, JsonElement ours, string line)
    {
        Assert.Equal(told.GetProperty("df").GetInt32(), ours.GetProperty("df").GetInt32());
        Assert.Equal(told.GetProperty("icao").GetString(), ours.GetProperty("address").GetString()!.ToUpperInvariant());
        if (told.TryGetProperty("typecode", out var typecode)) Assert.Equal(typecode.GetInt32(), ours.GetProperty("typecode").GetInt32());
        var fields = ours.GetProperty("fields");
        var compared = 2;
        foreach (var (theirs, name) in Names)
        {
            if (!told.TryGetProperty(theirs, out var value) || (told.GetProperty("df").GetInt32() >= 20 && theirs is not ("altitude" or "squawk"))) continue;
            var isTold = fields.TryGetProperty(name, out var field);
            if (value.ValueKind == JsonValueKind.Null) Assert.False(isTold, $"{name} is told in {line}");
            else if (isTold) AssertSame(value, field, line);
            else Assert.True(MeansNothing(theirs, value), $"{name} is not told in {line}");
            compared++;
        }

        if (told.TryGetProperty("groundspeed", out var speed) && fields.TryGetProperty("groundSpeedKt", out var knots))
            Assert.Equal(speed.GetDouble(), Math.Floor(knots.GetDouble() + 1e-4));
        return compared;
    }

    /// <summary>DF16 has no crosslink bit, and a code of zero in TC 28 is no code.</summary>
    private static bool MeansNothing(string name, JsonElement value) => name == "cross_link_capability" || value.ToString() == "0000";

    private static void AssertSame(JsonElement theirs, JsonElement ours, string line)
    {
        if (theirs.ValueKind == JsonValueKind.String) Assert.Equal(theirs.GetString()!.ToUpperInvariant(), ours.GetString()!.ToUpperInvariant());
        else Assert.True(Math.Abs(Number(theirs) - Number(ours)) < 1e-5, $"{theirs} and {ours} in {line}");
    }

    private static double Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => 1,
        JsonValueKind.False => 0,
        _ => value.GetDouble(),
    };
}
