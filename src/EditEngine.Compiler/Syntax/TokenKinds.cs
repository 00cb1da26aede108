using Lexer = EditEngine.Compiler.Syntax.Generated.EditLexer;

namespace EditEngine.Compiler.Syntax;

/// <summary>What each token type of the lexer is to those who colour and format.</summary>
internal static class TokenKinds
{
    private static readonly TokenKind[] Kinds = Build();
    private static readonly Dictionary<string, int> Types = Enumerable.Range(Lexer.PACK, Lexer.SUPPORTS).ToDictionary(type => WordOf(type)!, StringComparer.Ordinal); // every keyword is a literal

    /// <summary>The kind of a token type.</summary>
    public static TokenKind Of(int type) => type > 0 && type < Kinds.Length ? Kinds[type] : TokenKind.Bad;

    /// <summary>The type is a reserved word.</summary>
    public static bool IsKeyword(int type) => type is >= Lexer.PACK and <= Lexer.SUPPORTS;

    /// <summary>The type of a keyword.</summary>
    public static int TypeOf(string word) => Types[word];

    /// <summary>Every keyword, in the order of the lexer.</summary>
    public static IEnumerable<string> Keywords => Enumerable.Range(Lexer.PACK, Lexer.SUPPORTS).Select(type => WordOf(type)!); // every keyword is a literal

    /// <summary>The type of a keyword or sign.</summary>
    public static bool TryTypeOf(string text, out int type)
    {
        type = text switch
        {
            "=" => Lexer.EQ,
            "<" => Lexer.LT,
            ">" => Lexer.GT,
            "+" => Lexer.PLUS,
            "-" => Lexer.MINUS,
            "*" => Lexer.STAR,
            ".." => Lexer.DOTDOT,
            _ => Types.GetValueOrDefault(text),
        };
        return type != 0;
    }

    /// <summary>How a keyword or sign is written.</summary>
    public static string TextOf(int type) => Lexer.DefaultVocabulary.GetLiteralName(type)?.Trim('\'') ?? "";

    /// <summary>The word of a keyword, or null.</summary>
    public static string? WordOf(int type) => IsKeyword(type) ? TextOf(type) : null;

    private static TokenKind[] Build()
    {
        TokenKind[] kinds = new TokenKind[Lexer.BAD + 1];
        for (int type = 1; type < kinds.Length; type++)
        {
            kinds[type] = type switch
            {
                Lexer.STRING or Lexer.CURLY_STRING or Lexer.OPEN_STRING => TokenKind.Text,
                Lexer.ATNAME => TokenKind.AtName,
                Lexer.PERCENT => TokenKind.Percent,
                Lexer.MONEY => TokenKind.Money,
                Lexer.WORD => TokenKind.Word,
                Lexer.DATE => TokenKind.Date,
                Lexer.ATOM => TokenKind.Atom,
                Lexer.COMMENT => TokenKind.Comment,
                Lexer.BLANK => TokenKind.Blank,
                Lexer.BAD => TokenKind.Bad,
                _ => IsKeyword(type) ? TokenKind.Keyword : TokenKind.Sign,
            };
        }

        return kinds;
    }
}
