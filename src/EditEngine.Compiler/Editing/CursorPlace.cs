using System.Collections.Immutable;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;

namespace EditEngine.Compiler.Editing;

/// <summary>What a cursor stands in: a word, a clause, a declaration, a file.</summary>
/// <param name="Pack">The pack.</param>
/// <param name="Tree">The file.</param>
/// <param name="Offset">Where the cursor is in the file.</param>
/// <param name="Word">The word up to the cursor and on, as a stretch of the file; empty between words.</param>
/// <param name="Part">The declaration; null outside of all.</param>
/// <param name="Clause">The clause of an edit that began before the word; null in its head, and outside of edits.</param>
internal sealed record CursorPlace(EditingPack Pack, SyntaxTree Tree, int Offset, TextSpan Word, FilePart? Part, ClauseSyntax? Clause)
{
    /// <summary>The word as far as it is typed.</summary>
    public string Typed => Tree.Source.Text[Word.Start..Offset];

    /// <summary>Nothing but blanks stands before the word in its line.</summary>
    public bool IsFirstInLine => string.IsNullOrWhiteSpace(LineBefore);

    /// <summary>A single dot stands right before the word: a member is asked for.</summary>
    public bool IsAfterDot => Word.Start > 0 && CharAt(Word.Start - 1) == '.' && CharAt(Word.Start - 2) != '.';

    /// <summary>How many characters stand before the word in its line.</summary>
    public int Column => LineBefore.Length;

    /// <summary>The line up to the word.</summary>
    public string LineBefore
    {
        get
        {
            int start = Tree.Source.Text.LastIndexOf('\n', Math.Max(0, Word.Start - 1), Math.Max(0, Word.Start)) + 1;
            return Tree.Source.Text[start..Word.Start];
        }
    }

    /// <summary>Where the clause, or the declaration outside of clauses, begins in its text.</summary>
    public int ClauseStart => Clause?.Span.Start ?? Part!.Declaration.Syntax.Span.Start; // Asked where there is one.

    /// <summary>The word's beginning in the text of its declaration.</summary>
    public int WordStart => Word.Start - Part!.By; // Asked where there is one.

    /// <summary>The place of an offset; null where the pack has no such file.</summary>
    public static CursorPlace? Of(EditingPack pack, string file, int offset)
    {
        ArgumentNullException.ThrowIfNull(pack);
        if (pack.Find(file) is not (PackFiles files, SyntaxTree tree))
        {
            return null;
        }

        offset = Math.Clamp(offset, 0, tree.Source.Text.Length);
        TextSpan word = WordAt(tree.Source.Text, offset);
        FilePart? part = PartAt(files, tree, word.Start);
        return new CursorPlace(pack, tree, offset, word, part, part is null ? null : ClauseAt(part, word.Start));
    }

    /// <summary>The stretch of letters, digits and joining signs around an offset. Of a dotted code, the whole.</summary>
    public static TextSpan WordAt(string text, int offset)
    {
        int start = offset;
        while (start > 0 && (IsOfWord(text[start - 1]) || IsDotOfCode(text, start - 1)))
        {
            start--;
        }

        if (start > 0 && text[start - 1] == '@')
        {
            start--;
        }

        int end = offset;
        if (end == start && end < text.Length && text[end] == '@')
        {
            end++;
        }

        while (end < text.Length && IsOfWord(text[end]))
        {
            end++;
        }

        return TextSpan.FromTo(start, end);
    }

    private static bool IsOfWord(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-';

    // E11.9: a category, the dot, and what follows.
    private static bool IsDotOfCode(string text, int at) =>
        text[at] == '.' && at >= 3 && char.IsAsciiLetterUpper(text[at - 3]) && char.IsAsciiDigit(text[at - 2]) && char.IsAsciiLetterOrDigit(text[at - 1])
        && (at == 3 || !IsOfWord(text[at - 4]));

    private char CharAt(int at) => at >= 0 ? Tree.Source.Text[at] : '\0';

    private static FilePart? PartAt(PackFiles files, SyntaxTree tree, int start)
    {
        ImmutableArray<PlacedDeclaration> parts = tree.Parts;
        int low = 0;
        int high = parts.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = parts[middle].Syntax.Span.Start + parts[middle].Source.At < start ? (middle + 1, high) : (low, middle);
        }

        if (low == 0)
        {
            return null;
        }

        FilePart part = new(files, tree, parts[low - 1]);
        bool isClosed = part.Declaration.Syntax is EditSyntax && part.End < start && tree.Source.Text.AsSpan(part.Start, part.End - part.Start).EndsWith("end");
        return isClosed ? null : part;
    }

    private static ClauseSyntax? ClauseAt(FilePart part, int start)
    {
        IEnumerable<ClauseSyntax> clauses = part.Declaration.Syntax switch
        {
            EditSyntax edit => edit.Clauses,
            ExtendSyntax extend => extend.Exceptions,
            _ => [],
        };
        return clauses.LastOrDefault(clause => clause.Span.Start + part.By < start);
    }
}
