using EditEngine.Analysis.Linting;

namespace EditEngine.LanguageServer.Workspaces;

/// <summary>Looks at the packs of the open documents as a careful colleague would, whenever nobody has typed for a while; what is remarked is told beside what the compiler says.</summary>
/// <param name="session">The session.</param>
/// <param name="tell">What is to be said has changed.</param>
internal sealed class LiveLints(Session session, Action tell)
{
    /// <summary>Looks at the packs as they are now.</summary>
    public Task Look(CancellationToken cancellation)
    {
        if (!session.Abilities.WantsLints)
        {
            return Task.CompletedTask;
        }

        List<(OpenPack Pack, KeptLints? Lints)> looked =
            [.. session.Turn(cancellation).Ask(Open).Select(one => (one.Pack, KeptLints.Of(one.Compilation, cancellation))).Where(one => one.Item2 is not null)];
        session.Turn(cancellation).Ask(_ =>
        {
            looked.ForEach(one => one.Pack.Lints = one.Lints);
            return true;
        });
        tell();
        return Task.CompletedTask;
    }

    // Of those that nobody has open there may be many, and their lints are asked of `edits check --lint`. What was looked at already stays as it is.
    private static List<(OpenPack Pack, PackCompilation Compilation)> Open(Workspace workspace) =>
    [
        .. from document in workspace.Documents
           let found = workspace.WithFile(document.Path).FirstOrDefault()
           where found.Pack is not null && found.Pack.IsOwn(found.File) && !ReferenceEquals(found.Pack.Lints?.Sources, found.Pack.Compilation.Sources)
           group found.Pack by found.Pack into pack
           select (pack.Key, pack.Key.Compilation),
    ];
}
