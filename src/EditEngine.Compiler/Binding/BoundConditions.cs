using System.Collections.Immutable;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Diagnostics;
using EditEngine.Plans;

namespace EditEngine.Compiler.Binding;

/// <summary>All of these.</summary>
internal sealed record BoundAnd(SourceSpan Place, ImmutableArray<BoundExpression> Operands) : BoundExpression(LanguageType.Condition, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => Operands;
}

/// <summary>Any of these.</summary>
internal sealed record BoundOr(SourceSpan Place, ImmutableArray<BoundExpression> Operands) : BoundExpression(LanguageType.Condition, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => Operands;
}

/// <summary>Not this.</summary>
internal sealed record BoundNot(SourceSpan Place, BoundExpression Operand) : BoundExpression(LanguageType.Condition, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [Operand];
}

/// <summary>A comparison of two values of one type.</summary>
internal sealed record BoundCompare(SourceSpan Place, BinaryOperator Operator, BoundExpression Left, BoundExpression Right)
    : BoundExpression(LanguageType.Condition, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [Left, Right];
}

/// <summary>Membership of a value in a constant set, on a date where the set is dated.</summary>
internal sealed record BoundInSet(SourceSpan Place, BoundExpression Value, Constant Set, string? SetName, BoundExpression? On)
    : BoundExpression(LanguageType.Condition, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => Present(Value, On);
}

/// <summary>Membership of a value in a closed range; a null end is open.</summary>
internal sealed record BoundInRange(SourceSpan Place, BoundExpression Value, BoundExpression? From, BoundExpression? To)
    : BoundExpression(LanguageType.Condition, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => Present(Value, From, To);
}

/// <summary>Membership of a code in a list.</summary>
internal sealed record BoundInList(SourceSpan Place, BoundExpression Value, BoundExpression List) : BoundExpression(LanguageType.Condition, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [Value, List];
}

/// <summary>Whether two closed ranges share a day.</summary>
internal sealed record BoundOverlaps(SourceSpan Place, BoundExpression FromA, BoundExpression ToA, BoundExpression FromB, BoundExpression ToB)
    : BoundExpression(LanguageType.Condition, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [FromA, ToA, FromB, ToB];
}

/// <summary>Whether there is a value.</summary>
internal sealed record BoundIsPresent(SourceSpan Place, BoundExpression Value) : BoundExpression(LanguageType.Condition, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [Value];
}

/// <summary>Whether a yes-or-no fact is yes.</summary>
internal sealed record BoundIsYes(SourceSpan Place, BoundExpression Value) : BoundExpression(LanguageType.Condition, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [Value];
}

/// <summary>Whether a thing is of one of the alternatives of a kind: in its store, and its conditions true.</summary>
internal sealed record BoundIsKind(SourceSpan Place, BoundExpression Thing, VariableSymbol Variable, ImmutableArray<BoundAlternative> Alternatives, string KindName)
    : BoundExpression(LanguageType.Condition, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [Thing, .. Alternatives];
}

/// <summary>How many members of a list pass a filter, against a number.</summary>
/// <param name="Place">The condition.</param>
/// <param name="List">A list of codes.</param>
/// <param name="Quantity">Any, No, Exactly, MoreThan, AtLeast.</param>
/// <param name="Number">For the last three.</param>
/// <param name="Set">A constant set, or null.</param>
/// <param name="Code">A code value, or null; neither: any member.</param>
/// <param name="IsOutside">Members outside of the set count.</param>
/// <param name="On">Date for a dated set.</param>
internal sealed record BoundHas(
    SourceSpan Place, BoundExpression List, Quantity Quantity, int Number, Constant? Set, BoundExpression? Code, bool IsOutside, BoundExpression? On)
    : BoundExpression(LanguageType.Condition, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => Present(List, Code, On);
}

/// <summary>Whether a code is that of a category, or lies under it.</summary>
internal sealed record BoundInCategory(SourceSpan Place, BoundExpression Value, BoundExpression Category) : BoundExpression(LanguageType.Condition, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [Value, Category];
}

/// <summary>Whether two lists of codes have a member in common.</summary>
internal sealed record BoundShares(SourceSpan Place, BoundExpression Left, BoundExpression Right) : BoundExpression(LanguageType.Condition, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [Left, Right];
}

/// <summary>Whether two lists have the same codes.</summary>
internal sealed record BoundSameCodes(SourceSpan Place, BoundExpression Left, BoundExpression Right) : BoundExpression(LanguageType.Condition, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [Left, Right];
}

/// <summary>Whether two tuples are equal part by part.</summary>
internal sealed record BoundSame(SourceSpan Place, ImmutableArray<BoundExpression> Left, ImmutableArray<BoundExpression> Right)
    : BoundExpression(LanguageType.Condition, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [.. Left, .. Right];
}

/// <summary>Whether a text falls into a stable sample.</summary>
internal sealed record BoundSample(SourceSpan Place, int Part, int Whole, BoundExpression By) : BoundExpression(LanguageType.Condition, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [By];
}

/// <summary>Whether a line is payable when the phase begins.</summary>
internal sealed record BoundIsPayable(SourceSpan Place, BoundExpression Thing) : BoundExpression(LanguageType.Condition, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [Thing];
}

/// <summary>Whether an edit of an earlier phase denied a thing.</summary>
internal sealed record BoundIsDecidedBy(SourceSpan Place, BoundExpression Thing, string Edit) : BoundExpression(LanguageType.Condition, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [Thing];
}

/// <summary>Whether a suggested code stands on the claim, in the place of its system.</summary>
internal sealed record BoundIsOnClaim(SourceSpan Place, BoundExpression Suggestion) : BoundExpression(LanguageType.Condition, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [Suggestion];
}

/// <summary>Whether a thing is none of some others.</summary>
internal sealed record BoundIsOther(SourceSpan Place, BoundExpression Thing, ImmutableArray<BoundExpression> Others) : BoundExpression(LanguageType.Condition, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [Thing, .. Others];
}

/// <summary>Whether a line or history line comes before another: by date, then line number; history by date alone.</summary>
internal sealed record BoundIsEarlier(SourceSpan Place, BoundExpression Thing, BoundExpression Than) : BoundExpression(LanguageType.Condition, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [Thing, Than];
}

/// <summary>Whether a look-up finds a row; unknown where its key is missing.</summary>
internal sealed record BoundIsFound(SourceSpan Place, BoundRow Row) : BoundExpression(LanguageType.Condition, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [Row];
}

/// <summary>Whether a thing lies in one of some stores: <c>v is history</c>.</summary>
internal sealed record BoundIsIn(SourceSpan Place, BoundExpression Thing, ThingKinds Kinds) : BoundExpression(LanguageType.Condition, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [Thing];
}
