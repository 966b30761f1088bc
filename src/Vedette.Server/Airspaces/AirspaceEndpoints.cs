using Microsoft.AspNetCore.Http.HttpResults;
using Vedette.Edge.Situation;
using Vedette.Server.Contract;

namespace Vedette.Server.Airspaces;

internal static class AirspaceEndpoints
{
    public static void MapAirspaces(this RouteGroupBuilder api) =>
        api.MapGet("/airspaces", All).WithSummary("The airspaces that are watched").WithTags("Airspaces");

    private static Ok<IReadOnlyList<AirspaceDto>> All(ISituation situation) =>
        TypedResults.Ok<IReadOnlyList<AirspaceDto>>([.. situation.Now.Configuration.Airspaces.Select(Mapping.Airspace)]);
}
