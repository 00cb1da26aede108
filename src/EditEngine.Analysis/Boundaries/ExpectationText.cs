using System.Collections.Immutable;
using System.Globalization;
using EditEngine.Analysis.Testing;
using EditEngine.Compiler.Notation;
using EditEngine.Outcomes;

namespace EditEngine.Analysis.Boundaries;

/// <summary>Writes what an edit comes to on a claim as the <c>expect</c> lines of a test.</summary>
internal static class ExpectationText
{
    /// <summary>The lines; each is met by the result.</summary>
    /// <param name="edit">Id of the edit.</param>
    /// <param name="result">What the whole pack decides of the claim.</param>
    /// <param name="claim">The lines that make the claim.</param>
    /// <param name="facts">The facts that the pack declares.</param>
    /// <returns>Empty where no line can say what the edit comes to: a stronger outcome may hide it.</returns>
    public static ImmutableArray<string> Of(string edit, Result result, ImmutableArray<string> claim, TestFacts facts)
    {
        ImmutableArray<string> said = [.. Said(edit, result).Select(ways => ways.FirstOrDefault(line => IsMet(line, result, claim, facts))).OfType<string>().Distinct()];
        if (said.IsEmpty)
        {
            string nothing = $"expect nothing from {edit}";
            return IsMet(nothing, result, claim, facts) ? [nothing] : [];
        }

        int[] spared = [.. result.Lines.Select(line => line.Number).Where(number => result.Findings.All(one => one.Edit != edit || one.Line != number) && result.NotEvaluated.All(one => one.Edit != edit || one.Line != number))];
        bool isOfLines = result.Findings.Any(one => one.Edit == edit && one.Line is not null) || result.NotEvaluated.Any(one => one.Edit == edit && one.Line is not null);
        return isOfLines && spared.Length > 0 ? said.Add($"expect nothing from {edit} on line{(spared.Length == 1 ? "" : "s")} {string.Join(", ", spared.Select(Text))}") : said;
    }

    private static bool IsMet(string line, Result result, ImmutableArray<string> claim, TestFacts facts) =>
        TestText.Read(claim.Add(line), facts) is TestCase test && test.Expectations.All(expectation => ExpectationCheck.IsMet(expectation, result));

    // Of each, the fullest way first.
    private static IEnumerable<ImmutableArray<string>> Said(string edit, Result result)
    {
        foreach (Finding finding in result.Findings.Where(finding => finding.Edit == edit && finding.Level != FindingLevel.History))
        {
            if (TargetOf(finding) is string target)
            {
                yield return OutcomesOf(finding, target, result);
            }
        }

        foreach (HistoryAction action in result.HistoryActions.Where(action => action.Edit == edit))
        {
            yield return [$"expect history {FieldText.Of(action.ClaimId)} line {Text(action.Number)} {ActionTable.Of(action.Action).Participle} by {edit}"];
        }

        foreach (NotEvaluated open in result.NotEvaluated.Where(open => open.Edit == edit))
        {
            string target = open.Line is int line ? "line " + Text(line) : "claim";
            string words = $"expect {target} not evaluated by {edit}";
            yield return open.Missing.IsEmpty ? [words] : [$"{words} missing {string.Join(", ", open.Missing)}", words];
        }

        foreach (AddedLine added in result.AddedLines.Where(added => added.Edit == edit))
        {
            string modifiers = added.Modifiers.IsDefaultOrEmpty ? "" : $" with modifier {string.Join(", ", added.Modifiers)}";
            yield return [$"expect line added {added.Procedure}{modifiers} units {FieldText.Of(added.Units)} pay {FieldText.Of(added.PayPercent)}% by {edit}"];
        }
    }

    private static ImmutableArray<string> OutcomesOf(Finding finding, string target, Result result)
    {
        switch (finding.State)
        {
            case FindingState.Bypassed:
                string bypassed = $"expect {target} bypassed by {finding.Edit}";
                return finding.Bypass?.Because is string because && FieldText.Quoted(because) is string text ? [$"{bypassed} because {text}", bypassed] : [bypassed];
            case FindingState.Monitor:
                return [$"expect {target} monitored by {finding.Edit}"];
            default:
                string decided = $"expect {target} {ActionTable.Of(finding.Action).Participle}";
                string by = $" by {finding.Edit}";
                string details = $"{(finding.Reason is string reason ? $" reason {reason}" : "")}{(finding.Queue is string queue && FieldText.Of(queue) is string q ? $" queue {q}" : "")}{(finding.Overridable is bool overridable ? overridable ? " overridable" : " overridable no" : "")}";
                return AmountOf(finding, result) is string amount ? [decided + amount + by + details, decided + by + details, decided + by] : [decided + by + details, decided + by];
        }
    }

    private static string? AmountOf(Finding finding, Result result)
    {
        LineResult? line = result.Lines.FirstOrDefault(line => line.Number == finding.Line);
        return (finding.Action, line) switch
        {
            (EditAction.Reduce, { PayPercent: decimal percent and not 100 }) => $" to {FieldText.Of(percent)}%",
            (EditAction.Reduce, { AllowedUnits: decimal units }) => $" to {FieldText.Of(units)} units",
            (EditAction.Replace, { Procedure.IsMissing: false }) => $" with {line.Procedure}",
            _ => null,
        };
    }

    private static string? TargetOf(Finding finding) => finding.Level switch
    {
        FindingLevel.Line => finding.Line is int line ? "line " + Text(line) : null,
        FindingLevel.Claim => "claim",
        FindingLevel.Diagnosis => "diagnosis " + PositionIn(finding.Field),
        FindingLevel.Procedure => "procedure " + PositionIn(finding.Field),
        FindingLevel.Suggestion => "suggestion " + PositionIn(finding.Field),
        _ => null,
    };

    // `diagnoses[1]` is the second; `suggestion 1` the first.
    private static string PositionIn(string? field)
    {
        string digits = new([.. (field ?? "").Where(char.IsAsciiDigit)]);
        int position = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;
        return Text(field?.Contains('[', StringComparison.Ordinal) == true ? position + 1 : position);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
