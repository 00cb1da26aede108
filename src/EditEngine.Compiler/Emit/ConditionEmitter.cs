using System.Collections.Immutable;
using EditEngine.Codes;
using EditEngine.Operators;
using EditEngine.Plans;
using EditEngine.Tables;
using EditEngine.Values;

namespace EditEngine.Compiler.Emit;

/// <summary>C# of conditions: statements that go on where one holds, and leave where it does not.</summary>
internal sealed class ConditionEmitter(Emission emission)
{
    // Sets of so few codes are compared one by one.
    private const int Few = 8;
    private const long MostScale = 1_000_000_000;

    // A comparison of several choices is written for each of their values; of more it is asked.
    private const int MostDistributed = 64;

    /// <summary>Goes on where a condition holds.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="otherwise">The statement that leaves: <c>goto n3;</c></param>
    /// <returns>False where it can neither be written nor asked.</returns>
    public bool Require(Expression condition, string otherwise) =>
        !emission.Text.IsTooLong && (emission.Try(() => Written(condition, otherwise)) || emission.Try(() => Asked(condition, otherwise, holds: true)));

    // What the index found the line by: looked at again only where it takes lines whatever their codes.
    private bool IsIndexed(InCodes codes) =>
        codes is { On: null, Code: FieldValue { Field: { IsLineProcedure: true } fact } }
        && emission.Thing(fact.Slot) is { IsCandidate: true }
        && emission.IndexedCodes is CodeSet indexed
        && codes.Set.Covers(indexed);

    private bool Unindexed(InCodes codes, string otherwise) => emission.Try(() =>
    {
        emission.Text.Line("if (!isExact)");
        int block = emission.Text.Open();
        bool written = Simple(codes, otherwise, holds: true);
        emission.Text.Close(block);
        return written;
    });

    private bool Refuse(Expression condition, string otherwise) =>
        !emission.Text.IsTooLong && (emission.Try(() => Denied(condition, otherwise)) || emission.Try(() => Asked(condition, otherwise, holds: false)));

    private bool Written(Expression condition, string otherwise) => condition switch
    {
        And all => all.Operands.All(one => Require(one, otherwise)),
        Or any => AnyOf(any.Operands, Require, otherwise),
        Not not => Refuse(not.Operand, otherwise),
        AllBranchesAgree agree => Require(agree.Operand, otherwise),
        Quantified { Quantifier: Quantifier.Any } any => Exists(any, isEvery: false, otherwise, isWanted: true),
        Quantified quantified => Exists(quantified, quantified.Quantifier == Quantifier.Every, otherwise, isWanted: false),
        OfThing of => emission.Rows.With(of, () => Require(of.Value, otherwise) ? "" : null) is not null,
        InCodes codes when IsIndexed(codes) => Unindexed(codes, otherwise),
        _ => Simple(condition, otherwise, holds: true) || emission.Try(() => Distributed(condition, otherwise, Require)),
    };

    private bool Denied(Expression condition, string otherwise) => condition switch
    {
        And all => AnyOf(all.Operands, Refuse, otherwise),
        Or any => any.Operands.All(one => Refuse(one, otherwise)),
        Not not => Require(not.Operand, otherwise),
        AllBranchesAgree agree => Refuse(agree.Operand, otherwise),
        Quantified { Quantifier: Quantifier.Any } any => Exists(any, isEvery: false, otherwise, isWanted: false),
        Quantified quantified => Exists(quantified, quantified.Quantifier == Quantifier.Every, otherwise, isWanted: true),
        OfThing of => emission.Rows.With(of, () => Refuse(of.Value, otherwise) ? "" : null) is not null,
        _ => Simple(condition, otherwise, holds: false) || emission.Try(() => Distributed(condition, otherwise, Refuse)),
    };

