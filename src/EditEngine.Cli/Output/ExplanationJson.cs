using System.Globalization;
using System.Text.Json;
using EditEngine.Analysis.Explanation;
using EditEngine.Analysis.Testing;
using EditEngine.Compiler.Interpretation;
using EditEngine.Outcomes;

namespace EditEngine.Cli.Output;

/// <summary>Why edits did, or did not, fire on a claim, for a program.</summary>
internal static class ExplanationJson
{
    /// <summary>One object.</summary>
    /// <param name="result">What was decided.</param>
    /// <param name="edits">The edits that are explained, each with what would change its findings.</param>
    /// <param name="test">The test whose claim it is; null: none.</param>
    public static string Of(Result result, IEnumerable<(EditTrace Trace, EditCounterfactuals? Counterfactuals)> edits, TitledTest? test) => PrintedJson.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("claim", result.Claim);
        json.WriteString("asOf", result.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (test is not null)
        {
            json.WriteString("test", test.Test.Title);
            json.WriteBoolean("passes", PackTests.Judge(test.Edit, test.Test, result).HasPassed);
        }

        json.WriteObjects("edits", edits, edit =>
        {
            json.WriteString("edit", edit.Trace.Edit);
            json.WriteObjects("tuples", edit.Trace.Subjects.SelectMany(subject => subject.Tuples.Select(tuple => (subject.Subject, Tuple: tuple))), one =>
            {
                json.WriteString("subject", one.Subject);
                json.WriteString("outcome", one.Tuple.Outcome);
                json.WriteObjects("conditions", one.Tuple.Conditions, condition => Condition(json, condition));
            });
            if (edit.Counterfactuals is not null)
            {
                Counterfactuals(json, edit.Counterfactuals, edit.Trace);
            }
        });
        json.WriteEndObject();
    });

    private static void Counterfactuals(Utf8JsonWriter json, EditCounterfactuals found, EditTrace trace)
    {
        json.WriteStartObject("counterfactual");
        json.WriteNumber("tried", found.Tried);
        if (found.Ends is [{ Target: null }])
        {
            json.WriteObjects("keptBy", Obstacle.Of(trace), obstacle =>
            {
                json.WriteString("subject", obstacle.Subject);
                Condition(json, obstacle.Condition);
            });
        }

        json.WriteObjects("ends", found.Ends, end =>
        {
            json.WriteString(end.Target is null ? "fires" : "avoids", end.Target?.ToString() ?? found.Edit);
            json.WriteNumber("more", end.More);
            json.WriteObjects("ways", end.Ways, way =>
            {
                json.WriteTexts("changes", way.Changes);
                json.WriteString("then", way.Then);
            });
        });
        json.WriteEndObject();
    }

    private static void Condition(Utf8JsonWriter json, ConditionTrace condition)
    {
        json.WriteString("role", condition.Role);
        json.WriteString("text", condition.Text);
        json.WriteString("truth", condition.Truth.ToString().ToLowerInvariant());
        json.WriteStartObject("values");
        foreach ((string text, string value) in condition.Values.DistinctBy(one => one.Text, StringComparer.Ordinal))
        {
            json.WriteString(text, value);
        }

        json.WriteEndObject();
        json.WriteTexts("missing", condition.Missing);
    }
}
