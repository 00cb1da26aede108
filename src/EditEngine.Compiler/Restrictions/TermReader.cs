using System.Collections.Immutable;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Numbers;
using EditEngine.Plans;
using EditEngine.Tables;

namespace EditEngine.Compiler.Restrictions;

/// <summary>Reads values as terms: what a value can be, whichever branch of a choice is taken and whichever row is found.</summary>
/// <param name="basis">The edit's date basis: the claim's date is on it.</param>
internal sealed class TermReader(Basis basis)
{
    // More branches than these are not worth a restriction.
    private const int MostTerms = 16;

    /// <summary>The thing and field that a value is; null for other values.</summary>
    public Term? Field(BoundExpression value, Definitions names)
    {
        (BoundExpression expression, Definitions inner) = names.Resolve(value);
        if (expression is BoundDateOf date)
        {
            return DateOf(date, inner);
        }

        if (expression is BoundGroupKey { Group: BoundVariable { Variable: GroupVariable group } } key)
        {
            return Field(group.Keys[key.Index].Value, inner);
        }

        if (expression is not BoundField field)
        {
            return null;
        }

        (BoundExpression receiver, Definitions below) = inner.Resolve(field.Receiver);
        return receiver switch
        {
            BoundVariable { Type.Things: ThingKinds.Claim } => new ClaimTerm(field.Field.Name),
            BoundVariable variable => new ThingTerm(variable.Variable.Slot, variable.Type.Things, field.Field.Name),
            BoundClaim => new ClaimTerm(field.Field.Name),
            BoundField => Field(receiver, below) switch
            {
                ThingTerm thing => thing with { Path = $"{thing.Path}.{field.Field.Name}" },
                ClaimTerm claim => new ClaimTerm($"{claim.Path}.{field.Field.Name}"),
                _ => null,
            },
            _ => null,
        };
    }

    /// <summary>The values that a value can be; at least one.</summary>
    public ImmutableArray<Term> Terms(BoundExpression value, Definitions names)
    {
        (BoundExpression expression, Definitions inner) = names.Resolve(value);
        return expression switch
        {
            BoundChoice choice => [.. choice.Branches.SelectMany(branch => Terms(branch.Value, inner)).Distinct()],
            BoundOrElse either => [.. Terms(either.First, inner).Union(Terms(either.Second, inner))],
            BoundConstant { Value: CodeConstant code } => [new ConstantTerm(code.Value.ToPlainText())],
            BoundConstant { Value: TextConstant text } => [new ConstantTerm(text.Value)],
            _ => [Field(expression, inner) ?? new OtherTerm(expression)],
        };
    }

    /// <summary>The days that a date can be; null where it is not understood, or can be too many.</summary>
    public ImmutableArray<DayTerm>? Days(BoundExpression value, Definitions names)
    {
        (BoundExpression expression, Definitions inner) = names.Resolve(value);
        ImmutableArray<DayTerm>? days = expression switch
        {
            BoundConstant { Value: DateConstant day } => [new DayTerm(new DayAnchor(day.DayNumber), 0, 0)],
            BoundArithmetic { Operator: BinaryOperator.Add or BinaryOperator.Subtract } sum => Shifted(sum, inner),
            BoundPeriodEdge edge => Edge(edge, inner),
            BoundChoice choice => Union(choice.Branches.Select(branch => Days(branch.Value, inner))),
            BoundOrElse either => Union([Days(either.First, inner), Days(either.Second, inner)]),
            BoundExtreme extreme => Union(extreme.Values.Select(one => Days(one, inner))),
            BoundParameter parameter => [.. parameter.Parameter.Values.Select(one => one.Value).OfType<DateConstant>().Select(day => new DayTerm(new DayAnchor(day.DayNumber), 0, 0))],
            _ => Field(expression, inner) is Term field ? [new DayTerm(new DateAnchor(field), 0, 0)] : null,
        };
        return days is { IsEmpty: false } some && some.Length <= MostTerms ? some : null;
    }

    /// <summary>The periods that a period can be, in months and days; null where it is not understood.</summary>
    public static ImmutableArray<(int Months, int Days)>? Periods(BoundExpression value, Definitions names)
    {
        (BoundExpression expression, Definitions inner) = names.Resolve(value);
        switch (expression)
        {
            case BoundConstant { Value: PeriodConstant period }:
                return [(period.Months, period.Days)];
            case BoundParameter parameter:
                return [.. parameter.Parameter.Values.Select(one => one.Value).OfType<PeriodConstant>().Select(period => (period.Months, period.Days))];
            case BoundChoice choice:
                return Union(choice.Branches.Select(branch => Periods(branch.Value, inner)));
            case BoundOrElse either:
                return Union([Periods(either.First, inner), Periods(either.Second, inner)]);
            case BoundColumn { Column: { Type.Kind: TypeKind.Period } column }:
                return Numbers(expression, inner) is { IsEmpty: false } counts
                    ? [.. counts.Select(count => Whole(count)).Select(count => column.IsMonths ? (count, 0) : (0, count))]
                    : null;
            case BoundArithmetic { Operator: BinaryOperator.Add or BinaryOperator.Subtract } sum
                when Periods(sum.Left, inner) is ImmutableArray<(int Months, int Days)> left && Periods(sum.Right, inner) is ImmutableArray<(int Months, int Days)> right:
                int sign = sum.Operator == BinaryOperator.Add ? 1 : -1;
                return [.. from one in left from other in right select (one.Months + (sign * other.Months), one.Days + (sign * other.Days))];
            default:
                return null;
        }
    }

