using System.Collections.Immutable;
using EditEngine.Codes;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Numbers;
using EditEngine.Plans;
using EditEngine.Values;

namespace EditEngine.Compiler.Restrictions;

/// <summary>Reads what a condition asks of one thing, whatever way it is spelt: through definitions, on either side, in any bracket.</summary>
/// <remarks>
/// "Not false" holds of every thing for which the condition is true, or unknown though the thing's own field and the value it is compared with are known;
/// "not true" of every one for which it is false or so unknown.
/// </remarks>
/// <param name="slot">The thing's name.</param>
/// <param name="kind">Where the thing is from, as far as the reader goes.</param>
/// <param name="basis">The edit's date basis.</param>
internal sealed class ConditionReader(int slot, ThingKinds kind, Basis basis)
{
    private readonly TermReader _terms = new(basis);
    private readonly OwnDates _dates = new(slot, new TermReader(basis));
    private readonly LookUpKeys _lookUps = new(slot, new TermReader(basis));

    // Names have slots from 0 on.
    private const int Claim = -1;

    /// <summary>Reads what is asked of the claim itself.</summary>
    public static ConditionReader OfClaim(Basis basis) => new(Claim, ThingKinds.Claim, basis);

    /// <summary>What must hold for a condition not to be false.</summary>
    public Restriction NotFalse(BoundExpression condition) => NotFalse(condition, Definitions.None);

    /// <summary>What must hold for all conditions not to be false.</summary>
    public Restriction NotFalse(IEnumerable<BoundExpression> conditions) =>
        conditions.Aggregate(Restriction.None, (all, one) => all.And(NotFalse(one)));

    /// <summary>What must hold for a condition not to be true.</summary>
    public Restriction NotTrue(BoundExpression condition) => NotTrue(condition, Definitions.None);

    internal Restriction NotFalse(IEnumerable<BoundExpression> conditions, Definitions names) =>
        conditions.Aggregate(Restriction.None, (all, one) => all.And(NotFalse(one, names)));

    internal Restriction NotFalse(BoundExpression condition, Definitions names)
    {
        (BoundExpression expression, Definitions inner) = names.Resolve(condition);
        return expression switch
        {
            BoundAnd and => NotFalse(and.Operands, inner),
            BoundOr or => or.Operands.Select(one => NotFalse(one, inner)).Aggregate((first, second) => first.Or(second)),
            BoundNot not => NotTrue(not.Operand, inner),
            BoundConstant { Value: YesNoConstant { Value: false } } => Restriction.Impossible,
            BoundCompare compare => Compare(compare.Left, compare.Operator, compare.Right, inner),
            BoundSame same => same.Left.Zip(same.Right).Aggregate(Restriction.None, (all, pair) => all.And(Compare(pair.First, BinaryOperator.Equal, pair.Second, inner))),
            BoundInRange range => InRange(range, inner),
            BoundOverlaps overlaps => Compare(overlaps.FromA, BinaryOperator.LessOrEqual, overlaps.ToB, inner)
                .And(Compare(overlaps.FromB, BinaryOperator.LessOrEqual, overlaps.ToA, inner)),
            BoundIsEarlier earlier => _dates.Compare(new BoundDateOf(earlier.Place, earlier.Thing), BinaryOperator.LessOrEqual, new BoundDateOf(earlier.Place, earlier.Than), inner),
            BoundInSet inSet => InSet(inSet, inner),
            BoundIsFound found => _lookUps.Of(found.Row, inner),
            BoundIsIn isIn when IsThing(isIn.Thing, inner) => (isIn.Kinds & kind) == 0 ? Restriction.Impossible : Restriction.None,
            BoundIsKind kind => IsKind(kind, inner),
            BoundQuantified { Quantifier: Quantifier.Any } any => Any(any, inner),
            _ => Restriction.None,
        };
    }

    internal Restriction NotTrue(BoundExpression condition, Definitions names)
    {
        (BoundExpression expression, Definitions inner) = names.Resolve(condition);
        return expression switch
        {
            BoundAnd and => and.Operands.Select(one => NotTrue(one, inner)).Aggregate((first, second) => first.Or(second)),
            BoundOr or => or.Operands.Aggregate(Restriction.None, (all, one) => all.And(NotTrue(one, inner))),
            BoundNot not => NotFalse(not.Operand, inner),
            BoundConstant { Value: YesNoConstant { Value: true } } => Restriction.Impossible,
            BoundCompare { Operator: BinaryOperator.NotEqual } unequal => Compare(unequal.Left, BinaryOperator.Equal, unequal.Right, inner),
            BoundCompare compare when Denied(compare.Operator) is BinaryOperator relation && !TermReader.CanBeNone(compare.Left, inner) && !TermReader.CanBeNone(compare.Right, inner) =>
                Compare(compare.Left, relation, compare.Right, inner),
            BoundQuantified { Quantifier: Quantifier.No } no => Any(no, inner),
            _ => Restriction.None,
        };
    }

