using System.Collections.Immutable;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;
using EditEngine.LanguageServer.Protocol;

namespace EditEngine.LanguageServer.Workspaces;

/// <summary>What is to be said of all documents: what several packs say of one file is said once.</summary>
internal static class WorkspaceDiagnostics
{
    /// <summary>The diagnostics by the paths of their files; without those of which nothing is said.</summary>
    public static SortedDictionary<string, ImmutableArray<DocumentDiagnostic>> Of(Workspace workspace, ColumnUnit unit)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        SortedDictionary<string, ImmutableArray<DocumentDiagnostic>.Builder> found = new(StringComparer.Ordinal);
        HashSet<(string Path, DocumentDiagnostic Shown)> known = [];
        foreach (OpenPack pack in workspace.Packs)
        {
            Dictionary<string, LinePositions> lines = new(StringComparer.Ordinal);
            foreach (Diagnostic one in pack.Diagnostics)
            {
                (string path, DocumentRange range) = PlaceOf(pack, one.Place, lines, unit);
                DocumentDiagnostic shown = Shown(one, range);
                if (!known.Add((path, shown)))
                {
                    continue;
                }

                if (!found.TryGetValue(path, out ImmutableArray<DocumentDiagnostic>.Builder? ofFile))
                {
                    found.Add(path, ofFile = ImmutableArray.CreateBuilder<DocumentDiagnostic>());
                }

                ofFile.Add(shown);
            }
        }

        return new SortedDictionary<string, ImmutableArray<DocumentDiagnostic>>(found.ToDictionary(one => one.Key, one => one.Value.ToImmutable()), StringComparer.Ordinal);
    }

    /// <summary>A diagnostic as it is told.</summary>
    public static DocumentDiagnostic Shown(Diagnostic one, DocumentRange range) =>
        new(range, one.Severity switch { Severity.Error => 1, Severity.Warning => 2, _ => 3 }, one.Id, "edits", one.Message);

    private static (string Path, DocumentRange Range) PlaceOf(OpenPack pack, Place? place, Dictionary<string, LinePositions> lines, ColumnUnit unit)
    {
        switch (place)
        {
            case SourceSpan span when pack.Editing.Find(span.File) is (_, SyntaxTree tree):
                if (!lines.TryGetValue(span.File, out LinePositions? known))
                {
                    lines.Add(span.File, known = new LinePositions(tree.Source.Text, unit));
                }

                return (pack.PathOf(span.File), Ranges.Of(known, new TextSpan(span.Start, span.Length)));
            case SourceSpan span:
                return (pack.PathOf(span.File), new DocumentRange(new DocumentPosition(span.Line - 1, span.Column - 1), new DocumentPosition(span.Line - 1, span.Column - 1 + span.Length)));
            case TablePlace table:
                return (pack.PathOf(table.File), Ranges.OfLine(table.Row));
            case FilePlace file when System.IO.File.Exists(pack.PathOf(file.Name)):
                return (pack.PathOf(file.Name), Ranges.OfLine(1));
            default:
                // Of a folder, or of no place: the first file of the pack shows it.
                string first = pack.Editing.Sources.Texts.LastOrDefault()?.File is string name ? pack.PathOf(name) : pack.Folder ?? "";
                return (first, Ranges.OfLine(1));
        }
    }
}
