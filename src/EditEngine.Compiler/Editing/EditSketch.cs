using System.Collections.Immutable;
using System.Text;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using EditEngine.Stacks;

namespace EditEngine.Compiler.Editing;

/// <summary>
/// A small edit of its own that says no more than what a place needs: what the edit names, and the clause of the place, mended where it is not finished. It is
/// bound, and what was seen on the way answers what stands at the place, in edits that are otherwise full of mistakes.
/// </summary>
/// <param name="Source">Its text.</param>
/// <param name="Path">From the edit down to the place.</param>
/// <param name="Sights">What its expressions became.</param>
internal sealed record EditSketch(SourceText Source, ImmutableArray<SyntaxNode> Path, BindingSights Sights)
{
    /// <summary>The names that stand at the place: those of the nearest expression that was bound.</summary>
    public Scope? Scope => Path.OfType<ExpressionSyntax>().Reverse().Select(Sights.Find).FirstOrDefault(sight => sight is not null)?.Scope;

    /// <summary>The node at the place.</summary>
    public SyntaxNode Node => Path[^1];

    /// <summary>What the place asks for; null: not known.</summary>
    public LanguageType? Expected => Node is ExpressionSyntax last ? Sights.Find(last)?.Expected : null;

    /// <summary>The type of an expression on the way; null where it was not understood.</summary>
    public LanguageType? TypeOf(ExpressionSyntax? syntax) => BoundOf(syntax)?.Type is { Kind: not TypeKind.Error } type ? type : null;

    /// <summary>What an expression became; null where it was not bound.</summary>
    public BoundExpression? BoundOf(ExpressionSyntax? syntax)
    {
        while (syntax is ParenthesizedSyntax inner)
        {
            syntax = inner.Inner;
        }

        return syntax is null ? null : Sights.Find(syntax)?.Bound;
    }

    /// <summary>The sketch of a place in a clause that is being written; null where nothing is known that would mend it.</summary>
    public static EditSketch? OfUnfinished(CursorPlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return SketchFrame.Of(place) is SketchFrame frame && ClauseMend.Of(frame, place) is (string clause, int at) ? Bind(place, frame, clause, at) : null;
    }

    /// <summary>The sketch of a place in a clause that is written whole; null where it is not.</summary>
    public static EditSketch? OfWritten(CursorPlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return SketchFrame.Of(place) is SketchFrame frame && frame.Head + frame.Before + frame.Word + frame.After is var clause && ClauseProbe.Parses(clause)
            ? Bind(place, frame, clause, frame.Head.Length + frame.Before.Length + Math.Min(frame.Word.Length, place.Offset - place.Word.Start))
            : null;
    }

    private static EditSketch? Bind(CursorPlace place, SketchFrame frame, string clause, int at)
    {
        StringBuilder text = new StringBuilder("edit X \"x\" retro\n").Append(frame.Preface);
        int start = text.Length;
        text.Append(clause).Append('\n').Append(frame.Close).Append("end\n");
        SourceText source = new(place.Tree.Source.File, text.ToString());
        SyntaxTree tree = EditParser.Parse(source);
        if (tree.Declarations is not [EditSyntax edit, ..])
        {
            return null;
        }

        BindingSights sights = new(source);
        EditSource written = new(edit, source, frame.Pack.Name, frame.Pack.Version, null, [], [], []);
        DeepStack.Run(() =>
        {
            EditBinder.Look(written, place.Pack.Names, sights);
            return true;
        });
        return new EditSketch(source, SyntaxPath.To(edit, start + at), sights);
    }
}
