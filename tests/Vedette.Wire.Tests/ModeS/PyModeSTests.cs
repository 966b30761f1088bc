using System.Globalization;
using System.Text.Json;
using Vedette.Kernel;
using Vedette.TestSupport;
using Vedette.Wire.ModeS;
using Vedette.Wire.ModeS.Squitters;
using Vedette.Wire.Tests.Beast;

namespace Vedette.Wire.Tests.ModeS;

/// <summary>Field by field against pyModeS (data/adsb/golden, *.pymodes.jsonl).</summary>
public class PyModeSTests
{
    [Theory]
    [InlineData("ulss7", 8922)]
    [InlineData("pyms_adsb", 2000)]
    [InlineData("ex1", 1230)]
    [InlineData("rs1090_short", 486)]
    public void Every_field_that_both_read_is_the_same(string recording, int least)
    {
        var compared = 0;
        foreach (var line in Xz.Lines(SharedData.Path($"adsb/golden/{recording}.pymodes.jsonl.xz")))
        {
            var told = JsonDocument.Parse(line).RootElement;
            var message = Convert.FromHexString(told.GetProperty("hex").GetString()!);
            Assert.Equal(told.GetProperty("df").GetInt32(), message[0] >> 3);
            Compare(told, message, line);
            compared++;
        }

        Assert.True(compared >= least, $"only {compared} messages");
    }

    private static void Compare(JsonElement told, byte[] message, string line)
    {
        var format = message[0] >> 3;
        var remainder = Parity.Remainder(message);
        var address = int.Parse(told.GetProperty("icao").GetString()!, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        if (format is 0 or 4 or 5 or 16 or 20 or 21) Assert.Equal(address, (int)remainder);
        var field = ((message[2] & 0x1F) << 8) | message[3];
        if (format is 0 or 4 or 16 or 20)
            Same(told, "altitude", AltitudeCode.TryRead13(field, out var altitude) ? altitude.Feet : double.NaN, line);
        else if (format is 5 or 21)
            Same(told, "squawk", IdentityCode.Read(field).ToString(), line);
        else if (format is 17)
            CompareField(told, MessageField.Of(message), line);
    }

    private static void CompareField(JsonElement told, MessageField me, string line)
    {
        Assert.Equal(told.GetProperty("typecode").GetInt32(), me.TypeCode);
        switch (me.TypeCode)
        {
            case <= 4:
                Same(told, "callsign", AircraftIdentification.Read(me).Callsign.ToString(), line);
                break;
            case <= 18:
                var cpr = me.Cpr(surface: me.TypeCode <= 8);
                Same(told, "cpr_lat", cpr.Latitude, line);
                Same(told, "cpr_lon", cpr.Longitude, line);
                Same(told, "cpr_format", cpr.Odd ? 1 : 0, line);
                if (me.TypeCode >= 9) Same(told, "altitude", AirbornePosition.Read(me).Altitude?.Feet ?? double.NaN, line);
                break;
            case 19:
                Assert.True(AirborneVelocity.TryRead(me, out var v), line);
                Same(told, "groundspeed", Math.Floor((Math.Sqrt((v.EastMps * v.EastMps) + (v.NorthMps * v.NorthMps)) / Speed.MetresPerSecondPerKnot) + 1e-9), line);
                Same(told, "track", Angle.Wrap(Math.Atan2(v.EastMps, v.NorthMps)) / Angle.RadiansPerDegree, line);
                Same(told, "vertical_rate", v.ClimbMps / Speed.MetresPerSecondPerFootPerMinute, line);
                Same(told, "geo_minus_baro", v.GeometricMinusPressureM / Length.MetresPerFoot, line);
                Same(told, "nac_v", v.NacV, line);
                break;
            case 28 when EmergencyStatus.TryRead(me, out var status):
                Same(told, "squawk", status.Code?.ToString() ?? "0000", line);
                Same(told, "emergency_state", (int)status.State, line);
                break;
            case 29 when TargetState.TryRead(me, out var target):
                Same(told, "nac_p", target.NacP, line);
                Same(told, "sil", target.Sil, line);
                break;
            case 31 when OperationalStatus.TryRead(me, out var operational):
                Same(told, "version", operational.Version, line);
                if (operational.Version >= 1) Same(told, "nac_p", operational.NacP, line);
                if (operational.Version >= 1) Same(told, "sil", operational.Sil, line);
                if (operational.Version >= 1) Same(told, "nic_supplement_a", operational.NicSupplementA, line);
                break;
        }
    }

    private static void Same(JsonElement told, string name, double read, string line)
    {
        if (!told.TryGetProperty(name, out var value)) return;
        var expected = value.ValueKind == JsonValueKind.Null ? double.NaN : value.GetDouble();
        Assert.True(double.IsNaN(expected) ? double.IsNaN(read) : Math.Abs(expected - read) < 1e-4, $"{name}: {read} in {line}");
    }

    private static void Same(JsonElement told, string name, string read, string line)
    {
        if (told.TryGetProperty(name, out var value)) Assert.True(value.GetString()?.TrimEnd() == read, $"{name}: {read} in {line}");
    }
}
