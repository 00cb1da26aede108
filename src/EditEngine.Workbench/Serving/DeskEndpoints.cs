using EditEngine.Workbench.Files;
using EditEngine.Workbench.Panes;

namespace EditEngine.Workbench.Serving;

/// <summary>All endpoints.</summary>
internal static class DeskEndpoints
{
    /// <summary>Those of a desk; a pane more is a line more.</summary>
    public static IEnumerable<IDeskEndpoint> Of(Desk desk) =>
    [
        new PageEndpoint(),
        new DeskEndpoint(desk),
        new FilesEndpoint(desk),
        new ChangesEndpoint(desk),
        new LanguageEndpoint(desk),
        new TablesEndpoint(desk),
        new RunsEndpoint(desk),
    ];
}
