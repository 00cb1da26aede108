using System.Collections.Immutable;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Diagnostics;
using EditEngine.Values;

namespace EditEngine.Compiler.Binding;

/// <summary>A value or condition whose names are resolved and whose types fit.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Place">Where it was written.</param>
internal abstract record BoundExpression(LanguageType Type, SourceSpan Place) : BoundNode;

/// <summary>A mistake, already reported.</summary>
internal sealed record BoundError(SourceSpan Place) : BoundExpression(LanguageType.Error, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [];
}

/// <summary>A constant.</summary>
internal sealed record BoundConstant(LanguageType Type, SourceSpan Place, Constant Value) : BoundExpression(Type, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [];
}

/// <summary>A thing, group or parameter of a definition by its name.</summary>
internal sealed record BoundVariable(SourceSpan Place, VariableSymbol Variable) : BoundExpression(Variable.Type, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [];
}

/// <summary>The claim itself.</summary>
internal sealed record BoundClaim(SourceSpan Place) : BoundExpression(LanguageType.ThingOf(ThingKinds.Claim), Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [];
}

/// <summary>A field of a thing.</summary>
internal sealed record BoundField(SourceSpan Place, BoundExpression Receiver, FieldSymbol Field) : BoundExpression(Field.Type, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [Receiver];
}

/// <summary>A fact that the payer adds.</summary>
internal sealed record BoundFact(SourceSpan Place, FactSymbol Fact) : BoundExpression(Fact.Type, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [];
}

/// <summary>A key of a group.</summary>
internal sealed record BoundGroupKey(LanguageType Type, SourceSpan Place, BoundExpression Group, int Index) : BoundExpression(Type, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [Group];
}

/// <summary>A dated constant, on the date of the edit's subject.</summary>
internal sealed record BoundParameter(SourceSpan Place, ParameterSymbol Parameter) : BoundExpression(Parameter.Type, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [];
}

/// <summary>A definition used: its body with the arguments in the places of its names.</summary>
/// <param name="Place">The use.</param>
/// <param name="Name">Name of the definition.</param>
/// <param name="Parameters">Its names.</param>
/// <param name="Arguments">What stands for them.</param>
/// <param name="Body">Its body.</param>
internal sealed record BoundUse(
    SourceSpan Place, string Name, ImmutableArray<VariableSymbol> Parameters, ImmutableArray<BoundExpression> Arguments, BoundExpression Body)
    : BoundExpression(Body.Type, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [.. Arguments, Body];
}

/// <summary>Arithmetic on numbers, dates and periods.</summary>
internal sealed record BoundArithmetic(LanguageType Type, SourceSpan Place, BinaryOperator Operator, BoundExpression Left, BoundExpression Right)
    : BoundExpression(Type, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [Left, Right];
}

/// <summary>The negative of a number.</summary>
internal sealed record BoundNegate(LanguageType Type, SourceSpan Place, BoundExpression Operand) : BoundExpression(Type, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [Operand];
}

/// <summary>A choice of values by conditions; a branch without one is the last.</summary>
internal sealed record BoundChoice(LanguageType Type, SourceSpan Place, ImmutableArray<BoundBranch> Branches) : BoundExpression(Type, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => Branches;
}

/// <summary>One branch.</summary>
internal sealed record BoundBranch(BoundExpression Value, BoundExpression? Condition) : BoundNode
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => Present(Value, Condition);
}

/// <summary>The first value, or the second where the first is missing or none.</summary>
internal sealed record BoundOrElse(LanguageType Type, SourceSpan Place, BoundExpression First, BoundExpression Second) : BoundExpression(Type, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [First, Second];
}

/// <summary>The row of a table for a key on a date: a row, none, or missing.</summary>
internal sealed record BoundRow(SourceSpan Place, TableSymbol Table, ImmutableArray<BoundExpression> Key, BoundExpression? On)
    : BoundExpression(LanguageType.ThingOf(ThingKinds.Row, Table), Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => Present([.. Key, On]);
}

/// <summary>A column of a row.</summary>
internal sealed record BoundColumn(SourceSpan Place, BoundExpression Row, ColumnSymbol Column) : BoundExpression(Column.Type, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [Row];
}

/// <summary>A number rounded to a unit.</summary>
internal sealed record BoundRounded(LanguageType Type, SourceSpan Place, BoundExpression Value, Rounding Mode, Numbers.Rational Unit)
    : BoundExpression(Type, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [Value];
}

/// <summary>Every code of one system on the claim.</summary>
internal sealed record BoundCodesOf(SourceSpan Place, Codes.CodeSystem System) : BoundExpression(LanguageType.ListOf(System), Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [];
}

/// <summary>A tuple of values: only inside of a definition's body, taken apart where it is used.</summary>
internal sealed record BoundTuple(SourceSpan Place, ImmutableArray<BoundExpression> Values) : BoundExpression(LanguageType.Tuple, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => Values;
}
