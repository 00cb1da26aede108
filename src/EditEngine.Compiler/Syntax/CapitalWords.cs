using EditEngine.Compiler.Diagnostics;
using Grammar = EditEngine.Compiler.Syntax.Generated.EditParser;

namespace EditEngine.Compiler.Syntax;

/// <summary>
/// A file whose words of the language stand in capitals throughout, as SQL is written: told once, and read as if in small letters. Where a single line begins so,
/// <see cref="LineRepairs"/> tells it.
/// </summary>
internal static class CapitalWords
{
    private const int FewestLines = 2;
    private const int MostShown = 4;

    // After these comes a name, an id or a code, whatever it spells.
    private static readonly HashSet<string> BeforeNames = new(StringComparer.Ordinal)
    {
        "edit", "reason", "define", "codes", "pack", "parameter", "table", "fact", "extend", "override", "disable", "use", "phase", "phases", "tags", "extends", "=", "<>", "|", ",", ".", "..", "-",
    };

    /// <summary>The tokens, those in capitals with what they are read as.</summary>
    public static List<EditToken> Repair(List<EditToken> tokens, SyntaxReport report)
    {
        EditToken[] capitals = [.. InCapitals(tokens)];
        if (capitals.Count(token => token.IsFirstInLine && LineRepairs.StartsSomething(token.Text.ToLowerInvariant())) < FewestLines)
        {
            return tokens;
        }

        string[] words = [.. capitals.Select(token => token.Written).Distinct(StringComparer.Ordinal).Take(MostShown)];
        report.Add(SlipDiagnostics.CapitalsThroughout(report.Place(capitals[0].Span), capitals.Length, words));
        foreach (EditToken token in capitals)
        {
            string small = token.Text.ToLowerInvariant();
            token.ReadAs = small;
            token.Type = TokenKinds.TypeOf(small);
        }

        return tokens;
    }

    private static IEnumerable<EditToken> InCapitals(List<EditToken> tokens)
    {
        int open = 0;
        int test = -1;
        for (int i = 0; i < tokens.Count; i++)
        {
            EditToken token = tokens[i];
            open = Math.Max(0, open + (token.Type switch { Grammar.LB => 1, Grammar.RB => -1, _ => 0 }));
            test = token.IsFirstInLine && token.Column <= test ? -1 : test;
            bool isKey = token.IsFirstInLine && i + 1 < tokens.Count && tokens[i + 1].Type == Grammar.EQ;
            if (open == 0 && test < 0 && !isKey && IsCapital(token) && (i == 0 || !BeforeNames.Contains(tokens[i - 1].Text.ToLowerInvariant())))
            {
                yield return token;
            }

            test = token.IsFirstInLine && (token.ReadAs ?? token.Characters).Equals("test", StringComparison.OrdinalIgnoreCase) ? token.Column : test;
        }
    }

    private static bool IsCapital(EditToken token) =>
        token.Characters is [>= 'A' and <= 'Z', _, ..] && token.Text.ToLowerInvariant() is var small && small != token.Text
        && (token.IsFirstInLine || !token.Characters.ContainsAnyExceptInRange('A', 'Z')) && TokenKinds.TryTypeOf(small, out _);
}
