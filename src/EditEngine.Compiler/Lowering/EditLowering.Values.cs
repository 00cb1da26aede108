using System.Collections.Immutable;
using System.Globalization;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Evaluation;
using EditEngine.Evaluation.Steps;
using EditEngine.Numbers;

namespace EditEngine.Compiler.Lowering;

/// <content>Values by type.</content>
internal sealed partial class EditLowering
{
    private static readonly Rational Hundred = Rational.From(100);

    /// <summary>What every type has: absence, definitions, choices, parameters, keys. Null where the type's own rules are asked.</summary>
    private Step<T>? Common<T>(BoundExpression expression, Func<BoundExpression, Step<T>> lower, Func<Constant, T> constant)
    {
        switch (expression)
        {
            case BoundConstant { Value: NoneConstant }:
                return new ConstantStep<T>(Values.None<T>());
            case BoundConstant known:
                return new ConstantStep<T>(constant(known.Value));
            case BoundVariable variable when _arguments.TryGetValue(variable.Variable.Slot, out BoundExpression? argument):
                return lower(argument);
            case BoundUse use:
                Bind(use);
                return lower(use.Body);
            case BoundChoice choice:
                ChoiceStep<T> step = new(
                    _choiceCount++,
                    [.. choice.Branches.Select(branch => new Branch<T>(branch.Condition is null ? null : Truth(branch.Condition), lower(branch.Value)))]);
                _choices.Add(step);
                return step;
            case BoundOrElse orElse:
                return new OrElseStep<T>(lower(orElse.First), lower(orElse.Second));
            case BoundParameter parameter:
                return ParameterOf(parameter.Parameter, constant);
            case BoundGroupKey key when SlotOf(key.Group) is int group:
                return new KeyOfGroup<T>(Use(group), key.Index);
            case BoundColumn or BoundField or BoundFact:
                return null;
            default:
                return null;
        }
    }

    private void Bind(BoundUse use)
    {
        for (int i = 0; i < use.Arguments.Length; i++)
        {
            _arguments[use.Parameters[i].Slot] = use.Arguments[i];
        }
    }

    private Step<T> ParameterOf<T>(ParameterSymbol parameter, Func<Constant, T> constant)
    {
        T[] values = [.. parameter.Values.Select(one => one.Value is NoneConstant ? Values.None<T>() : constant(one.Value))];
        if (values.Length == 1)
        {
            return new ConstantStep<T>(values[0]);
        }

        DatedStep<T> step = new(_choiceCount++, SubjectDate(), [.. parameter.Values.Select(one => one.FromDay)], values);
        _choices.Add(step);
        return step;
    }

    private Step<Num> Number(BoundExpression expression) =>
        Common(expression, Number, static constant => constant is NumberConstant number ? Num.Of(number.Value) : Num.None)
        ?? expression switch
        {
            BoundField field => OfFact(field, fact => new NumberFact(fact)),
            BoundFact fact => FactOf(fact.Fact, value => value.Number is decimal number ? Num.Of(Rational.From(fact.Type.Kind == TypeKind.Money ? number * 100m : number)) : Num.Missing),
            BoundColumn column => Dear(1, () => new NumberColumn(Thing(column.Row), column.Column.Index)),
            BoundArithmetic arithmetic => new ArithmeticStep(OperatorOf(arithmetic.Operator), Number(arithmetic.Left), Number(arithmetic.Right), ScaleOf(arithmetic)),
            BoundNegate negate => new NegateStep(Number(negate.Operand)),
            BoundSum sum => Dear(100, () => new SumStep(Source(sum.Source), Single(() => Number(sum.Value)), sum.Type.IsNeverNegative)),
            BoundCount count => Dear(100, () => new CountStep(Source(count.Source))),
            BoundCodeCount count => new CountCodesStep(CodesOf(count.List)),
            BoundExtreme extreme => new ExtremeStep(extreme.IsGreatest, [.. extreme.Values.Select(Number)]),
            BoundDaysBetween days => new BetweenStep(Between.Days, DayOf(days.From), DayOf(days.To)),
            BoundMonthsBetween months => new BetweenStep(Between.FullMonths, DayOf(months.From), DayOf(months.To)),
            BoundAge age => new BetweenStep(Between.Age, DayOf(age.Birth), DayOf(age.On)),
            BoundRounded rounded => new RoundStep(Number(rounded.Value), RoundingOf(rounded.Mode), rounded.Unit),
            _ => throw Unexpected(expression),
        };