    private bool AnyOf(ImmutableArray<Expression> operands, Func<Expression, string, bool> require, string otherwise)
    {
        string holds = emission.Text.Name("n");
        for (int i = 0; i < operands.Length; i++)
        {
            bool isLast = i == operands.Length - 1;
            string next = emission.Text.Name("n");
            int block = emission.Text.Open();
            if (!require(operands[i], isLast ? otherwise : $"goto {next};"))
            {
                return false;
            }

            emission.Text.Line($"goto {holds};");
            emission.Text.Close(block);
            emission.Text.Line($"{next}: ;");
        }

        emission.Text.Line($"{holds}: ;");
        return !operands.IsEmpty;
    }

    // Whether some thing meets the condition, or, of every, does not.
    private bool Exists(Quantified quantified, bool isEvery, string otherwise, bool isWanted)
    {
        string found = emission.Text.Name("n");
        string end = emission.Text.Name("n");
        int block = emission.Text.Open();
        (SourcePlan source, Expression? body) = isEvery ? (quantified.Source, quantified.Body) : Joined(quantified.Source, quantified.Body);
        bool written = emission.Sources.ForEach(source, isComplete: true, next =>
        {
            bool meets = body is null ? !isEvery : isEvery ? Refuse(body, $"goto {next};") : Require(body, $"goto {next};");
            emission.Text.Line($"goto {found};");
            return meets;
        });
        if (!written)
        {
            return false;
        }

        emission.Text.Line(isWanted ? otherwise : $"goto {end};");
        emission.Text.Line($"{found}: ;");
        if (!isWanted)
        {
            emission.Text.Line(otherwise);
        }

        emission.Text.Close(block, end);
        return true;
    }

    // What is asked of a thing and what its source asks are one conjunction, whose cheapest part is asked first.
    private static (SourcePlan Source, Expression? Body) Joined(SourcePlan source, Expression? body)
    {
        if (body is null || source.Alternatives.Select((one, i) => source.Alternatives.Take(i).Any(other => (other.Kinds & one.Kinds) != 0)).Any(overlaps => overlaps))
        {
            return (source, body);
        }

        ImmutableArray<Expression> parts = body is And all ? all.Operands : [body];
        return (source with { Alternatives = [.. source.Alternatives.Select(one => one with { Conditions = [.. one.Conditions, .. parts] })] }, null);
    }

    private bool Simple(Expression condition, string otherwise, bool holds) => emission.Try(() => Leaves(Bool(condition), otherwise, holds));

    // A comparison with a choice in it is one of several comparisons.
    private bool Distributed(Expression condition, string otherwise, Func<Expression, string, bool> require)
    {
        if (condition is not Operation { Type: ValueKind.Truth } comparison || ChoiceIn.First(comparison) is not Choice choice || ChoiceIn.CountOf(comparison) > MostDistributed)
        {
            return false;
        }

        string holds = emission.Text.Name("n");
        foreach (ChoiceBranch branch in choice.Branches)
        {
            string next = emission.Text.Name("n");
            int block = emission.Text.Open();
            if ((branch.Condition is not null && !Require(branch.Condition, $"goto {next};")) || !require(ChoiceIn.With(comparison, choice, branch.Value), otherwise))
            {
                return false;
            }

            emission.Text.Line($"goto {holds};");
            emission.Text.Close(block);
            emission.Text.Line($"{next}: ;");
        }

        bool written = choice.Branches is [.., { Condition: null }] || require(ChoiceIn.With(comparison, choice, new ConstantValue(choice.Type)), otherwise);
        emission.Text.Line($"{holds}: ;");
        return written;
    }

    private bool Asked(Expression condition, string otherwise, bool holds) => Leaves(emission.Ask(condition), otherwise, holds);

    private bool Leaves(string? test, string otherwise, bool holds)
    {
        if (test is null)
        {
            return false;
        }

        emission.Text.Line(holds ? $"if (!({test})) {otherwise}" : $"if ({test}) {otherwise}");
        return true;
    }

