using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Text;
using Grammar = EditEngine.Compiler.Syntax.Generated.EditParser;

namespace EditEngine.Compiler.Syntax;

/// <summary>
/// Repairs the tokens of a slice before it is parsed (<c>==</c>, curly quotes, long dashes, <c>1/1/2025</c>), each with one diagnostic and a
/// fix, and refuses what is nested beyond reason.
/// </summary>
internal sealed class TokenRepairs(SyntaxReport report)
{
    private const int LongestShown = 20;

    private static readonly string[] Units = ["day", "days", "week", "weeks", "month", "months", "year", "years", "unit", "units"];

    // What the bracket [ that was seen last is read as.
    private bool _isRoundBracket;

    /// <summary>The slice repaired last holds characters that are no token: what does not fit in it has been reported.</summary>
    public bool HasBadCharacters { get; private set; }

    /// <summary>The slice as it is to be parsed; null where it must not be.</summary>
    public List<EditToken>? Repair(IReadOnlyList<EditToken> tokens, int from, int to)
    {
        List<EditToken> repaired = new(to - from);
        HasBadCharacters = false;
        for (int i = from; i < to; i++)
        {
            EditToken token = tokens[i];
            if (ForeignDate(tokens, i, to) is { } date)
            {
                repaired.Add(date);
                i += 4;
            }
            else if (Joined(tokens, i, to) is { } joined)
            {
                repaired.Add(joined.Token);
                i += joined.Count - 1;
            }
            else if (Thousands(tokens, i, to, repaired) is { } number)
            {
                repaired.Add(number.Token);
                i += number.Count - 1;
            }
            else if (token.Type == Grammar.BAD)
            {
                Bad(tokens, i, to);
            }
            else if (token.Type == Grammar.SEMICOLON)
            {
                Semicolon(token, repaired, isLast: i == to - 1);
            }
            else
            {
                Sign(token);
                repaired.Add(token);
            }
        }

        MoneyInBraces(repaired);
        return repaired.Count > 0 && NestingBound.Holds(repaired, report) ? repaired : null;
    }

    /// <summary>Signs of other languages that are several tokens here: <c>&amp;&amp;</c>, <c>||</c>, <c>===</c>, <c>!</c>, <c>[</c>, <c>50 %</c>, <c>.5</c>.</summary>
    private (EditToken Token, int Count)? Joined(IReadOnlyList<EditToken> tokens, int at, int to)
    {
        EditToken token = tokens[at];
        EditToken? next = at + 1 < to ? tokens[at + 1] : null;
        bool isJoined = next is not null && next.StartIndex == token.End;
        (int Type, string Meant, int Count) = (token.Type, next?.Type) switch
        {
            (Grammar.AMP, Grammar.AMP) when isJoined => (Grammar.AND, "and", 2),
            (Grammar.BAR, Grammar.BAR) when isJoined => (Grammar.OR, "or", 2),
            (Grammar.EQ_FOREIGN, Grammar.EQ) when isJoined => (Grammar.EQ, "=", 2),
            (Grammar.ATOM, Grammar.BAD) when next!.Written == "%" && token.Written.All(char.IsAsciiDigit) => (Grammar.PERCENT, $"{token.Written}%", 2),
            (Grammar.BAD, Grammar.ATOM) when token.Written == "$" && char.IsAsciiDigit(next!.Written[0]) => (Grammar.MONEY, $"${next.Written}", 2),
            (Grammar.BAD, _) when token.Written == "!" => (Grammar.NOT, "not", 1),
            (Grammar.BAD, not Grammar.WORD) when token.Written == "[" => (Grammar.LB, "{", 1),
            (Grammar.BAD, _) when token.Written == "[" => (Grammar.LP, "(", 1),
            _ => (0, "", 0),
        };
        if (Count > 0)
        {
            TextSpan span = TextSpan.FromTo(token.StartIndex, tokens[at + Count - 1].End);
            report.Add(SignDiagnostics.ForeignSign(report.Place(span), report.Source.Slice(span), Meant));
            _isRoundBracket = Type == Grammar.LP;
            return (token.Widened(Type, span, Meant), Count);
        }

        if (token.Type == Grammar.BAD && token.Written == "]")
        {
            return (_isRoundBracket ? token.Widened(Grammar.RP, token.Span, ")") : token.Widened(Grammar.RB, token.Span, "}"), 1); // told with its partner
        }

        bool isPoint = token.Type == Grammar.DOT && isJoined && (at == 0 || tokens[at - 1].End < token.StartIndex) && next!.Type is Grammar.ATOM or Grammar.PERCENT && char.IsAsciiDigit(next.Written[0]);
        if (!isPoint)
        {
            return null;
        }

        TextSpan whole = TextSpan.FromTo(token.StartIndex, next!.End);
        report.Add(SlipDiagnostics.NumberForm(report.Place(whole), report.Source.Slice(whole), $"0.{next.Written}"));
        return (token.Widened(next.Type, whole, $"0.{next.Written}"), 2);
    }