    private Step<int> DayOf(BoundExpression expression) =>
        Common(expression, DayOf, static constant => constant is DateConstant date ? date.DayNumber : Day.None)
        ?? expression switch
        {
            BoundField field => OfFact(field, fact => new DayFact(fact)),
            BoundFact fact => FactOf(fact.Fact, static value => DateOnly.TryParseExact(value.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) ? date.DayNumber : Day.Missing),
            BoundColumn column => Dear(1, () => new DayColumn(Thing(column.Row), column.Column.Index)),
            BoundArithmetic arithmetic => new ShiftStep(DayOf(arithmetic.Left), SpanOf(arithmetic.Right), arithmetic.Operator == BinaryOperator.Subtract ? -1 : 1),
            BoundPeriodEdge edge => new PeriodEdgeStep(edge.Period, edge.IsLast, DayOf(edge.Date), edge.Start is null ? null : DayOf(edge.Start)),
            BoundExtreme extreme => new ExtremeDayStep(extreme.IsGreatest, [.. extreme.Values.Select(DayOf)]),
            BoundDateOf date => DateOf(date.Thing),
            _ => throw Unexpected(expression),
        };

    private Step<int> DateOf(BoundExpression thing)
    {
        if (SlotOf(thing) is int slot)
        {
            return new DateOfStep(slot < 0 ? -1 : Use(slot));
        }

        int temporary = _slotCount++;
        return new OfThingStep<int>(Thing(thing), temporary, new DateOfStep(temporary));
    }

    private Step<EditEngine.Evaluation.Steps.Span> SpanOf(BoundExpression expression) =>
        Common(expression, SpanOf, static constant => constant is PeriodConstant period
            ? new EditEngine.Evaluation.Steps.Span(Presence.Known, period.Days, period.Months) : new EditEngine.Evaluation.Steps.Span(Presence.None, 0, 0))
        ?? expression switch
        {
            BoundColumn column => Dear(1, () => new SpanColumn(Thing(column.Row), column.Column.Index, column.Column.IsMonths)),
            BoundArithmetic arithmetic => new SpanSumStep(SpanOf(arithmetic.Left), SpanOf(arithmetic.Right), arithmetic.Operator == BinaryOperator.Subtract ? -1 : 1),
            _ => throw Unexpected(expression),
        };

    private Step<ulong> CodeOf(BoundExpression expression) =>
        Common(expression, CodeOf, static constant => constant is CodeConstant code ? CodeKey.Of(code.Value) : CodeKey.None)
        ?? expression switch
        {
            BoundField field => OfFact(field, fact => new CodeFact(fact)),
            BoundFact fact => FactOf(fact.Fact, value => value.Text is string text ? CodeKey.Of(Code.From(fact.Type.System, text)) : CodeKey.Missing),
            BoundColumn column => Dear(1, () => new CodeColumn(Thing(column.Row), column.Column.Index)),
            _ => throw Unexpected(expression),
        };

    private Step<string?> TextOf(BoundExpression expression) =>
        Common<string?>(expression, TextOf, static constant => constant is TextConstant text ? text.Value : Read.NoText)
        ?? expression switch
        {
            BoundField field => OfFact(field, fact => new TextFact(fact)),
            BoundFact fact => FactOf(fact.Fact, static value => value.Text),
            BoundColumn column => Dear(1, () => new TextColumn(Thing(column.Row), column.Column.Index)),
            _ => throw Unexpected(expression),
        };

    private Step<long> InstantOf(BoundExpression expression) =>
        Common(expression, InstantOf, static _ => long.MinValue + 1)
        ?? (expression is BoundField field ? OfFact(field, fact => new InstantFact(fact)) : throw Unexpected(expression));

    private Step<CodeList> CodesOf(BoundExpression expression) =>
        Common(expression, CodesOf, static _ => CodeList.None)
        ?? expression switch
        {
            BoundField field => OfFact(field, fact => new ListFact(fact)),
            BoundCodesOf codes => new ClaimCodesStep(codes.System),
            _ => throw Unexpected(expression),
        };

    private Step<Slot> Thing(BoundExpression expression)
    {
        if (SlotOf(expression) is int slot)
        {
            return new SlotStep(slot < 0 ? -1 : Use(slot));
        }

        return Common(expression, Thing, static _ => default(Slot))
            ?? expression switch
            {
                BoundRow row => Row(row),
                BoundFirst first => Dear(100, () => new FirstStep(Source(first.Source), first.IsLast, [.. first.Keys.Select(key => OrderOf(key.Value, key.IsDescending))])),
                _ => throw Unexpected(expression),
            };
    }

    private RowStep Row(BoundRow row)
    {
        // A look-up costs less than comparing a text of a part on both sides, and leaves far fewer.
        _cost += 3;
        ImmutableArray<KeyPart> parts = [.. row.Key.Select(KeyPartOf)];
        return new RowStep(row.Table.Name, row.Table.Table!, parts, row.On is null ? null : DayOf(row.On)); // A pack without errors has its tables.
    }

