using Antlr4.Runtime;
using EditEngine.Compiler.Text;
using Grammar = EditEngine.Compiler.Syntax.Generated.EditParser;

namespace EditEngine.Compiler.Syntax;

/// <summary>What the grammar takes at a place of a clause or declaration that is being written; found by trying, as for messages.</summary>
internal sealed class ClauseProbe
{
    // Words that the language names things with besides: where a name fits, they fit as one.
    private static readonly HashSet<int> Soft =
    [
        Grammar.VERSION, Grammar.RUN, Grammar.FULL, Grammar.CALENDAR, Grammar.HALF, Grammar.UP, Grammar.DOWN, Grammar.SAMPLE, Grammar.A, Grammar.NEW, Grammar.DATED, Grammar.KEY,
        Grammar.REMARK, Grammar.COLUMN, Grammar.VALID, Grammar.FIRE, Grammar.SKIP_, Grammar.LINE, Grammar.CLAIM, Grammar.HISTORY, Grammar.USE, Grammar.PAY, Grammar.SUPPORTS,
        Grammar.FACT, Grammar.LIMIT, Grammar.DATES, Grammar.BROKEN, Grammar.AT, Grammar.MONITOR, Grammar.TAGS, Grammar.PRECEDENCE, Grammar.REVIEW, Grammar.DAY, Grammar.DAYS,
        Grammar.WEEK, Grammar.WEEKS, Grammar.MONTH, Grammar.MONTHS, Grammar.QUARTER, Grammar.YEAR, Grammar.YEARS, Grammar.UNIT, Grammar.UNITS, Grammar.BENEFIT, Grammar.MINUTES,
    ];

    private readonly List<EditToken> _tokens;
    private readonly Func<Grammar, ParserRuleContext> _rule;
    private readonly SliceParser _slices = new();
    private readonly Dictionary<int, bool> _takes = [];

    private ClauseProbe(List<EditToken> tokens, Func<Grammar, ParserRuleContext> rule)
    {
        _tokens = tokens;
        _rule = rule;
    }

    /// <summary>A name fits.</summary>
    public bool TakesName => Takes(Grammar.WORD);

    /// <summary>A code or a number fits.</summary>
    public bool TakesAtom => Takes(Grammar.ATOM);

    /// <summary>An @name fits.</summary>
    public bool TakesAtName => Takes(Grammar.ATNAME);

    /// <summary>A text in quotes fits.</summary>
    public bool TakesText => Takes(Grammar.STRING);

    /// <summary>A date fits.</summary>
    public bool TakesDate => Takes(Grammar.DATE);

    /// <summary>A value begins here: a name, a code or a text.</summary>
    public bool TakesValue => TakesName && TakesAtom && TakesText;

    /// <summary>The clause may end here.</summary>
    public bool MayEnd => FailsAt(_tokens) == int.MaxValue;

    /// <summary>The tokens before the place.</summary>
    public IReadOnlyList<EditToken> Tokens => _tokens;

    /// <summary>Type of the last token before the place.</summary>
    public int Last => _tokens[^1].Type;

    /// <summary>Words of the language that fit as such.</summary>
    public IEnumerable<string> Keywords => TokenKinds.Keywords.Where(word => TokenKinds.TypeOf(word) is var type && Takes(type) && !(Soft.Contains(type) && TakesName));

    /// <summary>What fits after the beginning of a clause or declaration; null where that begins none.</summary>
    /// <param name="source">The text.</param>
    /// <param name="before">From the first word of the clause to the place.</param>
    public static ClauseProbe? After(SourceText source, TextSpan before)
    {
        List<EditToken> tokens = LexedText.Read(source, before).Visible;
        return EntryRules.Of(tokens) is { } rule ? new ClauseProbe(tokens, rule) : null;
    }

    /// <summary>Whether a whole clause or declaration is written right.</summary>
    public static bool Parses(string clause)
    {
        List<EditToken> tokens = LexedText.Read(new SourceText("", clause)).Visible;
        return EntryRules.Of(tokens) is { } rule && new SliceParser().Parse(rule, tokens, 0, tokens.Count, out _) is not null;
    }

    /// <summary>A keyword or sign fits.</summary>
    public bool Takes(string word) => TokenKinds.TryTypeOf(word, out int type) && Takes(type);

    /// <summary>Brackets that are open at the place, the innermost last.</summary>
    public string OpenBrackets()
    {
        Stack<char> open = new();
        foreach (EditToken token in _tokens)
        {
            if (token.Type is Grammar.LP or Grammar.LB)
            {
                open.Push(token.Type == Grammar.LP ? '(' : '{');
            }
            else if (token.Type is Grammar.RP or Grammar.RB)
            {
                open.TryPop(out _);
            }
        }

        return string.Concat(open.Reverse());
    }

    private bool Takes(int type)
    {
        if (!_takes.TryGetValue(type, out bool takes))
        {
            takes = FailsAt([.. _tokens, _tokens[^1].Copied(type)]) > _tokens.Count;
            _takes.Add(type, takes);
        }

        return takes;
    }

    private int FailsAt(List<EditToken> tokens) => _slices.Parse(_rule, tokens, 0, tokens.Count, out int at) is null ? at : int.MaxValue;
}
