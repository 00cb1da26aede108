using EditEngine.Analysis.Comparison;

namespace EditEngine.Cli.Output;

/// <summary>What differs between two packs, for a program.</summary>
internal static class ComparisonJson
{
    /// <summary>One object.</summary>
    public static string Of(PackComparison comparison) => PrintedJson.Of(json =>
    {
        json.WriteStartObject();
        json.WriteTexts("added", comparison.Added);
        json.WriteTexts("removed", comparison.Removed);
        json.WriteNumber("same", comparison.Same);
        json.WriteTexts("declarations", comparison.Declarations);
        json.WriteObjects("changed", comparison.Changed, edit =>
        {
            json.WriteString("edit", edit.Edit);
            json.WriteBoolean("stricter", edit.Verdict.HasFlag(Verdict.Stricter));
            json.WriteBoolean("looser", edit.Verdict.HasFlag(Verdict.Looser));
            json.WriteBoolean("other", edit.Verdict.HasFlag(Verdict.Other));
            json.WriteNumber("tried", edit.Tried);
            json.WriteNumber("differ", edit.Differ);
            json.WriteObjects("witnesses", edit.Witnesses, witness =>
            {
                json.WriteString("direction", witness.Direction switch { Verdict.Stricter => "stricter", Verdict.Looser => "looser", _ => "other" });
                json.WriteTexts("before", witness.Before);
                json.WriteString("test", string.Join('\n', witness.Test.Lines("").Skip(1)) + "\n");
            });
        });
        json.WriteEndObject();
    });
}