    private static BinaryOperator? Denied(BinaryOperator relation) => relation switch
    {
        BinaryOperator.Less => BinaryOperator.GreaterOrEqual,
        BinaryOperator.LessOrEqual => BinaryOperator.Greater,
        BinaryOperator.Greater => BinaryOperator.LessOrEqual,
        BinaryOperator.GreaterOrEqual => BinaryOperator.Less,
        _ => null,
    };

    private static BinaryOperator Turned(BinaryOperator relation) => relation switch
    {
        BinaryOperator.Less => BinaryOperator.Greater,
        BinaryOperator.LessOrEqual => BinaryOperator.GreaterOrEqual,
        BinaryOperator.Greater => BinaryOperator.Less,
        BinaryOperator.GreaterOrEqual => BinaryOperator.LessOrEqual,
        _ => relation,
    };

    private Restriction Compare(BoundExpression left, BinaryOperator relation, BoundExpression right, Definitions names)
    {
        if (relation == BinaryOperator.NotEqual)
        {
            return Restriction.None;
        }

        Restriction found = Found(left, right, names).And(Found(right, left, names));
        if (left.Type.Kind == TypeKind.Date)
        {
            return found.And(Windows(_dates.Compare(left, relation, right, names), left, right, names));
        }

        Restriction counted = Windows(Counted(left, relation, right, names).And(Counted(right, Turned(relation), left, names)), left, right, names)
            .And(Numbered(left, relation, right, names)).And(Numbered(right, Turned(relation), left, names));
        return relation == BinaryOperator.Equal ? found.And(counted).And(Equal(left, right, names)).And(Equal(right, left, names)) : found.And(counted);
    }

    // A window of as many days as a row says is as long as the longest of all rows, where the row's key is known; where it is missing the comparison is unknown of every day.
    private Restriction Windows(Restriction windows, BoundExpression left, BoundExpression right, Definitions names) =>
        windows.Days.IsEmpty ? windows
            : _lookUps.KeysIn(left, names) is not ImmutableArray<Term> first || _lookUps.KeysIn(right, names) is not ImmutableArray<Term> second ? windows with { Days = [] }
            : first.IsEmpty && second.IsEmpty ? windows
            : windows with { Days = [.. windows.Days.Select(day => day with { Unless = [.. day.Unless.Union(first).Union(second)] })] };

    // A comparison with what a look-up gives is false where it finds nothing, unless it is compared with nothing, or with what is missing.
    private Restriction Found(BoundExpression value, BoundExpression other, Definitions names)
    {
        if (TermReader.CanBeNone(other, names) || _lookUps.Of(value, names) is not { Codes.IsEmpty: false } found)
        {
            return Restriction.None;
        }

        return !LookUpKeys.CanBeMissing(other, names) ? found
            : _terms.Field(other, names) is not Term field ? Restriction.None
            : found with { Codes = [.. found.Codes.Select(codes => codes with { Unless = [.. codes.Unless.Append(field).Distinct()] })] };
    }

    private Restriction Equal(BoundExpression own, BoundExpression other, Definitions names)
    {
        if (ColumnOf(own, names) is int column)
        {
            return new Restriction { Columns = [new ColumnRestriction(column, other, [.. names.SlotsIn(other)])] };
        }

        if (PathOf(_terms.Field(own, names)) is not string path)
        {
            return Restriction.None;
        }

        ImmutableArray<Term> values = _terms.Terms(other, names);
        if (values.Any(value => PathOf(value) is not null))
        {
            return Restriction.None;
        }

        (BoundExpression constant, _) = names.Resolve(other);
        return constant switch
        {
            BoundConstant { Value: CodeConstant code } => new Restriction { Codes = [new CodeRestriction(path, One(code.Value), [])] },
            BoundConstant { Value: TextConstant text } => new Restriction { Words = [new WordRestriction(path, [text.Value])] },
            BoundConstant => Restriction.None,
            _ when values.OfType<OtherTerm>().Any() => Restriction.None,
            _ => new Restriction { Keys = [new KeyRestriction(path, values)] },
        };
    }

    private int? ColumnOf(BoundExpression value, Definitions names)
    {
        (BoundExpression expression, Definitions inner) = names.Resolve(value);
        return expression is BoundColumn column && IsThing(column.Row, inner) ? column.Column.Index : null;
    }

    /// <summary>The field of the thing in question that a value is; null for other values.</summary>
    private string? PathOf(Term? value) => value switch
    {
        ThingTerm thing when thing.Slot == slot => thing.Path,
        ClaimTerm claim when slot == Claim => claim.Path,
        _ => null,
    };

    private static CodeSet One(Code code) => CodeSet.From([new CodeInterval(code.Packed, code.Packed, int.MinValue, int.MaxValue)]);

    // `days from a to b <= 30` is `b <= a + 30 days`; full months lie strictly between, so that one more may be begun at each end.
    private Restriction Counted(BoundExpression count, BinaryOperator relation, BoundExpression number, Definitions names)
    {
        (BoundExpression expression, Definitions inner) = names.Resolve(count);
        if (expression is not (BoundDaysBetween or BoundMonthsBetween) || TermReader.Numbers(number, names) is not { IsEmpty: false } numbers)
        {
            return Restriction.None;
        }

        Restriction? all = null;
        foreach (int whole in numbers.SelectMany(Ends).Distinct())
        {
            Restriction one = expression switch
            {
                BoundDaysBetween days => _dates.Compare(days.To, relation, Later(days.From, new PeriodConstant(whole, 0)), inner),
                BoundMonthsBetween months => InMonths(months, relation, whole, inner),
                _ => Restriction.None,
            };
            all = all is null ? one : all.Or(one);
        }

        return all ?? Restriction.None;
    }

