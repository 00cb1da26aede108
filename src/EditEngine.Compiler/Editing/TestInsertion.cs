using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;

namespace EditEngine.Compiler.Editing;

/// <summary>Puts tests into an edit.</summary>
internal static class TestInsertion
{
    /// <summary>The change that puts lines at the end of an edit: before the line of <c>end</c>, or in its line where it has none of its own. Null where the edit has no end.</summary>
    /// <param name="part">The edit.</param>
    /// <param name="lines">Each ends with a line feed.</param>
    public static TextChange? Of(FilePart part, string lines)
    {
        if (part.Declaration.Syntax is not EditSyntax edit)
        {
            return null;
        }

        int end = part.Source.Text.AsSpan(edit.Span.Start, edit.Span.Length).LastIndexOf("end");
        if (end < 0)
        {
            return null;
        }

        int at = edit.Span.Start + end;
        int line = part.Source.Text.LastIndexOf('\n', Math.Max(0, at - 1)) + 1;
        bool hasLine = string.IsNullOrWhiteSpace(part.Source.Text[line..at]);
        return new TextChange(part.Tree.Source.File, new TextSpan(part.By + (hasLine ? line : at), 0), hasLine ? lines : "\n" + lines);
    }
}
