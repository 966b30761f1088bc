using Microsoft.AspNetCore.Http.HttpResults;
using Vedette.Edge.Situation;
using Vedette.Server.Contract;

namespace Vedette.Server.Integrity;

internal static class IntegrityEndpoints
{
    public static void MapIntegrity(this RouteGroupBuilder api) =>
        api.MapGet("/integrity", All).WithSummary("Which claims of position are doubted and why, and where GNSS suffers").WithTags("Integrity");

    private static Ok<IntegrityDto> All(ISituation situation) => TypedResults.Ok(IntegrityMapping.Integrity(situation.Now.Integrity));
}
