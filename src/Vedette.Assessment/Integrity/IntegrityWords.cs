using System.Globalization;
using Vedette.Air;
using Vedette.Kernel.Geodesy;

namespace Vedette.Assessment.Integrity;

/// <summary>The sentences that a person reads.</summary>
internal static class IntegrityWords
{
    public const string Degraded = "The accuracy that it tells of its own navigation was good and has become bad: jamming, most often.";
    public const string Replayed = "Its places repeat, one after another, what it said before: somebody plays a recording.";
    public const string Restored = "Its claims fit again.";

    public static string Motion(IntegrityKind kind, in Claim claim, Claim? trusted, double altitudeM)
    {
        var where = trusted is { } from ? Invariant($"{from.DistanceM(claim.Place) / 1000:0} km from where it was trusted {Ago(claim.At.SecondsSince(from.At))} before") : "at a new place";
        return kind == IntegrityKind.ImpossibleMotion
            ? Invariant($"It claims {claim.SpeedMps * 3.6:0} km/h at {altitudeM:0} m, {where}: no jet stays up there so slow.")
            : Invariant($"It claims to be {where}: it cannot have come so far.");
    }

    public static string Duplicate(in Claim claim, Claim? trusted) => trusted is { } other
        ? Invariant($"Two aircraft speak with one address, {other.DistanceM(claim.Place) / 1000:0} km apart.")
        : "Two aircraft speak with one address.";

    public static string Frozen(in Claim claim) => Invariant($"It claims {claim.SpeedMps * 3.6:0} km/h and always gives the same place.");

    public static string AgainstSensors(in Claim claim, Geodetic seen, string sensor) =>
        Invariant($"{sensor} sees the address {claim.DistanceM(seen) / 1000:0.0} km from where it claims to be.");

    public static string AgainstAirData(in Claim claim, double airspeedMps) =>
        Invariant($"It claims {claim.SpeedMps * 3.6:0} km/h over ground; its air data say {airspeedMps * 3.6:0} km/h through the air, and no wind is so strong.");

    private static string Ago(double seconds) => seconds < 120 ? Invariant($"{seconds:0} s") : Invariant($"{seconds / 60:0} min");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
