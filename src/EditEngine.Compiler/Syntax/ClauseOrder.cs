using System.Collections.Immutable;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Text;

namespace EditEngine.Compiler.Syntax;

/// <summary>
/// What an edit must have, and in which order. Not in the grammar: a fixed order there is told as a list of twenty tokens that were
/// expected.
/// </summary>
internal sealed class ClauseOrder(SyntaxReport report)
{
    private const int Head = 1;
    private const int Things = 20;
    private const int Let = 21;
    private const int When = 22;
    private const int Unless = 23;
    private const int Then = 24;
    private const int Also = 25;
    private const int Message = 26;
    private const int Test = 30;

    /// <summary>Reports the first clause of an edit that is out of place, and what is missing.</summary>
    public void Check(EditSyntax edit, TextSpan endOfHead)
    {
        if (edit.Clauses.Any(clause => clause is ErrorClauseSyntax) || report.SaysWithoutThings(edit.Span))
        {
            return;
        }

        if (!edit.Clauses.Any(clause => clause is ForEachSyntax))
        {
            report.Add(SyntaxDiagnostics.NoForEach(report.Place(endOfHead), edit.Id.Text));
        }
        else if (!edit.Clauses.Any(clause => clause is ThenSyntax))
        {
            report.Add(SyntaxDiagnostics.NoOutcome(report.Place(edit.Id.Span), edit.Id.Text));
        }
        else
        {
            Order(edit.Clauses);
        }
    }

    private void Order(ImmutableArray<ClauseSyntax> clauses)
    {
        int rank = 0;
        ClauseSyntax? before = null;
        foreach (ClauseSyntax clause in clauses)
        {
            int own = RankOf(clause);
            if (own == 0)
            {
                continue;
            }

            if (clause is OtherwiseSyntax)
            {
                rank = Things;
                before = clause;
                continue;
            }

            if (before is not null && (own < rank || (own == rank && IsSingle(clause))))
            {
                Misplaced(clause, before, own == rank);
                return;
            }

            rank = own;
            before = clause;
        }
    }

    private void Misplaced(ClauseSyntax clause, ClauseSyntax before, bool isTwice)
    {
        string word = WordOf(clause);
        TextSpan place = new(clause.Span.Start, word.Length);
        report.Add(isTwice
            ? SyntaxDiagnostics.ClauseTwice(report.Place(place), word, HelpOf(clause))
            : SyntaxDiagnostics.ClauseOrder(report.Place(place), word, WordOf(before)));
    }

    private static string HelpOf(ClauseSyntax clause) => clause switch
    {
        WhenSyntax => "Join the two with 'and', or write 'otherwise when' after the first outcome.",
        ThenSyntax => "Write 'also' for a second outcome.",
        ForEachSyntax => "Join the things with a comma.",
        _ => "Remove one of the two.",
    };

    private static bool IsSingle(ClauseSyntax clause) =>
        clause is PhaseSyntax or EffectiveSyntax or CiteSyntax or OwnerSyntax or ForEachSyntax or WhenSyntax or ThenSyntax or MessageSyntax;

    /// <summary>0: it may stand anywhere.</summary>
    private static int RankOf(ClauseSyntax clause) => clause switch
    {
        PhaseSyntax => Head,
        EffectiveSyntax => Head + 1,
        RetroSyntax or MonitorSyntax => Head + 2,
        CiteSyntax => Head + 3,
        OwnerSyntax => Head + 4,
        ParameterClauseSyntax => Head + 6,
        ForEachSyntax => Things,
        OtherwiseSyntax => Things,
        LetSyntax => Let,
        WhenSyntax => When,
        UnlessSyntax => Unless,
        ThenSyntax => Then,
        AlsoSyntax => Also,
        MessageSyntax => Message,
        TestSyntax => Test,
        _ => 0,
    };

    private string WordOf(ClauseSyntax clause)
    {
        string text = report.Source.Slice(clause.Span);
        int length = text.AsSpan().IndexOfAnyExceptInRange('a', 'z');
        return length < 0 ? text : text[..length];
    }
}
