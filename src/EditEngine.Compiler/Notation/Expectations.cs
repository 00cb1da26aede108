using System.Collections.Immutable;
using EditEngine.Codes;
using EditEngine.Diagnostics;
using EditEngine.Outcomes;

namespace EditEngine.Compiler.Notation;

/// <summary>What an expectation is about.</summary>
internal enum ExpectedThing
{
    /// <summary>All of the result.</summary>
    Everything,

    /// <summary>The claim and what belongs to no line: diagnoses, procedures, suggestions.</summary>
    Claim,

    /// <summary>A line of the claim.</summary>
    Line,

    /// <summary>A line of an earlier claim.</summary>
    History,

    /// <summary>A diagnosis of the claim.</summary>
    Diagnosis,

    /// <summary>An inpatient procedure of the claim.</summary>
    Procedure,

    /// <summary>A coding suggestion.</summary>
    Suggestion,
}

/// <summary>The thing an expectation is about.</summary>
/// <param name="Thing">What it is.</param>
/// <param name="Number">Line number, or position from 1; 0 where there is but one.</param>
/// <param name="ClaimId">The earlier claim; null for this claim.</param>
internal sealed record ExpectedTarget(ExpectedThing Thing, int Number, string? ClaimId)
{
    /// <summary>As it is written after <c>expect</c>; empty for everything.</summary>
    public override string ToString() => Thing switch
    {
        ExpectedThing.Everything => "",
        ExpectedThing.Claim => "claim",
        ExpectedThing.Line => FormattableString.Invariant($"line {Number}"),
        ExpectedThing.History => FormattableString.Invariant($"history {ClaimId} line {Number}"),
        ExpectedThing.Diagnosis => FormattableString.Invariant($"diagnosis {Number}"),
        ExpectedThing.Procedure => FormattableString.Invariant($"procedure {Number}"),
        _ => FormattableString.Invariant($"suggestion {Number}"),
    };
}

/// <summary>Something that a test says must be decided.</summary>
/// <param name="Place">Where it is written.</param>
/// <param name="Text">As written after <c>expect</c>.</param>
internal abstract record Expectation(SourceSpan Place, string Text)
{
    /// <summary>The edit after <c>by</c> or <c>from</c>; null: any.</summary>
    public string? Edit { get; init; }

    /// <summary>Where the edit is named; null where none is.</summary>
    public SourceSpan? EditPlace { get; init; }
}

/// <summary>No active finding on the target, and nothing of it not evaluated.</summary>
internal sealed record CleanExpectation(SourceSpan Place, string Text, ExpectedTarget Target) : Expectation(Place, Text);

/// <summary>The edit finds nothing on the target, in no state, and leaves nothing of it open.</summary>
internal sealed record NothingExpectation(SourceSpan Place, string Text, ExpectedTarget Target) : Expectation(Place, Text);

/// <summary>The edit could not be decided for the target.</summary>
/// <param name="Place">Where it is written.</param>
/// <param name="Text">As written.</param>
/// <param name="Target">For what.</param>
/// <param name="Missing">Fields that must be among those that mattered; empty: not compared.</param>
internal sealed record NotEvaluatedExpectation(SourceSpan Place, string Text, ExpectedTarget Target, ImmutableArray<string> Missing) : Expectation(Place, Text);

/// <summary>A finding on the target.</summary>
/// <param name="Place">Where it is written.</param>
/// <param name="Text">As written.</param>
/// <param name="Target">On what.</param>
/// <param name="State">Active, bypassed or monitored.</param>
/// <param name="Action">What it does; null: not compared.</param>
internal sealed record FindingExpectation(SourceSpan Place, string Text, ExpectedTarget Target, FindingState State, EditAction? Action) : Expectation(Place, Text)
{
    /// <summary>Units allowed, after <c>reduced to</c>.</summary>
    public decimal? Units { get; init; }

    /// <summary>Percent paid, after <c>reduced to</c>.</summary>
    public decimal? Percent { get; init; }

    /// <summary>The new code, after <c>replaced with</c>; missing: not compared.</summary>
    public Code ReplacedWith { get; init; }

    /// <summary>Queue.</summary>
    public string? Queue { get; init; }

    /// <summary>Reason key.</summary>
    public string? Reason { get; init; }

    /// <summary>CO, PR, OA or PI.</summary>
    public string? GroupCode { get; init; }

    /// <summary>Claim adjustment reason code.</summary>
    public string? Carc { get; init; }

    /// <summary>A remark code that must be among the finding's.</summary>
    public string? Remark { get; init; }

    /// <summary>The whole message.</summary>
    public string? Message { get; init; }

    /// <summary>The reason of the exception.</summary>
    public string? Because { get; init; }

    /// <summary>Whether a person may override it; null: not compared.</summary>
    public bool? Overridable { get; init; }
}

/// <summary>A line that an edit adds.</summary>
/// <param name="Place">Where it is written.</param>
/// <param name="Text">As written.</param>
/// <param name="Code">Its code.</param>
/// <param name="Modifiers">All of its modifiers; <c>default</c>: not compared.</param>
/// <param name="Units">Its units; null: not compared.</param>
/// <param name="PayPercent">Its percent; null: not compared.</param>
internal sealed record AddedLineExpectation(SourceSpan Place, string Text, Code Code, ImmutableArray<Code> Modifiers, decimal? Units, decimal? PayPercent)
    : Expectation(Place, Text);
