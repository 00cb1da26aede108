using System.Globalization;
using System.Text.RegularExpressions;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;
using Grammar = EditEngine.Compiler.Syntax.Generated.EditParser;

namespace EditEngine.Compiler.Syntax;

/// <summary>What a slice that did not parse would be in SQL, in a spreadsheet or in speech: one diagnostic with the form that is meant, in the writer's own words.</summary>
internal sealed partial class ForeignForms(SyntaxReport report)
{
    private static readonly string[] Groups = ["CO", "PR", "OA", "PI"];

    private static readonly string[] Digits = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    /// <summary>The diagnostic of a form that is known; null where none is.</summary>
    public Diagnostic? Of(Slice slice) => slice.At == 0 ? null : Pattern(slice) is { } pattern ? pattern : slice.Offending is not { } offending ? null
        : Branches(slice) ?? Declared(slice, offending) ?? Outcome(slice, offending) ?? Condition(slice, offending) ?? Called(slice, offending) ?? Word(slice, offending);

    private Diagnostic? Branches(Slice slice) => ForeignBranches.In(slice.Tokens, report.Source.Text) is { } branches
        ? SlipDiagnostics.ForeignWord(report.Place(branches.Span), branches.Word, TradeWords.Sql, $"'{branches.Meant}'")
        : null;

    // = 992*
    private Diagnostic? Pattern(Slice slice)
    {
        List<EditToken> tokens = slice.Tokens;
        int at = slice.At;
        return at >= 3 && tokens[at - 1].Type == Grammar.STAR && tokens[at - 2].Type == Grammar.ATOM && tokens[at - 3].Type is Grammar.EQ or Grammar.NE
            ? Meant(tokens[at - 3], tokens[at - 1], $"{(tokens[at - 3].Type == Grammar.NE ? "not " : "")}in {{ {tokens[at - 2].Written}* }}")
            : null;
    }

    private Diagnostic? Declared(Slice slice, EditToken offending)
    {
        EditToken first = slice.Tokens[0];
        if (first.Type == Grammar.EDIT && slice.At == 1 && offending.Type == Grammar.STRING)
        {
            return SyntaxDiagnostics.Unexpected(report.Place(offending.Span), offending.Written, "an id before the title, as in 'edit EM-25 \"…\"'", null, null);
        }

        if (first.Type == Grammar.CODES && slice.At == 2 && offending.Type == Grammar.EQ)
        {
            return SyntaxDiagnostics.Unexpected(report.Place(offending.Span), offending.Written, "':' and the system of the codes, as in ': procedure ='", null, null);
        }

        bool isSetOrTable = first.Type is Grammar.CODES or Grammar.TABLE or Grammar.PARAMETER;
        if (isSetOrTable && slice.At == 1 && char.IsAsciiLetter(offending.Written[0]) && slice.GoesOnWith(Grammar.ATNAME))
        {
            return SlipDiagnostics.NoAt(report.Place(offending.Span), offending.Written);
        }

        if (first.Type == Grammar.TABLE && offending.IsFirstInLine && offending.Line > first.Line && slice.At > 2)
        {
            return SlipDiagnostics.PastedRows(report.Place(offending.Span), Row(offending));
        }

        if (slice.At >= 2 && (isSetOrTable || first.Type == Grammar.EDIT) && slice.Tokens[slice.At..].TakeWhile(IsName).Count() is > 0 and var count)
        {
            int end = slice.At + count;
            bool ends = end < slice.Tokens.Count && (slice.Tokens[end].Type is Grammar.STRING or Grammar.COLON || (first.Type == Grammar.PARAMETER && slice.Tokens[end].Type == Grammar.EQ));
            string sign = first.Type == Grammar.EDIT ? "-" : "_";
            string fits = first.Type == Grammar.EDIT ? "An id is one word." : "A name is one word.";
            TextSpan span = TextSpan.FromTo(slice.Tokens[1].StartIndex, slice.Tokens[end - 1].End);
            string text = report.Source.Slice(span);
            return ends && slice.At == 2 ? SlipDiagnostics.SeveralWords(report.Place(span), text, fits, Blanks().Replace(text, sign)) : null;
        }

        bool hasDigit = offending.Type == Grammar.ATOM && char.IsAsciiLetter(offending.Written[0]) && offending.Written.Any(char.IsAsciiDigit);
        return first.Type is Grammar.DEFINE && slice.At == 1 && hasDigit ? SlipDiagnostics.DigitInName(report.Place(offending.Span), offending.Written, Spelt(offending.Written)) : null;
    }

