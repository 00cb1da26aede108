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
using EditEngine.Values;

namespace EditEngine.Compiler.Lowering;

/// <content>Values by type.</content>
internal sealed partial class EditLowering
{
    private static readonly Rational Hundred = Rational.From(100);

    /// <summary>What every type has: absence, definitions, choices, parameters, keys. Null where the type's own rules are asked.</summary>
    private Step<T>? Common<T>(BoundExpression expression, Func<BoundExpression, Step<T>> lower, Func<Constant, T> constant)
        where T : struct, IAbsence<T>
    {
        switch (expression)
        {
            case BoundConstant { Value: NoneConstant }:
                return new ConstantStep<T>(T.None);
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
                    [.. choice.Branches.Select(branch => new Branch<T>(branch.Condition is null ? null : TruthOf(branch.Condition), lower(branch.Value)))]);
                _choices.Add(step);
                return step;
            case BoundOrElse orElse:
                return new OrElseStep<T>(lower(orElse.First), lower(orElse.Second));
            case BoundParameter parameter:
                return ParameterOf(parameter.Parameter, constant);
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
        where T : struct, IAbsence<T>
    {
        T[] values = [.. parameter.Values.Select(one => one.Value is NoneConstant ? T.None : constant(one.Value))];
        if (values.Length == 1)
        {
            return new ConstantStep<T>(values[0]);
        }

        DatedStep<T> step = new(_choiceCount++, SubjectDate(), [.. parameter.Values.Select(one => Day.FromNumber(one.FromDay))], values);
        _choices.Add(step);
        return step;
    }

    private Step<Number> NumberOf(BoundExpression expression) =>
        Common(expression, NumberOf, static constant => constant is NumberConstant number ? Number.Of(number.Value) : Number.None)
        ?? expression switch
        {
            BoundField field => OfFact(field, fact => new NumberFact(fact)),
            BoundGroupKey key => KeyOf<Number>(key),
            BoundFact fact => FactOf(fact.Fact, value =>
                value.Number is decimal number ? Number.Of(fact.Type.Kind == TypeKind.Money ? Rational.From(number) * Hundred : Rational.From(number)) : Number.Missing),
            BoundColumn column => Dear(1, () => new NumberColumn(Thing(column.Row), column.Column.Index)),
            BoundArithmetic arithmetic => new ArithmeticStep(OperatorOf(arithmetic.Operator), NumberOf(arithmetic.Left), NumberOf(arithmetic.Right), ScaleOf(arithmetic)),
            BoundNegate negate => new NegateStep(NumberOf(negate.Operand)),
            BoundSum sum => Dear(100, () => new SumStep(Source(sum.Source), Single(() => NumberOf(sum.Value)), sum.Type.IsNeverNegative)),
            BoundCount count => Dear(100, () => new CountStep(Source(count.Source))),
            BoundCodeCount count => new CountCodesStep(CodesOf(count.List)),
            BoundExtreme extreme => new ExtremeStep(extreme.IsGreatest, [.. extreme.Values.Select(NumberOf)]),
            BoundDaysBetween days => new BetweenStep(Between.Days, DayOf(days.From), DayOf(days.To)),
            BoundMonthsBetween months => new BetweenStep(Between.FullMonths, DayOf(months.From), DayOf(months.To)),
            BoundAge age => new BetweenStep(Between.Age, DayOf(age.Birth), DayOf(age.On)),
            BoundRounded rounded => new RoundStep(NumberOf(rounded.Value), RoundingOf(rounded.Mode), rounded.Unit),
            _ => throw Unexpected(expression),
        };

    private Step<Day> DayOf(BoundExpression expression) =>
        Common(expression, DayOf, static constant => constant is DateConstant date ? Day.FromNumber(date.DayNumber) : Day.None)
        ?? expression switch
        {
            BoundField field => OfFact(field, fact => new DayFact(fact)),
            BoundGroupKey key => KeyOf<Day>(key),
            BoundFact fact => FactOf(fact.Fact, static value => DateOnly.TryParseExact(value.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) ? Day.Of(date) : Day.Missing),
            BoundColumn column => Dear(1, () => new DayColumn(Thing(column.Row), column.Column.Index)),
            BoundArithmetic arithmetic => new ShiftStep(DayOf(arithmetic.Left), PeriodOf(arithmetic.Right), arithmetic.Operator == BinaryOperator.Subtract ? -1 : 1),
            BoundPeriodEdge edge => new PeriodEdgeStep(edge.Period, edge.IsLast, DayOf(edge.Date), edge.Start is null ? null : DayOf(edge.Start)),
            BoundExtreme extreme => new ExtremeDayStep(extreme.IsGreatest, [.. extreme.Values.Select(DayOf)]),
            BoundDateOf date => DateOf(date.Thing),
            _ => throw Unexpected(expression),
        };

    private Step<Day> DateOf(BoundExpression thing)
    {
        if (SlotOf(thing) is int slot)
        {
            return new DateOfStep(slot < 0 ? -1 : Use(slot));
        }

        int temporary = _slotCount++;
        return new OfThingStep<Day>(Thing(thing), temporary, new DateOfStep(temporary));
    }

    private Step<Period> PeriodOf(BoundExpression expression) =>
        Common(expression, PeriodOf, static constant => constant is PeriodConstant period ? new Period(Presence.Known, period.Days, period.Months) : Period.None)
        ?? expression switch
        {
            BoundColumn column => Dear(1, () => new PeriodColumn(Thing(column.Row), column.Column.Index, column.Column.IsMonths)),
            BoundArithmetic arithmetic => new PeriodSumStep(PeriodOf(arithmetic.Left), PeriodOf(arithmetic.Right), arithmetic.Operator == BinaryOperator.Subtract ? -1 : 1),
            _ => throw Unexpected(expression),
        };

    private Step<CodeKey> CodeOf(BoundExpression expression) =>
        Common(expression, CodeOf, static constant => constant is CodeConstant code ? CodeKey.Of(code.Value) : CodeKey.None)
        ?? expression switch
        {
            BoundField field => OfFact(field, fact => new CodeFact(fact)),
            BoundGroupKey key => KeyOf<CodeKey>(key),
            BoundFact fact => FactOf(fact.Fact, value => CodeKey.Of(Code.From(fact.Type.System, value.Text))),
            BoundColumn column => Dear(1, () => new CodeColumn(Thing(column.Row), column.Column.Index)),
            _ => throw Unexpected(expression),
        };

    private Step<TextValue> TextOf(BoundExpression expression) =>
        Common(expression, TextOf, static constant => TextValue.Of((constant as TextConstant)?.Value, Presence.None))
        ?? expression switch
        {
            BoundField field => OfFact(field, fact => new TextFact(fact)),
            BoundGroupKey key => KeyOf<TextValue>(key),
            BoundFact fact => FactOf(fact.Fact, static value => TextValue.Of(value.Text)),
            BoundColumn column => Dear(1, () => new TextColumn(Thing(column.Row), column.Column.Index)),
            _ => throw Unexpected(expression),
        };

    private Step<Instant> InstantOf(BoundExpression expression) =>
        Common(expression, InstantOf, static _ => Instant.None)
        ?? expression switch
        {
            BoundField field => OfFact(field, fact => new InstantFact(fact)),
            BoundGroupKey key => KeyOf<Instant>(key),
            _ => throw Unexpected(expression),
        };

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

        return Common(expression, Thing, static _ => Slot.None)
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
        TypeKind.Money => new ShowNumber(Single(() => NumberOf(value)), NumberStyle.Money),
        TypeKind.Percent => new ShowNumber(Single(() => NumberOf(value)), NumberStyle.Percent),
        TypeKind.Number or TypeKind.Units => new ShowNumber(Single(() => NumberOf(value)), NumberStyle.Plain),
        TypeKind.Date => new ShowDay(Single(() => DayOf(value))),
        TypeKind.Instant => new ShowInstant(Single(() => InstantOf(value))),
        TypeKind.Period => new ShowPeriod(Single(() => PeriodOf(value))),
        TypeKind.Code => new ShowCode(Single(() => CodeOf(value))),
        TypeKind.Text => new ShowText(Single(() => TextOf(value))),
        TypeKind.CodeList => new ShowCodes(Single(() => CodesOf(value))),
        TypeKind.Thing => new ShowThing(Single(() => Thing(value))),
        _ => new ShowNumber(Single(() => YesNoValue(value)), NumberStyle.YesNo),
    };

