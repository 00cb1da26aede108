using EditEngine.Cli.Commands;
using EditEngine.Cli.Output;
using EditEngine.Compiler.Binding;
using EditEngine.Diagnostics;

namespace EditEngine.Cli.Revisions;

/// <summary>Which edits of a pack mean something else than in a revision: by the hash of all that they hang on, sets, tables and definitions included.</summary>
internal static class ChangedEdits
{
    /// <summary>A question for the id of an edit.</summary>
    /// <param name="revision">The revision; null: every edit counts as changed.</param>
    /// <param name="path">The pack's path.</param>
    /// <param name="pack">The pack as it is.</param>
    /// <param name="problems">Takes why it cannot be answered.</param>
    /// <param name="isChanged">The question.</param>
    /// <returns>False where it cannot be answered.</returns>
    public static bool TrySince(string? revision, string path, BoundPack pack, ProblemLines problems, out Func<string, bool> isChanged)
    {
        isChanged = _ => true;
        if (revision is null)
        {
            return true;
        }

        using PackRevision? before = PackRevision.Of(revision, path, out Diagnostic? problem);
        if (before is null)
        {
            problems.Write(problem!); // One or the other.
            return false;
        }

        OpenedPack opened = OpenedPack.Open(before.Path);
        if (opened.Pack is not BoundPack old)
        {
            problems.Write(SuiteDiagnostics.RevisionHasErrors(revision, opened.Problems.FirstOrDefault(one => one.Severity == Severity.Error)?.ToString() ?? ""));
            return false;
        }

        Dictionary<string, string> hashes = old.Edits.ToDictionary(edit => edit.Id, PackFingerprint.HashOf, StringComparer.Ordinal);
        HashSet<string> same = [.. pack.Edits.Where(edit => hashes.GetValueOrDefault(edit.Id) == PackFingerprint.HashOf(edit)).Select(edit => edit.Id)];
        isChanged = id => !same.Contains(id);
        return true;
    }
}
