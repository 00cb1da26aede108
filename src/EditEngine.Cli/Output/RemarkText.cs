using System.Collections.Immutable;
using EditEngine.Analysis.Boundaries;
using EditEngine.Analysis.Consistency;

namespace EditEngine.Cli.Output;

/// <summary>What is remarked of a pack: lines for people, one object for a program.</summary>
internal static class RemarkText
{
    private const string Shown = "It was run on the pack as it is.";

    /// <summary>A line for each remark, its claim as a test below it, then how many there are of each kind.</summary>
    public static IEnumerable<string> Of(ImmutableArray<PackRemark> remarks, int edits) =>
    [
        .. remarks.SelectMany(remark => new[] { $"{remark.Place}: {remark.Word}: {remark.Text}" }.Concat(remark.Witness?.Lines(Shown).Select(line => "  " + line) ?? [])),
        remarks.IsEmpty ? FormattableString.Invariant($"nothing to remark on {Counts.Of(edits, "edit")}")
            : FormattableString.Invariant($"{Counts.Of(remarks.Length, "remark")} on {Counts.Of(edits, "edit")}: {string.Join(", ", PackRemark.Words.Select(one => (one.Word, Count: remarks.Count(remark => remark.Kind == one.Kind))).Where(one => one.Count > 0).Select(one => $"{one.Count} {one.Word}"))}"),
    ];

    /// <summary>One object.</summary>
    public static string JsonOf(ImmutableArray<PackRemark> remarks) => PrintedJson.Of(json =>
    {
        json.WriteStartObject();
        json.WriteObjects("remarks", remarks, remark =>
        {
            json.WriteString("kind", remark.Word);
            json.WriteTexts("edits", remark.Edits);
            json.WriteString("place", remark.Place.ToString());
            json.WriteString("text", remark.Text);
            json.WriteBoolean("proven", remark.IsProven);
            if (remark.Witness is GeneratedTest witness)
            {
                json.WriteString("test", string.Join('\n', witness.Lines(Shown).Skip(1)) + "\n");
            }
        });
        json.WriteEndObject();
    });
}
