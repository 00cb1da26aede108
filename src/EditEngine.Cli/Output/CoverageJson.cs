using System.Collections.Immutable;
using System.Text.Json;
using EditEngine.Analysis.Coverage;

namespace EditEngine.Cli.Output;

/// <summary>What was reached of a pack's rules, for a program.</summary>
internal static class CoverageJson
{
    /// <summary>One object.</summary>
    public static string Of(CoverageReport report)
    {
        return PrintedJson.Of(json =>
        {
            json.WriteStartObject();
            json.WriteString("pack", report.Pack);
            json.WriteNumber("claims", report.Claims);
            json.WriteNumber("points", report.Points);
            json.WriteNumber("reached", report.Reached);
            json.WriteNumber("percent", Math.Round(report.Percent, 2));
            json.WriteStartArray("edits");
            foreach (EditCoverage edit in report.Edits)
            {
                Edit(json, edit);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static void Edit(Utf8JsonWriter json, EditCoverage edit)
    {
        json.WriteStartObject();
        json.WriteString("edit", edit.Edit);
        json.WriteString("place", edit.Place.ToString());
        json.WriteNumber("points", edit.Points);
        json.WriteNumber("reached", edit.Reached);
        json.WriteBoolean("fired", edit.HasFired);
        if (edit.WhyNot is string why)
        {
            json.WriteString("whyNot", why);
        }

        json.WriteStartArray("conditions");
        foreach (ConditionCoverage condition in edit.Conditions)
        {
            json.WriteStartObject();
            json.WriteString("place", condition.Place.ToString());
            json.WriteString("text", condition.Text);
            json.WriteNumber("true", condition.True);
            json.WriteNumber("false", condition.False);
            json.WriteNumber("unknown", condition.Unknown);
            if (condition.WhyNever is string never)
            {
                json.WriteString("neverAsked", never);
            }

            Names(json, "by", condition.By);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("cases");
        foreach (CaseCoverage one in edit.Cases)
        {
            json.WriteStartObject();
            json.WriteString("place", one.Place.ToString());
            json.WriteString("text", one.Text);
            json.WriteNumber("fired", one.Fired);
            json.WriteNumber("bypassed", one.Bypassed);
            json.WriteNumber("notEvaluated", one.NotEvaluated);
            Names(json, "by", one.By);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("exceptions");
        foreach (ExceptionCoverage exception in edit.Exceptions)
        {
            json.WriteStartObject();
            json.WriteString("place", exception.Place.ToString());
            json.WriteString("because", exception.Because);
            json.WriteNumber("used", exception.Used);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("period");
        json.WriteNumber("before", edit.Period.Before);
        json.WriteNumber("within", edit.Period.Within);
        json.WriteNumber("after", edit.Period.After);
        json.WriteNumber("undated", edit.Period.Undated);
        json.WriteEndObject();
        Members(json, "sets", edit.Sets);
        Members(json, "tables", edit.Tables);
        json.WriteEndObject();
    }

    private static void Members(Utf8JsonWriter json, string name, ImmutableArray<MembersCoverage> all)
    {
        json.WriteStartArray(name);
        foreach (MembersCoverage members in all)
        {
            json.WriteStartObject();
            json.WriteString("name", members.Name);
            json.WriteNumber("members", members.All);
            Names(json, "met", members.Met);
            Names(json, "notMet", members.Never);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Names(Utf8JsonWriter json, string name, ImmutableArray<string> names)
    {
        json.WriteStartArray(name);
        foreach (string one in names)
        {
            json.WriteStringValue(one);
        }

        json.WriteEndArray();
    }
}
