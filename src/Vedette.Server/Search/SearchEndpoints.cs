using Microsoft.AspNetCore.Http.HttpResults;
using Vedette.Edge.Situation;
using Vedette.Server.Contract;

namespace Vedette.Server.Search;

internal static class SearchEndpoints
{
    public static void MapSearch(this RouteGroupBuilder api) =>
        api.MapGet("/search", Areas).WithSummary("Where lost objects may be by now: one growing area for each open case").WithTags("Search");

    private static Ok<IReadOnlyList<SearchAreaDto>> Areas(ISituation situation) => TypedResults.Ok(SearchMapping.Areas(situation.Now.Search));
}
