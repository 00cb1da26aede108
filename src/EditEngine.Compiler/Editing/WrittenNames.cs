using System.Collections.Immutable;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;

namespace EditEngine.Compiler.Editing;

/// <summary>The names of a declaration, those in clauses that cannot be read too where their sign tells them: <c>@minor</c> means the same in half a sentence.</summary>
internal static class WrittenNames
{
    /// <summary>All names of a declaration, in no order.</summary>
    public static ImmutableArray<Occurrence> Of(FilePart part, PackSymbols symbols)
    {
        ArgumentNullException.ThrowIfNull(part);
        ImmutableArray<Occurrence> read = OccurrenceWalk.Of(part, symbols);
        return part.Declaration.Syntax is EditSyntax { HasErrors: true } or ErrorDeclarationSyntax ? [.. read, .. Beside(read, part)] : read;
    }

    private static IEnumerable<Occurrence> Beside(ImmutableArray<Occurrence> read, FilePart part)
    {
        HashSet<TextSpan> known = [.. read.Where(one => one.Key.Role == NameRole.AtName).Select(one => one.Span)];
        return from token in LexedText.Read(part.Source, part.Declaration.Syntax.Span).All
               where token.Kind == TokenKind.AtName && token.Span.Length > 1
               let span = part.InFile(TextSpan.FromTo(token.Span.Start + 1, token.Span.End))
               where !known.Contains(span)
               let name = part.Source.Slice(TextSpan.FromTo(token.Span.Start + 1, token.Span.End))
               select new Occurrence(new NameKey(NameRole.AtName, name, OwnerOf(part, name)), span, false);
    }

    // A parameter that the edit declares itself is its own.
    private static string? OwnerOf(FilePart part, string name) =>
        part.Declaration.Syntax is EditSyntax edit && edit.Clauses.OfType<ParameterClauseSyntax>().Any(clause => clause.Parameter.Name.Text == name) ? edit.Id.Text : null;
}
