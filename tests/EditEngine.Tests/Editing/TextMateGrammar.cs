using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using EditEngine.Compiler.Syntax;
using Lexer = EditEngine.Compiler.Syntax.Generated.EditLexer;

namespace EditEngine.Tests.Editing;

/// <summary>The grammar by which editors colour rules before the server answers: made from the lexer's own vocabulary.</summary>
internal static class TextMateGrammar
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // A dot joins the parts of a code and of a number, and no others.
    private const string Segment = "(?:[A-Z](?:[0-9][0-9A-Z]|[A-Z][0-9])\\.[0-9A-Z]+|[0-9]+\\.[0-9]+|[A-Za-z0-9_]+)";

    /// <summary>The patterns, in the order in which they are tried at a place.</summary>
    public static readonly (string Name, string Match, TokenKind[] Kinds)[] Patterns =
    [
        ("comment.line.double-dash.edits", "--.*$", [TokenKind.Comment]),
        ("string.quoted.double.edits", "\"[^\"\\r\\n]*\"?", [TokenKind.Text]),
        ("variable.other.constant.edits", "@[A-Za-z_][A-Za-z0-9_]*", [TokenKind.AtName]),
        ("constant.numeric.date.edits", Whole("[0-9]{4}-[0-9]{2}-[0-9]{2}"), [TokenKind.Date]),
        ("constant.numeric.money.edits", "\\$[0-9]+(?:,[0-9]{3})*(?:\\.[0-9]{2})?", [TokenKind.Money]),
        ("constant.numeric.percent.edits", "(?<![A-Za-z0-9_.-])[0-9]+(?:\\.[0-9]+)?%", [TokenKind.Percent]),
        ("keyword.declaration.edits", Words(Lexer.PACK, Lexer.REPLACE), [TokenKind.Keyword]),
        ("keyword.control.clause.edits", Words(Lexer.FOR, Lexer.SKIP_), [TokenKind.Keyword]),
        ("support.function.outcome.edits", Words(Lexer.DENY, Lexer.SUPPORTS), [TokenKind.Keyword]),
        ("keyword.other.edits", Words(Lexer.AND, Lexer.UNITS), [TokenKind.Keyword]),
        ("constant.other.code.edits", $"(?<![A-Za-z0-9_-])(?=[A-Za-z0-9_-]*[0-9]){Segment}(?:-{Segment})*", [TokenKind.Atom, TokenKind.Word, TokenKind.Keyword]),
        ("variable.other.edits", "(?<![A-Za-z0-9_-])[A-Za-z_]+(?:-[A-Za-z_]+)*", [TokenKind.Word, TokenKind.Keyword, TokenKind.Atom]),
        ("keyword.operator.edits", "<=|>=|<>|\\.\\.|[=<>+*/&|-]", [TokenKind.Sign]),
    ];

    private static readonly Regex[] Compiled = [.. Patterns.Select(pattern => new Regex(pattern.Match, RegexOptions.CultureInvariant))];

    /// <summary>The file.</summary>
    public static string Text() => JsonSerializer.Serialize(
        new Dictionary<string, object>
        {
            ["name"] = "Claim edits",
            ["scopeName"] = "source.edits",
            ["fileTypes"] = new[] { "edit" },
            ["patterns"] = Patterns.Select(pattern => new { name = pattern.Name, match = pattern.Match }),
        },
        Written) + "\n";

    /// <summary>The pattern that colours what begins at a place of a line; -1: none.</summary>
    public static int At(string line, int column)
    {
        int at = 0;
        while (at <= column)
        {
            (int pattern, Match? first) = (-1, null);
            for (int i = 0; i < Patterns.Length; i++)
            {
                Match match = Compiled[i].Match(line, at);
                if (match.Success && match.Length > 0 && (first is null || match.Index < first.Index))
                {
                    (pattern, first) = (i, match);
                }
            }

            if (first is null || first.Index > column)
            {
                return -1;
            }

            if (first.Index + first.Length > column)
            {
                return pattern;
            }

            at = first.Index + first.Length;
        }

        return -1;
    }

    private static string Words(int first, int last) => Whole($"(?:{string.Join('|', Enumerable.Range(first, last - first + 1).Select(type => TokenKinds.WordOf(type)).OrderByDescending(word => word!.Length).ThenBy(word => word, StringComparer.Ordinal))})");

    // A part of no longer word, code or id, and no member.
    private static string Whole(string match) => $"(?<![A-Za-z0-9_.-])(?<!@){match}(?![A-Za-z0-9_]|-[A-Za-z0-9])";
}