    private string? Bool(Expression condition) => condition switch
    {
        ConstantValue { Value: "true" or "false" } constant => constant.Value,
        FieldValue field => emission.Fields.YesNo(field.Field),
        ColumnValue column when emission.Rows.Of(column.Row) is { } row => $"KnownFacts.CellYes({row.Record}, {row.Index}, {Emission.Number(column.Column)})",
        Operation operation => OfOperation(operation),
        InCodes codes => InSet(codes),
        InTexts texts when emission.Words.IsOneOf(texts.Text, texts.Texts, texts.Prefixes) is string words => words,
        InTexts texts when emission.Texts.Of(texts.Text) is { } text =>
            $"KnownValues.IsOneOf({emission.Row.Object(texts.Texts.ToArray())}, {emission.Row.Object(texts.Prefixes.ToArray())}, {text.Text})",
        InNumbers numbers => InNumbers(numbers),
        HasCodes has => emission.Lists.Has(has),
        IsFound found when emission.Rows.Of(found.Row) is { } row => $"{row.Index} >= 0",
        IsPresent present => IsThere(present.Value),
        PartIsPresent part => emission.Fields.HasPart(part.Part),
        IsOfKind kind when emission.Thing(kind.Slot) is { Kind: not ThingKind.Row } thing => (kind.Kinds & thing.Bit) != 0 ? "true" : "false",
        IsOther other => IsOther(other),
        IsEarlier earlier => IsEarlier(earlier),
        IsPayable payable => IsPayable(emission.Thing(payable.Slot)),
        IsDeniedBy denied => IsDeniedBy(emission.Thing(denied.Slot), denied.Edit),
        IsOnClaim on when emission.Thing(on.Slot) is { } thing => thing.Kind == ThingKind.Suggestion ? $"run.IsOnClaim({thing.Record})" : "false",
        Sample sample when emission.Texts.Of(sample.By) is { } text => $"KnownValues.IsInSample({text.Text}, {emission.Row.Number(sample.Part)}, {emission.Row.Number(sample.Whole)})",
        _ => null,
    };

    private string? IsThere(Expression value) => value switch
    {
        FieldValue field => emission.Fields.IsThere(field.Field),
        OrElse orElse => IsThere(orElse.First) is string first && IsThere(orElse.Second) is string second ? $"({first} || {second})" : null,
        ColumnValue column when emission.Rows.Of(column.Row) is { Table: not null } row => CellThere(row, column.Column),
        _ => null,
    };

    private static string? CellThere(EmittedThing row, int column)
    {
        string at = $"{row.Record}, {row.Index}, {Emission.Number(column)}";
        return row.Table!.Columns[column].Type switch // A row of a table.
        {
            ColumnType.Code => $"KnownFacts.CellCode({at}) != 1UL",
            ColumnType.Date => $"KnownFacts.CellDay({at}) != 1",
            ColumnType.Number => $"KnownFacts.CellNumber({at}) != PlainFacts.NoNumber",
            ColumnType.Text => $"!ReferenceEquals(KnownFacts.CellText({at}), KnownFacts.NoText)",
            _ => null,
        };
    }

    private static string? IsPayable(EmittedThing? thing) => thing?.Kind switch
    {
        null or ThingKind.Row or ThingKind.Group => null,
        ThingKind.Line => $"run.IsPayable({thing.Record}.Number)",
        ThingKind.History => $"{thing.Record}.Status is LineStatus.Paid or LineStatus.Adjusted",
        _ => "run.IsClaimPayable()",
    };

    private string? IsDeniedBy(EmittedThing? thing, string edit) => thing?.Kind switch
    {
        null or ThingKind.Row or ThingKind.Group => null,
        ThingKind.Line => $"run.IsDeniedBy({emission.Row.Object(edit)}, {thing.Record}.Number)",
        _ => $"run.IsClaimDeniedBy({emission.Row.Object(edit)})",
    };

