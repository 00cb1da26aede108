using System.Collections.Immutable;
using EditEngine.Evaluation.Steps;
using EditEngine.Plans;
using EditEngine.Values;

namespace EditEngine.Evaluation;

/// <summary>A plan bound to what runs it: made once a pack, shared by its evaluators.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Bindings">What its tuples are made of.</param>
/// <param name="Tuple">Conditions of every tuple.</param>
/// <param name="Cases">Its cases.</param>
internal sealed record EditSteps(EditPlan Plan, ImmutableArray<BindingSteps> Bindings, ImmutableArray<PlacedStep> Tuple, ImmutableArray<CaseSteps> Cases);

/// <summary>A condition, and after how many bindings it is asked.</summary>
internal sealed record PlacedStep(Step<Truth> Step, int Depth);

/// <summary>One position of a tuple: things of a source, or groups.</summary>
internal sealed record BindingSteps(int Slot, SourceSteps? Source, GroupSteps? Group);

/// <summary>Groups of a source's things by keys.</summary>
internal sealed record GroupSteps(SourceSteps Members, ImmutableArray<GroupKeyStep> Keys, int DateKey, Step<Truth>? Condition, bool NeedsClaimLine);

/// <summary>A case; without a condition it always holds.</summary>
internal sealed record CaseSteps(
    Step<Truth>? Condition, ImmutableArray<RowStep> Rows, ImmutableArray<ExceptionSteps> Exceptions, ImmutableArray<ActionSteps> Actions, ImmutableArray<MessageSteps> Message);

/// <summary>An exception.</summary>
internal sealed record ExceptionSteps(ExceptionPlan Plan, Step<Truth> Condition);

/// <summary>What an edit does, with the values it takes.</summary>
internal sealed record ActionSteps(
    ActionPlan Plan, Step<BoundThing>? Thing, SourceSteps? Lines, Step<Number>? Amount, Step<CodeKey>? ReplaceWith, Step<Truth>? Overridable, AddedLineSteps? Added);

/// <summary>A line that an edit adds.</summary>
internal sealed record AddedLineSteps(AddedLinePlan Plan, Step<CodeKey> Code, Step<Number>? Units, Step<Number>? Pay, SourceSteps? Supports);

/// <summary>A part of a message: a text, or a value that is shown.</summary>
internal sealed record MessageSteps(string Text, ShowStep? Value);
