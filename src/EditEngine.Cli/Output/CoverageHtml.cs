using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using EditEngine.Analysis.Coverage;
using EditEngine.Compiler.Text;

namespace EditEngine.Cli.Output;

/// <summary>What was reached, as one page by itself: the rules coloured, each condition with who asked it.</summary>
internal static class CoverageHtml
{
    private const string Style = """
        .all { color: var(--less) } .some { color: var(--some); text-decoration: underline dotted } .none { color: var(--more); text-decoration: underline wavy }
        """;

    /// <summary>The page.</summary>
    /// <param name="report">What was reached.</param>
    /// <param name="texts">The pack's own files.</param>
    public static string Of(CoverageReport report, ImmutableArray<SourceText> texts)
    {
        HtmlPage page = new($"Coverage of {report.Pack}", Style);
        page.Paragraph(string.Create(CultureInfo.InvariantCulture, $"{report.Reached} of {report.Points} reached, {report.Percent:0.#} %, by {Counts.Of(report.Claims, "claim")}"))
            .Html("<p><span class=\"all\">true and false</span>, <span class=\"some\">only one of them</span>, <span class=\"none\">never asked</span>: point at a condition to see who asked it.</p>\n")
            .Table(["Edit", "Reached", "Fired", "Bypassed", "Not evaluated", "Why it never fired"], report.Edits.Select(Cells));
        foreach (SourceText text in texts.Where(text => report.Edits.Any(edit => edit.Place.File == text.File)))
        {
            StringBuilder source = new();
            Source(source, text, [.. report.Edits.SelectMany(edit => edit.Conditions).Where(condition => condition.Place.File == text.File)]);
            page.Heading(text.File).Html($"<pre>{source}</pre>\n");
        }

        return page.ToString();
    }

    private static string[] Cells(EditCoverage edit) =>
    [
        HtmlPage.Name(edit.Edit),
        $"<td class=\"{(edit.Reached == edit.Points ? "all" : edit.Reached == 0 ? "none" : "some")}\">{string.Create(CultureInfo.InvariantCulture, $"{edit.Reached} of {edit.Points}")}</td>",
        HtmlPage.Cell(edit.Cases.Sum(one => one.Fired)), HtmlPage.Cell(edit.Cases.Sum(one => one.Bypassed)), HtmlPage.Cell(edit.Cases.Sum(one => one.NotEvaluated)), HtmlPage.TextCell(edit.WhyNot ?? ""),
    ];

    // Conditions lie within each other: what opens first closes last.
    private static void Source(StringBuilder page, SourceText text, ImmutableArray<ConditionCoverage> conditions)
    {
        ILookup<int, ConditionCoverage> opening = conditions.DistinctBy(one => one.Place).OrderByDescending(one => one.Place.Length).ToLookup(one => one.Place.Start);
        Stack<int> ends = new();
        int written = 0;
        for (int at = 0; at <= text.Text.Length; at++)
        {
            if (at == text.Text.Length || opening.Contains(at) || (ends.TryPeek(out int next) && next <= at))
            {
                page.Append(HtmlPage.Text(text.Text[written..at]));
                written = at;
            }

            while (ends.TryPeek(out int end) && end <= at)
            {
                ends.Pop();
                page.Append("</span>");
            }

            foreach (ConditionCoverage one in opening[at])
            {
                int end = one.Place.Start + one.Place.Length;
                if (ends.TryPeek(out int outer) && outer < end)
                {
                    continue;
                }

                ends.Push(end);
                string kind = one.Times == 0 ? "none" : one.True > 0 && one.False > 0 ? "all" : "some";
                string by = one.WhyNever ?? string.Create(CultureInfo.InvariantCulture, $"true {one.True}, false {one.False}, unknown {one.Unknown}: {string.Join(", ", one.By)}");
                page.Append(CultureInfo.InvariantCulture, $"<span class=\"{kind}\" title=\"{HtmlPage.Text(by)}\">");
            }
        }
    }
}
