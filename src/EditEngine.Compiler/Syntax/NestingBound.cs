using EditEngine.Compiler.Diagnostics;
using Grammar = EditEngine.Compiler.Syntax.Generated.EditParser;

namespace EditEngine.Compiler.Syntax;

/// <summary>
/// Refuses what is nested beyond reason before it is parsed, so that the parser's recursion is bounded (optimized code that is not yet hot
/// takes a quarter of a megabyte for sixty steps), and what is longer than any clause, so that its contexts fit the memory. The deepest sample has four brackets and twelve steps.
/// </summary>
internal static class NestingBound
{
    /// <summary>The most brackets inside one another.</summary>
    private const int MostBrackets = 64;

    /// <summary>The most steps of one chain.</summary>
    private const int MostSteps = 400;

    /// <summary>The most words and signs of one clause: a set of a quarter of a million codes.</summary>
    private const int MostTokens = 500_000;

    /// <summary>Whether tokens may be parsed; one diagnostic where they may not.</summary>
    public static bool Holds(IReadOnlyList<EditToken> tokens, SyntaxReport report)
    {
        int brackets = 0;
        int steps = 0;
        for (int i = 0; i < tokens.Count; i++)
        {
            EditToken token = tokens[i];
            bool isLaterDot = token.Type == Grammar.DOT && i > 1 && tokens[i - 2].Type == Grammar.DOT;
            brackets = Math.Max(0, brackets + (token.Type switch { Grammar.LP or Grammar.LB => 1, Grammar.RP or Grammar.RB => -1, _ => 0 }));
            steps = token.Type switch
            {
                Grammar.COMMA => 0,
                Grammar.AND or Grammar.OR or Grammar.NOT or Grammar.OF or Grammar.PLUS or Grammar.MINUS or Grammar.STAR or Grammar.SLASH
                    or Grammar.AMP => steps + 1,
                _ => isLaterDot ? steps + 1 : steps,
            };
            if (brackets > MostBrackets || steps > MostSteps)
            {
                report.Add(SyntaxDiagnostics.TooDeep(report.Place(token.Span), brackets > MostBrackets ? MostBrackets : MostSteps));
                return false;
            }
        }

        if (tokens.Count > MostTokens)
        {
            report.Add(SyntaxDiagnostics.ClauseTooLong(report.Place(tokens[MostTokens].Span), MostTokens));
            return false;
        }

        return true;
    }
}