    private Diagnostic? Outcome(Slice slice, EditToken offending)
    {
        if (slice.Tokens[0].Type is not (Grammar.THEN or Grammar.ALSO))
        {
            return null;
        }

        if (offending.Type == Grammar.STRING && slice.Before.Type == Grammar.REASON)
        {
            return SyntaxDiagnostics.Unexpected(report.Place(offending.Span), offending.Written, null, offending.Text.Trim('"'), null);
        }

        if (offending.Type == Grammar.BY && slice.Tokens[1].Type == Grammar.REDUCE)
        {
            EditToken? amount = slice.Tokens.ElementAtOrDefault(slice.At + 1);
            bool isPercent = amount is { Type: Grammar.PERCENT } && decimal.TryParse(amount.Written.TrimEnd('%'), CultureInfo.InvariantCulture, out decimal taken) && taken <= 100;
            string rest = isPercent ? $"'to {(100 - decimal.Parse(amount!.Written.TrimEnd('%'), CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture)}%' where {amount.Written} are taken off" : "'to' and what remains";
            return SlipDiagnostics.ReduceBy(report.Place(offending.Span), rest);
        }

        if (slice.At >= 2 && slice.Tokens[slice.At - 2].Type == Grammar.REASON && Groups.Contains(slice.Before.Written) && offending.Type == Grammar.ATOM)
        {
            TextSpan span = TextSpan.FromTo(slice.Before.StartIndex, offending.End);
            string key = Regex.Match(report.Source.Text, $@"^[ \t]*([\w-]+)[ \t]*=[ \t]*{Regex.Escape(slice.Before.Written)}[ \t]+{Regex.Escape(offending.Written)}\b", RegexOptions.Multiline).Groups[1].Value;
            return SlipDiagnostics.ReasonCode(report.Place(span), report.Source.Slice(span), key.Length == 0 ? "KEY" : key);
        }

        return null;
    }

    private Diagnostic? Condition(Slice slice, EditToken offending)
    {
        List<EditToken> tokens = slice.Tokens;
        EditToken? next = tokens.ElementAtOrDefault(slice.At + 1);
        if (offending.Type == Grammar.SLASH && slice.Before.Type == Grammar.AND && next?.Type == Grammar.OR)
        {
            return SlipDiagnostics.AndOr(report.Place(TextSpan.FromTo(slice.Before.StartIndex, next.End)));
        }

        if (offending.Type == Grammar.COMMA && next is not null && IsItem(slice.Before) && IsItem(next) && slice.InnermostOpen() is null)
        {
            return List(slice);
        }

        if (Compared(slice, offending) is { } compared)
        {
            return compared;
        }

        string word = offending.Written.ToLowerInvariant();
        if (word == "between" && next is not null && tokens.ElementAtOrDefault(slice.At + 2)?.Type == Grammar.AND && tokens.ElementAtOrDefault(slice.At + 3) is { } upper)
        {
            bool areCodes = next.Type == Grammar.ATOM && (next.Written.Length >= 5 || next.Written.Any(char.IsAsciiLetter)) && !next.Written.Contains('.', StringComparison.Ordinal);
            string range = areCodes ? $"in {{ {next.Written}-{upper.Written} }}" : $"in {next.Written} .. {upper.Written}";
            return SlipDiagnostics.ForeignWord(report.Place(TextSpan.FromTo(offending.StartIndex, upper.End)), "between", TradeWords.Sql, $"'{range}'");
        }

        if (word == "like" && next is { Type: Grammar.STRING } pattern && LikePrefix().Match(pattern.Text) is { Success: true } prefix)
        {
            string not = slice.Before.Type == Grammar.NOT ? "not " : "";
            return SlipDiagnostics.ForeignWord(report.Place(TextSpan.FromTo(offending.StartIndex, pattern.End)), "like", TradeWords.Sql, $"'{not}in {{ {prefix.Groups[1].Value}* }}'");
        }

        if (word == "within" && next?.Type == Grammar.ATOM && tokens.ElementAtOrDefault(slice.At + 2) is { Type: Grammar.DAY or Grammar.DAYS or Grammar.WEEK or Grammar.WEEKS } unit && tokens.ElementAtOrDefault(slice.At + 3) is { Type: Grammar.OF })
        {
            string of = Path(tokens, slice.At + 4, 1);
            string period = $"{next.Written} {unit.Written}";
            return of.Length == 0 ? null : DateDiagnostics.WithinOf(report.Place(offending.Span), period, of);
        }

        // `50 percent`, `50 dollars`.
        if (slice.Before.Type == Grammar.ATOM && TradeWords.Find(word) is { Origin: TradeWords.Speech, Written: var sample } && sample.Any(char.IsAsciiDigit) && sample.Length <= 3)
        {
            TextSpan span = TextSpan.FromTo(slice.Before.StartIndex, offending.End);
            return SyntaxDiagnostics.ForeignSign(report.Place(span), report.Source.Slice(span), sample.Replace("50", slice.Before.Written, StringComparison.Ordinal));
        }

        bool isCondition = tokens[0].Type is Grammar.WHEN or Grammar.UNLESS or Grammar.LET or Grammar.DEFINE;
        return isCondition && IsName(slice.Before) && IsName(offending) && slice.Before.Line == offending.Line && TradeWords.Find(word) is not { Origin: not TradeWords.Trade } && slice.IsMendedByInserting(Grammar.DOT)
            ? SlipDiagnostics.NoDot(report.Place(TextSpan.FromTo(slice.Before.StartIndex, offending.End)), slice.Before.Written, offending.Written)
            : null;
    }

