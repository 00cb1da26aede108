using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;
using EditEngine.Numbers;
using EditEngine.Operators;
using EditEngine.Outcomes;
using EditEngine.Plans;
using EditEngine.Stacks;
using EditEngine.Values;

namespace EditEngine.Compiler.Interpretation;

/// <summary>Reads one edit's expressions over one claim: what its names stand for just now, and what is decided already.</summary>
internal sealed class ExpressionEvaluator
{
    private readonly ClaimThings _things;
    private readonly BoundEdit _edit;
    private readonly EvaluatedValue[] _slots;
    private readonly ClaimReading _claim;
    private readonly ConditionEvaluator _conditions;
    private readonly GroupEvaluator _groups;

    /// <param name="things">The claim's things.</param>
    /// <param name="edit">The edit.</param>
    /// <param name="decided">Findings of earlier phases.</param>
    public ExpressionEvaluator(ClaimThings things, BoundEdit edit, IReadOnlyList<FindingDraft> decided)
    {
        _things = things;
        _edit = edit;
        _slots = new EvaluatedValue[edit.SlotCount];
        _claim = new ClaimReading(things, edit.Basis);
        _conditions = new ConditionEvaluator(this, _claim, new EarlierDecisions(decided));
        _groups = new GroupEvaluator(this);
        Sources = new SourceEvaluator(this, things);
    }

    /// <summary>Ends the reading: asked before each list of things.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>Is told what conditions and look-ups come to; null: nobody.</summary>
    public IEvaluationWatch? Watch { get; init; }

    /// <summary>Things of sources.</summary>
    public SourceEvaluator Sources { get; }

    public void Set(VariableSymbol variable, EvaluatedValue evaluated) => _slots[variable.Slot] = evaluated;

    public EvaluatedValue Get(VariableSymbol variable) => _slots[variable.Slot];

    /// <summary>A date for an edit's <c>effective</c> and parameters: the subject's, on the edit's basis.</summary>
    public EvaluatedValue SubjectDate() => _edit.Basis == Basis.DateOfService ? _claim.DateOf(Value(_edit.Subject).Single) : _claim.ClaimDate();

    /// <summary>The values an expression may have.</summary>
    public PossibleValues Value(BoundExpression expression) =>
        RuntimeHelpers.TryEnsureSufficientExecutionStack() ? ValueOf(expression) : DeepStack.Run(() => ValueOf(expression));

    /// <summary>A condition's value.</summary>
    public TruthValue Test(BoundExpression condition)
    {
        TruthValue verdict = RuntimeHelpers.TryEnsureSufficientExecutionStack() ? _conditions.Of(condition) : DeepStack.Run(() => _conditions.Of(condition));
        Watch?.Tested(this, condition, verdict);
        return verdict;
    }

    /// <summary>A conjunction: what comes after one that is false is not asked.</summary>
    public TruthValue All(ImmutableArray<BoundExpression> conditions)
    {
        TruthValue all = TruthValue.True;
        foreach (BoundExpression condition in conditions)
        {
            all &= Test(condition);
            if (all.Truth == Truth.False)
            {
                return all;
            }
        }

        return all;
    }

    /// <summary>The groups of a binding.</summary>
    public ImmutableArray<EvaluatedGroup> GroupsOf(BoundGroupBinding binding) => _groups.Of(binding);

