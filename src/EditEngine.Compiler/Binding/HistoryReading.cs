
namespace EditEngine.Compiler.Binding;

/// <summary>Which edits run over lines of history somewhere.</summary>
internal static class HistoryReading
{
    /// <summary>Whether an edit does.</summary>
    public static bool IsOf(BoundEdit edit) => BoundTree.All(edit).OfType<BoundAlternative>().Any(one => one is { Kind: ThingKinds.History, List: null });
}
