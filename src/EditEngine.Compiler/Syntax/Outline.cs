using System.Collections.Frozen;
using EditEngine.Outcomes;
using Grammar = EditEngine.Compiler.Syntax.Generated.EditParser;

namespace EditEngine.Compiler.Syntax;

/// <summary>
/// Cuts the tokens by keywords at line start, before any grammar runs: a missing <c>end</c> costs one message and never the next edit.
/// </summary>
internal sealed class Outline(IReadOnlyList<EditToken> tokens)
{
    private const int LongestCase = 200;

    private static readonly FrozenSet<int> Verbs = ActionTable.All.Select(row => TokenKinds.TypeOf(row.Verb)).ToFrozenSet();

    /// <summary>A declaration starts here, seen from the top level or from inside one whose first token stands in a column.</summary>
    public bool IsDeclarationStart(int at, int column)
    {
        if (!tokens[at].IsFirstInLine || !(IsDeclarationWord(tokens[at].Type) || IsNamedClaim(at)) || TypeAt(at + 1) is Grammar.COLON or Grammar.EQ or Grammar.DOT)
        {
            return false;
        }

        return tokens[at].Column <= column || HasDeclarationShape(at);
    }

    /// <summary>Index after the last token of the declaration that starts at an index.</summary>
    public int DeclarationEnd(int start)
    {
        bool isEdit = IsEditStart(start);
        int column = tokens[start].Column;
        for (int i = start + 1; i < tokens.Count; i++)
        {
            if (isEdit && IsEnd(i))
            {
                return i + 1;
            }

            if (!tokens[i].IsFirstInLine)
            {
                continue;
            }

            if (IsDeclarationStart(i, column) && !(isEdit && i == start + 1 && tokens[i].Type == Grammar.EDIT))
            {
                return i;
            }

            if (!isEdit && tokens[i].Column <= column && (IsEnd(i) || IsClauseWord(tokens[i].Type)))
            {
                return i;
            }
        }

        return tokens.Count;
    }

    /// <summary>The declaration at an index is an edit.</summary>
    public bool IsEditStart(int at) => TypeAt(at) == Grammar.EDIT || (TypeAt(at) == Grammar.REPLACE && TypeAt(at + 1) == Grammar.EDIT);

    /// <summary><c>end</c> at the start of a line, or as the last word before the next declaration.</summary>
    public bool IsEnd(int at) => TypeAt(at) == Grammar.END && TypeAt(at + 1) is not (Grammar.DOT or Grammar.EQ or Grammar.COLON)
        && (tokens[at].IsFirstInLine || (!AsksForMore(TypeAt(at - 1)) && (at + 1 == tokens.Count || IsDeclarationStart(at + 1, 0))));

    /// <summary>After this token a value or name must follow, so that nothing new starts.</summary>
    public static bool AsksForMore(int type) => type is Grammar.COMMA or Grammar.DOT or Grammar.LP or Grammar.LB or Grammar.AND or Grammar.OR or Grammar.NOT
        or Grammar.OF or Grammar.IN or Grammar.DOTDOT or (>= Grammar.LE and <= Grammar.AMP);

    /// <summary>A word that says what happens.</summary>
    public bool IsVerb(int at) => TypeAt(at) switch
    {
        Grammar.REPLACE => TypeAt(at + 1) != Grammar.EDIT,
        Grammar.ADD => TypeAt(at + 1) == Grammar.LINE,
        int type => Verbs.Contains(type),
    };

    /// <summary>A clause of an edit starts here.</summary>
    /// <param name="at">Index of the token.</param>
    /// <param name="current">Index of the first token of the clause before, or of the edit.</param>
    public bool IsClauseStart(int at, int current)
    {
        EditToken token = tokens[at];
        int before = TypeAt(at - 1);
        if (before == Grammar.OTHERWISE && at - 1 == current)
        {
            return true;
        }

        if (!token.IsFirstInLine)
        {
            return !AsksForMore(before) && !IsInCase(current, at) && (token.Type is Grammar.WHEN or Grammar.UNLESS || (token.Type == Grammar.THEN && IsVerb(at + 1)));
        }

        return before is not (Grammar.COMMA or Grammar.DOT)
            && TypeAt(at + 1) is not (Grammar.DOT or Grammar.EQ or Grammar.NE or Grammar.IS)
            && IsClauseWordInPlace(at, current);
    }

