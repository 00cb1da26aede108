using EditEngine.Numbers;
using EditEngine.Operators;
using EditEngine.Plans;
using EditEngine.Tables;
using EditEngine.Values;

namespace EditEngine.Compiler.Emit;

/// <summary>C# of numbers: whole ones with a scale that is known while the text is written, so that nothing overflows and nothing is rounded.</summary>
/// <remarks><c>v.units * 1/2 &gt; 3</c> becomes <c>units &gt; 3 * 2</c>. What may be larger than 62 bits, or none, has no text.</remarks>
internal sealed class NumberEmitter(Emission emission)
{
    /// <summary>Facts are less than two to the power of it.</summary>
    public const int FactBits = 40;

    private const int MostBits = 62;
    private const int ConstantBits = 31;
    private const int MostDigits = 9;

    // So many things has no claim.
    private const int CountBits = 24;

    /// <summary>A number; null where it has no text of its own.</summary>
    public EmittedNumber? Of(Expression number) => number switch
    {
        ConstantValue { Value: null } => new("KnownFacts.NoNumber", 1, 1, true),
        ConstantValue constant when Rational.TryParse(constant.Value, out Rational known) => Constant(known),
        FieldValue { Form: ValueForm.Plain } field => emission.Fields.Number(field.Field),
        ColumnValue { Form: ValueForm.Plain } column when emission.Rows.Of(column.Row, ColumnType.Number, column.Column) is { } row => Cell(row, column.Column),
        GroupKeyValue key => emission.Groups.KeyOf(key) is { } text ? new EmittedNumber(text.Text, 1, FactBits, text.MayBeNone) : null,
        UniqueValue unique => Of(unique.Value),
        Choice choice => OfChoice(choice),
        DatedValue dated => Unscaled(emission.Choices.Of(dated, "long", "KnownFacts.NoNumber", Whole)),
        PayerValue { Form: ValueForm.Plain } payer => new EmittedNumber(
            emission.Text.Local(
                "long", $"KnownFacts.PayerNumber({emission.Row.Object(payer.Member)}, claim, {(payer.IsMoney ? "1_000_000" : "10_000")})",
                $"if ({{0}} == long.MaxValue || {{0}} == long.MinValue) {Emission.Undecided}"), 10_000, FactBits, false),
        OrElse orElse => OfOrElse(orElse),
        OfThing of => emission.Rows.With(of, () => Of(of.Value)),
        CountOf count => Count(count),
        SumOf sum => Sum(sum),
        ConditionAsNumber condition => AsNumber(condition),
        Operation operation => OfOperation(operation),
        _ => null,
    };

    /// <summary>A comparison of two numbers, as C# of a bool.</summary>
    public string? Compare(string sign, EmittedNumber left, EmittedNumber right)
    {
        if (left.Divisor is not null || right.Divisor is not null)
        {
            return Divided(left, right) is var (above, below) ? Compare(sign, above, below) : null;
        }

        (EmittedNumber, EmittedNumber)? scaled = SameScale(left, right);
        if (scaled is not var (a, b))
        {
            return null;
        }

        string compared = $"{a.Text} {sign} {b.Text}";
        return !left.MayBeNone && !right.MayBeNone ? compared
            : left.Scale != a.Scale || right.Scale != b.Scale ? null // None would be scaled.
            : sign is "==" or "!=" ? compared
            : $"({string.Join(" && ", Known(left).Concat(Known(right)).Append(compared))})";
    }

    // a / b against c is a against c * b, since b is above zero.
    private static (EmittedNumber Left, EmittedNumber Right)? Divided(EmittedNumber left, EmittedNumber right) =>
        Times(left, right.Divisor, right.DivisorBits) is { } a && Times(right, left.Divisor, left.DivisorBits) is { } b ? (a, b) : null;

    private static EmittedNumber? Times(EmittedNumber number, string? factor, int bits) =>
        factor is null ? number with { Divisor = null }
        : number.MayBeNone || number.Bits + bits > MostBits ? null
        : number with { Text = $"({number.Text} * {factor})", Bits = number.Bits + bits, Divisor = null };

    private static int BitsOf(long factor) => factor == 1 ? 0 : 64 - (int)long.LeadingZeroCount(factor);

    private static IEnumerable<string> Known(EmittedNumber number) => number.MayBeNone ? [$"{number.Text} != KnownFacts.NoNumber"] : [];

    private static EmittedNumber? Unscaled(EmittedValue? value) => value is { } text ? new(text.Text, 1, ConstantBits, text.MayBeNone) : null;

    private EmittedNumber? Constant(Rational known) =>
        Int128.Abs(known.Numerator) < 1L << ConstantBits && known.Denominator < 1L << 20 ? new(emission.Row.Number((long)known.Numerator), (long)known.Denominator, ConstantBits, false) : null;

