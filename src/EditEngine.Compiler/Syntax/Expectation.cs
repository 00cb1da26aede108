using Grammar = EditEngine.Compiler.Syntax.Generated.EditParser;

namespace EditEngine.Compiler.Syntax;

/// <summary>
/// What fits at a place, in words. Found by trying: ANTLR's own expected set is that of the state where a decision began, not of the place
/// where it failed.
/// </summary>
internal static class Expectation
{
    private const int MostShown = 7;

    private static readonly (int Type, string Words)[] Signs =
    [
        (Grammar.COMMA, "a comma"), (Grammar.RP, "')'"), (Grammar.RB, "'}'"), (Grammar.COLON, "':'"), (Grammar.LB, "'{'"), (Grammar.DOTDOT, "'..'"),
    ];

    private static readonly int[] Words =
    [
        Grammar.BECAUSE, Grammar.OF, Grammar.BY, Grammar.WITH, Grammar.WHERE, Grammar.FROM, Grammar.TO, Grammar.FOR, Grammar.SAME, Grammar.AS, Grammar.EACH,
        Grammar.IN, Grammar.IS, Grammar.HAS, Grammar.IF, Grammar.OTHERWISE, Grammar.ELSE, Grammar.REMARK, Grammar.REASON, Grammar.QUEUE, Grammar.OVERRIDABLE,
        Grammar.UNTIL, Grammar.OWNER, Grammar.DATED, Grammar.KEY, Grammar.COLUMN, Grammar.VERSION, Grammar.EXTENDS, Grammar.SET, Grammar.EFFECTIVE,
        Grammar.SINCE, Grammar.USE, Grammar.OVER, Grammar.RUN, Grammar.BROKEN, Grammar.CALENDAR, Grammar.MONTHS, Grammar.LINE, Grammar.A, Grammar.THAN, Grammar.LEAST,
        Grammar.HALF, Grammar.UP, Grammar.DOWN, Grammar.GROUP, Grammar.RETRO, Grammar.FIRE, Grammar.SKIP_, Grammar.PHASES,
    ];

    /// <summary>A value has ended: a comparison or and/or fits.</summary>
    public static bool IsOperatorPlace(Slice slice) => slice.GoesOnWith(Grammar.LT) || (slice.GoesOnWith(Grammar.AND) && !slice.GoesOnWith(Grammar.WORD));

    /// <summary>What fits in place of the offending token; null where nothing was found.</summary>
    public static string? Of(Slice slice)
    {
        List<string> found = [.. Values(slice), .. Operators(slice)];
        bool isName = slice.GoesOnWith(Grammar.WORD);
        found.AddRange(Signs.Where(sign => slice.GoesOnWith(sign.Type)).Select(sign => sign.Words));
        found.AddRange(Words
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

    private static bool IsComparisonWord(int type) => type is Grammar.IN or Grammar.IS or Grammar.HAS;

    /// <summary>Words that would only fit as a name.</summary>
    private static bool IsUsableAsName(int type) => type is Grammar.REMARK or Grammar.KEY or Grammar.DATED or Grammar.COLUMN or Grammar.VERSION or Grammar.USE
        or Grammar.RUN or Grammar.BROKEN or Grammar.CALENDAR or Grammar.MONTHS or Grammar.LINE or Grammar.A or Grammar.HALF or Grammar.UP or Grammar.DOWN
        or Grammar.FIRE or Grammar.SKIP_ or Grammar.LEAST or Grammar.GROUP;

    private static string Listed(string[] parts) =>
        parts.Length == 1 ? parts[0] : $"{string.Join(", ", parts[..^1])} or {parts[^1]}";
}
