using System.Collections.Immutable;
using EditEngine.Compiler.Symbols;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Binding;

/// <summary>Where the things come from that a name runs over.</summary>
/// <param name="Place">The phrase.</param>
/// <param name="Variable">The name.</param>
/// <param name="Alternatives">At least one; a thing belongs to the source when it belongs to any.</param>
internal sealed record BoundSource(SourceSpan Place, VariableSymbol Variable, ImmutableArray<BoundAlternative> Alternatives) : BoundNode
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => Alternatives;
}

/// <summary>One store of things and the conditions that a thing of it must meet.</summary>
/// <param name="Kind">Claim, Line, History, Diagnosis and so on: exactly one kind.</param>
/// <param name="List">For things of something (evidence of s, rows of a table on a date, members of a run): where they are; null for the claim's own stores.</param>
/// <param name="Conditions">Over the source's variable; all must hold.</param>
internal sealed record BoundAlternative(ThingKinds Kind, BoundExpression? List, ImmutableArray<BoundExpression> Conditions) : BoundNode
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => Present([List, .. Conditions]);
}

/// <summary>All rows of a table in force on a date, as a list.</summary>
/// <param name="Place">The phrase.</param>
/// <param name="Table">The table.</param>
/// <param name="On">The date; null: rows of every date.</param>
internal sealed record BoundRows(SourceSpan Place, TableSymbol Table, BoundExpression? On)
    : BoundExpression(LanguageType.ListOf(ThingKinds.Row, Table), Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => Present(On);
}

/// <summary>The members of a group, as a list.</summary>
internal sealed record BoundMembers(SourceSpan Place, BoundExpression Group, LanguageType Members) : BoundExpression(Members, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [Group];
}

/// <summary>What one position of <c>for each</c> runs over: things of a source, or groups.</summary>
internal abstract record BoundBinding(VariableSymbol Variable) : BoundNode;

/// <summary>Things of a source.</summary>
internal sealed record BoundThingBinding(BoundSource Source) : BoundBinding(Source.Variable)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [Source];
}

/// <summary>Groups of the members of a source with equal keys.</summary>
/// <param name="Variable">The group's name.</param>
/// <param name="Members">Who is grouped.</param>
/// <param name="Keys">The keys, over the members' variable; a tuple-valued key stands as its parts.</param>
/// <param name="Condition">Over the group's name, or null.</param>
internal sealed record BoundGroupBinding(VariableSymbol Variable, BoundSource Members, ImmutableArray<BoundGroupKeyDefinition> Keys, BoundExpression? Condition)
    : BoundBinding(Variable)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => Present([Members, .. Keys, Condition]);
}

/// <summary>One key of a group.</summary>
/// <param name="Name">Its name, as <c>g.procedure</c>.</param>
/// <param name="Value">Over the members' variable.</param>
internal sealed record BoundGroupKeyDefinition(string Name, BoundExpression Value) : BoundNode
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [Value];
}