    private string? OfOperation(Operation operation)
    {
        Operator? row = OperatorTable.Find(operation.Operator, operation.Type);
        return row is ComparisonOperator comparison ? emission.Comparisons.Of(comparison, operation.Operands[0], operation.Operands[1])
            : ReferenceEquals(row, ListOperators.Shares) ? emission.Lists.Share(operation.Operands[0], operation.Operands[1])
            : ReferenceEquals(row, ListOperators.Same) ? emission.Lists.Same(operation.Operands[0], operation.Operands[1])
            : ReferenceEquals(row, ListOperators.InList) && emission.Lists.Of(operation.Operands[1]) is { MayBeNone: false } list && emission.Codes.Of(operation.Operands[0]) is { } code
                ? $"KnownValues.HasCode({list.Text}, {code.Text}, false)"
            : null;
    }

    private string? InSet(InCodes codes)
    {
        if (emission.Codes.Of(codes.Code) is not { } code)
        {
            return null;
        }

        if (codes.On is null)
        {
            ImmutableArray<CodeInterval> intervals = codes.Set.Intervals;
            if (intervals.Length is > 0 and <= Few && intervals.All(one => one.First == one.Last && one.FromDay == int.MinValue && one.ThroughDay == int.MaxValue))
            {
                return $"KnownValues.IsOneOf(k, {emission.Row.Set([.. intervals.Select(one => unchecked((long)one.First))])}, {code.Text})";
            }

            return $"KnownValues.IsIn({emission.Row.Object(codes.Set)}, {code.Text})";
        }

        return emission.Days.Of(codes.On) is { } day ? $"KnownValues.IsIn({emission.Row.Object(codes.Set)}, {code.Text}, {day.Text})" : null;
    }

    private string? InNumbers(InNumbers numbers)
    {
        if (emission.Numbers.Of(numbers.Number) is not { Scale: <= MostScale, Divisor: null, Bits: <= EmittedNumber.LongBits } number || numbers.Numbers.Length > Few || numbers.Numbers.Any(one => Int128.Abs(one.Numerator) > MostScale))
        {
            return null;
        }

        // One that is not whole, so many times, equals none of them.
        long[] whole = [.. numbers.Numbers.Where(one => one.Numerator * number.Scale % one.Denominator == 0).Select(one => (long)(one.Numerator * number.Scale / one.Denominator))];
        return $"KnownValues.IsOneOf(k, {emission.Row.Set(whole)}, (ulong){number.Text})" + string.Concat(number.KnownIf.Select(known => $" && {known}"));
    }

    private string? IsOther(IsOther other)
    {
        if (emission.Thing(other.Slot) is not { Kind: not (ThingKind.Row or ThingKind.Group) } thing)
        {
            return null;
        }

        List<string> tests = [];
        foreach (int slot in other.Others)
        {
            if (emission.Thing(slot) is not { Kind: not (ThingKind.Row or ThingKind.Group) } one)
            {
                return null;
            }

            tests.Add(one.Kind == thing.Kind ? $"{thing.Index} != {one.Index}" : "true");
        }

        return tests.Count == 0 ? "true" : string.Join(" && ", tests);
    }

    private string? IsEarlier(IsEarlier earlier)
    {
        if (emission.Thing(earlier.Slot) is not { Kind: ThingKind.Line or ThingKind.History } a || emission.Thing(earlier.Than) is not { Kind: ThingKind.Line or ThingKind.History } b)
        {
            return null;
        }

        if (a.Kind == ThingKind.History && a.Kind == b.Kind)
        {
            return $"({a.Index} != {b.Index} && {emission.Fields.DateOf(a).Text} < {emission.Fields.DateOf(b).Text})";
        }

        string left = emission.Fields.DateOf(a).Text;
        string right = emission.Fields.DateOf(b).Text;
        return a.Kind == ThingKind.Line && b.Kind == ThingKind.Line ? $"({left} < {right} || ({left} == {right} && {a.Index} < {b.Index}))" : $"{left} < {right}";
    }
}
