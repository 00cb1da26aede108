using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;
using EditEngine.Outcomes;
using Grammar = EditEngine.Compiler.Syntax.Generated.EditParser;

namespace EditEngine.Compiler.Syntax;

/// <summary>Brackets, commas, and what single clauses need.</summary>
internal sealed partial class MistakeFinder
{
    private static readonly Dictionary<string, string> OtherWords = new(StringComparer.Ordinal)
    {
        ["equals"] = "=",
        ["equal"] = "=",
        ["eq"] = "=",
        ["greater"] = ">",
        ["above"] = ">",
        ["exceeds"] = ">",
        ["more"] = ">",
        ["over"] = ">",
        ["less"] = "<",
        ["below"] = "<",
        ["under"] = "<",
        ["fewer"] = "<",
        ["contains"] = "has",
        ["includes"] = "has",
        ["have"] = "has",
        ["within"] = "in",
        ["inside"] = "in",
        ["among"] = "in",
        ["are"] = "is",
        ["was"] = "is",
        ["both"] = "and",
        ["plus"] = "+",
        ["minus"] = "-",
        ["times"] = "*",
        ["all"] = "every",
        ["each"] = "every",
        ["exists"] = "any",
        ["none"] = "no",
        ["reasons"] = "reason",
        ["through"] = "..",
        ["thru"] = "..",
        ["cause"] = "because",
    };

    private Diagnostic? Brackets(Slice slice)
    {
        EditToken? offending = slice.Offending;
        EditToken? open = slice.InnermostOpen();
        if (offending?.Type is Grammar.RP or Grammar.RB)
        {
            return Closing(slice, offending!, open); // the pattern has seen that it is not null
        }

        if (open is null || slice.At == 0)
        {
            return null;
        }

        bool isBrace = open.Type == Grammar.LB;
        if (isBrace && offending is not null && !offending.IsFirstInLine && IsItem(offending.Type) && (IsItem(slice.Before.Type) || slice.Before.Type == Grammar.STAR))
        {
            TextSpan gap = new(slice.Before.End, 0);
            return SyntaxDiagnostics.MissingComma(report.Place(offending.Span), slice.Before.Written, offending.Written, report.Place(gap));
        }

        if (isBrace && offending is { IsFirstInLine: true } && IsItem(offending.Type) && IsItem(slice.Before.Type) && UnpartedItems(slice) is > 1 and var count)
        {
            return SlipDiagnostics.CommasMissing(report.Place(offending.Span), count, slice.Before.Written, offending.Written);
        }

        bool isEndOfList = isBrace && (offending is null || offending.IsFirstInLine || TokenKinds.IsKeyword(offending.Type));
        return isEndOfList || (offending is null && EndsValue(slice.Before.Type))
            ? SyntaxDiagnostics.NotClosed(report.Place(slice.End), isBrace ? "{" : "(", report.Place(open.Span), isBrace ? "}" : ")")
            : null;
    }

    /// <summary>How many items stand one after the other up to the bracket that closes them; 0 where none does.</summary>
    private static int UnpartedItems(Slice slice)
    {
        int end = slice.At;
        while (end < slice.Tokens.Count && (IsItem(slice.Tokens[end].Type) || slice.Tokens[end].Type is Grammar.COMMA or Grammar.STAR))
        {
            end++;
        }

        return end < slice.Tokens.Count && slice.Tokens[end].Type == Grammar.RB ? 1 + slice.Tokens[slice.At..end].Count(token => IsItem(token.Type)) : 0;
    }

    private Diagnostic? Closing(Slice slice, EditToken offending, EditToken? open)
    {
        if (open is null)
        {
            return SyntaxDiagnostics.NotOpened(report.Place(offending.Span), offending.Written);
        }

        string meant = open.Type == Grammar.LB ? "}" : ")";
        if (offending.Written == meant)
        {
            return slice.Before.Type == Grammar.COMMA ? SyntaxDiagnostics.DanglingComma(report.Place(slice.Before.Span)) : null;
        }

        return slice.OpenCount() > 1
            ? SyntaxDiagnostics.NotClosed(report.Place(new TextSpan(slice.Before.End, 0)), open.Written, report.Place(open.Span), meant)
            : SyntaxDiagnostics.WrongBracket(report.Place(offending.Span), offending.Written, open.Written, meant);
    }

    private Diagnostic? Clause(Slice slice)
    {
        EditToken first = slice.Tokens[0];
        if (first.Type is Grammar.THEN or Grammar.ALSO && slice.At == 1 && slice.Offending is { } verb)
        {
            return SyntaxDiagnostics.NoVerb(report.Place(verb.Span), verb.Written, verb.Written.Length < 2 ? null : Diagnostics.Meant.Name(verb.Written.ToLowerInvariant(), ActionTable.All.Select(row => row.Verb)));
        }

        if (first.Type == Grammar.FOR && slice.Tokens.Count > 1 && slice.Tokens[1].Type != Grammar.EACH && IsForEach(slice.Tokens))
        {
            return Spelling.Nearest(slice.Tokens[1].Written, ["each"]) is null
                ? SyntaxDiagnostics.NoEach(report.Place(first.Span))
                : SyntaxDiagnostics.Unexpected(report.Place(slice.Tokens[1].Span), slice.Tokens[1].Written, null, "each", null);
        }

        return null;
    }

    private bool IsForEach(List<EditToken> tokens)
    {
        int rest = Spelling.Nearest(tokens[1].Written, ["each"]) is null ? 1 : 2;
        List<EditToken> trial = [tokens[0], tokens[0].Copied(Grammar.EACH), .. tokens[rest..]];
        return slices.Parse(parser => parser.forEach(), trial, 0, trial.Count, out _) is not null;
    }

    /// <summary>A word that was probably meant, and what it replaces.</summary>
    private static (string Meant, TextSpan Span)? Meant(Slice slice, EditToken offending, string small)
    {
        if (OtherWords.TryGetValue(small, out string? other) && TokenKinds.TryTypeOf(other, out int type) && slice.GoesOnWith(type))
        {
            EditToken last = slice.Tokens.ElementAtOrDefault(slice.At + 1) is { Written: "than" or "to" } than && type is >= Grammar.LE and <= Grammar.GT ? than : offending;
            return (other, TextSpan.FromTo(offending.StartIndex, last.End));
        }

        List<string> words = [.. TokenKinds.Keywords.Where(word => Spelling.Nearest(small, [word]) is not null)];
        words.RemoveAll(word => !slice.GoesOnWith(TokenKinds.TypeOf(word)));
        return offending.Type is Grammar.WORD && Spelling.Nearest(small, words) is { } near ? (near, offending.Span) : null;
    }

    private static bool IsItem(int type) => type is Grammar.ATOM or Grammar.WORD or Grammar.STRING or Grammar.DATE or Grammar.MONEY or Grammar.PERCENT;

    private static bool EndsValue(int type) => IsItem(type) || type is Grammar.RP or Grammar.RB or Grammar.ATNAME || TokenKinds.IsKeyword(type);
}
