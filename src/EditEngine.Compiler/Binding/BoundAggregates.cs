using System.Collections.Immutable;
using EditEngine.Compiler.Symbols;
using EditEngine.Diagnostics;
using EditEngine.Plans;

namespace EditEngine.Compiler.Binding;

/// <summary>any, every or no thing of a source, with a condition on it.</summary>
internal sealed record BoundQuantified(SourceSpan Place, Quantifier Quantifier, BoundSource Source, BoundExpression? Body)
    : BoundExpression(LanguageType.Condition, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => Present(Source, Body);
}

/// <summary>How many things a source has.</summary>
internal sealed record BoundCount(SourceSpan Place, BoundSource Source)
    : BoundExpression(LanguageType.Number with { IsNeverNegative = true }, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [Source];
}

/// <summary>How many codes a list has; one written twice counts once, as it does for <c>has</c>.</summary>
internal sealed record BoundCodeCount(SourceSpan Place, BoundExpression List)
    : BoundExpression(LanguageType.Number with { IsNeverNegative = true }, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [List];
}

/// <summary>A sum of a value over the things of a source.</summary>
internal sealed record BoundSum(LanguageType Type, SourceSpan Place, BoundSource Source, BoundExpression Value) : BoundExpression(Type, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [Source, Value];
}

/// <summary>The least or greatest of a value over the things of a source.</summary>
internal sealed record BoundExtremeOver(LanguageType Type, SourceSpan Place, bool IsGreatest, BoundSource Source, BoundExpression Value) : BoundExpression(Type, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [Source, Value];
}

/// <summary>The least or greatest of several values.</summary>
internal sealed record BoundExtreme(LanguageType Type, SourceSpan Place, bool IsGreatest, ImmutableArray<BoundExpression> Values) : BoundExpression(Type, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => Values;
}

/// <summary>The first or last thing of a source by keys, or in its own order.</summary>
internal sealed record BoundFirst(LanguageType Type, SourceSpan Place, BoundSource Source, bool IsLast, ImmutableArray<BoundOrderKey> Keys)
    : BoundExpression(Type, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [Source, .. Keys];
}

/// <summary>One key of an order, over the source's variable.</summary>
internal sealed record BoundOrderKey(BoundExpression Value, bool IsDescending) : BoundNode
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [Value];
}

/// <summary>The last run of a source in the order of a key: cut before each member for which the condition holds.</summary>
/// <param name="Type">A list of the source's things.</param>
/// <param name="Place">The phrase.</param>
/// <param name="Source">What is in the runs.</param>
/// <param name="By">The key, over the source's variable.</param>
/// <param name="Previous">The name of the member before.</param>
/// <param name="Broken">Condition on the variable and <paramref name="Previous"/>.</param>
internal sealed record BoundRun(LanguageType Type, SourceSpan Place, BoundSource Source, BoundExpression By, VariableSymbol Previous, BoundExpression Broken)
    : BoundExpression(Type, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [Source, By, Broken];
}
