using System.Text.Json;
using EditEngine.Analysis.Pricing;

namespace EditEngine.Cli.Output;

/// <summary>What another pack would have decided, for a program; amounts in dollars.</summary>
internal static class WhatIfJson
{
    /// <summary>One object.</summary>
    public static string Of(WhatIfReport report)
    {
        return PrintedJson.Of(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("claims", report.Claims);
            json.WriteNumber("decided", report.Sampled);
            json.WriteNumber("lines", report.Lines);
            if (report.Share < 1)
            {
                json.WriteStartObject("sample");
                json.WriteNumber("percent", report.Share * 100);
                json.WriteNumber("newlyDeniedLines", report.Total.NewlyDenied / report.Share);
                json.WriteNumber("newlyDeniedLinesError95", report.LinesError);
                json.WriteNumber("change", report.Total.ChangeCents / 100.0 / report.Share);
                json.WriteNumber("changeError95", report.CentsError / 100);
                json.WriteEndObject();
            }

            json.WriteStartObject("total");
            Totals(json, report.Total);
            json.WriteEndObject();
            json.WriteStartObject("by");
            foreach (WhatIfGroup group in report.Groups)
            {
                json.WriteObjects(group.By, group.Rows, row =>
                {
                    json.WriteString("value", row.Value);
                    Totals(json, row.Totals);
                });
            }

            json.WriteEndObject();
            json.WriteObjects("edits", report.Edits, edit =>
            {
                json.WriteString("edit", edit.Edit);
                Part(json, "old", edit.Old);
                Part(json, "new", edit.New);
            });
            json.WriteEndObject();
        }) + "\n";
    }

    private static void Totals(Utf8JsonWriter json, WhatIfTotals totals)
    {
        json.WriteNumber("newlyDeniedLines", totals.NewlyDenied);
        json.WriteNumber("newlyDenied", totals.NewlyDeniedCents / 100m);
        json.WriteNumber("noLongerDeniedLines", totals.NoLongerDenied);
        json.WriteNumber("noLongerDenied", totals.NoLongerDeniedCents / 100m);
        json.WriteNumber("otherwisePaidLines", totals.OtherwisePaid);
        json.WriteNumber("otherwisePaid", totals.OtherwisePaidCents / 100m);
        json.WriteNumber("oldNotPaid", totals.OldCents / 100m);
        json.WriteNumber("newNotPaid", totals.NewCents / 100m);
        json.WriteNumber("change", totals.ChangeCents / 100m);
        json.WriteTexts("claims", totals.Behind);
    }

    private static void Part(Utf8JsonWriter json, string name, EditPart part)
    {
        json.WriteStartObject(name);
        json.WriteNumber("standaloneLines", part.Standalone);
        json.WriteNumber("standalone", part.StandaloneCents / 100m);
        json.WriteNumber("marginalLines", part.Marginal);
        json.WriteNumber("marginal", part.MarginalCents / 100m);
        json.WriteEndObject();
    }
}
