namespace Vedette.Wire.Tests.RemoteId;

/// <summary>
/// One drone as each format tells it: serial number 1581F4FEC22A0012ABCD at 50.1 N 22.3 E, 300.5 m, 12.25 m/s towards 271 deg, its operator at 50.09 N 22.31 E.
/// </summary>
internal static class UasVectors
{
    public const string Serial = "1581F4FEC22A0012ABCD";

    /// <summary>ODID_UAS_Data as gcc 12 lays it out (x86-64), where it is not zero.</summary>
    private static readonly (int At, string Hex)[] Struct =
    [
        (0, "02000000010000003135383146344645433232413030313241424344"),
        (64, "0200000000808743000044410000c0bfcdcccccccc0c4940cdcccccccc4c364000007ac400409643010000000000f0420a000000040000000100000003000000010000003383e144"),
        (780, "726f6f6620737572766579"),
        (808, "0100000001000000ec51b81e850b49408fc2f5285c4f36400100000000007ac400007ac4010000000300000000005743001c4e0e"),
        (868, "504f4c38376173747264676531326b38"),
        (892, "010001"),
        (911, "010101"),
    ];

    /// <summary>Frames of MAVLink 2, their check sums by another implementation. The vehicle is system 1, its ground station 255.</summary>
    public static readonly byte[] BasicId = Convert.FromHexString("fd2c000007010164320000000000000000000000000000000000000000000000010231353831463446454332324130303132414243441f42");

    public static readonly byte[] Location = Convert.FromHexString(
        "fd3b000007010165320040a7dc1dc0b54a0d00007ac4004096430000f0423383e144dc69c9046aff0000000000000000000000000000000000000000000002010a040103015033");

    public static readonly byte[] SelfId = Convert.FromHexString("fd22000007ffbe6732000100000000000000000000000000000000000000000000726f6f6620737572766579a78e");

    public static readonly byte[] System = Convert.FromHexString(
        "fd36000007ffbe683200a020db1d603c4c0d00007ac400007ac400005743001c4e0e0100000001000000000000000000000000000000000000000000010101039c07");

    public static readonly byte[] OperatorId = Convert.FromHexString("fd27000007ffbe6932000100000000000000000000000000000000000000000000504f4c38376173747264676531326b381217");

    public static readonly byte[] SystemUpdate = Convert.FromHexString("fd11000007ffbe773200b047db1d808a4c0d000058430a1c4e0e012512");

    public static readonly byte[] ArmStatus = Convert.FromHexString("fd0c00000702ec763200016e6f206c6f636174696f6e57ec");

    public static byte[] UasData()
    {
        var octets = new byte[920];
        foreach (var (at, hex) in Struct) Convert.FromHexString(hex).CopyTo(octets, at);
        return octets;
    }

    public static string DroneScout(string uasData) =>
        $$$"""{"protocol":1.0,"data":{"sensor ID":"ds230-7","RSSI":-71,"channel":6,"timestamp":1777638604300,"MAC address":"60:60:1F:01:02:03","type":"WLAN beacon","UASdata":"{{{uasData}}}"}}""";

    public const string DragonSync = """
        {"id":"drone-1581F4FEC22A0012ABCD","id_type":"Serial Number (ANSI/CTA-2063-A)","description":"roof survey","mac":"60:60:1f:01:02:03","caa_id":"","track_type":"drone",
         "lat":50.1,"lon":22.3,"latitude":50.1,"longitude":22.3,"alt":300.5,"height":120.0,"pressure_altitude":null,"height_type":"Above Ground","speed":12.25,"vspeed":-1.5,"direction":271.0,
         "pilot_lat":50.09,"pilot_lon":22.31,"home_lat":0.0,"home_lon":0.0,"ua_type":2,"ua_type_name":"Helicopter or Multirotor","op_status":"Airborne","operator_id":"POL87astrdge12k8",
         "operator_id_type":"Operator ID","horizontal_accuracy":"<10m","observed_at":1777638604.1,"rssi":-71.0,"freq_mhz":2437.0,"transport":"WiFi-Beacon","seen_by":"kit-3"}
        """;

    public const string Flights = """
        {"timestamp":{"value":"2026-05-01T12:30:04.2Z","format":"RFC3339"},"flights":[{"id":"a3423b-213401-0023","aircraft_type":"Helicopter","simulated":false,
         "current_state":{"timestamp":{"value":"2026-05-01T12:30:04.1Z","format":"RFC3339"},"timestamp_accuracy":0.1,"operational_status":"Airborne","position":{"lat":50.1,"lng":22.3,"alt":300.5,
         "accuracy_h":"HA10m","accuracy_v":"VA10m","extrapolated":false,"pressure_altitude":-1000,"height":{"distance":120,"reference":"GroundLevel"}},
         "track":271,"speed":12.25,"speed_accuracy":"SA1mps","vertical_speed":-1.5}}]}
        """;

    public const string Details = """
        {"details":{"id":"a3423b-213401-0023","uas_id":{"serial_number":"1581F4FEC22A0012ABCD"},"operator_id":"POL87astrdge12k8","operation_description":"roof survey",
         "eu_classification":{"category":"Open","class":"Class2"},"operator_location":{"position":{"lat":50.09,"lng":22.31},"altitude":{"value":215,"reference":"W84","units":"M"},"altitude_type":"Dynamic"}}}
        """;

    /// <summary>The interface of 2019.</summary>
    public const string EarlyFlights = """
        {"flights":[{"id":"old","aircraft_type":"Rotorcraft","current_state":{"timestamp":"2026-05-01T12:30:04.1Z","timestamp_accuracy":0,"position":{"lat":50.1,"lng":22.3,"alt":300.5},
         "track":271,"speed":12.25,"speed_accuracy":"SA1mps","vertical_speed":-1.5,"group_radius":200,"group_count":4,"group_ceiling":400,"group_floor":100}}]}
        {"details":{"id":"old","serial_number":"1581F4FEC22A0012ABCD","operator_location":{"lat":50.09,"lng":22.31}}}
        """;
}
