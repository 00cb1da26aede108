using EditEngine.Compiler.Binding;

namespace EditEngine.Compiler.Interpretation;

/// <summary>The values of a condition that a reader wants to see: facts, look-ups, sums and counts; not constants, and nothing inside of a quantifier.</summary>
internal static class TracedValues
{
    public static IEnumerable<BoundExpression> Of(BoundExpression condition) => condition switch
    {
        BoundAnd and => and.Operands.SelectMany(Of),
        BoundOr or => or.Operands.SelectMany(Of),
        BoundNot not => Of(not.Operand),
        BoundUse { Type.Kind: Symbols.TypeKind.Condition } use => Of(use.Body),
        BoundCompare compare => [.. Shown(compare.Left), .. Shown(compare.Right)],
        BoundInSet inSet => Shown(inSet.Value),
        BoundInRange range => [.. Shown(range.Value), .. range.From is null ? [] : Shown(range.From), .. range.To is null ? [] : Shown(range.To)],
        BoundInCategory under => [.. Shown(under.Value), .. Shown(under.Category)],
        BoundInList list => [.. Shown(list.Value), .. Shown(list.List)],
        BoundHas has => [.. Shown(has.List), .. has.Code is null ? [] : Shown(has.Code)],
        BoundShares shares => [.. Shown(shares.Left), .. Shown(shares.Right)],
        BoundIsPresent present => Shown(present.Value),
        BoundIsYes yes => Shown(yes.Value),
        BoundIsFound found => [.. found.Row.Key.SelectMany(Shown), found.Row],
        BoundSample sample => Shown(sample.By),
        BoundSameCodes same => [.. Shown(same.Left), .. Shown(same.Right)],
        BoundSame same => [.. same.Left.SelectMany(Shown), .. same.Right.SelectMany(Shown)],
        BoundOverlaps overlaps => [.. Shown(overlaps.FromA), .. Shown(overlaps.ToA), .. Shown(overlaps.FromB), .. Shown(overlaps.ToB)],
        _ => [],
    };

    private static IEnumerable<BoundExpression> Shown(BoundExpression value) => value switch
    {
        BoundConstant => [],
        BoundColumn { Row: BoundRow row } => [row, value],
        _ => [value],
    };
}
