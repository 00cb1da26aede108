using System.Globalization;
using System.Text;
using EditEngine.Analysis.Pricing;
using EditEngine.Formats;

namespace EditEngine.Cli.Output;

/// <summary>What another pack would have decided, for a comment on a change of the rules.</summary>
internal static class WhatIfMarkdown
{
    private const int MostRows = 20;
    private const int MostBehind = 3;

    /// <summary>The sums, then a table for each dimension; the rows of the largest amounts, where there are many.</summary>
    public static string Of(WhatIfReport report)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"### What it would cost\n\n{Sentence(report)}\n");
        foreach (WhatIfGroup group in report.Groups.Where(group => !group.Rows.IsEmpty))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n| {group.By} | newly denied | no longer denied | otherwise paid | more not paid | claims |\n|---|---:|---:|---:|---:|---|\n");
            foreach ((string value, WhatIfTotals totals) in group.Rows.OrderByDescending(row => Math.Abs(row.Totals.ChangeCents)).Take(MostRows))
            {
                text.Append(CultureInfo.InvariantCulture, $"| {Cell(value)} | {Amount(totals.NewlyDenied, totals.NewlyDeniedCents)} | {Amount(totals.NoLongerDenied, totals.NoLongerDeniedCents)} | {Amount(totals.OtherwisePaid, totals.OtherwisePaidCents)} ")
                    .Append(CultureInfo.InvariantCulture, $"| {WhatIfText.Dollars(totals.ChangeCents)} | {string.Join(", ", totals.Behind.Take(MostBehind).Select(Cell))}{(totals.Behind.Length > MostBehind ? ", …" : "")} |\n");
            }

            if (group.Rows.Length > MostRows)
            {
                text.Append(CultureInfo.InvariantCulture, $"\n{group.Rows.Length - MostRows} more with less.\n");
            }
        }

        return text.ToString();
    }

    private static string Sentence(WhatIfReport report)
    {
        string read = string.Create(CultureInfo.InvariantCulture, $"{Counts.Of(report.Claims, "claim")}{(report.Share < 1 ? $", of which {report.Sampled:#,0} were decided" : "")}");
        if (report.Total.IsEmpty)
        {
            return $"{read}: nothing is decided otherwise.";
        }

        string sample = report.Share < 1
            ? string.Create(CultureInfo.InvariantCulture, $" Of all claims about {WhatIfText.Dollars((long)(report.Total.ChangeCents / report.Share))} more (± {WhatIfText.Dollars((long)report.CentsError)}, 95 times in 100).")
            : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{read}: {Counts.Of(report.Total.NewlyDenied, "line")} newly denied, {report.Total.NoLongerDenied:#,0} no longer denied, {report.Total.OtherwisePaid:#,0} otherwise paid. Not paid: {WhatIfText.Dollars(report.Total.OldCents)} before, {WhatIfText.Dollars(report.Total.NewCents)} after, {WhatIfText.Dollars(report.Total.ChangeCents)} more.{sample}");
    }

    private static string Amount(long lines, long cents) => lines == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{lines:#,0}, {WhatIfText.Dollars(cents)}");

    // What a claim says is no mark of a table.
    private static string Cell(string text) => EscapedText.Of(text).Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
