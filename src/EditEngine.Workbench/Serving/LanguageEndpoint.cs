using System.Net.WebSockets;
using EditEngine.LanguageServer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EditEngine.Workbench.Serving;

/// <summary>The language server of <c>edits lsp</c> for each page that is open: it ends with its socket.</summary>
internal sealed class LanguageEndpoint(Desk desk) : IDeskEndpoint
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Map("/lsp", Serve);

    private async Task Serve(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = StatusCodes.Status426UpgradeRequired;
            return;
        }

        using WebSocket socket = await context.WebSockets.AcceptWebSocketAsync().ConfigureAwait(false);
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(desk.Stopping, context.RequestAborted);
        using EditLanguageServer server = EditLanguageServer.Over(socket);
        await server.Run(end.Token).ConfigureAwait(false);
    }
}