    // A value of which only whole ones are taken: those of a list of dated values share one scale.
    private EmittedValue? Whole(Expression value) => Of(value) is { Scale: 1, Bits: <= ConstantBits, Divisor: null } number ? new(number.Text, number.MayBeNone) : null;

    private EmittedNumber? OfOrElse(OrElse orElse)
    {
        int bits = FactBits;
        EmittedValue? chosen = emission.Choices.Of(orElse, "long", "{0} == KnownFacts.NoNumber", "KnownFacts.NoNumber", value =>
        {
            if (Of(value) is not { Scale: 1, Divisor: null } number)
            {
                return null;
            }

            bits = Math.Max(bits, number.Bits);
            return new(number.Text, number.MayBeNone);
        });
        return chosen is { } text ? new(text.Text, 1, bits, text.MayBeNone) : null;
    }

    private EmittedNumber? OfChoice(Choice choice)
    {
        int bits = 1;
        EmittedValue? chosen = emission.Choices.Of(choice, "long", "KnownFacts.NoNumber", value =>
        {
            if (Of(value) is not { Scale: 1, Divisor: null } number)
            {
                return null;
            }

            bits = Math.Max(bits, number.Bits);
            return new(number.Text, number.MayBeNone);
        });
        return chosen is { } text ? new(text.Text, 1, bits, text.MayBeNone) : null;
    }

    private EmittedNumber? Cell(EmittedThing found, int column)
    {
        int digits = found.Table?.ScaleOf(column) ?? MostDigits + 1;
        long scale = 1;
        for (int i = 0; i < digits && digits <= MostDigits; i++)
        {
            scale *= 10;
        }

        return digits > MostDigits ? null : new(
            emission.Text.Local("long", $"KnownFacts.CellNumber({found.Record}, {found.Index}, {Emission.Number(column)})", $"if ({{0}} == long.MaxValue) {Emission.Undecided}"),
            scale, FactBits, true);
    }

    private EmittedNumber? Count(CountOf count)
    {
        string local = emission.Text.Name("v");
        emission.Text.Line($"long {local} = 0;");
        return emission.Sources.ForEach(count.Source, isComplete: true, _ => Line($"{local}++;")) ? new(local, 1, CountBits, false) : null;
    }

    private EmittedNumber? Sum(SumOf sum)
    {
        string local = emission.Text.Name("v");
        long scale = 0;
        int bits = 0;
        emission.Text.Line($"long {local} = 0;");
        bool written = emission.Sources.ForEach(sum.Source, isComplete: true, _ =>
        {
            if (Of(sum.Value) is not { Divisor: null } part || (scale != 0 && scale != part.Scale))
            {
                return false;
            }

            scale = part.Scale;
            bits = Math.Max(bits, part.Bits + CountBits);
            return Line(part.MayBeNone ? $"if ({part.Text} != KnownFacts.NoNumber) {local} += {part.Text};" : $"{local} += {part.Text};");
        });
        return written && bits <= MostBits ? new(local, Math.Max(scale, 1), bits, false) : null;
    }

    private EmittedNumber? AsNumber(ConditionAsNumber condition)
    {
        string local = emission.Text.Name("v");
        string end = emission.Text.Name("n");
        emission.Text.Line($"long {local} = 0;");
        int block = emission.Text.Open();
        if (!emission.Conditions.Require(condition.Condition, $"goto {end};"))
        {
            return null;
        }

        emission.Text.Line($"{local} = 1;");
        emission.Text.Close(block, end);
        return new(local, 1, 1, false);
    }

    private EmittedNumber? OfOperation(Operation operation)
    {
        Operator? row = OperatorTable.Find(operation.Operator, operation.Type);
        return ReferenceEquals(row, NumberOperators.Add) ? Together(operation, "+")
            : ReferenceEquals(row, NumberOperators.Subtract) ? Together(operation, "-")
            : ReferenceEquals(row, NumberOperators.Multiply) ? Product(operation, 1)
            : ReferenceEquals(row, NumberOperators.MultiplyByPercent) ? Product(operation, 100)
            : ReferenceEquals(row, NumberOperators.Divide) ? Quotient(operation)
            : ReferenceEquals(row, NumberOperators.Negate) ? Of(operation.Operands[0]) is { MayBeNone: false, Divisor: null } number ? number with { Text = $"(-{number.Text})" } : null
            : ReferenceEquals(row, NumberOperators.Least) ? Extreme(operation, "Min")
            : ReferenceEquals(row, NumberOperators.Greatest) ? Extreme(operation, "Max")
            : ReferenceEquals(row, ListOperators.Count) ? CountOfCodes(operation)
            : ReferenceEquals(row, DateOperators.DaysBetween) ? Between(operation, Values.Between.Days)
            : ReferenceEquals(row, DateOperators.FullMonthsBetween) ? Between(operation, Values.Between.FullMonths)
            : ReferenceEquals(row, DateOperators.Age) ? Between(operation, Values.Between.Age)
            : null;
    }