    /// <summary><c>1,000</c> beside a comparison: digits in threes with commas between, and no blanks.</summary>
    private (EditToken Token, int Count)? Thousands(IReadOnlyList<EditToken> tokens, int at, int to, List<EditToken> before)
    {
        EditToken first = tokens[at];
        int sign = before.Count == 0 ? 0 : before[^1].Type;
        bool isNumber = sign is Grammar.LT or Grammar.LE or Grammar.GT or Grammar.GE or Grammar.PLUS or Grammar.STAR || (sign is Grammar.EQ or Grammar.TO && first.Written.Length < 3);
        if (!isNumber || first.Type != Grammar.ATOM || first.Written.Length > 3 || !first.Written.All(char.IsAsciiDigit))
        {
            return null;
        }

        int end = at + 1;
        while (end + 1 < to && tokens[end].Type == Grammar.COMMA && tokens[end].StartIndex == tokens[end - 1].End
            && tokens[end + 1].StartIndex == tokens[end].End && tokens[end + 1].Written.Length == 3 && tokens[end + 1].Written.All(char.IsAsciiDigit))
        {
            end += 2;
        }

        if (end == at + 1)
        {
            return null;
        }

        TextSpan span = TextSpan.FromTo(first.StartIndex, tokens[end - 1].End);
        string text = report.Source.Slice(span);
        string meant = text.Replace(",", "", StringComparison.Ordinal);
        report.Add(SlipDiagnostics.NumberForm(report.Place(span), text, meant));
        return (first.Widened(Grammar.ATOM, span, meant), end - at);
    }

    /// <summary>Told once for a slice; the parse goes on without them.</summary>
    private void Bad(IReadOnlyList<EditToken> tokens, int at, int to)
    {
        if (HasBadCharacters)
        {
            return;
        }

        HasBadCharacters = true;

        int end = at + 1;
        while (end < to && tokens[end].Type == Grammar.BAD && tokens[end].StartIndex == tokens[end - 1].End)
        {
            end++;
        }

        TextSpan span = TextSpan.FromTo(tokens[at].StartIndex, Math.Min(tokens[end - 1].End, tokens[at].StartIndex + LongestShown));
        string text = report.Source.Slice(span);
        if (HiddenCharacters.AreIn(text))
        {
            return; // told where the file was looked through
        }

        TextSpan letter = new(span.Start, 1);
        report.Add(LatinLetters.Of(text[0]) is char latin
            ? SignDiagnostics.Lookalike(report.Place(letter), text[..1], HiddenCharacters.CodePointAt(text, 0), latin)
            : SignDiagnostics.BadCharacter(report.Place(span), text));
    }

    private void Semicolon(EditToken token, List<EditToken> repaired, bool isLast)
    {
        report.Add(SignDiagnostics.ForeignSign(report.Place(token.Span), ";", isLast ? "" : ","));
        if (!isLast)
        {
            Read(token, Grammar.COMMA, ",");
            repaired.Add(token);
        }
    }

    private void Sign(EditToken token)
    {
        switch (token.Type)
        {
            case Grammar.EQ_FOREIGN:
                Foreign(token, Grammar.EQ, "=");
                break;
            case Grammar.NE_FOREIGN:
                Foreign(token, Grammar.NE, "<>");
                break;
            case Grammar.LE_FOREIGN:
                Foreign(token, Grammar.LE, "<=");
                break;
            case Grammar.GE_FOREIGN:
                Foreign(token, Grammar.GE, ">=");
                break;
            case Grammar.DOTDOT_FOREIGN:
                Foreign(token, Grammar.DOTDOT, "..");
                break;
            case Grammar.MINUS_FOREIGN:
                Foreign(token, Grammar.MINUS, "-");
                break;
            case Grammar.CURLY_STRING:
                Curly(token);
                break;
            case Grammar.OPEN_STRING:
                Open(token);
                break;
            case Grammar.ATOM or Grammar.WORD:
                Run(token);
                break;
        }
    }

    private void Foreign(EditToken token, int type, string meant)
    {
        report.Add(SignDiagnostics.ForeignSign(report.Place(token.Span), token.Written, meant));
        Read(token, type, meant);
    }

