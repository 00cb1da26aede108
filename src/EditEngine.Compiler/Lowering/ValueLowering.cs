using System.Globalization;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Operators;
using EditEngine.Plans;
using EditEngine.Values;

namespace EditEngine.Compiler.Lowering;

/// <summary>Values by type.</summary>
internal sealed class ValueLowering(ExpressionLowering lowering, Func<ThingDate> subjectDate)
{
    private LoweringScope Scope => lowering.Scope;

    /// <summary>The type of a plan's values for a type of the language; null for lists of things and texts.</summary>
    public static ValueKind? KindOf(TypeKind type) => type switch
    {
        TypeKind.Number or TypeKind.Units or TypeKind.Money or TypeKind.Percent or TypeKind.YesNo or TypeKind.Condition or TypeKind.Error => ValueKind.Number,
        TypeKind.Date => ValueKind.Day,
        TypeKind.Instant => ValueKind.Instant,
        TypeKind.Period => ValueKind.Period,
        TypeKind.Code or TypeKind.Category => ValueKind.Code,
        TypeKind.Text => ValueKind.Text,
        TypeKind.CodeList => ValueKind.CodeList,
        TypeKind.Thing => ValueKind.Thing,
        _ => null,
    };

    /// <summary>A value as its own type has it.</summary>
    public Expression Of(BoundExpression value) => Of(KindOf(value.Type.Kind) ?? throw ExpressionLowering.Unexpected(value), value);

    /// <summary>A value as a type that it has.</summary>
    public Expression Of(ValueKind kind, BoundExpression value) =>
        kind == ValueKind.Number && value.Type.Kind is TypeKind.YesNo or TypeKind.Condition ? YesNo(value) : Common(kind, value, one => Of(kind, one)) ?? Own(kind, value);

    /// <summary>A value; null for none.</summary>
    public Expression? Optional(ValueKind kind, BoundExpression? value) => value is null ? null : Of(kind, value);

    /// <summary>Yes and no as numbers, where none and no are not the same: in a comparison, before <c>or else</c>.</summary>
    public Expression YesNo(BoundExpression value) =>
        Common(ValueKind.Number, value, YesNo)
        ?? value switch
        {
            BoundField { Type.Kind: TypeKind.YesNo } field => lowering.Things.Field(ValueKind.Number, field, ValueForm.YesNo),
            BoundColumn column => Cell(ValueKind.Number, column, ValueForm.YesNo, cost: 10),
            BoundFact fact => Payer(ValueKind.Number, fact.Fact, ValueForm.YesNo),
            _ => new ConditionAsNumber(lowering.Conditions.Of(value)),
        };

    /// <summary>A cell of a row.</summary>
    public ColumnValue Cell(ValueKind kind, BoundColumn column, ValueForm form, int cost)
    {
        Scope.AddCost(cost);
        return new ColumnValue(kind, lowering.Things.Of(column.Row), column.Column.Index, form);
    }

    /// <summary>A fact that the payer adds.</summary>
    private static PayerValue Payer(ValueKind kind, FactSymbol fact, ValueForm form) => new(kind, fact.Name, fact.Member, fact.Type.System, fact.Type.Kind == TypeKind.Money, form);

    /// <summary>What every type has: absence, definitions, choices, parameters, keys. Null where the type's own rules are asked.</summary>
    private Expression? Common(ValueKind kind, BoundExpression expression, Func<BoundExpression, Expression> lower)
    {
        switch (expression)
        {
            case BoundConstant constant:
                return ConstantOf(kind, constant.Value);
            case BoundVariable variable when Scope.ArgumentOf(variable) is BoundExpression argument:
                return lower(argument);
            case BoundUse use:
                Scope.Bind(use);
                return lower(use.Body);
            case BoundChoice choice:
                return new Choice(
                    kind,
                    Scope.NewChoice(),
                    [.. choice.Branches.Select(one => BranchOf(one, lower))]);
            case BoundOrElse orElse:
                return new OrElse(lower(orElse.First), lower(orElse.Second));
            case BoundParameter parameter:
                return ParameterOf(kind, parameter.Parameter);
            case BoundGroupKey key when Scope.SlotOf(key.Group) is int group:
                return new GroupKeyValue(kind, Scope.Use(group), key.Index);
            default:
                return null;
        }
    }

    private ChoiceBranch BranchOf(BoundBranch branch, Func<BoundExpression, Expression> lower)
    {
        // Slots and choices are numbered in text order.
        Expression? condition = branch.Condition is null ? null : lowering.Conditions.Of(branch.Condition);
        return new ChoiceBranch(lower(branch.Value), condition);
    }

    private Expression ParameterOf(ValueKind kind, ParameterSymbol parameter) => parameter.Values.Length == 1
        ? ConstantOf(kind, parameter.Values[0].Value)
        : new DatedValue(kind, Scope.NewChoice(), subjectDate(), [.. parameter.Values.Select(one => new ValueFrom(one.FromDay, ConstantOf(kind, one.Value)))]);

    private static ConstantValue ConstantOf(ValueKind kind, EditEngine.Compiler.Symbols.Constant constant) => ConstantValue.Of(kind, constant switch
    {
        YesNoConstant yes => yes.Value ? "1" : "0",
        NumberConstant number => number.Value.ToExactText(),
        DateConstant date => DateOnly.FromDayNumber(date.DayNumber).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        PeriodConstant { Months: 0 } days => string.Create(CultureInfo.InvariantCulture, $"{days.Days} days"),
        PeriodConstant months => string.Create(CultureInfo.InvariantCulture, $"{months.Months} months"),
        CodeConstant code => CodeName.Of(code.Value),
        TextConstant text => text.Value,
        _ => null,
    });

