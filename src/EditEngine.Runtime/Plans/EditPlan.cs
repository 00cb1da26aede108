using System.Collections.Immutable;
using EditEngine.Codes;
using EditEngine.Outcomes;

namespace EditEngine.Plans;

/// <summary>The date basis of an edit.</summary>
internal enum Basis : byte
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

/// <summary>An edit as data: what the executor runs.</summary>
internal sealed record EditPlan
{
    /// <summary>What the decider knows of it.</summary>
    public required EditHeader Header { get; init; }

    /// <summary>Its date basis.</summary>
    public required Basis Basis { get; init; }

    /// <summary>Number of slots.</summary>
    public required int SlotCount { get; init; }

    /// <summary>First as-of day on which it only watches; null: it decides.</summary>
    public int? MonitorFromDay { get; init; }

    /// <summary>Phases skipped for a target on which it fires.</summary>
    public required ImmutableArray<string> SkipPhases { get; init; }

    /// <summary>What its tuples are made of, in order.</summary>
    public required ImmutableArray<BindingPlan> Bindings { get; init; }

    /// <summary>Conditions of every tuple beside those of its bindings: scope, joins, effective.</summary>
    public required ImmutableArray<PlacedCondition> Tuple { get; init; }

    /// <summary>Its cases, in order.</summary>
    public required ImmutableArray<CasePlan> Cases { get; init; }

    /// <summary>Which claims can concern it.</summary>
    public required IndexKey IndexKey { get; init; }

    /// <summary>It runs over lines of history somewhere.</summary>
    public bool ReadsHistory { get; init; }
}

/// <summary>A condition, and after how many bindings all it names is known.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="Depth">0: before the first binding.</param>
internal sealed record PlacedCondition(Expression Condition, int Depth);

/// <summary>One position of a tuple.</summary>
/// <param name="Slot">Its slot.</param>
/// <param name="Source">Where its things come from; null for a group.</param>
/// <param name="Group">The groups; null for things.</param>
internal sealed record BindingPlan(int Slot, SourcePlan? Source = null, GroupPlan? Group = null);

/// <summary>Groups of a source's things by keys.</summary>
/// <param name="Members">Who is grouped.</param>
/// <param name="Keys">Keys, over the members' slot.</param>
/// <param name="DateKey">Position of the key that is the group's date, or -1.</param>
/// <param name="Condition">Over the group's slot, or null.</param>
internal sealed record GroupPlan(SourcePlan Members, ImmutableArray<Expression> Keys, int DateKey, Expression? Condition = null)
{
    /// <summary>Nothing comes of a group without a line of the claim, and procedure and date are among the keys: history elsewhere is passed over.</summary>
    public bool NeedsClaimLine { get; init; }
}

/// <summary>One case.</summary>
/// <param name="Rows">Look-ups that a finding cites.</param>
/// <param name="Exceptions">In text order.</param>
/// <param name="Actions">In text order.</param>
/// <param name="Message">Its message; empty: none.</param>
/// <param name="Condition">Its condition; null: always.</param>
internal sealed record CasePlan(
    ImmutableArray<LookUp> Rows, ImmutableArray<ExceptionPlan> Exceptions, ImmutableArray<ActionPlan> Actions, ImmutableArray<MessagePart> Message, Expression? Condition = null);

/// <summary>An exception.</summary>
/// <param name="Condition">When it excuses.</param>
/// <param name="Because">Why.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="UntilDay">Last as-of day; null: no end.</param>
internal sealed record ExceptionPlan(Expression Condition, string Because, string? Owner = null, int? UntilDay = null);

/// <summary>What a target is.</summary>
internal enum TargetPlan : byte
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
internal sealed record ActionPlan
{
    /// <summary>What.</summary>
    public required EditAction Action { get; init; }

    /// <summary>To what.</summary>
    public required TargetPlan Target { get; init; }

    /// <summary>The thing, for a thing.</summary>
    public Expression? Thing { get; init; }

    /// <summary>The lines, for every line.</summary>
    public SourcePlan? Lines { get; init; }

    /// <summary>For reduce: a percent or units.</summary>
    public Expression? Amount { get; init; }

    /// <summary>The amount is a percent, not units.</summary>
    public bool AmountIsPercent { get; init; }

    /// <summary>The most that a percent may be; null: all that was billed.</summary>
    public decimal? MostPercent { get; init; }

    /// <summary>For replace: the new code.</summary>
    public Expression? ReplaceWith { get; init; }

    /// <summary>Reason key.</summary>
    public string? Reason { get; init; }

    /// <summary>Queue.</summary>
    public string? Queue { get; init; }

    /// <summary>Whether a person may override it; null: not said.</summary>
    public Expression? Overridable { get; init; }

    /// <summary>For add: the line; else null.</summary>
    public AddedLinePlan? Added { get; init; }
}

/// <summary>A line that an edit adds.</summary>
/// <param name="Code">The code.</param>
/// <param name="Modifiers">The modifiers.</param>
/// <param name="Units">The units; null: one.</param>
/// <param name="Pay">The percent that is paid; null: all.</param>
/// <param name="Supports">The lines it rests on; null: none.</param>
/// <param name="MostPay">The most that the percent may be; null: all that was billed.</param>
internal sealed record AddedLinePlan(Expression Code, ImmutableArray<Code> Modifiers, Expression? Units = null, Expression? Pay = null, SourcePlan? Supports = null, decimal? MostPay = null);

/// <summary>How a value is shown.</summary>
internal enum ValueStyle : byte
{
    /// <summary>As it is.</summary>
    Plain,

    /// <summary>Cents as dollars.</summary>
    Money,

    /// <summary>With a percent sign.</summary>
    Percent,

    /// <summary>0 as no, else yes.</summary>
    YesNo,
}

/// <summary>A part of a message: a text, or a value that is shown.</summary>
/// <param name="Text">The text; empty for a value.</param>
/// <param name="Value">The value; null for a text.</param>
/// <param name="Style">How the value is shown.</param>
internal sealed record MessagePart(string Text, Expression? Value = null, ValueStyle Style = ValueStyle.Plain);

/// <summary>Which claims can concern an edit: only those with a line whose code is in the set, or missing.</summary>
/// <param name="ClaimTypes">A bit for each <see cref="Claims.ClaimType"/> that can concern it.</param>
/// <param name="Codes">Procedure codes; null: every claim.</param>
/// <param name="Slot">The binding whose thing has the code, or whose group's lines of the claim all do, by its slot; -1 where there are no codes.</param>
internal sealed record IndexKey(int ClaimTypes, CodeSet? Codes = null, int Slot = -1)
{
    /// <summary>The codes are those of a look-up that asks for another line's code too: a history line without one leaves it open, whatever the claim's own codes.</summary>
    public bool MayMatchUncodedHistory { get; init; }
}
