using System.Globalization;
using EditEngine.Analysis.Explanation;
using EditEngine.Analysis.Testing;
using EditEngine.Compiler.Interpretation;
using EditEngine.Outcomes;
using EditEngine.Values;

namespace EditEngine.Cli.Output;

/// <summary>Why edits fired on a claim, or did not, as one page by itself.</summary>
internal static class ExplanationHtml
{
    private const string Style = """
        .yes { color: var(--less) } .no { color: var(--more) } .unknown { color: var(--some) } td.truth { text-align: left; white-space: nowrap; font-weight: 600 }
        """;

    /// <summary>The page.</summary>
    /// <param name="result">What was decided; of one edit alone where one was asked for.</param>
    /// <param name="explained">The edits concerned, each with what would change its answer, where that was asked.</param>
    /// <param name="test">The test whose claim it is; null: it is nobody's.</param>
    public static string Of(Result result, IEnumerable<(EditTrace Trace, EditCounterfactuals? Counterfactuals)> explained, TitledTest? test)
    {
        HtmlPage page = new(test is null ? $"Claim {result.Claim}" : $"{test.Edit}: {test.Test.Title}", Style);
        page.Paragraph(string.Create(CultureInfo.InvariantCulture, $"{result.Pack}, as of {result.AsOf:yyyy-MM-dd}. Decided: {Word(result.Disposition)}."));
        Decisions(page, result);
        foreach ((EditTrace trace, EditCounterfactuals? counterfactuals) in explained)
        {
            page.Heading(trace.Edit);
            if (trace.Subjects.IsEmpty)
            {
                page.Paragraph("The claim has nothing that it looks at.");
            }

            foreach ((string subject, TupleTrace tuple) in trace.Subjects.SelectMany(one => one.Tuples.Select(tuple => (one.Subject, tuple))))
            {
                Tuple(page, subject, tuple);
            }

            if (counterfactuals is not null)
            {
                page.Html($"<pre>{HtmlPage.Text(CounterfactualText.Of(counterfactuals, trace))}</pre>\n");
            }
        }

        return page.ToString();
    }

    private static void Decisions(HtmlPage page, Result result)
    {
        if (!result.Findings.IsEmpty)
        {
            page.Heading("What was found").WordTable(["edit", "line", "does", "state", "reason", "message"], result.Findings.Select(finding => new[]
            {
                HtmlPage.Name(finding.Edit), HtmlPage.TextCell(finding.Line?.ToString(CultureInfo.InvariantCulture) ?? "claim"), HtmlPage.TextCell(ActionTable.Of(finding.Action).Verb),
                HtmlPage.TextCell(finding.SuppressedBy is null ? finding.Bypass is null ? Word(finding.State) : $"bypassed: {finding.Bypass.Because}" : $"outranked by {finding.SuppressedBy}"),
                HtmlPage.TextCell(finding.Carc is null ? finding.Reason ?? "" : $"{finding.GroupCode} {finding.Carc}"), HtmlPage.TextCell(finding.Message ?? ""),
            }));
        }

        if (!result.NotEvaluated.IsEmpty)
        {
            page.Heading("What could not be decided").WordTable(["edit", "line", "missing"], result.NotEvaluated.Select(open => new[]
            {
                HtmlPage.Name(open.Edit), HtmlPage.TextCell(open.Line?.ToString(CultureInfo.InvariantCulture) ?? "claim"),
                HtmlPage.TextCell(open.Because switch { NotEvaluatedCause.OverBudget => "over budget", NotEvaluatedCause.Overflow => "overflow", _ => string.Join(", ", open.Missing) }),
            }));
        }
    }

    private static void Tuple(HtmlPage page, string subject, TupleTrace tuple)
    {
        string others = string.Join(", ", tuple.Names.Select(name => name.Name.Length == 0 ? name.Thing : $"{name.Name} = {name.Thing}"));
        page.Html($"<h3>{HtmlPage.Text($"{subject}: {(tuple.Case < 0 ? "does not fire" : tuple.Outcome)}")}</h3>\n").Paragraph(others)
            .WordTable(["holds", "part", "condition", "values"], tuple.Conditions.Select(condition => new[]
            {
                Truth(condition.Truth), HtmlPage.TextCell(condition.Role), HtmlPage.TextCell(condition.Text), HtmlPage.TextCell(ValuesOf(condition)),
            }));
    }

    // Colour alone says nothing: the word stands there too.
    private static string Truth(Truth truth)
    {
        string word = truth == Values.Truth.True ? "yes" : truth == Values.Truth.False ? "no" : "unknown";
        return $"<td class=\"truth {word}\">{word}</td>";
    }

    private static string ValuesOf(ConditionTrace condition) =>
        string.Join("; ", [.. condition.Values.Select(value => $"{value.Text}: {(value.Value.Length == 0 ? "nothing" : value.Value)}"), .. condition.Missing.IsEmpty ? [] : new[] { $"missing: {string.Join(", ", condition.Missing)}" }]);

    private static string Word<T>(T value)
        where T : struct, Enum => Enum.GetName(value)!.ToLowerInvariant(); // Results hold declared values only.
}