    /// <summary>Comparisons in words: <c>is 11</c>, <c>is in</c>, <c>is greater than</c>, <c>at least</c>, <c>contains</c>.</summary>
    private Diagnostic? Compared(Slice slice, EditToken offending)
    {
        List<EditToken> tokens = slice.Tokens;
        int at = slice.At;
        bool isNot = slice.Before.Type == Grammar.NOT;
        int verb = at - (isNot ? 2 : 1);
        EditToken? next = tokens.ElementAtOrDefault(at + 1);
        if (verb > 0 && tokens[verb].Type == Grammar.IS)
        {
            string? meant = offending.Type switch
            {
                Grammar.IN => isNot ? "not in" : "in",
                Grammar.ATOM or Grammar.STRING or Grammar.DATE or Grammar.MONEY or Grammar.PERCENT => $"{(isNot ? "<>" : "=")} {offending.Text}",
                _ => null,
            };
            return meant is null ? null : Meant(tokens[verb], offending, meant);
        }

        if (offending.Written is "than" or "to" && at >= 3 && tokens[at - 2].Type == Grammar.IS && SignOf(slice.Before.Written) is { } sign)
        {
            return Meant(tokens[at - 2], offending, sign);
        }

        if (slice.Before.Type is not (Grammar.AND or Grammar.OR or Grammar.NOT) && next is not null && (offending.Written, next.Written) is ("at", "least" or "most"))
        {
            return Meant(offending, next, next.Written == "least" ? ">=" : "<=");
        }

        if (offending.Written is "contains" or "contain" or "includes" && next is not null && at >= 3 && tokens[at - 2].Type == Grammar.DOT)
        {
            string field = slice.Before.Written;
            string one = field == "diagnoses" ? "diagnosis" : field.TrimEnd('s');
            return field != one ? Meant(tokens[at - 3], next, $"{tokens[at - 3].Written} has {one} {next.Written}") : Meant(offending, offending, "=");
        }

        return offending.Type == Grammar.IN && slice.Before.Type is Grammar.NOT or Grammar.AND or Grammar.OR
            ? SyntaxDiagnostics.Unexpected(report.Place(offending.Span), offending.Written, "a value before it: each side of 'and' and 'or' is a whole condition", null, null)
            : null;
    }

    private Diagnostic Meant(EditToken from, EditToken to, string meant)
    {
        TextSpan span = TextSpan.FromTo(from.StartIndex, to.End);
        return SyntaxDiagnostics.Unexpected(report.Place(span), report.Source.Slice(span), null, meant, null);
    }

    private static string? SignOf(string word) => word switch
    {
        "greater" or "more" or "higher" or "larger" => ">",
        "less" or "fewer" or "lower" or "smaller" => "<",
        "equal" => "=",
        _ => null,
    };

    private Diagnostic List(Slice slice)
    {
        int last = slice.At - 1;
        while (slice.Tokens.ElementAtOrDefault(last + 1)?.Type == Grammar.COMMA && slice.Tokens.ElementAtOrDefault(last + 2) is { } item && IsItem(item))
        {
            last += 2;
        }

        int first = slice.At - 1;
        int sign = first == 0 ? 0 : slice.Tokens[first - 1].Type;
        string items = string.Join(", ", slice.Tokens[first..(last + 1)].Where(token => token.Type != Grammar.COMMA).Select(token => token.Written));
        bool isSet = slice.Tokens[0].Type == Grammar.CODES;
        int start = sign is Grammar.EQ or Grammar.NE && !isSet ? first - 1 : first;
        string word = isSet ? "" : sign switch { Grammar.IN or Grammar.OUTSIDE => "", Grammar.NE => "not in ", _ => "in " };
        return SlipDiagnostics.NoBraces(report.Place(TextSpan.FromTo(slice.Tokens[start].StartIndex, slice.Tokens[last].End)), $"{word}{{ {items} }}");
    }