    private KeyPart KeyPartOf(BoundExpression part) =>
        part.Type.Kind == TypeKind.Code ? new CodeKeyPart(CodeOf(part)) : new TextKeyPart(TextOf(part));

    private ShowStep Shown(BoundExpression value) => value.Type.Kind switch
    {
        TypeKind.Money => new ShowStep<Num>(Single(() => Number(value)), NumberStyle.Money),
        TypeKind.Percent => new ShowStep<Num>(Single(() => Number(value)), NumberStyle.Percent),
        TypeKind.Number or TypeKind.Units => new ShowStep<Num>(Single(() => Number(value)), NumberStyle.Plain),
        TypeKind.Date => new ShowStep<int>(Single(() => DayOf(value)), NumberStyle.Plain),
        TypeKind.Instant => new ShowStep<long>(Single(() => InstantOf(value)), NumberStyle.Plain),
        TypeKind.Period => new ShowStep<EditEngine.Evaluation.Steps.Span>(Single(() => SpanOf(value)), NumberStyle.Plain),
        TypeKind.Code => new ShowStep<ulong>(Single(() => CodeOf(value)), NumberStyle.Plain),
        TypeKind.Text => new ShowStep<string?>(Single(() => TextOf(value)), NumberStyle.Plain),
        TypeKind.CodeList => new ShowStep<CodeList>(Single(() => CodesOf(value)), NumberStyle.Plain),
        TypeKind.Thing => new ShowStep<Slot>(Single(() => Thing(value)), NumberStyle.Plain),
        TypeKind.YesNo or TypeKind.Condition => new ShowStep<Num>(Single(() => YesNoValue(value)), NumberStyle.YesNo),
        _ => new ShowStep<Truth>(Truth(value), NumberStyle.Plain),
    };

    private GroupKeyStep GroupKey(BoundExpression value) => value.Type.Kind switch
    {
        TypeKind.Code => new GroupKeyStep<ulong>(Single(() => CodeOf(value))),
        TypeKind.Date => new GroupKeyStep<int>(Single(() => DayOf(value))),
        TypeKind.Instant => new GroupKeyStep<long>(Single(() => InstantOf(value))),
        TypeKind.Text => new GroupKeyStep<string?>(Single(() => TextOf(value))),
        TypeKind.YesNo or TypeKind.Condition => new GroupKeyStep<Num>(Single(() => YesNoValue(value))),
        _ => new GroupKeyStep<Num>(Single(() => Number(value))),
    };

    private OrderKey OrderOf(BoundExpression value, bool isDescending) => value.Type.Kind switch
    {
        TypeKind.Code => new OrderKey<ulong>(Single(() => CodeOf(value)), isDescending),
        TypeKind.Date => new OrderKey<int>(Single(() => DayOf(value)), isDescending),
        TypeKind.Instant => new OrderKey<long>(Single(() => InstantOf(value)), isDescending),
        TypeKind.Text => new OrderKey<string?>(Single(() => TextOf(value)), isDescending),
        TypeKind.YesNo or TypeKind.Condition => new OrderKey<Num>(Single(() => YesNoValue(value)), isDescending),
        _ => new OrderKey<Num>(Single(() => Number(value)), isDescending),
    };

    private static Step<T> FactOf<T>(FactSymbol fact, Func<FactValue, T> read) => new PayerFact<T>(fact.Name, fact.Member, read);

    private T Dear<T>(int cost, Func<T> lower)
    {
        _cost += cost;
        return lower();
    }

    private static NumOperator OperatorOf(BinaryOperator op) => op switch
    {
        BinaryOperator.Add => NumOperator.Add,
        BinaryOperator.Subtract => NumOperator.Subtract,
        BinaryOperator.Multiply => NumOperator.Multiply,
        _ => NumOperator.Divide,
    };

    private static Rounding RoundingOf(RoundingMode mode) => mode switch
    {
        RoundingMode.HalfUp => Rounding.HalfUp,
        RoundingMode.Up => Rounding.Up,
        _ => Rounding.Down,
    };

    // A percent is kept as its number of hundredths: a product with one is a hundredth of the product, a quotient by one a hundredfold.
    private static Rational ScaleOf(BoundArithmetic arithmetic)
    {
        bool left = arithmetic.Left.Type.Kind == TypeKind.Percent;
        bool right = arithmetic.Right.Type.Kind == TypeKind.Percent;
        return arithmetic.Operator switch
        {
            BinaryOperator.Multiply when left || right => arithmetic.Type.Kind == TypeKind.Percent && left != right ? Rational.One : Rational.One / Hundred,
            BinaryOperator.Divide when right && !left => Hundred,
            _ => Rational.One,
        };
    }

    private static System.Diagnostics.UnreachableException Unexpected(BoundExpression expression) =>
        new($"{expression.GetType().Name} of type {expression.Type.Kind} at {expression.Place} has no step here.");
}
