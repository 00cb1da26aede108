using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace EditEngine.Workbench.Access;

/// <summary>What every answer tells the browser of what the page may do: load from here, speak to here, and nothing else.</summary>
internal static class PageHeaders
{
    // The editor writes style sheets of its own while it runs, and its style sheet has pictures in itself.
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; worker-src 'self'; "
        + "connect-src 'self' ws://127.0.0.1:PORT ws://localhost:PORT; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Sets them.</summary>
    public static void Set(HttpResponse response, int port)
    {
        IHeaderDictionary headers = response.Headers;
        headers.ContentSecurityPolicy = Policy.Replace("PORT", port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }
}
