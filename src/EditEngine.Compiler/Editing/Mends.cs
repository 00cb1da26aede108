using System.Collections.Immutable;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Editing;

/// <summary>A change that can be made at a place.</summary>
/// <param name="Title">What it does.</param>
/// <param name="Diagnostic">The diagnostic that it mends; null: it mends none.</param>
/// <param name="Changes">The changes.</param>
internal sealed record Mend(string Title, Diagnostic? Diagnostic, ImmutableArray<TextChange> Changes);

/// <summary>Changes that mend what is told at a place, and those that a careful colleague would ask for there.</summary>
internal static class Mends
{
    /// <summary>The changes for a stretch of a file.</summary>
    public static ImmutableArray<Mend> At(EditingPack pack, string file, TextSpan within)
    {
        ArgumentNullException.ThrowIfNull(pack);
        return
        [
            .. from one in pack.Compilation.Result.Diagnostics
               where one.Place is SourceSpan place && place.File == file && place.Start <= within.End && place.End >= within.Start
               let fix = one.Fix
               where fix is not null
               select new Mend(fix.Title, one, [new TextChange(fix.Span.File, new TextSpan(fix.Span.Start, fix.Span.Length), fix.NewText)]),
            .. from part in pack.PartsOf(file)
               where part.Start <= within.End && part.End >= within.Start
               from mend in OfPart(part, within)
               select mend,
        ];
    }

    private static IEnumerable<Mend> OfPart(FilePart part, TextSpan within)
    {
        foreach (SyntaxNode node in SyntaxPath.To(part.Declaration.Syntax, within.Start - part.By))
        {
            if (Turned(part, node) is Mend turned)
            {
                yield return turned;
            }
        }

        if (part.Declaration.Syntax is EditSyntax edit && !edit.Clauses.Any(clause => clause is CiteSyntax) && edit.Title is StringSyntax title)
        {
            ClauseSyntax? before = edit.Clauses.TakeWhile(clause => clause is PhaseSyntax or EffectiveSyntax or RetroSyntax or MonitorSyntax).LastOrDefault();
            int at = part.By + (before?.Span.End ?? LineEnd(part.Source.Text, title.Span.End));
            yield return new Mend("Add a citation", null, [new TextChange(part.Tree.Source.File, new TextSpan(at, 0), "\n  cite      \"\"")]);
        }
    }

    // A range from its end to its beginning holds nothing.
    private static Mend? Turned(FilePart part, SyntaxNode node)
    {
        (SyntaxNode From, SyntaxNode To)? ends = node switch
        {
            DateRangeSyntax { From: DateSyntax from, Through: DateSyntax through } when from.Value > through.Value => (from, through),
            RangeSyntax { From: DateLiteralSyntax from, To: DateLiteralSyntax to } when from.Value > to.Value => (from, to),
            SetItemSyntax { From: DateSyntax from, Through: DateSyntax through } when from.Value > through.Value => (from, through),
            _ => null,
        };
        if (ends is not (SyntaxNode first, SyntaxNode last))
        {
            return null;
        }

        return new Mend("Put the dates in order", null, [Change(first, last), Change(last, first)]);

        TextChange Change(SyntaxNode place, SyntaxNode text) => new(part.Tree.Source.File, part.InFile(place.Span), part.Source.Slice(text.Span));
    }

    private static int LineEnd(string text, int from)
    {
        int end = text.IndexOf('\n', from);
        return end < 0 ? text.Length : end > from && text[end - 1] == '\r' ? end - 1 : end;
    }
}
