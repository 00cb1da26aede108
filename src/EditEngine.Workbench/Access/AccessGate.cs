using Microsoft.AspNetCore.Http;

namespace EditEngine.Workbench.Access;

/// <summary>Lets in who has the token, and asks from this very page or from no page at all. Everybody else is answered with a bare status.</summary>
/// <param name="token">The token.</param>
internal sealed class AccessGate(AccessToken token)
{
    /// <summary>The header that programs send the token in.</summary>
    public const string Header = "X-Edits-Token";

    /// <summary>The part of the address that has the token.</summary>
    public const string Query = "token";

    /// <summary>The cookie that a browser gets for the token. Cookies are not told apart by ports, so its name has the port.</summary>
    public static string CookieOf(int port) => $"edits-workbench-{port}";

    /// <summary>Answers a request, or passes it on.</summary>
    public async Task Pass(HttpContext context, RequestDelegate next)
    {
        int port = context.Connection.LocalPort;
        if (!IsOfOurHost(context.Request, port) || !IsOfOurPage(context.Request, port))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }
        else if (context.Request.Path == "/" && context.Request.Query.TryGetValue(Query, out var given))
        {
            Exchange(context, port, given);
        }
        else if (!token.Is(context.Request.Cookies[CookieOf(port)]) && !token.Is(context.Request.Headers[Header]))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else
        {
            PageHeaders.Set(context.Response, port);
            await next(context).ConfigureAwait(false);
        }
    }

    // The token leaves the address bar and the history as soon as it has come.
    private void Exchange(HttpContext context, int port, string? given)
    {
        if (!HttpMethods.IsGet(context.Request.Method) || !token.Is(given))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        context.Response.Cookies.Append(CookieOf(port), token.Text, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/", IsEssential = true });
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        context.Response.Headers.Location = "/";
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
    }

    // A name of another's domain may lead to this computer: only our own names do.
    private static bool IsOfOurHost(HttpRequest request, int port) => request.Host.Port == port && (request.Host.Host is "127.0.0.1" or "localhost");

    // What says where it comes from comes from here; of browsers, all that could change something say so.
    private static bool IsOfOurPage(HttpRequest request, int port)
    {
        string[] origins = [.. request.Headers.Origin.OfType<string>()];
        string? site = request.Headers["Sec-Fetch-Site"];
        return Array.TrueForAll(origins, origin => origin == $"http://{request.Host.Host}:{port}") && (site is null or "same-origin" or "none");
    }
}
