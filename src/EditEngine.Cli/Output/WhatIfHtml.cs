using System.Globalization;
using System.Net;
using System.Text;
using EditEngine.Analysis.Pricing;

namespace EditEngine.Cli.Output;

/// <summary>What another pack would have decided, as one page by itself: a bar a value, the figures in a table under it, the claims behind each.</summary>
internal static class WhatIfHtml
{
    private const int RowHeight = 26;
    private const int Left = 180;
    private const int Width = 720;

    private const string Style = """
        :root { color-scheme: light dark; --more: #cf222e; --less: #1a7f37; --line: #8884 }
        @media (prefers-color-scheme: dark) { :root { --more: #f85149; --less: #3fb950 } }
        body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem }
        table { border-collapse: collapse; width: 100% } th, td { text-align: right; padding: .25rem .75rem; border-bottom: 1px solid var(--line) }
        th:first-child { text-align: left } td.ids { text-align: left } svg { max-width: 100%; height: auto } svg text { fill: currentColor; font: 13px system-ui, sans-serif }
        .more { fill: var(--more) } .less { fill: var(--less) }
        """;

    /// <summary>The page.</summary>
    /// <param name="report">What would have been decided.</param>
    /// <param name="old">Name of the old pack, as it was given.</param>
    /// <param name="now">Name of the new.</param>
    public static string Of(WhatIfReport report, string old, string now)
    {
        StringBuilder page = new();
        page.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append(CultureInfo.InvariantCulture, $"<title>What if {Text(now)}</title>\n<style>\n{Style}\n</style>\n</head>\n<body>\n<main>\n<h1>What if {Text(now)} stood for {Text(old)}</h1>\n")
            .Append(CultureInfo.InvariantCulture, $"<p>{report.Claims:#,0} claims{(report.Share < 1 ? $", of which {report.Sampled:#,0} were decided" : "")}, {report.Lines:#,0} lines. ")
            .Append(CultureInfo.InvariantCulture, $"Not paid: {Dollars(report.Total.OldCents)} before, {Dollars(report.Total.NewCents)} after, {Dollars(report.Total.ChangeCents)} more.</p>\n");
        if (report.Share < 1)
        {
            page.Append(CultureInfo.InvariantCulture, $"<p>Of all claims about {report.Total.NewlyDenied / report.Share:#,0} newly denied lines (± {report.LinesError:#,0}) and {Dollars((long)(report.Total.ChangeCents / report.Share))} more not paid (± {Dollars((long)report.CentsError)}), 95 times in 100.</p>\n");
        }

        foreach (WhatIfGroup group in report.Groups)
        {
            page.Append(CultureInfo.InvariantCulture, $"<h2>By {Text(group.By.Replace('_', ' '))}</h2>\n");
            Chart(page, group);
            Table(page, group);
        }

        Edits(page, report);
        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void Chart(StringBuilder page, WhatIfGroup group)
    {
        long most = Math.Max(1, group.Rows.Select(row => Math.Abs(row.Totals.ChangeCents)).DefaultIfEmpty(0).Max());
        page.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Left + Width} {(group.Rows.Length * RowHeight) + 4}\" role=\"img\" aria-label=\"Dollars more that are not paid, by {Text(group.By)}; the table below has the figures\">\n");
        for (int i = 0; i < group.Rows.Length; i++)
        {
            (string value, WhatIfTotals totals) = group.Rows[i];
            long length = Math.Abs(totals.ChangeCents) * (Width - 120) / most;
            int top = i * RowHeight;
            page.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left - 8}\" y=\"{top + 18}\" text-anchor=\"end\">{Text(value)}</text><rect class=\"{(totals.ChangeCents < 0 ? "less" : "more")}\" x=\"{Left}\" y=\"{top + 4}\" width=\"{length}\" height=\"{RowHeight - 8}\"/>")
                .Append(CultureInfo.InvariantCulture, $"<text x=\"{Left + length + 6}\" y=\"{top + 18}\">{Dollars(totals.ChangeCents)}</text>\n");
        }

        page.Append("</svg>\n");
    }

    private static void Table(StringBuilder page, WhatIfGroup group)
    {
        page.Append(CultureInfo.InvariantCulture, $"<table>\n<thead><tr><th scope=\"col\">{Text(group.By)}</th><th scope=\"col\">Newly denied</th><th scope=\"col\">Dollars</th><th scope=\"col\">No longer denied</th><th scope=\"col\">Dollars</th><th scope=\"col\">Otherwise paid</th><th scope=\"col\">Dollars</th><th scope=\"col\">Claims</th></tr></thead>\n<tbody>\n");
        foreach ((string value, WhatIfTotals totals) in group.Rows)
        {
            page.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{Text(value)}</th><td>{totals.NewlyDenied:#,0}</td><td>{Dollars(totals.NewlyDeniedCents)}</td><td>{totals.NoLongerDenied:#,0}</td><td>{Dollars(totals.NoLongerDeniedCents)}</td>")
                .Append(CultureInfo.InvariantCulture, $"<td>{totals.OtherwisePaid:#,0}</td><td>{Dollars(totals.OtherwisePaidCents)}</td><td class=\"ids\"><details><summary>{totals.Behind.Length}</summary>{Text(string.Join(", ", totals.Behind))}</details></td></tr>\n");
        }

        page.Append("</tbody>\n</table>\n");
    }

    private static void Edits(StringBuilder page, WhatIfReport report)
    {
        page.Append("<h2>What each edit denies</h2>\n<table>\n<thead><tr><th scope=\"col\">Edit</th><th scope=\"col\">Alone, before</th><th scope=\"col\">Dollars</th><th scope=\"col\">Alone, after</th><th scope=\"col\">Dollars</th><th scope=\"col\">Only it, before</th><th scope=\"col\">Dollars</th><th scope=\"col\">Only it, after</th><th scope=\"col\">Dollars</th></tr></thead>\n<tbody>\n");
        foreach (EditParts edit in report.Edits)
        {
            page.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{Text(edit.Edit)}</th>{Part(edit.Old.Standalone, edit.Old.StandaloneCents)}{Part(edit.New.Standalone, edit.New.StandaloneCents)}{Part(edit.Old.Marginal, edit.Old.MarginalCents)}{Part(edit.New.Marginal, edit.New.MarginalCents)}</tr>\n");
        }

        page.Append("</tbody>\n</table>\n");
    }

    private static string Part(long lines, long cents) => string.Create(CultureInfo.InvariantCulture, $"<td>{lines:#,0}</td><td>{Dollars(cents)}</td>");

    private static string Dollars(long cents) => WhatIfText.Dollars(cents);

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
