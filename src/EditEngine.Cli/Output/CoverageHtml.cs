using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using EditEngine.Analysis.Coverage;
using EditEngine.Compiler.Text;

namespace EditEngine.Cli.Output;

/// <summary>What was reached, as one page by itself: the rules coloured, each condition with who asked it.</summary>
internal static class CoverageHtml
{
    private const string Style = """
        :root { color-scheme: light dark; --all: #1a7f37; --some: #9a6700; --none: #cf222e }
        @media (prefers-color-scheme: dark) { :root { --all: #3fb950; --some: #d29922; --none: #f85149 } }
        body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem }
        table { border-collapse: collapse; width: 100% } th, td { text-align: left; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid #8884 }
        pre { font: 13px/1.55 ui-monospace, monospace; overflow-x: auto; padding: .75rem; border: 1px solid #8884 }
        .all { color: var(--all) } .some { color: var(--some); text-decoration: underline dotted } .none { color: var(--none); text-decoration: underline wavy }
        @media print { pre { white-space: pre-wrap } }
        """;

    /// <summary>The page.</summary>
    /// <param name="report">What was reached.</param>
    /// <param name="texts">The pack's own files.</param>
    public static string Of(CoverageReport report, ImmutableArray<SourceText> texts)
    {
        StringBuilder page = new();
        string share = string.Create(CultureInfo.InvariantCulture, $"{report.Reached} of {report.Points} reached, {report.Percent:0.#} %, by {Counts.Of(report.Claims, "claim")}");
        page.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append(CultureInfo.InvariantCulture, $"<title>Coverage of {Text(report.Pack)}</title>\n<style>\n{Style}\n</style>\n</head>\n<body>\n<main>\n<h1>Coverage of {Text(report.Pack)}</h1>\n<p>{Text(share)}</p>\n")
            .Append("<p><span class=\"all\">true and false</span>, <span class=\"some\">only one of them</span>, <span class=\"none\">never asked</span>: point at a condition to see who asked it.</p>\n");
        Edits(page, report);
        foreach (SourceText text in texts.Where(text => report.Edits.Any(edit => edit.Place.File == text.File)))
        {
            page.Append(CultureInfo.InvariantCulture, $"<h2>{Text(text.File)}</h2>\n<pre>");
            Source(page, text, [.. report.Edits.SelectMany(edit => edit.Conditions).Where(condition => condition.Place.File == text.File)]);
            page.Append("</pre>\n");
        }

        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void Edits(StringBuilder page, CoverageReport report)
    {
        page.Append("<table>\n<thead><tr><th scope=\"col\">Edit</th><th scope=\"col\">Reached</th><th scope=\"col\">Fired</th><th scope=\"col\">Bypassed</th><th scope=\"col\">Not evaluated</th><th scope=\"col\">Why it never fired</th></tr></thead>\n<tbody>\n");
        foreach (EditCoverage edit in report.Edits)
        {
            page.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{Text(edit.Edit)}</th><td class=\"{(edit.Reached == edit.Points ? "all" : edit.Reached == 0 ? "none" : "some")}\">{edit.Reached} of {edit.Points}</td>")
                .Append(CultureInfo.InvariantCulture, $"<td>{edit.Cases.Sum(one => one.Fired)}</td><td>{edit.Cases.Sum(one => one.Bypassed)}</td><td>{edit.Cases.Sum(one => one.NotEvaluated)}</td><td>{Text(edit.WhyNot ?? "")}</td></tr>\n");
        }

        page.Append("</tbody>\n</table>\n");
    }

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
                page.Append(Text(text.Text[written..at]));
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
                page.Append(CultureInfo.InvariantCulture, $"<span class=\"{kind}\" title=\"{Text(by)}\">");
            }
        }
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
