using EditEngine.Workbench.Files;
using EditEngine.Workbench.Packs;
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
        .. OfClaims(desk, new DecidingPacks(desk.Packs)),
        new TablesEndpoint(desk),
        new RunsEndpoint(desk),
    ];

    // What decides claims shares the last texts that could.
    private static IEnumerable<IDeskEndpoint> OfClaims(Desk desk, DecidingPacks packs) =>
        [new ClaimEndpoint(desk), new ClaimsEndpoint(desk, packs), new ResultEndpoint(desk, packs), new TestsEndpoint(desk, packs)];
}
