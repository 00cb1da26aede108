using System.Collections.Immutable;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;
using EditEngine.Outcomes;
using EditEngine.Plans;

namespace EditEngine.Compiler.Binding;

/// <summary>A pack whose every name is resolved.</summary>
/// <param name="Name">Name of the pack.</param>
/// <param name="Version">Its version.</param>
/// <param name="Phases">In order; at least one.</param>
/// <param name="Edits">In order: those of the base first, then by file and place.</param>
/// <param name="Reasons">The most derived pack's first.</param>
/// <param name="Tables">Tables read, by name.</param>
/// <param name="CodeSets">Code sets, by name.</param>
internal sealed record BoundPack(
    string Name,
    string Version,
    ImmutableArray<string> Phases,
    ImmutableArray<BoundEdit> Edits,
    ImmutableArray<ReasonSymbol> Reasons,
    ImmutableArray<TableSymbol> Tables,
    ImmutableArray<CodeSetSymbol> CodeSets);

/// <summary>An edit.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Place">Where it was written.</param>
/// <param name="PackName">The pack that wrote it.</param>
/// <param name="PackVersion">That pack's version.</param>
/// <param name="Phase">Its phase.</param>
/// <param name="Basis">Its date basis.</param>
/// <param name="EffectiveFromDay">First day, or <see cref="int.MinValue"/>.</param>
/// <param name="EffectiveThroughDay">Last day, or <see cref="int.MaxValue"/>.</param>
/// <param name="Cites">Citations in order.</param>
/// <param name="Owner">Who answers for it, or null.</param>
/// <param name="Tags">Words to find it by, in order.</param>
/// <param name="Deprecated">That it is to be used no more; null: it is.</param>
/// <param name="IsRetro">Its actions on history are wanted.</param>
/// <param name="MonitorFromDay">Day from which it only watches, by as-of; null: it decides.</param>
/// <param name="Precedence">Among equal actions the smaller wins.</param>
/// <param name="SkipPhases">Phases skipped for a target on which it fires.</param>
/// <param name="Scope">Limits it to some claims; null for all.</param>
/// <param name="ScopeRank">How specific the scope is; more specific is greater.</param>
/// <param name="Subject">The first name of <c>for each</c>: its date decides <c>effective</c> and dated parameters.</param>
/// <param name="Bindings">What <c>for each</c> runs over, in the order a tuple is put together.</param>
/// <param name="Joins">Conditions of <c>with same</c>.</param>
/// <param name="Cases">In order.</param>
/// <param name="SlotCount">How many variables it has.</param>
/// <param name="Tests">Its tests.</param>
/// <param name="Source">The text it was written in.</param>
internal sealed record BoundEdit(
    string Id,
    string Title,
    SourceSpan Place,
    string PackName,
    string PackVersion,
    string Phase,
    Basis Basis,
    int EffectiveFromDay,
    int EffectiveThroughDay,
    ImmutableArray<string> Cites,
    string? Owner,
    ImmutableArray<string> Tags,
    Deprecation? Deprecated,
    bool IsRetro,
    int? MonitorFromDay,
    int Precedence,
    ImmutableArray<string> SkipPhases,
    BoundExpression? Scope,
    int ScopeRank,
    BoundExpression Subject,
    ImmutableArray<BoundBinding> Bindings,
    ImmutableArray<BoundExpression> Joins,
    ImmutableArray<BoundCase> Cases,
    int SlotCount,
    ImmutableArray<TestSyntax> Tests,
    SourceText Source) : BoundNode
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => Present([Scope, Subject, .. Bindings, .. Joins, .. Cases]);
}

/// <summary>An edit is to be used no more.</summary>
/// <param name="Place">Where that is written.</param>
/// <param name="SinceDay">Since when.</param>
/// <param name="Use">The edit to use instead, or null.</param>
internal sealed record Deprecation(SourceSpan Place, int SinceDay, string? Use);

/// <summary>One case of an edit.</summary>
/// <param name="Condition">Its <c>when</c>; null: always.</param>
/// <param name="Rows">Row look-ups of the condition, in text order: the rows a finding cites.</param>
/// <param name="Exceptions">In text order.</param>
/// <param name="Actions">In text order; at least one.</param>
/// <param name="Message">Its message, or null.</param>
internal sealed record BoundCase(
    BoundExpression? Condition,
    ImmutableArray<BoundRow> Rows,
    ImmutableArray<BoundException> Exceptions,
    ImmutableArray<BoundAction> Actions,
    BoundMessage? Message) : BoundNode
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => Present([Condition, .. Rows, .. Exceptions, .. Actions, Message]);
}

/// <summary>An exception.</summary>
/// <param name="Condition">When it excuses.</param>
/// <param name="Because">Why.</param>
/// <param name="Owner">Who answers for it, or null.</param>
/// <param name="UntilDay">Last day, by as-of; null: no end.</param>
internal sealed record BoundException(BoundExpression Condition, string Because, string? Owner, int? UntilDay) : BoundNode
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [Condition];
}

/// <summary>What an edit does.</summary>
/// <param name="Place">The action.</param>
/// <param name="Action">What.</param>
/// <param name="Target">To what kind of target.</param>
/// <param name="Thing">The thing, or the group; null for the claim and for a tuple.</param>
/// <param name="Amount">For reduce: the units allowed or the percent paid.</param>
/// <param name="MostPercent">The most that the percent may be; null: all that was billed.</param>
/// <param name="ReplaceWith">For replace: the new code.</param>
/// <param name="Reason">Reason key, or null.</param>
/// <param name="Queue">Queue, or null.</param>
/// <param name="Overridable">null: not said; a condition otherwise.</param>
/// <param name="Added">For add.</param>
internal sealed record BoundAction(
    SourceSpan Place,
    EditAction Action,
    TargetPlan Target,
    BoundExpression? Thing,
    BoundExpression? Amount,
    decimal? MostPercent,
    BoundExpression? ReplaceWith,
    string? Reason,
    string? Queue,
    BoundExpression? Overridable,
    BoundAddedLine? Added) : BoundNode
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => Present(Thing, Amount, ReplaceWith, Overridable, Added);
}

/// <summary>A line to add.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Modifiers">Its modifiers.</param>
/// <param name="Units">Its units; null: 1.</param>
/// <param name="Pay">Its percent; null: 100.</param>
/// <param name="MostPay">The most that the percent may be; null: all that was billed.</param>
/// <param name="Supports">The group or thing it rests on, or null.</param>
internal sealed record BoundAddedLine(
    BoundExpression Code, ImmutableArray<Codes.Code> Modifiers, BoundExpression? Units, BoundExpression? Pay, decimal? MostPay, BoundExpression? Supports) : BoundNode
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => Present(Code, Units, Pay, Supports);
}

/// <summary>A message: texts and values in turn.</summary>
/// <param name="Parts">In order; each a text or a value.</param>
internal sealed record BoundMessage(ImmutableArray<BoundMessagePart> Parts) : BoundNode
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => Parts;
}

/// <summary>One part of a message: a text where <paramref name="Value"/> is null.</summary>
internal sealed record BoundMessagePart(string Text, BoundExpression? Value) : BoundNode
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => Present(Value);
}
