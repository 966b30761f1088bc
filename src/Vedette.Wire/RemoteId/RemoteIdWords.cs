using Vedette.Air;

namespace Vedette.Wire.RemoteId;

/// <summary>The words that JSON formats have for the codes of the broadcast. What is none of them is code 0.</summary>
internal static class RemoteIdWords
{
    private static readonly string[] EuCategories = ["EUCategoryUndefined", "Open", "Specific", "Certified"];

    private static readonly string[] Kinds =
    [
        "NotDeclared", "Aeroplane", "Helicopter", "Gyroplane", "HybridLift", "Ornithopter", "Glider", "Kite", "FreeBalloon", "CaptiveBalloon", "Airship",
        "FreeFallOrParachute", "Rocket", "TetheredPoweredAircraft", "GroundObstacle", "Other",
    ];

    private static readonly string[] HorizontalAccuracies =
        ["HAUnknown", "HA10NM", "HA4NM", "HA2NM", "HA1NM", "HA05NM", "HA03NM", "HA01NM", "HA005NM", "HA30m", "HA10m", "HA3m", "HA1m"];

    private static readonly string[] VerticalAccuracies = ["VAUnknown", "VA150m", "VA45m", "VA25m", "VA10m", "VA3m", "VA1m"];

    private static readonly string[] SpeedAccuracies = ["SAUnknown", "SA10mps", "SA3mps", "SA1mps", "SA03mps"];

    /// <summary>Of ASTM F3411's service interface; before 2022 a rotorcraft was a "Rotorcraft" and a hybrid "VTOL".</summary>
    public static byte Kind(string word) => word switch
    {
        "Rotorcraft" => (byte)UasKind.HelicopterOrMultirotor,
        "VTOL" => (byte)UasKind.HybridLift,
        _ => Code(Kinds, word),
    };

    public static byte Status(string word) => word switch
    {
        "Ground" or "On Ground" => (byte)UasStatus.OnGround,
        "Airborne" => (byte)UasStatus.Airborne,
        "Emergency" => (byte)UasStatus.Emergency,
        "RemoteIDSystemFailure" or "Remote ID System Failure" => (byte)UasStatus.RemoteIdFailure,
        _ => (byte)UasStatus.Undeclared,
    };

    public static byte OperatorPlace(string word) => word switch
    {
        "Dynamic" => (byte)OperatorPlaceKind.Live,
        "Fixed" => (byte)OperatorPlaceKind.Fixed,
        _ => (byte)OperatorPlaceKind.TakeOff,
    };

    public static byte Horizontal(string word) => Code(HorizontalAccuracies, word);

    public static byte Vertical(string word) => Code(VerticalAccuracies, word);

    public static byte SpeedAccuracy(string word) => Code(SpeedAccuracies, word);

    public static byte EuCategory(string word) => Code(EuCategories, word);

    /// <summary>"Class0" is 1.</summary>
    public static byte EuClass(string word) => word.Length == 6 && word.StartsWith("Class", StringComparison.Ordinal) && word[5] is >= '0' and <= '6' ? (byte)(word[5] - '0' + 1) : (byte)0;

    private static byte Code(string[] words, string word) => (byte)Math.Max(Array.IndexOf(words, word), 0);
}
