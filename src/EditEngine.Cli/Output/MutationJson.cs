using System.Text.Json;
using EditEngine.Analysis.Boundaries;
using EditEngine.Analysis.Mutation;

namespace EditEngine.Cli.Output;

/// <summary>What tests notice of changes, for a program.</summary>
internal static class MutationJson
{
    /// <summary>One object.</summary>
    public static string Of(MutationReport report) => PrintedJson.Of(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("mutants", report.Mutants.Length);
        json.WriteNumber("killed", report.Killed);
        json.WriteNumber("score", Math.Round(report.Score * 100, 2));
        json.WriteObjects("changes", report.Mutants, mutant => Mutant(json, mutant));
        json.WriteEndObject();
    });

    private static void Mutant(Utf8JsonWriter json, MutantOutcome mutant)
    {
        json.WriteString("place", mutant.Place.ToString());
        json.WriteString("change", mutant.Words);
        json.WriteTexts("edits", mutant.Edits);
        json.WriteBoolean("killed", mutant.KilledBy is not null);
        if (mutant.KilledBy is NamedTest test)
        {
            json.WriteStartObject("by");
            json.WriteString("edit", test.Edit);
            json.WriteString("test", test.Title);
            json.WriteString("place", test.Place.ToString());
            json.WriteEndObject();
            return;
        }

        json.WriteNumber("tried", mutant.Tried);
        if (mutant.Killer is GeneratedTest killer)
        {
            json.WriteString("test", string.Join('\n', killer.Lines("This test would notice.").Skip(1)) + "\n");
        }
    }
}
