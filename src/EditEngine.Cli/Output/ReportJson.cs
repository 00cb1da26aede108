using System.Text.Json;
using EditEngine.Analysis.Reporting;

namespace EditEngine.Cli.Output;

/// <summary>What a run decided, for a program: money in dollars.</summary>
internal static class ReportJson
{
    /// <summary>The text, with a line feed at its end.</summary>
    public static string Of(DecisionReport report) => PrintedJson.Of(json => Write(json, report)) + "\n";

    private static void Write(Utf8JsonWriter json, DecisionReport report)
    {
        json.WriteStartObject();
        Texts(json, "packs", report.Packs);
        json.WriteNumber("claims", report.Claims);
        json.WriteNumber("lines", report.Lines);
        Dollars(json, "notPaid", report.NotPaidCents);
        Dollars(json, "billed", report.BilledCents);
        Dollars(json, "held", report.HeldCents);
        Counted(json, "dispositions", report.Dispositions);
        Counted(json, "decisions", report.Decisions);
        json.WriteStartObject("by");
        foreach (ReportGroup group in report.Groups)
        {
            json.WriteStartArray(group.By);
            foreach (ReportRow row in group.Rows)
            {
                json.WriteStartObject();
                json.WriteString("value", row.Value);
                json.WriteNumber("concerned", row.Concerned);
                json.WriteNumber("decided", row.Decided);
                Dollars(json, "notPaid", row.NotPaidCents);
                Texts(json, "claims", row.Behind);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteStartArray("notEvaluated");
        foreach (OpenQuestion open in report.NotEvaluated)
        {
            json.WriteStartObject();
            json.WriteString("missing", open.Want);
            json.WriteNumber("times", open.Times);
            Texts(json, "edits", open.Edits);
            Texts(json, "claims", open.Behind);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("outliers");
        foreach (ProviderOutlier one in report.Outliers)
        {
            json.WriteStartObject();
            json.WriteString("provider", one.Npi);
            json.WriteNumber("lines", one.Lines);
            json.WriteNumber("decided", one.Decided);
            json.WriteNumber("share", Math.Round(one.Share, 4));
            json.WriteNumber("shareOfAll", Math.Round(one.OfAll, 4));
            json.WriteNumber("standardDeviations", Math.Round(one.Score, 2));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Counted(Utf8JsonWriter json, string name, IEnumerable<(string Word, long Count)> counts)
    {
        json.WriteStartObject(name);
        foreach ((string word, long count) in counts)
        {
            json.WriteNumber(word, count);
        }

        json.WriteEndObject();
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void Dollars(Utf8JsonWriter json, string name, long? cents)
    {
        if (cents is long amount)
        {
            json.WriteNumber(name, amount / 100m);
        }
    }
}
