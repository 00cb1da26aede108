using System.Collections.Immutable;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Diagnostics;
using EditEngine.Plans;

namespace EditEngine.Compiler.Binding;

/// <summary>All of these.</summary>
public sealed record BoundAnd(SourceSpan Place, ImmutableArray<BoundExpression> Operands) : BoundExpression(LanguageType.Condition, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => Operands;
}

/// <summary>Any of these.</summary>
public sealed record BoundOr(SourceSpan Place, ImmutableArray<BoundExpression> Operands) : BoundExpression(LanguageType.Condition, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => Operands;
}

/// <summary>Not this.</summary>
public sealed record BoundNot(SourceSpan Place, BoundExpression Operand) : BoundExpression(LanguageType.Condition, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [Operand];
}

/// <summary>A comparison of two values of one type.</summary>
public sealed record BoundCompare(SourceSpan Place, BinaryOperator Operator, BoundExpression Left, BoundExpression Right)
    : BoundExpression(LanguageType.Condition, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [Left, Right];
}

/// <summary>Membership of a value in a constant set, on a date where the set is dated.</summary>
public sealed record BoundInSet(SourceSpan Place, BoundExpression Value, Constant Set, string? SetName, BoundExpression? On)
    : BoundExpression(LanguageType.Condition, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => Present(Value, On);
}

/// <summary>Membership of a value in a closed range; a null end is open.</summary>
public sealed record BoundInRange(SourceSpan Place, BoundExpression Value, BoundExpression? From, BoundExpression? To)
    : BoundExpression(LanguageType.Condition, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => Present(Value, From, To);
}

/// <summary>Membership of a code in a list.</summary>
public sealed record BoundInList(SourceSpan Place, BoundExpression Value, BoundExpression List) : BoundExpression(LanguageType.Condition, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [Value, List];
}

/// <summary>Whether two closed ranges share a day.</summary>
public sealed record BoundOverlaps(SourceSpan Place, BoundExpression FromA, BoundExpression ToA, BoundExpression FromB, BoundExpression ToB)
    : BoundExpression(LanguageType.Condition, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [FromA, ToA, FromB, ToB];
}

/// <summary>Whether there is a value.</summary>
public sealed record BoundIsPresent(SourceSpan Place, BoundExpression Value) : BoundExpression(LanguageType.Condition, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [Value];
}

/// <summary>Whether a yes-or-no fact is yes.</summary>
public sealed record BoundIsYes(SourceSpan Place, BoundExpression Value) : BoundExpression(LanguageType.Condition, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [Value];
}

/// <summary>Whether a thing is of one of the alternatives of a kind: in its store, and its conditions true.</summary>
public sealed record BoundIsKind(SourceSpan Place, BoundExpression Thing, VariableSymbol Variable, ImmutableArray<BoundAlternative> Alternatives, string KindName)
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
public sealed record BoundHas(
    SourceSpan Place, BoundExpression List, Quantity Quantity, int Number, Constant? Set, BoundExpression? Code, bool IsOutside, BoundExpression? On)
    : BoundExpression(LanguageType.Condition, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => Present(List, Code, On);
}

/// <summary>Whether two lists of codes have a member in common.</summary>
public sealed record BoundShares(SourceSpan Place, BoundExpression Left, BoundExpression Right) : BoundExpression(LanguageType.Condition, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [Left, Right];
}

/// <summary>Whether two tuples are equal part by part.</summary>
public sealed record BoundSame(SourceSpan Place, ImmutableArray<BoundExpression> Left, ImmutableArray<BoundExpression> Right)
    : BoundExpression(LanguageType.Condition, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [.. Left, .. Right];
}

/// <summary>Whether a text falls into a stable sample.</summary>
public sealed record BoundSample(SourceSpan Place, int Part, int Whole, BoundExpression By) : BoundExpression(LanguageType.Condition, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [By];
}

/// <summary>Whether a line is payable when the phase begins.</summary>
public sealed record BoundIsPayable(SourceSpan Place, BoundExpression Thing) : BoundExpression(LanguageType.Condition, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [Thing];
}

/// <summary>Whether an edit of an earlier phase denied a thing.</summary>
public sealed record BoundIsDecidedBy(SourceSpan Place, BoundExpression Thing, string Edit) : BoundExpression(LanguageType.Condition, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [Thing];
}

/// <summary>Whether a suggested code stands on the claim, in the place of its system.</summary>
public sealed record BoundIsOnClaim(SourceSpan Place, BoundExpression Suggestion) : BoundExpression(LanguageType.Condition, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [Suggestion];
}

/// <summary>Whether a thing is none of some others.</summary>
public sealed record BoundIsOther(SourceSpan Place, BoundExpression Thing, ImmutableArray<BoundExpression> Others) : BoundExpression(LanguageType.Condition, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [Thing, .. Others];
}

/// <summary>Whether a line or history line comes before another: by date, then line number; history by date alone.</summary>
public sealed record BoundIsEarlier(SourceSpan Place, BoundExpression Thing, BoundExpression Than) : BoundExpression(LanguageType.Condition, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [Thing, Than];
}

/// <summary>Whether a look-up finds a row; unknown where its key is missing.</summary>
public sealed record BoundIsFound(SourceSpan Place, BoundRow Row) : BoundExpression(LanguageType.Condition, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [Row];
}

/// <summary>Whether a thing lies in one of some stores: <c>v is history</c>.</summary>
public sealed record BoundIsIn(SourceSpan Place, BoundExpression Thing, ThingKinds Kinds) : BoundExpression(LanguageType.Condition, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [Thing];
}
