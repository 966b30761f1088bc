using Vedette.Kernel;

namespace Vedette.Air;

/// <summary>What an evaluated area is.</summary>
public enum EvaluatedAreaKind : byte
{
    /// <summary>The whole picture.</summary>
    Everywhere,

    /// <summary>An airspace of the watch, whatever the height.</summary>
    Airspace,

    /// <summary>An area for which the estimator is tuned.</summary>
    Tuning,
}

/// <summary>
/// How good the picture was, by its own account: what was shown held against what is known of the same moments by now. The references
/// come from the same sensors, so an object that none of them ever saw is missed by both.
/// </summary>
/// <param name="From">First moment that was judged.</param>
/// <param name="To">Last moment that was judged; a minute or two ago.</param>
/// <param name="LeftOut">Moments that were not judged since there were too many tracks.</param>
/// <param name="Areas">The whole picture first, then each area; they may overlap.</param>
public sealed record PictureQuality(Instant From, Instant To, int LeftOut, IReadOnlyList<AreaQuality> Areas)
{
    public AreaQuality Whole => Areas[0];
}

/// <summary>The figures of one area. NaN where there is nothing to tell of.</summary>
/// <param name="Name">As people know it; empty for the whole picture.</param>
/// <param name="Epochs">Moments that were judged.</param>
/// <param name="Objects">Mean number of objects that are known by now to have been there.</param>
/// <param name="GospaM">Generalised optimal sub-pattern assignment metric, p = 2, α = 2, c = 2 km, mean of the moments, m.</param>
/// <param name="GospaPerObjectM">Root of the total of the squares over the number of objects, m: compares across skies.</param>
/// <param name="Missed">Mean number of those objects that were not shown.</param>
/// <param name="False">Mean number of tracks shown beyond one for each object.</param>
/// <param name="Completeness">Share of the objects that were shown.</param>
/// <param name="Ambiguity">Tracks shown for each object shown; 1 is right.</param>
/// <param name="Spuriousness">Share of the tracks shown that were near no object.</param>
/// <param name="PositionRmsM">Root mean square error of position over the ground, m: the distance from the reference and the reference's own variance.</param>
/// <param name="VelocityRmsMps">The same for velocity, m/s.</param>
/// <param name="ReferenceRmsM">The reference's own part in <paramref name="PositionRmsM"/>, m.</param>
/// <param name="NumberChanges">How often an object went on under another track number.</param>
/// <param name="NumberChangesPerHour">The same for each hour that an object was shown.</param>
public sealed record AreaQuality(
    string Name, EvaluatedAreaKind Kind, int Epochs, double Objects, double GospaM, double GospaPerObjectM, double Missed, double False,
    double Completeness, double Ambiguity, double Spuriousness, double PositionRmsM, double VelocityRmsMps, double ReferenceRmsM,
    int NumberChanges, double NumberChangesPerHour);
