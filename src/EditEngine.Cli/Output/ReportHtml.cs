using System.Collections.Immutable;
using System.Globalization;
using EditEngine.Analysis.Reporting;

namespace EditEngine.Cli.Output;

/// <summary>What a run decided, as one page by itself.</summary>
internal static class ReportHtml
{
    // A chart of more is no picture, and a table of more no page: what is left out is counted, and stands in the JSON and the workbook.
    private const int MostBars = 20;
    private const int MostRows = 200;

    /// <summary>The page.</summary>
    public static string Of(DecisionReport report)
    {
        HtmlPage page = new($"What was decided: {Counts.Of(report.Claims, "claim")}");
        page.Paragraph(report.Packs.IsEmpty ? "There are no results." : $"By {string.Join(", ", report.Packs)}.")
            .Figures(FiguresOf(report));
        Counted(page, "Claims", "became", report.Dispositions, report.Claims);
        Counted(page, "Lines", "became", report.Decisions, report.Lines);
        foreach (ReportGroup group in report.Groups)
        {
            Group(page, group);
        }

        NotEvaluated(page, report.NotEvaluated);
        Outliers(page, report.Outliers);
        return page.ToString();
    }

    private static IEnumerable<(string Name, string Value)> FiguresOf(DecisionReport report)
    {
        yield return ("claims", report.Claims.ToString("#,0", CultureInfo.InvariantCulture));
        yield return ("lines", report.Lines.ToString("#,0", CultureInfo.InvariantCulture));
        if (report.BilledCents is long billed)
        {
            yield return ("billed", Dollars(billed));
        }

        yield return ("not paid", Dollars(report.NotPaidCents));
        if (report.HeldCents is long held)
        {
            yield return ("held, looked at or sent back", Dollars(held));
        }
    }

    private static void Counted(HtmlPage page, string heading, string head, ImmutableArray<(string Word, long Count)> counts, long all)
    {
        page.Heading(heading)
            .CountBars($"{heading} by what became of them", [.. counts.Select(one => (one.Word, one.Count, one.Count.ToString("#,0", CultureInfo.InvariantCulture)))])
            .Table([head, heading.ToLowerInvariant(), "share"], counts.Select(one => new[] { HtmlPage.Name(one.Word), HtmlPage.Cell(one.Count), HtmlPage.Cell(Share(one.Count, all)) }));
    }

    private static void Group(HtmlPage page, ReportGroup group)
    {
        bool ofFindings = group.By is "edit" or "carc";
        string by = group.By switch { "carc" => "reason (CARC)", "provider" => "billing provider", "place" => "place of service", _ => group.By };
        page.Heading($"By {by}");
        if (group.Rows.IsEmpty)
        {
            page.Paragraph("Nothing.");
            return;
        }

        page.MoneyBars($"Dollars that are not paid, by {by}", [.. Charted(group).Select(row => (row.Value, row.NotPaidCents, $"{Dollars(row.NotPaidCents)}, {Counts.Of(row.Decided, "line")}"))])
            .Table(
                [by, ofFindings ? "lines with a finding" : "lines", ofFindings ? "lines it decides" : "lines not paid in full, or held", "dollars not paid", "claims"],
                group.Rows.Take(MostRows).Select(row => new[] { HtmlPage.Name(row.Value), HtmlPage.Cell(row.Concerned), HtmlPage.Cell(row.Decided), HtmlPage.Cell(Dollars(row.NotPaidCents)), HtmlPage.Ids(row.Behind) }));
        if (group.Rows.Length > MostRows)
        {
            page.Paragraph($"And {group.Rows.Length - MostRows:#,0} more, with {Dollars(group.Rows.Skip(MostRows).Sum(row => row.NotPaidCents))} not paid.");
        }
    }

    // Of months the last are looked at.
    private static IEnumerable<ReportRow> Charted(ReportGroup group) => group.By == "month" ? group.Rows.TakeLast(MostBars) : group.Rows.Take(MostBars);

    private static void NotEvaluated(HtmlPage page, ImmutableArray<OpenQuestion> open)
    {
        page.Heading("Not evaluated");
        if (open.IsEmpty)
        {
            page.Paragraph("Every edit could be decided on every claim.");
            return;
        }

        page.CountBars("How often a field was missing that an edit asks for", [.. open.Take(MostBars).Select(one => (one.Want, one.Times, Counts.Of(one.Times, "time")))])
            .Table(["missing", "times", "edits", "claims"], open.Take(MostRows).Select(one => new[] { HtmlPage.Name(one.Want), HtmlPage.Cell(one.Times), HtmlPage.TextCell(string.Join(", ", one.Edits)), HtmlPage.Ids(one.Behind) }));
    }

    private static void Outliers(HtmlPage page, ImmutableArray<ProviderOutlier> outliers)
    {
        if (outliers.IsEmpty)
        {
            return;
        }

        page.Heading("Providers far from the rest")
            .Paragraph($"Of all lines {Percent(outliers[0].OfAll)} are not paid in full, or are held. Of these providers far more are than chance would have it, were all alike: somewhere to look, no verdict.")
            .Table(["billing provider", "lines", "not paid in full, or held", "share", "standard deviations"], outliers.Take(MostRows).Select(one => new[]
            {
                HtmlPage.Name(one.Npi), HtmlPage.Cell(one.Lines), HtmlPage.Cell(one.Decided), HtmlPage.Cell(Percent(one.Share)), HtmlPage.Cell(one.Score.ToString("0.0", CultureInfo.InvariantCulture)),
            }));
    }

    private static string Share(long part, long all) => Percent(all == 0 ? 0 : (double)part / all);

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.0} %");

    private static string Dollars(long cents) => WhatIfText.Dollars(cents);
}
