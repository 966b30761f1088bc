using System.Text.Json;
using System.Text.Json.Nodes;
using Vedette.Eval.Scoring;

namespace Vedette.Cli.Evaluation;

/// <summary>A score as JSON; keys carry their units, what is not known is null.</summary>
internal static class ScoreJson
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static string Write(PictureScorer score)
    {
        var siap = score.Continuity;
        var classes = new JsonObject();
        foreach (var (name, errors) in score.Classes) classes[name] = Of(errors);
        return new JsonObject
        {
            ["epochs"] = score.Gospa.Epochs,
            ["cutoffM"] = score.Span.CutoffM,
            ["gospa"] = new JsonObject
            {
                ["meanM"] = Number(score.Gospa.MeanM),
                ["perTargetM"] = Number(score.Gospa.PerTargetM),
                ["localisationRmsM"] = Number(score.Gospa.LocalisationRmsM),
                ["missed"] = Number(score.Gospa.Missed),
                ["false"] = Number(score.Gospa.False),
                ["trajectoryPerTargetM"] = Number(siap.TrajectoryPerTargetM),
            },
            ["siap"] = new JsonObject
            {
                ["completeness"] = Number(siap.Completeness),
                ["ambiguity"] = Number(siap.Ambiguity),
                ["spuriousness"] = Number(siap.Spuriousness),
                ["continuity"] = Number(siap.LongestSegment),
                ["idSwitches"] = siap.IdentitySwitches,
                ["fragments"] = siap.Fragments,
                ["falseTracksPerHour"] = Number(FalseTracksPerHour(score)),
            },
            ["initiation"] = new JsonObject
            {
                ["medianS"] = Number(siap.Initiation.MedianS),
                ["p90S"] = Number(siap.Initiation.PercentileS(90)),
                ["never"] = siap.NeverTracked,
                ["targets"] = siap.Targets,
            },
            ["updateProbability"] = Number(score.UpdateProbability),
            ["classAccuracy"] = Number(score.ClassAccuracy),
            ["all"] = Of(score.All),
            ["classes"] = classes,
        }.ToJsonString(Indented);
    }

    /// <summary>Over the whole recording.</summary>
    public static double FalseTracksPerHour(PictureScorer score) => score.Continuity.FalseTracks / (score.Span.EndS - score.Span.StartS) * 3600;

    private static JsonObject Of(ErrorSums errors) => new()
    {
        ["count"] = errors.Count,
        ["positionRmsM"] = Number(errors.PositionRmsM),
        ["velocityRmsMps"] = Number(errors.VelocityRmsMps),
        ["heightRmsM"] = Number(errors.HeightRmsM),
        ["anees"] = Number(errors.Anees),
        ["medianNees"] = Number(errors.MedianNees),
        ["inside95"] = errors.Stated == 0 ? null : Number(errors.InsideShare),
    };

    private static JsonValue? Number(double value) => double.IsFinite(value) ? JsonValue.Create(value) : null;
}
