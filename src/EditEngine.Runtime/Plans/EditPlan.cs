using System.Collections.Immutable;
using EditEngine.Codes;
using EditEngine.Evaluation;
using EditEngine.Evaluation.Steps;
using EditEngine.Outcomes;

namespace EditEngine.Plans;

/// <summary>The date basis of an edit.</summary>
public enum Basis : byte
{
    /// <summary>The subject's own date of service; of the claim, its first day.</summary>
    DateOfService,

    /// <summary>Discharge.</summary>
    Discharge,

    /// <summary>Admission.</summary>
    Admission,

    /// <summary>Receipt.</summary>
    Received,

    /// <summary>Processing.</summary>
    Processed,

    /// <summary>First day of the claim.</summary>
    From,

    /// <summary>Last day of the claim.</summary>
    Through,
}

/// <summary>An edit as steps: what the evaluator runs.</summary>
public sealed record EditPlan
{
    /// <summary>What the decider knows of it.</summary>
    public required EditHeader Header { get; init; }

    /// <summary>Its date basis.</summary>
    public required Basis Basis { get; init; }

    /// <summary>Number of slots.</summary>
    public required int SlotCount { get; init; }

    /// <summary>Number of choices in its steps.</summary>
    public required int ChoiceCount { get; init; }

    /// <summary>First as-of day on which it only watches; null: it decides.</summary>
    public int? MonitorFromDay { get; init; }

    /// <summary>Phases skipped for a target on which it fires.</summary>
    public ImmutableArray<string> SkipPhases { get; init; } = [];

    /// <summary>What its tuples are made of, in order.</summary>
    public required ImmutableArray<BindingPlan> Bindings { get; init; }

    /// <summary>Conditions of every tuple beside those of its bindings: scope, joins, effective.</summary>
    public required ImmutableArray<PlacedStep> Tuple { get; init; }

    /// <summary>Its cases, in order.</summary>
    public required ImmutableArray<CasePlan> Cases { get; init; }

    /// <summary>Which claims can concern it.</summary>
    public required Trigger Trigger { get; init; }

    /// <summary>It runs over lines of history somewhere.</summary>
    public bool ReadsHistory { get; init; }
}

/// <summary>A condition, and after how many bindings all it names is known.</summary>
/// <param name="Step">The condition.</param>
/// <param name="Depth">0: before the first binding.</param>
public sealed record PlacedStep(Step<Truth> Step, int Depth);

/// <summary>One position of a tuple.</summary>
/// <param name="Slot">Its slot.</param>
/// <param name="Source">Where its things come from; null for a group.</param>
/// <param name="Group">The groups; null for things.</param>
public sealed record BindingPlan(int Slot, SourcePlan? Source, GroupPlan? Group);

/// <summary>Groups of a source's things by keys.</summary>
/// <param name="Members">Who is grouped.</param>
/// <param name="Keys">Keys, over the members' slot.</param>
/// <param name="DateKey">Position of the key that is the group's date, or -1.</param>
/// <param name="Condition">Over the group's slot, or null.</param>
public sealed record GroupPlan(SourcePlan Members, ImmutableArray<GroupKeyStep> Keys, int DateKey, Step<Truth>? Condition)
{
    /// <summary>Nothing comes of a group without a line of the claim, and procedure and date are among the keys: history elsewhere is passed over.</summary>
    public bool IsOfLines { get; init; }
}

/// <summary>One case.</summary>
/// <param name="Condition">Its condition; null: always.</param>
/// <param name="Rows">Look-ups that a finding cites.</param>
/// <param name="Exceptions">In text order.</param>
/// <param name="Actions">In text order.</param>
/// <param name="Message">Its message, or null.</param>
public sealed record CasePlan(
    Step<Truth>? Condition, ImmutableArray<RowStep> Rows, ImmutableArray<ExceptionPlan> Exceptions, ImmutableArray<ActionPlan> Actions, MessagePlan? Message);

/// <summary>An exception.</summary>
/// <param name="Condition">When it excuses.</param>
/// <param name="Because">Why.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="UntilDay">Last as-of day; null: no end.</param>
public sealed record ExceptionPlan(Step<Truth> Condition, string Because, string? Owner, int? UntilDay);

/// <summary>What a target is.</summary>
public enum TargetPlan : byte
{
    /// <summary>The claim.</summary>
    Claim,

    /// <summary>A thing.</summary>
    Thing,

    /// <summary>Every line of a group or list that is the claim's own.</summary>
    EveryLine,

    /// <summary>The tuple.</summary>
    Tuple,
}

/// <summary>What an edit does.</summary>
public sealed record ActionPlan
{
    /// <summary>What.</summary>
    public required EditAction Action { get; init; }

    /// <summary>To what.</summary>
    public required TargetPlan Target { get; init; }

    /// <summary>The thing.</summary>
    public Step<Slot>? Thing { get; init; }

    /// <summary>The lines.</summary>
    public SourcePlan? Lines { get; init; }

    /// <summary>For reduce.</summary>
    public Step<Num>? Amount { get; init; }

    /// <summary>The amount is a percent, not units.</summary>
    public bool AmountIsPercent { get; init; }

    /// <summary>For replace.</summary>
    public Step<ulong>? ReplaceWith { get; init; }

    /// <summary>Reason key.</summary>
    public string? Reason { get; init; }

    /// <summary>Queue.</summary>
    public string? Queue { get; init; }

    /// <summary>Whether a person may override it; null: not said.</summary>
    public Step<Truth>? Overridable { get; init; }

    /// <summary>For add: the code.</summary>
    public Step<ulong>? AddedCode { get; init; }

    /// <summary>For add: the modifiers.</summary>
    public ImmutableArray<Code> AddedModifiers { get; init; } = [];

    /// <summary>For add: the units.</summary>
    public Step<Num>? AddedUnits { get; init; }

    /// <summary>For add: the percent.</summary>
    public Step<Num>? AddedPay { get; init; }

    /// <summary>For add: the lines it rests on.</summary>
    public SourcePlan? AddedSupports { get; init; }
}

/// <summary>A message: texts and values in turn.</summary>
public sealed record MessagePlan(ImmutableArray<MessagePart> Parts);

/// <summary>A text, or a value that shows itself.</summary>
public sealed record MessagePart(string Text, ShowStep? Value);

/// <summary>Which claims can concern an edit: only those with a line whose code is in the set, or missing.</summary>
/// <param name="Codes">Procedure codes; null: every claim.</param>
/// <param name="ClaimTypes">A bit for each <see cref="Claims.ClaimType"/> that can concern it.</param>
public sealed record Trigger(CodeSet? Codes, int ClaimTypes)
{
    /// <summary>The codes are those of a look-up that asks for another line's code too: a history line without one leaves it open, whatever the claim's own codes.</summary>
    public bool IsOpenToHistory { get; init; }
}
