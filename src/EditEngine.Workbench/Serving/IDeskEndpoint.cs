using Microsoft.AspNetCore.Routing;

namespace EditEngine.Workbench.Serving;

/// <summary>What answers the page on one subject: a class for each pane, and for what all panes share.</summary>
internal interface IDeskEndpoint
{
    /// <summary>Says which addresses it answers.</summary>
    void Map(IEndpointRouteBuilder routes);
}
