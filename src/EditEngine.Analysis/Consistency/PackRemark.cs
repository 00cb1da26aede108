using System.Collections.Immutable;
using EditEngine.Analysis.Boundaries;
using EditEngine.Diagnostics;

namespace EditEngine.Analysis.Consistency;

/// <summary>What is remarked of a pack.</summary>
internal enum RemarkKind
{
    /// <summary>An edit that never fires.</summary>
    Never,

    /// <summary>An edit that always fires with another, which is as strong.</summary>
    Shadowed,

    /// <summary>Two edits that decide one line in opposite ways.</summary>
    Opposite,

    /// <summary>A set that no edit asks for.</summary>
    Unreached,

    /// <summary>Days on which nothing decides what is decided before and after them.</summary>
    Gap,
}

/// <summary>Something that somebody should look at in a pack that runs.</summary>
/// <param name="Kind">What.</param>
/// <param name="Edits">Ids of the edits it is about, the first first; empty for a set.</param>
/// <param name="Place">Where it is written.</param>
/// <param name="Text">A sentence.</param>
/// <param name="IsProven">It follows from the rules; else it was found on claims, and one that was not tried may show otherwise.</param>
/// <param name="Witness">A claim that shows it, as a test that passes; null where none can.</param>
internal sealed record PackRemark(RemarkKind Kind, ImmutableArray<string> Edits, SourceSpan Place, string Text, bool IsProven, GeneratedTest? Witness)
{
    /// <summary>Every kind with its word.</summary>
    public static ImmutableArray<(RemarkKind Kind, string Word)> Words { get; } =
        [(RemarkKind.Never, "never"), (RemarkKind.Shadowed, "shadowed"), (RemarkKind.Opposite, "opposite"), (RemarkKind.Unreached, "unreached"), (RemarkKind.Gap, "gap")];

    /// <summary>The word of its kind.</summary>
    public string Word => Words.Single(one => one.Kind == Kind).Word;
}
