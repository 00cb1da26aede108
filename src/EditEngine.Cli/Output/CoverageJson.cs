using System.Collections.Immutable;
using System.Text.Json;
using EditEngine.Analysis.Coverage;

namespace EditEngine.Cli.Output;

/// <summary>What was reached of a pack's rules, for a program.</summary>
internal static class CoverageJson
{
    /// <summary>One object.</summary>
    public static string Of(CoverageReport report) => PrintedJson.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("pack", report.Pack);
        json.WriteNumber("claims", report.Claims);
        json.WriteNumber("points", report.Points);
        json.WriteNumber("reached", report.Reached);
        json.WriteNumber("percent", Math.Round(report.Percent, 2));
        json.WriteObjects("edits", report.Edits, edit => Edit(json, edit));
        json.WriteEndObject();
    });

    private static void Edit(Utf8JsonWriter json, EditCoverage edit)
    {
        json.WriteString("edit", edit.Edit);
        json.WriteString("place", edit.Place.ToString());
        json.WriteNumber("points", edit.Points);
        json.WriteNumber("reached", edit.Reached);
        json.WriteBoolean("fired", edit.HasFired);
        if (edit.WhyNot is string why)
        {
            json.WriteString("whyNot", why);
        }

        json.WriteObjects("conditions", edit.Conditions, condition => Condition(json, condition));
        json.WriteObjects("cases", edit.Cases, one =>
        {
            json.WriteString("place", one.Place.ToString());
            json.WriteString("text", one.Text);
            json.WriteNumber("fired", one.Fired);
            json.WriteNumber("bypassed", one.Bypassed);
            json.WriteNumber("notEvaluated", one.NotEvaluated);
            json.WriteTexts("by", one.By);
        });
        json.WriteObjects("exceptions", edit.Exceptions, exception =>
        {
            json.WriteString("place", exception.Place.ToString());
            json.WriteString("because", exception.Because);
            json.WriteNumber("used", exception.Used);
        });
        json.WriteStartObject("period");
        json.WriteNumber("before", edit.Period.Before);
        json.WriteNumber("within", edit.Period.Within);
        json.WriteNumber("after", edit.Period.After);
        json.WriteNumber("undated", edit.Period.Undated);
        json.WriteEndObject();
        Members(json, "sets", edit.Sets);
        Members(json, "tables", edit.Tables);
    }

    private static void Condition(Utf8JsonWriter json, ConditionCoverage condition)
    {
        json.WriteString("place", condition.Place.ToString());
        json.WriteString("text", condition.Text);
        json.WriteNumber("true", condition.True);
        json.WriteNumber("false", condition.False);
        json.WriteNumber("unknown", condition.Unknown);
        if (condition.WhyNever is string never)
        {
            json.WriteString("neverAsked", never);
        }

        json.WriteTexts("by", condition.By);
    }

    private static void Members(Utf8JsonWriter json, string name, ImmutableArray<MembersCoverage> all) => json.WriteObjects(name, all, members =>
    {
        json.WriteString("name", members.Name);
        json.WriteNumber("members", members.All);
        json.WriteTexts("met", members.Met);
        json.WriteTexts("notMet", members.Never);
    });
}
