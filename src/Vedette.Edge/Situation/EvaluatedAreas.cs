using Vedette.Air;
using Vedette.Core;
using Vedette.Eval.SelfEvaluation;

namespace Vedette.Edge.Situation;

/// <summary>The areas of a watch for which the picture is judged apart: those that it protects, and those that its estimator is tuned for.</summary>
public static class EvaluatedAreas
{
    public static IReadOnlyList<EvaluatedArea> Of(CoreConfiguration configuration) =>
    [
        .. configuration.Airspaces.Where(airspace => airspace.Role == AirspaceRole.Protected)
            .Select(airspace => new EvaluatedArea(airspace.Name, EvaluatedAreaKind.Airspace, airspace.Polygons)),
        .. (configuration.Tuning?.Areas ?? []).Select(area => new EvaluatedArea(area.Name, EvaluatedAreaKind.Tuning, area.Polygons)),
    ];
}
