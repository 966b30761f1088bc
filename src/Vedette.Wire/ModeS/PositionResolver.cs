using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Wire.ModeS;

/// <summary>How the position messages of a receiver fared.</summary>
public record struct PositionCounts
{
    /// <summary>Places from a pair of halves.</summary>
    public long Global { get; set; }

    /// <summary>Places from one half and the last place.</summary>
    public long Local { get; set; }

    /// <summary>Places refused because no receiver hears so far or no aircraft flies so fast.</summary>
    public long Implausible { get; set; }

    /// <summary>Halves with neither a partner nor a place to start from.</summary>
    public long Unplaced { get; set; }

    /// <summary>Both fields zero: the transponder has no position.</summary>
    public long Null { get; set; }
}

/// <summary>
/// Turns halves of compact positions into places, and doubts them: range from the receiver, speed from the last place, and the last
/// place itself when it keeps contradicting everything after it.
/// </summary>
internal sealed class PositionResolver
{
    /// <summary>DO-260B 2.2.10.3.1: an airborne pair is at most 10 s apart; a surface one 25 s (slow targets may wait 50).</summary>
    private static readonly TimeSpan AirbornePair = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan SurfacePair = TimeSpan.FromSeconds(25);

    /// <summary>Past the radio horizon of an aircraft at 60,000 ft seen from a modest hill.</summary>
    private const double MaxRangeM = 600e3;

    private const double UnknownSpeedMps = 450;
    private const double LeastAirborneMps = 100;
    private const double LeastSurfaceMps = 10;
    private const double SpeedMargin = 4.0 / 3;
    private const double AirborneSlackM = 500;
    private const double SurfaceSlackM = 100;
    private const double TimeSlackS = 1;
    private const double VelocityMemoryS = 60;
    private const int ContradictionsToDoubtAnchor = 3;

    private readonly TimeSpan anchorMemory;
    private PositionCounts counts;

    /// <param name="anchorMemory">How long the last place may serve as a reference. Short enough that nothing flies half a zone meanwhile.</param>
    public PositionResolver(TimeSpan anchorMemory) => this.anchorMemory = anchorMemory;

    public PositionCounts Counts => counts;

    /// <param name="fields">The half just heard.</param>
    /// <param name="at">Its time.</param>
    /// <param name="receiver">Where the receiver stands, if told: bounds the range and places surface halves.</param>
    public bool TryResolve(
        ref AircraftRecord aircraft, in CprFields fields, Instant at, Geodetic? receiver, out double latitudeDeg, out double longitudeDeg)
    {
        (latitudeDeg, longitudeDeg) = (0, 0);
        if (fields.IsNull)
        {
            counts.Null++;
            return false;
        }

        Keep(ref aircraft, fields, at);
        ForgetOldAnchor(ref aircraft.Anchor, at);
        if (TryPair(aircraft, fields, at, receiver, out latitudeDeg, out longitudeDeg))
        {
            if (!Plausible(aircraft, fields.Surface, at, receiver, latitudeDeg, longitudeDeg)) return Contradict(ref aircraft);
            counts.Global++;
        }
        else if (TryContinue(aircraft, fields, at, receiver, out latitudeDeg, out longitudeDeg))
        {
            counts.Local++;
        }
        else
        {
            counts.Unplaced++;
            return false;
        }

        aircraft.Anchor = new()
        {
            LatitudeDeg = latitudeDeg, LongitudeDeg = longitudeDeg, At = at, SpeedMps = SpeedMps(aircraft, at),
        };
        return true;
    }

    private static void Keep(ref AircraftRecord aircraft, in CprFields fields, Instant at)
    {
        var half = new CprHalf { Fields = fields, At = at };
        if (fields.Odd) aircraft.Odd = half;
        else aircraft.Even = half;
    }

    private void ForgetOldAnchor(ref CprAnchor anchor, Instant at)
    {
        if (anchor.At != Instant.MinValue && (at - anchor.At).Duration() > anchorMemory) anchor = default;
    }

