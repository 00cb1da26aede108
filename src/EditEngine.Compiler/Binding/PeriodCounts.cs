using EditEngine.Compiler.Symbols;
using EditEngine.Numbers;

namespace EditEngine.Compiler.Binding;

/// <summary>Periods of tables in comparisons: as many days, or as many months, as they are. Days and months are never compared with one another.</summary>
/// <example><c>r.life = 90 days</c>, <c>r.life = 90</c> and <c>days from h.date to v.date &lt; r.life</c> compare numbers of days.</example>
internal static class PeriodCounts
{
    private enum Unit
    {
        None,
        Days,
        Months,
        Number,
    }

    /// <summary>Whether a value is a period that comes from a table.</summary>
    public static bool IsOfTable(BoundExpression value) => value.Type.Kind == TypeKind.Period && value switch
    {
        BoundColumn => true,
        BoundUse use => IsOfTable(use.Body),
        BoundOrElse either => IsOfTable(either.First) || IsOfTable(either.Second),
        BoundChoice choice => choice.Branches.Any(branch => IsOfTable(branch.Value)),
        _ => false,
    };

    /// <summary>What a bare literal beside a value is.</summary>
    public static LanguageType HintOf(BoundExpression value) => IsOfTable(value) ? LanguageType.Number : value.Type;

    /// <summary>Both sides as numbers where one is a period of a table and both count the same; else as they are.</summary>
    public static (BoundExpression Left, BoundExpression Right) Of(BoundExpression left, BoundExpression right)
    {
        Unit unit = Together(UnitOf(left), UnitOf(right));
        return unit != Unit.None && (IsOfTable(left) || IsOfTable(right)) ? (AsNumber(left), AsNumber(right)) : (left, right);
    }

    private static Unit UnitOf(BoundExpression value) => value switch
    {
        { Type.Kind: TypeKind.Number } => Unit.Number,
        { Type.Kind: not TypeKind.Period } => Unit.None,
        BoundColumn column => column.Column.IsMonths ? Unit.Months : Unit.Days,
        BoundConstant { Value: PeriodConstant period } => period.Months == 0 ? Unit.Days : period.Days == 0 ? Unit.Months : Unit.None,
        BoundUse use => UnitOf(use.Body),
        BoundOrElse either => Together(UnitOf(either.First), UnitOf(either.Second)),
        BoundChoice choice => choice.Branches.Select(branch => UnitOf(branch.Value)).Aggregate(Together),
        _ => Unit.None,
    };

    private static Unit Together(Unit left, Unit right) => left == Unit.Number ? right : right == Unit.Number || left == right ? left : Unit.None;

    private static BoundExpression AsNumber(BoundExpression value) => value switch
    {
        { Type.Kind: not TypeKind.Period } => value,
        BoundColumn column => new BoundColumn(column.Place, column.Row, column.Column with { Type = LanguageType.Number, IsMonths = false }),
        BoundConstant { Value: PeriodConstant period } constant => new BoundConstant(LanguageType.Number, constant.Place, new NumberConstant(Rational.From(period.Months + period.Days))),
        BoundUse use => new BoundUse(use.Place, use.Name, use.Parameters, use.Arguments, AsNumber(use.Body)), // Made anew: the type of a use is its body's.
        BoundOrElse either => either with { Type = LanguageType.Number, First = AsNumber(either.First), Second = AsNumber(either.Second) },
        BoundChoice choice => choice with { Type = LanguageType.Number, Branches = [.. choice.Branches.Select(branch => branch with { Value = AsNumber(branch.Value) })] },
        _ => value,
    };
}
