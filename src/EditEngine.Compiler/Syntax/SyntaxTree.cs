using System.Collections.Immutable;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Syntax;

/// <summary>One file's tree: its declarations, what is wrong with it, and the text it was read from.</summary>
/// <param name="Source">The text; every span is of this text, and the text between nodes is its trivia.</param>
/// <param name="Declarations">In the order written.</param>
/// <param name="Tokens">Every token in order, trivia included: put together they are the text.</param>
/// <param name="Diagnostics">Syntax mistakes, in the order of their places, one for each mistake.</param>
internal sealed record SyntaxTree(
    SourceText Source, ImmutableArray<DeclarationSyntax> Declarations, ImmutableArray<SyntaxToken> Tokens, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>What a token is, for colouring, folding and formatting.</summary>
internal enum TokenKind
{
    /// <summary>A reserved word of the language.</summary>
    Keyword,

    /// <summary>A name, word or code made of letters.</summary>
    Word,

    /// <summary>A run with a digit: number, code, id.</summary>
    Atom,

    /// <summary>@name</summary>
    AtName,

    /// <summary>A text in quotes.</summary>
    Text,

    /// <summary>A date.</summary>
    Date,

    /// <summary>Money.</summary>
    Money,

    /// <summary>A percent.</summary>
    Percent,

    /// <summary>An operator or bracket.</summary>
    Sign,

    /// <summary>A comment, to the end of its line.</summary>
    Comment,

    /// <summary>Blanks and line ends.</summary>
    Blank,

    /// <summary>Something that is no token.</summary>
    Bad,
}

/// <summary>One token of the text.</summary>
internal readonly record struct SyntaxToken(TokenKind Kind, TextSpan Span);
