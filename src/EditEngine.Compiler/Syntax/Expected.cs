using Grammar = EditEngine.Compiler.Syntax.Generated.EditParser;

namespace EditEngine.Compiler.Syntax;

/// <summary>
/// What fits at a place, in words. Found by trying: ANTLR's own expected set is that of the state where a decision began, not of the place
/// where it failed.
/// </summary>
internal static class Expected
{
    private const int MostShown = 7;

    private static readonly (int Type, string Words)[] Signs =
    [
        (Grammar.COMMA, "a comma"), (Grammar.RP, "')'"), (Grammar.RB, "'}'"), (Grammar.COLON, "':'"), (Grammar.LB, "'{'"), (Grammar.DOTDOT, "'..'"),
    ];

    private static readonly int[] Anywhere =
        [Grammar.OF, Grammar.BY, Grammar.WITH, Grammar.WHERE, Grammar.FROM, Grammar.TO, Grammar.FOR, Grammar.AS, Grammar.IN, Grammar.IS, Grammar.HAS, Grammar.ELSE];

    /// <summary>A value has ended: a comparison or and/or fits.</summary>
    public static bool IsOperatorPlace(Slice slice) => slice.GoesOnWith(Grammar.LT) || (slice.GoesOnWith(Grammar.AND) && !slice.GoesOnWith(Grammar.WORD));

    /// <summary>What fits in place of the offending token; null where nothing was found.</summary>
    public static string? Of(Slice slice)
    {
        List<string> found = [.. Values(slice), .. Operators(slice)];
        bool isName = slice.GoesOnWith(Grammar.WORD);
        found.AddRange(Signs.Where(sign => slice.GoesOnWith(sign.Type)).Select(sign => sign.Words));
        IEnumerable<int> words = [.. WordsAfter(slice.Before.Type), .. WordsOf(slice.Tokens[0].Type), .. Anywhere];
        found.AddRange(words
            .Where(type => !(IsComparisonWord(type) && slice.GoesOnWith(Grammar.LT)) && !(isName && IsUsableAsName(type)) && slice.GoesOnWith(type))
            .Select(type => $"'{TokenKinds.WordOf(type)}'"));
        if (found.Count < MostShown && slice.MayEnd())
        {
            found.Add("the end");
        }

        return found.Count == 0 ? null : Listed([.. found.Take(MostShown)]);
    }

    private static IEnumerable<string> Values(Slice slice)
    {
        bool isName = slice.GoesOnWith(Grammar.WORD);
        bool isAtom = slice.GoesOnWith(Grammar.ATOM);
        bool isText = slice.GoesOnWith(Grammar.STRING);
        if (isName && isAtom && isText)
        {
            yield return "a value";
            yield break;
        }

        if (isName || isAtom)
        {
            yield return isName && isAtom ? "a name or code" : isName ? "a name" : "a number";
        }

        if (isText)
        {
            yield return "a text in quotes";
        }

        if (slice.GoesOnWith(Grammar.DATE))
        {
            yield return "a date, as in 2025-01-31";
        }

        if (slice.GoesOnWith(Grammar.ATNAME))
        {
            yield return "a name with @";
        }
    }

    private static IEnumerable<string> Operators(Slice slice)
    {
        if (slice.GoesOnWith(Grammar.LT))
        {
            yield return "a comparison (= <> < <= > >= in is has)";
        }
        else if (slice.GoesOnWith(Grammar.EQ))
        {
            yield return "'='";
        }

        if (slice.GoesOnWith(Grammar.AND))
        {
            yield return "'and' or 'or'";
        }
    }

    private static int[] WordsAfter(int before) => before switch
    {
        Grammar.LAST => [Grammar.RUN],
        Grammar.FULL => [Grammar.CALENDAR],
        Grammar.CALENDAR => [Grammar.MONTHS],
        Grammar.SHARES => [Grammar.A],
        Grammar.MORE_ => [Grammar.THAN],
        Grammar.AT => [Grammar.LEAST],
        Grammar.ROUNDED => [Grammar.HALF, Grammar.UP, Grammar.DOWN],
        Grammar.HALF => [Grammar.UP],
        Grammar.RP => [Grammar.BROKEN],
        Grammar.WITH or Grammar.COMMA => [Grammar.SAME],
        _ => [],
    };

    private static int[] WordsOf(int clause) => clause switch
    {
        Grammar.UNLESS => [Grammar.BECAUSE, Grammar.OWNER, Grammar.UNTIL],
        Grammar.THEN or Grammar.ALSO => [Grammar.REASON, Grammar.QUEUE, Grammar.OVERRIDABLE, Grammar.LINE],
        Grammar.LET or Grammar.DEFINE => [Grammar.IF, Grammar.OTHERWISE],
        Grammar.FOR => [Grammar.EACH],
        Grammar.CODES or Grammar.TABLE => [Grammar.COLUMN, Grammar.DATED, Grammar.KEY],
        Grammar.PACK => [Grammar.VERSION, Grammar.EXTENDS],
        Grammar.OVERRIDE => [Grammar.SET],
        Grammar.DISABLE => [Grammar.BECAUSE],
        Grammar.REASONS => [Grammar.EFFECTIVE],
        Grammar.DEPRECATED => [Grammar.SINCE, Grammar.USE],
        Grammar.ON => [Grammar.FIRE, Grammar.SKIP_, Grammar.PHASES],
        Grammar.EDIT => [Grammar.RETRO],
        _ => [Grammar.REMARK],
    };

    private static bool IsComparisonWord(int type) => type is Grammar.IN or Grammar.IS or Grammar.HAS;

    /// <summary>Words that would only fit as a name.</summary>
    private static bool IsUsableAsName(int type) => type is Grammar.REMARK or Grammar.KEY or Grammar.DATED or Grammar.COLUMN or Grammar.VERSION or Grammar.USE
        or Grammar.RUN or Grammar.BROKEN or Grammar.CALENDAR or Grammar.MONTHS or Grammar.LINE or Grammar.A or Grammar.HALF or Grammar.UP or Grammar.DOWN
        or Grammar.FIRE or Grammar.SKIP_ or Grammar.LEAST or Grammar.GROUP;

    private static string Listed(string[] parts) =>
        parts.Length == 1 ? parts[0] : $"{string.Join(", ", parts[..^1])} or {parts[^1]}";
}
