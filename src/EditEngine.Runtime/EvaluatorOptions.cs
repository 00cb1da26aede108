namespace EditEngine;

/// <summary>How an evaluator runs.</summary>
public sealed record EvaluatorOptions
{
    /// <summary>What an edit may look at on one claim, in tuples and members: some seconds. No claim of an ordinary day comes near it.</summary>
    public const long DefaultBudget = 10_000_000;

    /// <summary>No edit is ever over budget: for comparing executions.</summary>
    public const long NoBudget = long.MaxValue;

    /// <summary>With the index, without actions on history, with the default budget.</summary>
    public static readonly EvaluatorOptions Default = new();

    /// <summary>Edits that cannot concern a claim are not run; results are the same without.</summary>
    internal bool UsesIndex { get; init; } = true;

    /// <summary>Only what the plans' access paths lead to is looked at; without a budget results are the same without.</summary>
    internal bool UsesAccess { get; init; } = true;

    /// <summary>Compiled code is run where the pack has it; results are the same without.</summary>
    internal bool UsesCode { get; init; } = true;

    /// <summary>Actions on history are wanted in results.</summary>
    public bool HistoryActions { get; init; }

    /// <summary>Where no history was supplied, edits that read it are not evaluated, missing <c>claim.history</c>. Else they run as if it were empty.</summary>
    public bool RequireHistory { get; init; }

    /// <summary>What each edit may look at on one claim, where a call does not say otherwise; none or more.</summary>
    public long Budget { get; init; } = DefaultBudget;
}
