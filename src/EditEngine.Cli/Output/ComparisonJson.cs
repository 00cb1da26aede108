using System.Text.Json;
using EditEngine.Analysis.Comparison;

namespace EditEngine.Cli.Output;

/// <summary>What differs between two packs, for a program.</summary>
internal static class ComparisonJson
{
    /// <summary>One object.</summary>
    public static string Of(PackComparison comparison)
    {
        return PrintedJson.Of(json =>
        {
            json.WriteStartObject();
            Texts(json, "added", comparison.Added);
            Texts(json, "removed", comparison.Removed);
            json.WriteNumber("same", comparison.Same);
            Texts(json, "declarations", comparison.Declarations);
            json.WriteStartArray("changed");
            foreach (EditComparison edit in comparison.Changed)
            {
                json.WriteStartObject();
                json.WriteString("edit", edit.Edit);
                json.WriteBoolean("stricter", edit.Verdict.HasFlag(Verdict.Stricter));
                json.WriteBoolean("looser", edit.Verdict.HasFlag(Verdict.Looser));
                json.WriteBoolean("other", edit.Verdict.HasFlag(Verdict.Other));
                json.WriteNumber("tried", edit.Tried);
                json.WriteNumber("differ", edit.Differ);
                json.WriteStartArray("witnesses");
                foreach (Witness witness in edit.Witnesses)
                {
                    json.WriteStartObject();
                    json.WriteString("direction", witness.Direction switch { Verdict.Stricter => "stricter", Verdict.Looser => "looser", _ => "other" });
                    Texts(json, "before", witness.Before);
                    json.WriteString("test", string.Join('\n', witness.Test.Lines("").Skip(1)) + "\n");
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
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
}