    private static bool TryPair(
        in AircraftRecord aircraft, in CprFields fields, Instant at, Geodetic? receiver, out double latitudeDeg, out double longitudeDeg)
    {
        (latitudeDeg, longitudeDeg) = (0, 0);
        var other = fields.Odd ? aircraft.Even : aircraft.Odd;
        if (other.At == Instant.MinValue || other.Fields.Surface != fields.Surface) return false;
        if ((at - other.At).Duration() > (fields.Surface ? SurfacePair : AirbornePair)) return false;
        if (!fields.Surface)
            return CompactPosition.TryGlobalAirborne(aircraft.Even.Fields, aircraft.Odd.Fields, fields.Odd, out latitudeDeg, out longitudeDeg);

        var anchor = aircraft.Anchor;
        if (anchor.At == Instant.MinValue && receiver is null) return false;
        var (referenceLat, referenceLon) = anchor.At != Instant.MinValue
            ? (anchor.LatitudeDeg, anchor.LongitudeDeg)
            : (receiver!.Value.LatitudeDeg, receiver.Value.LongitudeDeg);
        return CompactPosition.TryGlobalSurface(
            aircraft.Even.Fields, aircraft.Odd.Fields, fields.Odd, referenceLat, referenceLon, out latitudeDeg, out longitudeDeg);
    }

    /// <summary>A single half near a last place that nothing has contradicted.</summary>
    private static bool TryContinue(
        in AircraftRecord aircraft, in CprFields fields, Instant at, Geodetic? receiver, out double latitudeDeg, out double longitudeDeg)
    {
        (latitudeDeg, longitudeDeg) = (0, 0);
        var anchor = aircraft.Anchor;
        return anchor.At != Instant.MinValue && anchor.Contradictions == 0
            && CompactPosition.TryLocal(fields, anchor.LatitudeDeg, anchor.LongitudeDeg, out latitudeDeg, out longitudeDeg)
            && Plausible(aircraft, fields.Surface, at, receiver, latitudeDeg, longitudeDeg);
    }

    private static bool Plausible(
        in AircraftRecord aircraft, bool surface, Instant at, Geodetic? receiver, double latitudeDeg, double longitudeDeg)
    {
        if (receiver is { } r && DistanceM(r.LatitudeDeg, r.LongitudeDeg, latitudeDeg, longitudeDeg) > MaxRangeM) return false;
        var anchor = aircraft.Anchor;
        if (anchor.At == Instant.MinValue) return true;
        var reachM = (surface ? SurfaceSlackM : AirborneSlackM)
            + (SpeedBoundMps(aircraft, surface, at) * (Math.Abs(at.SecondsSince(anchor.At)) + TimeSlackS));
        return DistanceM(anchor.LatitudeDeg, anchor.LongitudeDeg, latitudeDeg, longitudeDeg) <= reachM;
    }

    /// <summary>Between two places it may have flown as fast as it was at the first or is now: it may have landed since.</summary>
    private static double SpeedBoundMps(in AircraftRecord aircraft, bool surface, Instant at) =>
        Math.Max(
            SpeedMargin * Math.Max(aircraft.Anchor.SpeedMps, SpeedMps(aircraft, at)),
            surface ? LeastSurfaceMps : LeastAirborneMps);

    private static double SpeedMps(in AircraftRecord aircraft, Instant at) =>
        aircraft.VelocityAt == Instant.MinValue || Math.Abs(at.SecondsSince(aircraft.VelocityAt)) > VelocityMemoryS
            ? UnknownSpeedMps
            : Math.Sqrt((aircraft.EastMps * aircraft.EastMps) + (aircraft.NorthMps * aircraft.NorthMps));

    /// <summary>One of the two places is wrong. Both halves go; the anchor goes too when it has been contradicted time after time.</summary>
    private bool Contradict(ref AircraftRecord aircraft)
    {
        counts.Implausible++;
        aircraft.Even = default;
        aircraft.Odd = default;
        if (++aircraft.Anchor.Contradictions >= ContradictionsToDoubtAnchor) aircraft.Anchor = default;
        return false;
    }

    /// <summary>Great-circle distance by haversines: a plausibility test needs no ellipsoid.</summary>
    private static double DistanceM(double latitudeDeg, double longitudeDeg, double otherLatitudeDeg, double otherLongitudeDeg)
    {
        const double meanRadiusM = 6371008.8;
        var sinLat = Math.Sin((otherLatitudeDeg - latitudeDeg) * Angle.RadiansPerDegree / 2);
        var sinLon = Math.Sin((otherLongitudeDeg - longitudeDeg) * Angle.RadiansPerDegree / 2);
        var h = (sinLat * sinLat) + (Math.Cos(latitudeDeg * Angle.RadiansPerDegree) * Math.Cos(otherLatitudeDeg * Angle.RadiansPerDegree) * sinLon * sinLon);
        return 2 * meanRadiusM * Math.Asin(Math.Sqrt(Math.Min(h, 1)));
    }
}
