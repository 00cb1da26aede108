using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace EditEngine.Workbench.Serving;

/// <summary>The page, its modules and the editor's files: all of them lie in this assembly.</summary>
internal sealed class PageEndpoint : IDeskEndpoint
{
    private const string Start = "page/";

    private static readonly Assembly Home = typeof(PageEndpoint).Assembly;
    private static readonly HashSet<string> Names = [.. Home.GetManifestResourceNames().Where(name => name.StartsWith(Start, StringComparison.Ordinal))];

    // All of a build change together.
    private static readonly EntityTagHeaderValue Tag = new($"\"{Home.ManifestModule.ModuleVersionId:N}\"");

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", () => Answer("index.html"));
        routes.MapGet("/{**name}", (string name) => Answer(name));
    }

    private static IResult Answer(string name) => Names.Contains(Start + name) && Home.GetManifestResourceStream(Start + name) is Stream content
        ? new Kept(Results.Stream(content, TypeOf(name), entityTag: Tag))
        : Results.NotFound();

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".ttf" => "font/ttf",
        _ => "application/octet-stream",
    };

    /// <summary>An answer that the browser keeps, and asks whether it is still the one.</summary>
    private sealed class Kept(IResult inner) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.CacheControl = "private, no-cache";
            return inner.ExecuteAsync(httpContext);
        }
    }
}