    private void Curly(EditToken token)
    {
        string meant = $"\"{token.Written[1..^1]}\"";
        report.Add(SignDiagnostics.CurlyQuotes(report.Place(token.Span), meant));
        Read(token, Grammar.STRING, meant);
    }

    private void Open(EditToken token)
    {
        string text = token.Written[1..].TrimEnd();
        TextSpan end = new(token.StartIndex + 1 + text.Length, 0);
        report.Add(SignDiagnostics.OpenQuote(report.Place(new TextSpan(token.StartIndex, 1)), report.Place(end)));
        Read(token, Grammar.STRING, $"\"{text}\"");
    }

    private void Run(EditToken token)
    {
        ReadOnlySpan<char> characters = token.Characters;
        bool isNumber = token.Type == Grammar.ATOM && char.IsAsciiDigit(characters[0]) && characters.ContainsAnyExceptInRange('0', '9');
        if (!isNumber && !characters.ContainsAnyExceptInRange('\0', '\x7F'))
        {
            return; // Nearly all are words and codes.
        }

        string written = token.Written;
        string plain = written.Any(IsLongDash) ? string.Concat(written.Select(c => IsLongDash(c) ? '-' : c)) : written;
        if (plain != written)
        {
            report.Add(SignDiagnostics.LongDash(report.Place(token.Span), written, plain));
            Read(token, token.Type, plain);
        }
        else if (isNumber)
        {
            Number(token, written);
        }
    }

    private void Number(EditToken token, string written)
    {
        string digits = string.Concat(written.TakeWhile(char.IsAsciiDigit));
        string unit = written[digits.Length..].TrimStart('-');
        if (Units.Contains(unit, StringComparer.Ordinal))
        {
            report.Add(SignDiagnostics.UnitJoined(report.Place(token.Span), written, $"{digits} {unit}"));
        }
        else if (written.Split('-') is [{ Length: 4 }, { Length: 1 or 2 }, { Length: 1 or 2 }] parts && parts.All(part => part.All(char.IsAsciiDigit)))
        {
            string meant = $"{parts[0]}-{parts[1].PadLeft(2, '0')}-{parts[2].PadLeft(2, '0')}";
            report.Add(SignDiagnostics.DateShape(report.Place(token.Span), written, meant));
            Read(token, Grammar.DATE, meant);
        }
    }

    /// <summary><c>1/31/2025</c>: three numbers and two strokes without blanks. Month and day are told apart only where one is above twelve.</summary>
    private EditToken? ForeignDate(IReadOnlyList<EditToken> tokens, int at, int to)
    {
        if (at + 4 >= to || tokens[at].Type != Grammar.ATOM || tokens[at + 1].Type != Grammar.SLASH || tokens[at + 3].Type != Grammar.SLASH
            || tokens[at + 4].StopIndex - tokens[at].StartIndex is < 5 or > 9)
        {
            return null;
        }

        TextSpan span = TextSpan.FromTo(tokens[at].StartIndex, tokens[at + 4].End);
        string written = report.Source.Slice(span);
        if (written.Split('/') is [{ Length: 4 }, { Length: 1 or 2 }, { Length: 1 or 2 }] parts)
        {
            written = $"{parts[1]}/{parts[2]}/{parts[0]}";
        }

        if (written.Split('/') is not [{ Length: 1 or 2 } month, { Length: 1 or 2 } day, { Length: 4 } year] || !(month + day + year).All(char.IsAsciiDigit))
        {
            return null;
        }

        string iso = $"{year}-{month.PadLeft(2, '0')}-{day.PadLeft(2, '0')}";
        report.Add(SignDiagnostics.DateShape(report.Place(span), report.Source.Slice(span), iso));
        return tokens[at].Widened(Grammar.DATE, span, iso);
    }

    private void MoneyInBraces(List<EditToken> tokens)
    {
        int depth = 0;
        foreach (EditToken token in tokens)
        {
            depth += token.Type switch { Grammar.LB => 1, Grammar.RB => -1, _ => 0 };
            if (depth > 0 && token.Type == Grammar.MONEY && token.Text.Contains(',', StringComparison.Ordinal))
            {
                report.Add(SignDiagnostics.MoneyWithComma(report.Place(token.Span), token.Text));
            }
        }
    }

    private static bool IsLongDash(char c) => c is >= '\u2010' and <= '\u2013';

    private static void Read(EditToken token, int type, string text)
    {
        token.Type = type;
        token.ReadAs = text;
    }
}
