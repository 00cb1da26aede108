using System.Collections.Immutable;

namespace EditEngine.Analysis.Boundaries;

/// <summary>A line of a test: words that stand together, and parts that may be left out.</summary>
/// <param name="Head">As <c>line 1: 99213-25</c>.</param>
/// <param name="Options">As <c>x2</c>, <c>on 2025-03-04</c>.</param>
internal sealed record TextRow(string Head, ImmutableArray<string> Options)
{
    public override string ToString() => string.Join(' ', Options.Prepend(Head));
}

/// <summary>A claim as the lines of a test say it.</summary>
/// <param name="Rows">What it has; the claim first.</param>
/// <param name="Missing">What is taken away, each as it stands after <c>missing</c>.</param>
/// <param name="Unsaid">What the lines cannot say: the claim that they make differs there.</param>
internal sealed record ClaimText(ImmutableArray<TextRow> Rows, ImmutableArray<string> Missing, ImmutableArray<string> Unsaid)
{
    /// <summary>The lines, what stands under the claim indented.</summary>
    public ImmutableArray<string> Lines =>
    [
        .. Rows.Select((row, at) => at == 0 || row.Head.StartsWith("as of", StringComparison.Ordinal) ? row.ToString() : "  " + row),
        .. Missing.IsEmpty ? [] : new[] { "  missing " + string.Join(", ", Missing) },
    ];
}
