using System.Collections.Immutable;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;

namespace EditEngine.Compiler.Editing;

/// <summary>How a token is coloured.</summary>
internal enum TokenColour
{
    /// <summary>A word of the language.</summary>
    Keyword,

    /// <summary>A comment.</summary>
    Comment,

    /// <summary>A text in quotes.</summary>
    Text,

    /// <summary>A number, date, amount of money or percent.</summary>
    Number,

    /// <summary>A code.</summary>
    Code,

    /// <summary>An operator.</summary>
    Sign,

    /// <summary>An edit.</summary>
    Edit,

    /// <summary>A code set, table or parameter.</summary>
    AtName,

    /// <summary>A definition.</summary>
    Definition,

    /// <summary>A field or column.</summary>
    Field,

    /// <summary>A name of the edit.</summary>
    Name,

    /// <summary>A reason key or a phase.</summary>
    Word,
}

/// <summary>A coloured stretch of a file.</summary>
internal readonly record struct ColouredToken(TextSpan Span, TokenColour Colour, bool IsDeclaration);

/// <summary>Colours the tokens of a file by what they mean.</summary>
internal static class TokenColours
{
    /// <summary>The coloured tokens that lie in or touch a stretch of a file, in order.</summary>
    public static ImmutableArray<ColouredToken> Of(EditingPack pack, string file, TextSpan within)
    {
        ArgumentNullException.ThrowIfNull(pack);
        if (pack.Find(file) is not (_, SyntaxTree tree))
        {
            return [];
        }

        Dictionary<int, Occurrence> names = [];
        HashSet<int> testLines = [];
        foreach (FilePart part in pack.PartsOf(file).Where(part => part.Start <= within.End && part.End >= within.Start))
        {
            testLines.UnionWith(part.Declaration.Syntax is EditSyntax edit ? edit.Clauses.OfType<TestSyntax>().SelectMany(test => test.Body).Select(line => part.InFile(line.Span).Start) : []);
            foreach (Occurrence one in OccurrenceWalk.Of(part, pack.Symbols))
            {
                names[one.Span.Start - (one.Key.Role == NameRole.AtName ? 1 : 0)] = one;
            }
        }

        // From a line's start: comments and texts end with their line.
        int start = tree.Source.Text.LastIndexOf('\n', Math.Max(0, Math.Min(within.Start, tree.Source.Text.Length) - 1)) + 1;
        TextSpan lexed = TextSpan.FromTo(Math.Min(start, within.Start), Math.Min(within.End, tree.Source.Text.Length));
        return [.. LexedText.Read(tree.Source, lexed).All.Select(token => Coloured(token, names, testLines, lexed)).OfType<ColouredToken>()];
    }

    private static ColouredToken? Coloured(SyntaxToken token, Dictionary<int, Occurrence> names, HashSet<int> testLines, TextSpan lexed)
    {
        // Hidden tokens count their places from the stretch's beginning as the others do.
        if (token.Kind is TokenKind.Blank or TokenKind.Bad || token.Span.End > lexed.End)
        {
            return null;
        }

        if (names.TryGetValue(token.Span.Start, out Occurrence name) && ColourOf(name.Key.Role) is TokenColour colour)
        {
            return new ColouredToken(token.Span, colour, name.IsDeclaration);
        }

        TokenColour? plain = token.Kind switch
        {
            TokenKind.Keyword => TokenColour.Keyword,
            TokenKind.Word when testLines.Contains(token.Span.Start) => TokenColour.Keyword, // What a line of a test says, as claim, history or expect.
            TokenKind.Comment => TokenColour.Comment,
            TokenKind.Text => TokenColour.Text,
            TokenKind.Date or TokenKind.Money or TokenKind.Percent => TokenColour.Number,
            TokenKind.Atom => TokenColour.Code,
            TokenKind.AtName => TokenColour.AtName,
            TokenKind.Sign => TokenColour.Sign,
            _ => null,
        };
        return plain is TokenColour known ? new ColouredToken(token.Span, known, false) : null;
    }

    private static TokenColour? ColourOf(NameRole role) => role switch
    {
        NameRole.Edit => TokenColour.Edit,
        NameRole.AtName => TokenColour.AtName,
        NameRole.Definition => TokenColour.Definition,
        NameRole.Field or NameRole.Column or NameRole.Fact => TokenColour.Field,
        NameRole.Local => TokenColour.Name,
        NameRole.Reason or NameRole.Phase => TokenColour.Word,
        _ => null,
    };
}
