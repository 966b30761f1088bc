using Vedette.Air;
using Vedette.Kernel;

namespace Vedette.Assessment.Incursion;

/// <summary>
/// How far a track has flown on its present leg: what tells whether the next change of heading is near. A turn is a heading that
/// left the leg's by more than the tracker could be wrong.
/// </summary>
internal sealed class LegMemory
{
    private const double TurnRad = 20 * Angle.RadiansPerDegree;

    /// <summary>A heading known worse than this neither starts nor ends a leg.</summary>
    private const double GoodHeadingRad = 6 * Angle.RadiansPerDegree;

    /// <summary>The leg's heading follows slow bends with this memory, s.</summary>
    private const double FollowS = 60;

    private double headingRad = double.NaN;
    private Instant last;

    /// <summary>Metres flown since the last turn, or since the track was first seen.</summary>
    public double FlownM { get; private set; }

    /// <summary>True once a turn was seen: then the leg began where <see cref="FlownM"/> counts from.</summary>
    public bool BeginKnown { get; private set; }

    /// <summary>Takes the track's motion of this moment. True where it has just turned.</summary>
    public bool Follow(in Track track, double sigmaHeadingRad)
    {
        var speed = track.GroundSpeedMps;
        var passedS = double.IsNaN(headingRad) ? 0 : Math.Max(track.Time.SecondsSince(last), 0);
        last = track.Time;
        FlownM += speed * passedS;
        if (!(sigmaHeadingRad < GoodHeadingRad)) return false;
        var heading = track.TrackAngleRad;
        if (double.IsNaN(headingRad))
        {
            headingRad = heading;
            return false;
        }

        var away = Angle.WrapSigned(heading - headingRad);
        if (Math.Abs(away) <= TurnRad)
        {
            headingRad += away * Math.Min(passedS / FollowS, 1);
            return false;
        }

        headingRad = heading;
        FlownM = 0;
        BeginKnown = true;
        return true;
    }
}
