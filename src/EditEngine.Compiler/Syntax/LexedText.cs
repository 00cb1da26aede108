using System.Collections.Immutable;
using Antlr4.Runtime;
using EditEngine.Compiler.Text;
using Lexer = EditEngine.Compiler.Syntax.Generated.EditLexer;

namespace EditEngine.Compiler.Syntax;

/// <summary>A text cut into tokens.</summary>
/// <param name="Visible">Tokens without blanks and comments.</param>
/// <param name="All">Every token; put together they are the text.</param>
internal sealed record LexedText(List<EditToken> Visible, ImmutableArray<SyntaxToken> All)
{
    /// <summary>Cuts a text. Linear in its length.</summary>
    public static LexedText Read(SourceText source) =>
        Read(new Lexer(new AntlrInputStream(source.Text)) { TokenFactory = new EditTokenFactory(source.Text) });

    /// <summary>Cuts a stretch of a text; the tokens have their places in the whole.</summary>
    public static LexedText Read(SourceText source, TextSpan span) =>
        Read(new Lexer(new AntlrInputStream(source.Slice(span))) { TokenFactory = new EditTokenFactory(source.Text, span.Start) });

    private static LexedText Read(Lexer lexer)
    {
        lexer.RemoveErrorListeners();
        List<EditToken> visible = [];
        ImmutableArray<SyntaxToken>.Builder all = ImmutableArray.CreateBuilder<SyntaxToken>();
        int line = 0;
        for (EditToken token = (EditToken)lexer.NextToken(); token.Type != TokenConstants.EOF; token = (EditToken)lexer.NextToken())
        {
            all.Add(new SyntaxToken(TokenKinds.Of(token.Type), token.Span));
            if (token.Channel == TokenConstants.DefaultChannel)
            {
                token.TokenIndex = visible.Count;
                token.IsFirstInLine = token.Line != line;
                line = token.Line;
                visible.Add(token);
            }
        }

        return new LexedText(visible, all.ToImmutable());
    }
}