    /// <summary>A word that starts a clause and nothing else.</summary>
    public static bool IsClauseWord(int type) => type is Grammar.EFFECTIVE or Grammar.CITE or Grammar.OWNER or Grammar.PHASE or Grammar.MONITOR or Grammar.RETRO
        or Grammar.DEPRECATED or Grammar.TAGS or Grammar.PRECEDENCE or Grammar.FOR or Grammar.LET or Grammar.WHEN or Grammar.UNLESS or Grammar.THEN
        or Grammar.ALSO or Grammar.OTHERWISE or Grammar.MESSAGE or Grammar.TEST;

    /// <summary>A word that starts a declaration.</summary>
    public static bool IsDeclarationWord(int type) => type is Grammar.PACK or Grammar.EDIT or Grammar.CODES or Grammar.TABLE or Grammar.PARAMETER
        or Grammar.DEFINE or Grammar.REASONS or Grammar.PHASES or Grammar.DATES or Grammar.LIMIT or Grammar.FACT or Grammar.DISABLE
        or Grammar.OVERRIDE or Grammar.EXTEND or Grammar.REPLACE;

    /// <summary>Type of the token at an index, 0 outside.</summary>
    public int TypeAt(int at) => at >= 0 && at < tokens.Count ? tokens[at].Type : 0;

    private bool IsClauseWordInPlace(int at, int current) => tokens[at].Type switch
    {
        Grammar.OWNER => !(TypeAt(current) == Grammar.UNLESS && Contains(current, at, Grammar.BECAUSE)),
        Grammar.FOR => TypeAt(at + 1) == Grammar.EACH || (TypeAt(at + 1) != Grammar.LP && !Contains(current, at, Grammar.IN)),
        Grammar.ON => TypeAt(at + 1) == Grammar.FIRE,
        Grammar.TEST => IsText(TypeAt(at + 1)) || TypeAt(at + 1) == Grammar.EACH || at + 1 >= tokens.Count || tokens[at + 1].IsFirstInLine,
        Grammar.PARAMETER => true,
        int type => IsClauseWord(type),
    };

    /// <summary>Declarations that can be told by their first tokens wherever they are indented.</summary>
    private bool HasDeclarationShape(int at) => tokens[at].Type switch
    {
        Grammar.CODES or Grammar.TABLE => TypeAt(at + 1) == Grammar.ATNAME,
        Grammar.EDIT => IsText(TypeAt(at + 2)) && !tokens[at + 2].IsFirstInLine,
        Grammar.REPLACE => TypeAt(at + 1) == Grammar.EDIT,
        Grammar.DEFINE => true,
        _ => false,
    };

    // In a test the word is followed by the type of the claim, or by `of`.
    private bool IsNamedClaim(int at) => tokens[at].Type == Grammar.CLAIM && IsText(TypeAt(at + 1)) && !tokens[at + 1].IsFirstInLine;

    private static bool IsText(int type) => type is Grammar.STRING or Grammar.CURLY_STRING or Grammar.OPEN_STRING;

    /// <summary>In a <c>case when … then …</c> of other languages, which is one value: told as such where it is parsed.</summary>
    private bool IsInCase(int from, int to)
    {
        for (int i = Math.Max(from, to - LongestCase); i < to; i++)
        {
            if (tokens[i].Type == Grammar.WORD && TypeAt(i + 1) == Grammar.WHEN && !tokens[i + 1].IsFirstInLine && tokens[i].Written.Equals("case", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Looks back a little way only, so that a hostile file costs no more than its length.</summary>
    private bool Contains(int from, int to, int type)
    {
        for (int i = Math.Max(from, to - 200); i < to; i++)
        {
            if (tokens[i].Type == type)
            {
                return true;
            }
        }

        return false;
    }
}