    private Restriction Numbered(BoundExpression own, BinaryOperator relation, BoundExpression other, Definitions names)
    {
        if (PathOf(_terms.Field(own, names)) is not string path || TermReader.Numbers(other, names) is not { IsEmpty: false } numbers || numbers.Any(number => number.IsOverflow))
        {
            return Restriction.None;
        }

        NumberRange range = numbers.Select(number => Range(relation, number)).Aggregate((first, second) => first.Or(second));
        return new Restriction { Numbers = [new NumberRestriction(path, own.Type.IsNeverNegative ? range.And(NumberRange.NotNegative) : range)] };
    }

    private static NumberRange Range(BinaryOperator relation, Rational number) => relation switch
    {
        BinaryOperator.Less => new NumberRange(null, true, number, false),
        BinaryOperator.LessOrEqual => new NumberRange(null, true, number, true),
        BinaryOperator.Greater => new NumberRange(number, false, null, true),
        BinaryOperator.GreaterOrEqual => new NumberRange(number, true, null, true),
        _ => new NumberRange(number, true, number, true),
    };

    private static IEnumerable<int> Ends(Rational number) => number.IsOverflow ? [] : number.IsWhole ? [TermReader.Whole(number)] : [TermReader.Whole(number) - 1, TermReader.Whole(number) + 1];

    private static BoundArithmetic Later(BoundExpression date, PeriodConstant period) =>
        new(LanguageType.Date, date.Place, BinaryOperator.Add, date, new BoundConstant(LanguageType.Period, date.Place, period));

    private Restriction InMonths(BoundMonthsBetween months, BinaryOperator relation, int whole, Definitions names)
    {
        Restriction upper = relation is BinaryOperator.Greater or BinaryOperator.GreaterOrEqual ? Restriction.None
            : _dates.Compare(FirstOfMonth(months.To), BinaryOperator.LessOrEqual, Later(FirstOfMonth(months.From), new PeriodConstant(0, whole + (relation == BinaryOperator.Less ? 0 : 1))), names);
        Restriction lower = relation is BinaryOperator.Less or BinaryOperator.LessOrEqual ? Restriction.None
            : _dates.Compare(FirstOfMonth(months.To), BinaryOperator.GreaterOrEqual, Later(FirstOfMonth(months.From), new PeriodConstant(0, whole - (relation == BinaryOperator.Greater ? 0 : 1))), names);
        return upper.And(lower);
    }

    private static BoundPeriodEdge FirstOfMonth(BoundExpression date) => new(date.Place, CalendarPeriod.Month, false, date, null);

    private Restriction InRange(BoundInRange range, Definitions names) =>
        (range.From is null ? Restriction.None : Compare(range.Value, BinaryOperator.GreaterOrEqual, range.From, names))
            .And(range.To is null ? Restriction.None : Compare(range.Value, BinaryOperator.LessOrEqual, range.To, names));

    private Restriction InSet(BoundInSet inSet, Definitions names)
    {
        Restriction found = _lookUps.Of(inSet.Value, names);
        return PathOf(_terms.Field(inSet.Value, names)) is not string path ? found : inSet.Set switch
        {
            CodeSetConstant codes => new Restriction { Codes = [new CodeRestriction(path, Undated(codes.Set), []) { Dated = codes.Set }] },
            TextSetConstant { Prefixes.IsEmpty: true } texts => new Restriction { Words = [new WordRestriction(path, texts.Texts)] },
            _ => Restriction.None,
        };
    }

    private static CodeSet Undated(CodeSet set) =>
        CodeSet.From(CodeRange.Joined(CodeSet.From(set.Intervals.Select(interval => interval with { FromDay = int.MinValue, ThroughDay = int.MaxValue })).Intervals));

    private Restriction IsKind(BoundIsKind isKind, Definitions names)
    {
        bool isOwn = IsThing(isKind.Thing, names);
        Definitions inner = names.With(isKind.Variable.Slot, isKind.Thing);
        return isKind.Alternatives.Select(one => isOwn && (one.Kind & kind) == 0 ? Restriction.Impossible : NotFalse(one.Conditions, inner))
            .Aggregate(Restriction.Impossible, (first, second) => first.Or(second));
    }

    private Restriction Any(BoundQuantified quantified, Definitions names)
    {
        Restriction body = quantified.Body is null ? Restriction.None : NotFalse(quantified.Body, names);
        return quantified.Source.Alternatives.Select(one => NotFalse(one.Conditions, names)).Aggregate(Restriction.Impossible, (first, second) => first.Or(second)).And(body);
    }

    private bool IsThing(BoundExpression thing, Definitions names) =>
        names.Resolve(thing).Expression is BoundVariable variable && variable.Variable.Slot == slot;
}
