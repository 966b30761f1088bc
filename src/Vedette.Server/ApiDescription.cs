using Microsoft.AspNetCore.OpenApi;

namespace Vedette.Server;

/// <summary>What the OpenAPI document says of the whole interface.</summary>
internal static class ApiDescription
{
    public static void Configure(OpenApiOptions options) => options.AddDocumentTransformer((document, _, _) =>
    {
        document.Info.Title = "Vedette";
        document.Info.Version = "v1";
        document.Info.Description =
            "One air picture, early warning and its evidence. Keys carry their unit; times are UTC; a value that is not known is null. "
            + "Identities suspect and hostile are labels for attention only.";
        document.Servers?.Clear();
        return Task.CompletedTask;
    });
}
