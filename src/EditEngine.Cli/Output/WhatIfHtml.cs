using System.Globalization;
using EditEngine.Analysis.Pricing;

namespace EditEngine.Cli.Output;

/// <summary>What another pack would have decided, as one page by itself: a bar a value, the figures in a table under it, the claims behind each.</summary>
internal static class WhatIfHtml
{
    /// <summary>The page.</summary>
    /// <param name="report">What would have been decided.</param>
    /// <param name="old">Name of the old pack, as it was given.</param>
    /// <param name="now">Name of the new.</param>
    public static string Of(WhatIfReport report, string old, string now)
    {
        HtmlPage page = new($"What if {now} stood for {old}");
        page.Paragraph(string.Create(CultureInfo.InvariantCulture, $"{report.Claims:#,0} claims{(report.Share < 1 ? $", of which {report.Sampled:#,0} were decided" : "")}, {report.Lines:#,0} lines. Not paid: {Dollars(report.Total.OldCents)} before, {Dollars(report.Total.NewCents)} after, {Dollars(report.Total.ChangeCents)} more."));
        if (report.Share < 1)
        {
            page.Paragraph(string.Create(CultureInfo.InvariantCulture, $"Of all claims about {report.Total.NewlyDenied / report.Share:#,0} newly denied lines (± {report.LinesError:#,0}) and {Dollars((long)(report.Total.ChangeCents / report.Share))} more not paid (± {Dollars((long)report.CentsError)}), 95 times in 100."));
        }

        foreach (WhatIfGroup group in report.Groups)
        {
            page.Heading($"By {group.By.Replace('_', ' ')}");
            if (group.Rows.IsEmpty)
            {
                page.Paragraph("No line would be paid otherwise.");
                continue;
            }

            page.MoneyBars($"Dollars more that are not paid, by {group.By}", [.. group.Rows.Select(row => (row.Value, row.Totals.ChangeCents, Dollars(row.Totals.ChangeCents)))])
                .Table([group.By, "Newly denied", "Dollars", "No longer denied", "Dollars", "Otherwise paid", "Dollars", "Claims"], group.Rows.Select(row => Cells(row.Value, row.Totals)));
        }

        return page.Heading("What each edit denies")
            .Table(["Edit", "Alone, before", "Dollars", "Alone, after", "Dollars", "Only it, before", "Dollars", "Only it, after", "Dollars"], report.Edits.Select(Cells)).ToString();
    }

    private static string[] Cells(string value, WhatIfTotals totals) =>
    [
        HtmlPage.Name(value), HtmlPage.Cell(totals.NewlyDenied), Money(totals.NewlyDeniedCents), HtmlPage.Cell(totals.NoLongerDenied), Money(totals.NoLongerDeniedCents),
        HtmlPage.Cell(totals.OtherwisePaid), Money(totals.OtherwisePaidCents), HtmlPage.Ids(totals.Behind),
    ];

    private static string[] Cells(EditParts edit) =>
    [
        HtmlPage.Name(edit.Edit),
        HtmlPage.Cell(edit.Old.Standalone), Money(edit.Old.StandaloneCents), HtmlPage.Cell(edit.New.Standalone), Money(edit.New.StandaloneCents),
        HtmlPage.Cell(edit.Old.Marginal), Money(edit.Old.MarginalCents), HtmlPage.Cell(edit.New.Marginal), Money(edit.New.MarginalCents),
    ];

    private static string Money(long cents) => HtmlPage.Cell(Dollars(cents));

    private static string Dollars(long cents) => WhatIfText.Dollars(cents);
}