    /// <summary>The least and greatest of the numbers that a number can be, or all of a few; null where it is not understood.</summary>
    public static ImmutableArray<Rational>? Numbers(BoundExpression value, Definitions names)
    {
        (BoundExpression expression, Definitions inner) = names.Resolve(value);
        return expression switch
        {
            BoundConstant { Value: NumberConstant number } => [number.Value],
            BoundNegate negate => Numbers(negate.Operand, inner) is ImmutableArray<Rational> numbers ? [.. numbers.Select(number => -number)] : null,
            BoundParameter parameter => [.. parameter.Parameter.Values.Select(one => one.Value).OfType<NumberConstant>().Select(number => number.Value)],
            BoundChoice choice => Union(choice.Branches.Select(branch => Numbers(branch.Value, inner))),
            BoundOrElse either => Union([Numbers(either.First, inner), Numbers(either.Second, inner)]),
            BoundColumn { Row.Type.Table.Table: Table table } column when table.Columns[column.Column.Index].Type == ColumnType.Number => Ends(table, column.Column.Index),
            _ => null,
        };
    }

    /// <summary>Whether a value can be none: of such an order says nothing when it is denied.</summary>
    public static bool CanBeNone(BoundExpression value, Definitions names)
    {
        (BoundExpression expression, Definitions inner) = names.Resolve(value);
        return expression switch
        {
            BoundConstant constant => constant.Value is NoneConstant,
            BoundDateOf or BoundClaim or BoundVariable => false,
            BoundParameter parameter => parameter.Parameter.Values.Any(one => one.Value is NoneConstant),
            BoundField field => field.Field.Absence == Absence.None || CanBeNone(field.Receiver, inner),
            BoundArithmetic sum => CanBeNone(sum.Left, inner) || CanBeNone(sum.Right, inner),
            BoundPeriodEdge edge => CanBeNone(edge.Date, inner) || (edge.Start is not null && CanBeNone(edge.Start, inner)),
            BoundDaysBetween days => CanBeNone(days.From, inner) || CanBeNone(days.To, inner),
            BoundMonthsBetween months => CanBeNone(months.From, inner) || CanBeNone(months.To, inner),
            _ => true,
        };
    }

    /// <summary>A number cut to a whole one.</summary>
    public static int Whole(Rational number) => (int)Math.Clamp((long)(number.Numerator / number.Denominator), -1_000_000, 1_000_000);

    private Term? DateOf(BoundDateOf date, Definitions names)
    {
        (BoundExpression thing, _) = names.Resolve(date.Thing);
        if (thing is BoundVariable variable && variable.Type.Kind == TypeKind.Thing && (variable.Type.Things & ~(ThingKinds.Line | ThingKinds.History)) == 0)
        {
            return new ThingTerm(variable.Variable.Slot, variable.Type.Things, "date");
        }

        // A group, and a thing that may be a line or something else, has a date of its own.
        return thing is not (BoundClaim or BoundVariable) || (thing.Type.Things & (ThingKinds.Line | ThingKinds.History | ThingKinds.Group)) != 0 ? null : basis switch
        {
            Basis.Discharge => new ClaimTerm("discharge"),
            Basis.Admission => new ClaimTerm("admission"),
            Basis.Received => new ClaimTerm("received"),
            Basis.Processed => new ClaimTerm("processed"),
            Basis.From => new ClaimTerm("from"),
            Basis.Through => new ClaimTerm("through"),
            _ => null,
        };
    }

    private ImmutableArray<DayTerm>? Shifted(BoundArithmetic sum, Definitions names)
    {
        if (Days(sum.Left, names) is not ImmutableArray<DayTerm> days || Periods(sum.Right, names) is not ImmutableArray<(int Months, int Days)> periods)
        {
            return null;
        }

        int sign = sum.Operator == BinaryOperator.Add ? 1 : -1;
        return [.. days.SelectMany(day => periods.SelectMany(period => DayWindows.Shifted(day, sign * period.Months, sign * period.Days))).Distinct()];
    }

    private ImmutableArray<DayTerm>? Edge(BoundPeriodEdge edge, Definitions names)
    {
        ImmutableArray<DayTerm>? start = edge.Start is null ? null : Days(edge.Start, names);
        if (Days(edge.Date, names) is not ImmutableArray<DayTerm> days || (edge.Start is not null && start is not { Length: 1 }))
        {
            return null;
        }

        return [.. days.Select(day => new DayTerm(new EdgeAnchor(edge.Period, edge.IsLast, day, start?[0]), 0, 0))];
    }

    private static ImmutableArray<Rational> Ends(Table table, int column)
    {
        (Rational Least, Rational Greatest)? ends = null;
        for (int row = 0; row < table.RowCount; row++)
        {
            if (table.TryGetNumber(row, column, out Rational number))
            {
                ends = ends is not (Rational least, Rational greatest) ? (number, number)
                    : (Rational.Compare(number, least) < 0 ? number : least, Rational.Compare(number, greatest) > 0 ? number : greatest);
            }
        }

        return ends is (Rational first, Rational last) ? first == last ? [first] : [first, last] : [];
    }

    private static ImmutableArray<T>? Union<T>(IEnumerable<ImmutableArray<T>?> parts)
    {
        ImmutableArray<T>?[] all = [.. parts];
        return all.Any(part => part is null) ? null : [.. all.SelectMany(part => part!.Value).Distinct()]; // None is null.
    }
}
