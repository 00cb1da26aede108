using Antlr4.Runtime;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;
using Grammar = EditEngine.Compiler.Syntax.Generated.EditParser;

namespace EditEngine.Compiler.Syntax;

/// <summary>
/// Says what is wrong with a slice that did not parse: one diagnostic, at the place, in the writer's words. Asked in this order: brackets
/// and commas, what the clause is about, what was probably meant, and last what fits there.
/// </summary>
internal sealed partial class MistakeFinder(SyntaxReport report, SliceParser slices)
{
    /// <summary>Trying out what fits takes some milliseconds; a file of nothing but mistakes gets short answers after these many.</summary>
    private const int MostSearches = 60;

    private const int LongestSearched = 1500;

    private static readonly int[] Insertions =
    [
        Grammar.COMMA, Grammar.RP, Grammar.COLON, Grammar.IN, Grammar.EQ, Grammar.OF, Grammar.BY, Grammar.REASON, Grammar.TO, Grammar.WITH, Grammar.SAME,
        Grammar.FOR, Grammar.BECAUSE, Grammar.DOTDOT, Grammar.REMARK,
    ];

    private static readonly int[] AfterValue = [Grammar.COMMA, Grammar.RP];

    private static readonly int[] AfterValueBeforeSet = [Grammar.COMMA, Grammar.RP, Grammar.IN];

    private readonly ForeignForms _foreign = new(report);

    private int _searches;

    /// <summary>Reports the one mistake of a slice.</summary>
    /// <param name="rule">The entry rule that failed.</param>
    /// <param name="tokens">The slice.</param>
    /// <param name="failedAt">Index of the first token that does not fit; the number of tokens where something is missing at the end.</param>
    public void Report<T>(Func<Grammar, T> rule, List<EditToken> tokens, int failedAt)
        where T : ParserRuleContext
    {
        Slice slice = new(tokens, failedAt, trial => slices.Parse(rule, trial, 0, trial.Count, out int at) is null ? at : int.MaxValue);
        report.Add(_foreign.Of(slice) ?? Brackets(slice) ?? Clause(slice) ?? Searched(slice));
    }

    private Diagnostic Searched(Slice slice)
    {
        if (_searches >= MostSearches || slice.Tokens.Count > LongestSearched)
        {
            return slice.Offending is { } token
                ? SyntaxDiagnostics.Unexpected(report.Place(token.Span), token.Written, null, null, null)
                : SyntaxDiagnostics.Unfinished(report.Place(slice.End), slice.Before.Written, null);
        }

        _searches++;
        return slice.Offending is { } offending ? Misplaced(slice, offending) : Unfinished(slice);
    }

    private Diagnostic Unfinished(Slice slice)
    {
        if (slice.Before.Type == Grammar.COMMA)
        {
            return SyntaxDiagnostics.DanglingComma(report.Place(slice.Before.Span));
        }

        return SyntaxDiagnostics.Unfinished(report.Place(slice.End), slice.Before.Written, Expected.Of(slice));
    }

    private Diagnostic Misplaced(Slice slice, EditToken offending)
    {
        string text = offending.Written;
        string small = text.ToLowerInvariant();
        if (small != text && TokenKinds.TryTypeOf(small, out int keyword) && slice.GoesOnWith(keyword))
        {
            return SignDiagnostics.CapitalWord(report.Place(offending.Span), text, small);
        }

        if (small == "within" && slice.At > 0 && slice.Tokens.Skip(slice.At).Any(token => token.Type is Grammar.MONTH or Grammar.MONTHS))
        {
            return DateDiagnostics.Within(report.Place(offending.Span));
        }

        string fits = Expected.Of(slice) ?? "nothing more";
        (string Meant, TextSpan Span)? meant = Meant(slice, offending, small);
        if (slice.At > 0 && Expected.IsOperatorPlace(slice))
        {
            return meant is null && Inserted(slice, offending, offending.Type == Grammar.LB ? AfterValueBeforeSet : AfterValue) is { } better
                ? better
                : SyntaxDiagnostics.NoOperator(report.Place(meant?.Span ?? offending.Span), slice.Before.Written, text, fits, meant?.Meant);
        }

        if (meant is { } word)
        {
            return SyntaxDiagnostics.Unexpected(report.Place(word.Span), text, fits, word.Meant, null);
        }

        return Inserted(slice, offending, Insertions) ?? SyntaxDiagnostics.Unexpected(report.Place(offending.Span), text, fits, null, Removed(slice, offending));
    }

    /// <summary>One sign or word before the offending token repairs the whole slice.</summary>
    private Diagnostic? Inserted(Slice slice, EditToken offending, int[] insertions)
    {
        foreach (int type in insertions)
        {
            bool isOfReason = slice.Tokens[1 % slice.Tokens.Count].Type == Grammar.EQ;
            if ((type == Grammar.REMARK && !isOfReason) || !slice.IsMendedByInserting(type))
            {
                continue;
            }

            TextSpan gap = new(slice.Before.End, 0);
            string sign = TokenKinds.TextOf(type);
            return type switch
            {
                Grammar.COMMA => SyntaxDiagnostics.MissingComma(report.Place(offending.Span), slice.Before.Written, offending.Written, report.Place(gap)),
                Grammar.RP when slice.InnermostOpen() is { } open => SyntaxDiagnostics.NotClosed(report.Place(gap), "(", report.Place(open.Span), ")"),
                _ => SyntaxDiagnostics.Unexpected(report.Place(offending.Span), offending.Written, null, $"{sign} {offending.Written}", null),
            };
        }

        return null;
    }

    private Fix? Removed(Slice slice, EditToken offending) =>
        slice.IsMendedByRemoving() ? new Fix($"Remove '{offending.Written}'", report.Place(offending.Span), "") : null;
}
