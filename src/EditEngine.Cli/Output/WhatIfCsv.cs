using System.Globalization;
using System.Text;
using EditEngine.Analysis.Pricing;

namespace EditEngine.Cli.Output;

/// <summary>What another pack would have decided, a row a value of each dimension, last the total; amounts in dollars.</summary>
internal static class WhatIfCsv
{
    public static string Of(WhatIfReport report)
    {
        StringBuilder text = new("by,value,newly_denied_lines,newly_denied_dollars,no_longer_denied_lines,no_longer_denied_dollars,otherwise_paid_lines,otherwise_paid_dollars,old_not_paid_dollars,new_not_paid_dollars,claims\n");
        foreach (WhatIfGroup group in report.Groups)
        {
            foreach ((string value, WhatIfTotals totals) in group.Rows)
            {
                Row(text, group.By, value, totals);
            }
        }

        Row(text, "total", "", report.Total);
        return text.ToString();
    }

    private static void Row(StringBuilder text, string by, string value, WhatIfTotals totals) => text.AppendJoin(
        ',',
        by,
        Quoted(value),
        totals.NewlyDenied.ToString(CultureInfo.InvariantCulture),
        Dollars(totals.NewlyDeniedCents),
        totals.NoLongerDenied.ToString(CultureInfo.InvariantCulture),
        Dollars(totals.NoLongerDeniedCents),
        totals.OtherwisePaid.ToString(CultureInfo.InvariantCulture),
        Dollars(totals.OtherwisePaidCents),
        Dollars(totals.OldCents),
        Dollars(totals.NewCents),
        Quoted(string.Join(' ', totals.Behind))).Append('\n');

    private static string Dollars(long cents) => (cents / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    // A spreadsheet would take a text that begins with one of these for a formula.
    private static string Quoted(string text)
    {
        string plain = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' ? "'" + text : text;
        return plain.AsSpan().IndexOfAny(",\"\n\r") < 0 ? plain : $"\"{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
