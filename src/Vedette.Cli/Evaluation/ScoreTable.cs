using System.Globalization;
using Vedette.Eval.Scoring;

namespace Vedette.Cli.Evaluation;

/// <summary>A score as lines for people.</summary>
internal static class ScoreTable
{
    public static void Write(TextWriter to, PictureScorer score)
    {
        var siap = score.Continuity;
        Line(to, $"epochs      {score.Gospa.Epochs}, {siap.Targets} targets, c = {score.Span.CutoffM:F0} m");
        Line(to, $"gospa       {score.Gospa.PerTargetM:F1} m per target: {score.Gospa.LocalisationRmsM:F1} m where matched, {score.Gospa.Missed:F3} missed and {score.Gospa.False:F3} false an epoch; {score.Gospa.MeanM:F1} m an epoch; over time at most {siap.TrajectoryPerTargetM:F1} m per target");
        Line(to, $"siap        completeness {siap.Completeness:F4}, ambiguity {siap.Ambiguity:F4}, spuriousness {siap.Spuriousness:F4}, continuity {siap.LongestSegment:F4}, {siap.IdentitySwitches} switches, {siap.Fragments} fragments");
        Line(to, $"false       {ScoreJson.FalseTracksPerHour(score):F1} tracks an hour that never were on a target");
        Line(to, $"initiation  median {siap.Initiation.MedianS:F1} s, nine of ten within {siap.Initiation.PercentileS(90):F1} s, {siap.NeverTracked} of {siap.Targets} never");
        Line(to, $"updates     {score.UpdateProbability:P2} of the epochs between a target's first and last track have one");
        if (!double.IsNaN(score.ClassAccuracy)) Line(to, $"classes     {score.ClassAccuracy:P1} of the names are right");
        to.WriteLine();
        Line(to, $"{"class",-12}{"pairs",8}{"position m",12}{"velocity m/s",14}{"height m",10}{"nees",8}{"median",8}{"in 95 %",9}");
        foreach (var (name, errors) in score.Classes) Row(to, name, errors);
        Row(to, "all", score.All);
    }

    private static void Row(TextWriter to, string name, ErrorSums e) => Line(to,
        $"{name,-12}{e.Count,8}{e.PositionRmsM,12:F1}{Shown(e.VelocityRmsMps, "F2"),14}{Shown(e.HeightRmsM, "F1"),10}{Shown(e.Anees, "F3"),8}{Shown(e.MedianNees, "F3"),8}{(e.Stated == 0 ? "-" : $"{e.InsideShare:P1}"),9}");

    private static string Shown(double value, string format) => double.IsFinite(value) ? value.ToString(format, CultureInfo.InvariantCulture) : "-";

    private static void Line(TextWriter to, FormattableString line) => to.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
