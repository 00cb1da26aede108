using System.Globalization;
using System.Text;
using EditEngine.Analysis.Pricing;
using EditEngine.Formats;

namespace EditEngine.Cli.Output;

/// <summary>What another pack would have decided, for a person.</summary>
internal static class WhatIfText
{
    private const int MostBehind = 3;

    public static string Of(WhatIfReport report)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"claims            {report.Claims:#,0}{(report.Share < 1 ? $", of which {report.Sampled:#,0} were decided" : "")}\n")
            .Append(CultureInfo.InvariantCulture, $"lines             {report.Lines:#,0}\n")
            .Append(CultureInfo.InvariantCulture, $"newly denied      {report.Total.NewlyDenied:#,0} lines, {Dollars(report.Total.NewlyDeniedCents)}\n")
            .Append(CultureInfo.InvariantCulture, $"no longer denied  {report.Total.NoLongerDenied:#,0} lines, {Dollars(report.Total.NoLongerDeniedCents)}\n")
            .Append(CultureInfo.InvariantCulture, $"otherwise paid    {report.Total.OtherwisePaid:#,0} lines, {Dollars(report.Total.OtherwisePaidCents)} less\n")
            .Append(CultureInfo.InvariantCulture, $"not paid          {Dollars(report.Total.OldCents)} before, {Dollars(report.Total.NewCents)} after: {Dollars(report.Total.ChangeCents)} more\n");
        if (report.Share < 1)
        {
            text.Append(CultureInfo.InvariantCulture, $"of all claims     about {report.Total.NewlyDenied / report.Share:#,0} newly denied lines (± {report.LinesError:#,0}), {Dollars((long)(report.Total.ChangeCents / report.Share))} more not paid (± {Dollars((long)report.CentsError)}), 95 times in 100\n");
        }

        foreach (WhatIfGroup group in report.Groups)
        {
            Rows(text, group);
        }

        if (!report.Edits.IsEmpty)
        {
            text.Append("\nedit              denies alone, before and after       what only it denies, before and after\n");
            foreach (EditParts edit in report.Edits)
            {
                text.Append(CultureInfo.InvariantCulture, $"{EscapedText.Of(edit.Edit),-16}  {edit.Old.Standalone,6} {Dollars(edit.Old.StandaloneCents),12} {edit.New.Standalone,6} {Dollars(edit.New.StandaloneCents),12}   ")
                    .Append(CultureInfo.InvariantCulture, $"{edit.Old.Marginal,6} {Dollars(edit.Old.MarginalCents),12} {edit.New.Marginal,6} {Dollars(edit.New.MarginalCents),12}\n");
            }
        }

        return text.ToString();
    }

    /// <summary>An amount with its sign before the dollars.</summary>
    public static string Dollars(long cents) => string.Create(CultureInfo.InvariantCulture, $"{(cents < 0 ? "-" : "")}${Math.Abs(cents) / 100m:#,0.00}");

    private static void Rows(StringBuilder text, WhatIfGroup group)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n{group.By,-16}  newly denied         no longer denied     otherwise paid\n");
        foreach ((string value, WhatIfTotals totals) in group.Rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"{EscapedText.Of(value),-16}  {totals.NewlyDenied,6} {Dollars(totals.NewlyDeniedCents),12}  {totals.NoLongerDenied,6} {Dollars(totals.NoLongerDeniedCents),12}  {totals.OtherwisePaid,6} {Dollars(totals.OtherwisePaidCents),12}")
                .Append(CultureInfo.InvariantCulture, $"   {string.Join(", ", totals.Behind.Take(MostBehind).Select(id => EscapedText.Of(id)))}{(totals.Behind.Length > MostBehind ? ", …" : "")}\n");
        }

        if (group.Rows.IsEmpty)
        {
            text.Append("nothing\n");
        }
    }
}