    private GroupKeyStep GroupKey(BoundExpression value) => value.Type.Kind switch
    {
        TypeKind.Code => new GroupKeyStep<CodeKey>(Single(() => CodeOf(value))),
        TypeKind.Date => new GroupKeyStep<Day>(Single(() => DayOf(value))),
        TypeKind.Instant => new GroupKeyStep<Instant>(Single(() => InstantOf(value))),
        TypeKind.Text => new GroupKeyStep<TextValue>(Single(() => TextOf(value))),
        TypeKind.YesNo or TypeKind.Condition => new GroupKeyStep<Number>(Single(() => YesNoValue(value))),
        _ => new GroupKeyStep<Number>(Single(() => NumberOf(value))),
    };

    private OrderKey OrderOf(BoundExpression value, bool isDescending) => value.Type.Kind switch
    {
        TypeKind.Code => new OrderKey<CodeKey>(Single(() => CodeOf(value)), isDescending),
        TypeKind.Date => new OrderKey<Day>(Single(() => DayOf(value)), isDescending),
        TypeKind.Instant => new OrderKey<Instant>(Single(() => InstantOf(value)), isDescending),
        TypeKind.Text => new OrderKey<TextValue>(Single(() => TextOf(value)), isDescending),
        TypeKind.YesNo or TypeKind.Condition => new OrderKey<Number>(Single(() => YesNoValue(value)), isDescending),
        _ => new OrderKey<Number>(Single(() => NumberOf(value)), isDescending),
    };

    private Step<T> KeyOf<T>(BoundGroupKey key)
        where T : struct, IKey<T> => SlotOf(key.Group) is int group ? new KeyOfGroup<T>(Use(group), key.Index) : throw Unexpected(key);

    private static Step<T> FactOf<T>(FactSymbol fact, Func<FactValue, T> read)
        where T : struct, IAbsence<T> => new PayerFact<T>(fact.Name, fact.Member, read);

    private T Dear<T>(int cost, Func<T> lower)
    {
        _cost += cost;
        return lower();
    }

    private static NumberOperator OperatorOf(BinaryOperator op) => op switch
    {
        BinaryOperator.Add => NumberOperator.Add,
        BinaryOperator.Subtract => NumberOperator.Subtract,
        BinaryOperator.Multiply => NumberOperator.Multiply,
        _ => NumberOperator.Divide,
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