    private EmittedNumber? Together(Operation operation, string sign)
    {
        if (Pair(operation) is not var (left, right) || SameScale(left, right) is not var (a, b))
        {
            return null;
        }

        int bits = Math.Max(a.Bits, b.Bits) + 1;
        return bits > MostBits ? null : new(emission.Text.Local("long", $"{a.Text} {sign} {b.Text}"), a.Scale, bits, false);
    }

    // By a constant it is another scale; by what is not known yet it is kept for the comparison.
    private EmittedNumber? Quotient(Operation operation)
    {
        if (Of(operation.Operands[0]) is not { MayBeNone: false, Divisor: null } dividend || Of(operation.Operands[1]) is not { MayBeNone: false, Divisor: null } divisor)
        {
            return null;
        }

        emission.Text.Line($"if ({divisor.Text} <= 0) {Emission.Undecided}");
        int bits = dividend.Bits + BitsOf(divisor.Scale);
        return bits > MostBits ? null : dividend with
        {
            Text = divisor.Scale == 1 ? dividend.Text : $"({dividend.Text} * {Emission.Number(divisor.Scale)}L)", Bits = bits, Divisor = divisor.Text, DivisorBits = divisor.Bits,
        };
    }

    private EmittedNumber? Product(Operation operation, long divisor)
    {
        if (Pair(operation) is not var (left, right) || left.Bits + right.Bits > MostBits || left.Scale > long.MaxValue / divisor / right.Scale)
        {
            return null;
        }

        long scale = left.Scale * right.Scale * divisor;
        return scale > 1L << MostBits ? null : new(emission.Text.Local("long", $"{left.Text} * {right.Text}"), scale, left.Bits + right.Bits, false);
    }

    private EmittedNumber? Extreme(Operation operation, string which)
    {
        EmittedNumber? all = null;
        foreach (Expression operand in operation.Operands)
        {
            if (Of(operand) is not { MayBeNone: false, Divisor: null } next || (all is { } sofar && sofar.Scale != next.Scale))
            {
                return null;
            }

            all = all is { } most ? most with { Text = $"Math.{which}({most.Text}, {next.Text})", Bits = Math.Max(most.Bits, next.Bits) } : next;
        }

        return all;
    }

    private EmittedNumber? CountOfCodes(Operation operation) =>
        emission.Lists.Of(operation.Operands[0]) is { MayBeNone: false } list
            ? new($"KnownValues.CountIn({list.Text}, null, 0UL, 0, false)", 1, CountBits, false)
            : null;

    private EmittedNumber? Between(Operation operation, Between unit)
    {
        if (emission.Days.Of(operation.Operands[0]) is not { MayBeNone: false } from || emission.Days.Of(operation.Operands[1]) is not { MayBeNone: false } to)
        {
            return null;
        }

        string text = unit == Values.Between.Days ? $"(long)({to.Text} - {from.Text})" : $"KnownValues.Between({Emission.Number((int)unit)}, {from.Text}, {to.Text})";
        return new(emission.Text.Local("long", text), 1, CountBits, false);
    }

    private (EmittedNumber Left, EmittedNumber Right)? Pair(Operation operation) =>
        Of(operation.Operands[0]) is { MayBeNone: false, Divisor: null } left && Of(operation.Operands[1]) is { MayBeNone: false, Divisor: null } right ? (left, right) : null;

    private static (EmittedNumber Left, EmittedNumber Right)? SameScale(EmittedNumber left, EmittedNumber right)
    {
        if (left.Scale == right.Scale)
        {
            return (left, right);
        }

        long common = Math.Max(left.Scale, right.Scale);
        if (common % left.Scale != 0 || common % right.Scale != 0)
        {
            common = left.Scale > (1L << 31) || right.Scale > (1L << 31) ? 0 : left.Scale * right.Scale;
        }

        return common > 0 && Scaled(left, common) is { } a && Scaled(right, common) is { } b ? (a, b) : null;
    }

    private static EmittedNumber? Scaled(EmittedNumber number, long scale)
    {
        long factor = scale / number.Scale;
        int bits = number.Bits + BitsOf(factor);
        return factor == 1 ? number
            : number.MayBeNone || bits > MostBits ? null
            : number with { Text = $"({number.Text} * {Emission.Number(factor)}L)", Scale = scale, Bits = bits };
    }

    private bool Line(string statement)
    {
        emission.Text.Line(statement);
        return true;
    }
}