    private Expression Own(ValueKind kind, BoundExpression value) => value switch
    {
        BoundField field => lowering.Things.Field(kind, field, ValueForm.Plain),
        BoundFact fact => Payer(kind, fact.Fact, ValueForm.Plain),
        BoundColumn column => Cell(kind, column, kind == ValueKind.Period && column.Column.IsMonths ? ValueForm.Months : ValueForm.Plain, cost: 1),
        BoundArithmetic arithmetic => Arithmetic(kind, arithmetic),
        BoundNegate negate => new Operation(NumberOperators.Negate.Name, kind, [Of(kind, negate.Operand)]),
        BoundExtreme extreme => new Operation(extreme.IsGreatest ? NumberOperators.Greatest.Name : NumberOperators.Least.Name, kind, [.. extreme.Values.Select(one => Of(kind, one))]),
        BoundRounded rounded => new Operation(RoundingOf(rounded.Mode), kind, [Of(kind, rounded.Value), new ConstantValue(ValueKind.Number, rounded.Unit.ToExactText())]),
        BoundDaysBetween days => Between(DateOperators.DaysBetween.Name, days.From, days.To),
        BoundMinutesBetween minutes => new Operation(InstantOperators.MinutesBetween.Name, ValueKind.Number, [Of(ValueKind.Instant, minutes.From), Of(ValueKind.Instant, minutes.To)]),
        BoundMonthsBetween months => Between(DateOperators.FullMonthsBetween.Name, months.From, months.To),
        BoundAge age => Between(DateOperators.Age.Name, age.Birth, age.On),
        BoundSum sum => Aggregate(() => new SumOf(lowering.Sources.Of(sum.Source), lowering.Unique(() => Of(ValueKind.Number, sum.Value)), sum.Type.IsNeverNegative)),
        BoundExtremeOver extreme => Aggregate(() => new ExtremeOf(
            lowering.Sources.Of(extreme.Source), lowering.Unique(() => Of(ValueKind.Number, extreme.Value)), extreme.IsGreatest, extreme.Type.IsNeverNegative)),
        BoundCount count => Aggregate(() => new CountOf(lowering.Sources.Of(count.Source))),
        BoundCodeCount count => new Operation(ListOperators.Count.Name, kind, [Of(ValueKind.CodeList, count.List)]),
        BoundPeriodEdge edge => Edge(edge.Period, edge.IsLast, Of(ValueKind.Day, edge.Date), Optional(ValueKind.Day, edge.Start)),
        BoundDateOf date => DateOf(date.Thing),
        BoundCodesOf codes => new ClaimCodes(codes.System),
        _ when kind == ValueKind.Thing => lowering.Things.Of(value),
        _ => throw ExpressionLowering.Unexpected(value),
    };

    private Expression Aggregate(Func<Expression> lower)
    {
        Scope.AddCost(100);
        return lower();
    }

    private Operation Between(string name, BoundExpression from, BoundExpression to) => new(name, ValueKind.Number, [Of(ValueKind.Day, from), Of(ValueKind.Day, to)]);

    /// <summary>The first or last day of the calendar period that holds a day.</summary>
    public static Operation Edge(CalendarPeriod period, bool isLast, Expression day, Expression? start) =>
        new(DateOperators.EdgeOf(period, isLast), ValueKind.Day, start is null ? [day] : [day, start]);

    private Expression DateOf(BoundExpression thing)
    {
        if (Scope.SlotOf(thing) is int slot)
        {
            return new ThingDate(slot < 0 ? -1 : Scope.Use(slot));
        }

        int temporary = Scope.NewSlot();
        return new OfThing(lowering.Things.Of(thing), temporary, new ThingDate(temporary));
    }

    private Operation Arithmetic(ValueKind kind, BoundArithmetic arithmetic) => new(
        NameOf(arithmetic), kind, [Of(kind, arithmetic.Left), Of(kind == ValueKind.Day ? ValueKind.Period : kind, arithmetic.Right)]);

    // A percent is kept as its number of hundredths: a product with one is a hundredth of the product, a quotient by one a hundredfold.
    private static string NameOf(BoundArithmetic arithmetic)
    {
        bool left = arithmetic.Left.Type.Kind == TypeKind.Percent;
        bool right = arithmetic.Right.Type.Kind == TypeKind.Percent;
        return arithmetic.Operator switch
        {
            BinaryOperator.Add => NumberOperators.Add.Name,
            BinaryOperator.Subtract => NumberOperators.Subtract.Name,
            BinaryOperator.Multiply when (left || right) && !(arithmetic.Type.Kind == TypeKind.Percent && left != right) => NumberOperators.MultiplyByPercent.Name,
            BinaryOperator.Multiply => NumberOperators.Multiply.Name,
            _ when right && !left => NumberOperators.DivideByPercent.Name,
            _ => NumberOperators.Divide.Name,
        };
    }

    private static string RoundingOf(Rounding mode) => mode switch
    {
        Rounding.HalfUp => NumberOperators.RoundHalfUp.Name,
        Rounding.Up => NumberOperators.RoundUp.Name,
        _ => NumberOperators.RoundDown.Name,
    };
}