    /// <summary>A function's call: its name stands before a bracket.</summary>
    private Diagnostic? Called(Slice slice, EditToken offending)
    {
        int open = offending.Type == Grammar.LP ? slice.At : slice.Tokens.ElementAtOrDefault(slice.At + 1)?.Type == Grammar.LP ? slice.At + 1 : -1;
        if (open < 1)
        {
            return null;
        }

        EditToken name = slice.Tokens[open - 1];
        if (TradeWords.Find(name.Written) is not { Origin: TradeWords.Excel or TradeWords.Sql } word)
        {
            return null;
        }

        List<string> arguments = Arguments(slice.Tokens, open);
        bool isJoined = open > 1 && name.Type is Grammar.AND or Grammar.OR or Grammar.IF && (arguments.Count < 2 || !AsksForValue(slice.Tokens[open - 2]));
        if (isJoined)
        {
            return null;
        }

        if (name.Written.Equals("sum", StringComparison.OrdinalIgnoreCase) && arguments is [var summed] && SummedField().Match(summed) is { Success: true } field)
        {
            return SlipDiagnostics.ForeignWord(report.Place(name.Span), name.Written, word.Origin, $"'sum of x.{field.Groups[1].Value} over line x'");
        }

        string written = arguments.Count == 0 || TradeWords.Called(word, arguments) is not { } call ? $"it as '{word.Written}'" : $"'{call}'";
        return SlipDiagnostics.ForeignWord(report.Place(name.Span), name.Written, word.Origin, written);
    }

    private static bool AsksForValue(EditToken token) =>
        token.Type is Grammar.WHEN or Grammar.UNLESS or Grammar.AND or Grammar.OR or Grammar.NOT or Grammar.LP or Grammar.COMMA or Grammar.EQ or Grammar.WHERE;

    private Diagnostic? Word(Slice slice, EditToken offending)
    {
        foreach (EditToken token in new[] { offending, slice.Before })
        {
            bool isMonths = token.Written == "within" && slice.Tokens.Exists(one => one.Type is Grammar.MONTH or Grammar.MONTHS); // which months is asked elsewhere
            if (token.Type == Grammar.WORD && !isMonths && TradeWords.Find(token.Written) is { Origin: TradeWords.Sql or TradeWords.Excel or TradeWords.Speech } word && !TokenKinds.TryTypeOf(token.Written.ToLowerInvariant(), out _))
            {
                return SlipDiagnostics.ForeignWord(report.Place(token.Span), token.Written, word.Origin, $"it as '{word.Written}'");
            }
        }

        return null;
    }

    private List<string> Arguments(List<EditToken> tokens, int open)
    {
        List<string> arguments = [];
        int depth = 0;
        int start = tokens[open].End;
        for (int i = open; i < tokens.Count; i++)
        {
            depth += tokens[i].Type switch { Grammar.LP or Grammar.LB => 1, Grammar.RP or Grammar.RB => -1, _ => 0 };
            if ((depth == 1 && tokens[i].Type == Grammar.COMMA) || depth == 0)
            {
                arguments.Add(report.Source.Slice(TextSpan.FromTo(start, tokens[i].StartIndex)).Trim());
                start = tokens[i].End;
            }

            if (depth == 0)
            {
                return arguments is [""] ? [] : arguments;
            }
        }

        return [];
    }

    private static string Path(List<EditToken> tokens, int from, int step)
    {
        int at = from;
        while (at < tokens.Count && (IsName(tokens[at]) || tokens[at].Type == Grammar.DOT))
        {
            at += step;
        }

        return string.Concat(tokens[from..at].Select(token => token.Written));
    }

    // Cells of a pasted row lie between tabs, commas, semicolons or several blanks.
    private string Row(EditToken first)
    {
        int end = report.Source.Text.AsSpan(first.StartIndex).IndexOfAny('\r', '\n');
        string line = end < 0 ? report.Source.Text[first.StartIndex..] : report.Source.Text.Substring(first.StartIndex, end);
        string[] cells = [.. Between().Split(line.Trim().Trim('|')).Select(cell => cell.Trim())];
        return $"| {string.Join(" | ", cells)} |";
    }

    private static string Spelt(string name) =>
        string.Concat(name.Select((c, i) => char.IsAsciiDigit(c) ? (i == 0 || name[i - 1] is '_' or '-' ? "" : "_") + Digits[c - '0'] : c.ToString()));

    private static bool IsName(EditToken token) => token.Type is Grammar.WORD or Grammar.ATOM || TokenKinds.IsKeyword(token.Type) && token.Type is Grammar.LINE or Grammar.CLAIM or Grammar.UNITS or Grammar.DAYS;

    private static bool IsItem(EditToken token) => token.Type is Grammar.ATOM or Grammar.STRING || (token.Type == Grammar.WORD && token.Written.All(char.IsAsciiLetterUpper));

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^[a-z]+\.([a-z_]+)$")]
    private static partial Regex SummedField();

    [GeneratedRegex(@"\t|;|,| {2,}|\|")]
    private static partial Regex Between();

    [GeneratedRegex(@"^""([A-Z0-9.]+)[%*]""$")]
    private static partial Regex LikePrefix();
}
