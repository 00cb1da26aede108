using EditEngine.Analysis.Comparison;

namespace EditEngine.Cli.Output;

/// <summary>What differs between two packs, for people: lines of text, or of Markdown with tests in fences.</summary>
internal static class ComparisonText
{
    /// <summary>Lines of text.</summary>
    public static IEnumerable<string> Of(PackComparison comparison) =>
    [
        .. comparison.Added.Select(id => $"edit {id} added"),
        .. comparison.Removed.Select(id => $"edit {id} removed"),
        .. comparison.Declarations,
        .. comparison.Changed.SelectMany(edit => new[] { SentenceOf(edit) }.Concat(edit.Witnesses.SelectMany(TestOf))),
        SumOf(comparison),
    ];

    /// <summary>Lines of Markdown.</summary>
    public static IEnumerable<string> MarkdownOf(PackComparison comparison) =>
    [
        .. comparison.Added.Select(id => $"- edit `{id}` added"),
        .. comparison.Removed.Select(id => $"- edit `{id}` removed"),
        .. comparison.Declarations.Select(change => "- " + change),
        .. comparison.Changed.SelectMany(edit => new[] { "", $"### {edit.Edit}", "", SentenceOf(edit) }.Concat(edit.Witnesses.SelectMany(one => (string[])["", "```edit", .. TestOf(one), "```"]))),
        "",
        SumOf(comparison),
    ];

    /// <summary>A verdict in words.</summary>
    public static string WordsOf(Verdict verdict) => verdict switch
    {
        Verdict.Same => "the same on every claim tried",
        Verdict.Other => "finds as much, with another reason, amount or exception, or leaves other claims open",
        _ when verdict.HasFlag(Verdict.Stricter | Verdict.Looser) => "stricter on some claims, looser on others",
        _ => verdict.HasFlag(Verdict.Stricter) ? "stricter" : "looser",
    };

    private static string SentenceOf(EditComparison edit) => FormattableString.Invariant($"edit {edit.Edit} changed: {WordsOf(edit.Verdict)} ({edit.Differ} of {Counts.Of(edit.Tried, "claim")} differ)");

    /// <summary>A witness as a test.</summary>
    public static IEnumerable<string> TestOf(Witness witness)
    {
        string direction = witness.Direction switch { Verdict.Stricter => "Stricter", Verdict.Looser => "Looser", _ => "Other" };
        string before = witness.Before.IsEmpty ? "something that no test can expect" : string.Join("; ", witness.Before.Select(line => line["expect ".Length..]));
        return witness.Test.Lines($"{direction}. Before: {before}.");
    }

    private static string SumOf(PackComparison comparison) => comparison.IsNothing
        ? FormattableString.Invariant($"nothing differs: {Counts.Of(comparison.Same, "edit")} of the same meaning")
        : FormattableString.Invariant($"{Counts.Of(comparison.Added.Length, "edit")} added, {comparison.Removed.Length} removed, {comparison.Changed.Length} changed, {comparison.Same} of the same meaning");
}