    private PossibleValues ValueOf(BoundExpression expression) => expression switch
    {
        BoundConstant constant => PossibleValues.Of(OfConstant(constant.Value)),
        BoundVariable variable => _slots[variable.Variable.Slot] is InlinedArgument argument ? Value(argument.Expression) : PossibleValues.Of(_slots[variable.Variable.Slot]),
        BoundClaim => PossibleValues.Of(new EvaluatedThing(_things.ClaimThing)),
        BoundField field => Value(field.Receiver).Map(receiver => _claim.FieldOf(receiver, field.Field)),
        BoundFact fact => PossibleValues.Of(_claim.FactOf(fact.Fact)),
        BoundGroupKey key => Value(key.Group).Map(group => group is EvaluatedGroup known ? known.Keys[key.Index] : group),
        BoundParameter parameter => ParameterOf(parameter.Parameter),
        BoundUse use => Use(use, Value),
        BoundArithmetic arithmetic => Value(arithmetic.Left).With(Value(arithmetic.Right), (left, right) => Arithmetic.Apply(arithmetic, left, right)),
        BoundNegate negate => Value(negate.Operand).Map(Arithmetic.Negate),
        BoundChoice choice => Choose(choice),
        BoundOrElse orElse => OrElse(orElse),
        BoundSum sum => PossibleValues.Of(Sources.Sum(sum)),
        BoundExtremeOver extreme => PossibleValues.Of(Sources.Extreme(extreme)),
        BoundCount count => PossibleValues.Of(Sources.Count(count)),
        BoundCodeCount count => Value(count.List).Map(CountOf),
        BoundExtreme extreme => extreme.Values.Skip(1).Aggregate(Value(extreme.Values[0]), (all, one) => all.With(Value(one), (a, b) => Arithmetic.Extreme(extreme.IsGreatest, a, b))),
        BoundFirst first => PossibleValues.Of(Sources.First(first)),
        BoundRun run => PossibleValues.Of(Sources.Run(run)),
        BoundMembers members => Value(members.Group).Map(group => group is EvaluatedGroup known ? new EvaluatedThings(known.Members) : group),
        BoundRows rows => PossibleValues.Of(TableReading.Rows(rows, rows.On is null ? EvaluatedNone.Instance : Value(rows.On).Single)),
        BoundRow row => Row(row),
        BoundColumn column => Value(column.Row).Map(row => TableReading.ColumnOf(row, column.Column)),
        BoundDaysBetween days => Value(days.From).With(Value(days.To), static (from, to) => Arithmetic.OfDates(DateOperators.DaysBetween, from, to)),
        BoundMinutesBetween minutes => Value(minutes.From).With(Value(minutes.To), Arithmetic.Minutes),
        BoundMonthsBetween months => Value(months.From).With(Value(months.To), static (from, to) => Arithmetic.OfDates(DateOperators.FullMonthsBetween, from, to)),
        BoundAge age => Value(age.Birth).With(Value(age.On), static (birth, on) => Arithmetic.OfDates(DateOperators.Age, birth, on)),
        BoundPeriodEdge { Start: null } edge => Value(edge.Date).Map(date => Arithmetic.OfPeriod(edge, date, date)),
        BoundPeriodEdge { Start: BoundExpression start } edge => Value(edge.Date).With(Value(start), (date, from) => Arithmetic.OfPeriod(edge, date, from)),
        BoundRounded rounded => Value(rounded.Value).Map(value => Arithmetic.Round(rounded, value)),
        BoundDateOf date => Value(date.Thing).Map(_claim.DateOf),
        BoundCodesOf codes => PossibleValues.Of(_claim.CodesOf(codes.System)),
        _ => PossibleValues.Of(OfVerdict(Test(expression))),
    };

    private static EvaluatedValue OfVerdict(TruthValue verdict) =>
        verdict.Truth == Truth.Unknown ? new EvaluatedMissing(verdict.Missing) : new EvaluatedYesNo(verdict.Truth == Truth.True);

    private static EvaluatedValue OfConstant(Constant constant) => constant switch
    {
        NumberConstant number => new EvaluatedNumber(number.Value),
        DateConstant date => new EvaluatedDate(date.DayNumber),
        PeriodConstant period => new EvaluatedPeriod(period.Days, period.Months),
        CodeConstant code => new EvaluatedCode(code.Value),
        TextConstant text => new EvaluatedText(text.Value),
        YesNoConstant yesNo => new EvaluatedYesNo(yesNo.Value),
        _ => EvaluatedNone.Instance,
    };

