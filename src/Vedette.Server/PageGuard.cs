namespace Vedette.Server;

/// <summary>
/// Tells browsers that a page of ours talks to nobody but us, and refuses to take orders from pages that are not ours.
/// </summary>
public sealed class PageGuard(RequestDelegate next)
{
    private const string Policy =
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:; style-src 'self' 'unsafe-inline'; "
        + "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    public async Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        if (!context.Request.Path.StartsWithSegments("/docs", StringComparison.Ordinal)) headers.ContentSecurityPolicy = Policy;
        if (IsForeign(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            await Results.Problem("This request comes from a page of another site. Open the console at the server's own address.", statusCode: 403)
                .ExecuteAsync(context);
            return;
        }

        await next(context);
    }

    /// <summary>A browser names the page's origin on every WebSocket and every order; programs name none.</summary>
    private static bool IsForeign(HttpRequest request)
    {
        var asks = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        if (asks && !request.HttpContext.WebSockets.IsWebSocketRequest && !request.Headers.ContainsKey("Upgrade")) return false;
        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0 && !(Uri.TryCreate(origin, UriKind.Absolute, out var page) && page.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