    /// <summary>Writes a definition out: a name stands for its argument wherever it is read.</summary>
    public T Use<T>(BoundUse use, Func<BoundExpression, T> body)
    {
        for (int i = 0; i < use.Arguments.Length; i++)
        {
            // Names of things are read once: they stand for the same thing while the definition is read.
            Set(use.Parameters[i], use.Arguments[i] is BoundVariable name ? _slots[name.Variable.Slot] : new InlinedArgument(use.Arguments[i]));
        }

        return body(use.Body);
    }

    /// <summary>The values of a choice whose conditions are not all known.</summary>
    public PossibleValues Choose(BoundChoice choice)
    {
        ImmutableArray<EvaluatedValue>.Builder data = ImmutableArray.CreateBuilder<EvaluatedValue>();
        ImmutableSortedSet<string> open = TruthValue.NoFields;
        foreach (BoundBranch branch in choice.Branches)
        {
            TruthValue condition = branch.Condition is null ? TruthValue.True : Test(branch.Condition);
            if (condition.Truth == Truth.False)
            {
                continue;
            }

            PossibleValues value = Value(branch.Value);
            data.AddRange(value.Data);
            open = open.Union(value.Open).Union(condition.Missing);
            if (condition.Truth == Truth.True)
            {
                return new PossibleValues(data.ToImmutable(), open);
            }
        }

        data.Add(EvaluatedNone.Instance);
        return new PossibleValues(data.ToImmutable(), open);
    }

    private PossibleValues OrElse(BoundOrElse orElse)
    {
        PossibleValues first = Value(orElse.First);
        ImmutableArray<EvaluatedValue>.Builder data = ImmutableArray.CreateBuilder<EvaluatedValue>();
        ImmutableSortedSet<string> open = first.Open;
        foreach (EvaluatedValue evaluated in first.Data)
        {
            if (evaluated is EvaluatedMissing or EvaluatedNone)
            {
                // Where both are missing, either would have told.
                PossibleValues second = Value(orElse.Second);
                data.AddRange(second.Data.Select(other => evaluated is EvaluatedMissing one && other is EvaluatedMissing two ? new EvaluatedMissing(one.Fields.Union(two.Fields)) : other));
                open = open.Union(second.Open);
            }
            else
            {
                data.Add(evaluated);
            }
        }

        return new PossibleValues(data.ToImmutable(), open);
    }

    private static EvaluatedValue CountOf(EvaluatedValue list) => list switch
    {
        EvaluatedCodes codes => new EvaluatedNumber(Rational.From(codes.Codes.Distinct().Count())),
        EvaluatedMissing missing => new EvaluatedRange(Rational.Zero, null, missing.Fields),
        _ => EvaluatedNone.Instance,
    };

    private PossibleValues Row(BoundRow row)
    {
        PossibleValues key = row.Key.Aggregate(PossibleValues.Of(TableReading.NoKey), (all, part) => all.With(Value(part), TableReading.WithPart));
        PossibleValues on = row.On is null ? PossibleValues.Of(EvaluatedNone.Instance) : Value(row.On);
        PossibleValues found = key.With(on, (parts, day) => TableReading.FindRow(row, parts, day));
        if (Watch is IEvaluationWatch watch)
        {
            foreach (EvaluatedValue one in found.Data)
            {
                watch.LookedUp(row, one);
            }
        }

        return found;
    }

    private PossibleValues ParameterOf(ParameterSymbol parameter)
    {
        if (parameter.Values.Length == 1)
        {
            return PossibleValues.Of(OfConstant(parameter.Values[0].Value));
        }

        if (SubjectDate() is EvaluatedDate date)
        {
            ParameterValue? value = parameter.Values.LastOrDefault(one => one.FromDay <= date.Day);
            return PossibleValues.Of(value is null ? EvaluatedNone.Instance : OfConstant(value.Value));
        }

        ImmutableSortedSet<string> open = SubjectDate() is EvaluatedMissing missing ? missing.Fields : TruthValue.NoFields;
        return new PossibleValues([.. parameter.Values.Select(one => OfConstant(one.Value))], open);
    }

    /// <summary>An argument that is read where its name stands.</summary>
    private sealed record InlinedArgument(BoundExpression Expression) : EvaluatedValue;
}
