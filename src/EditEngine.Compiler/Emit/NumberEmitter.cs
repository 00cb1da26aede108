using System.Collections.Immutable;
using EditEngine.Evaluation.Compiled;
using EditEngine.Numbers;
using EditEngine.Operators;
using EditEngine.Plans;
using EditEngine.Tables;
using EditEngine.Values;

namespace EditEngine.Compiler.Emit;

/// <summary>C# of numbers. What is not whole, or too large, the executor decides; see <see cref="EmittedNumber"/>.</summary>
internal sealed class NumberEmitter(Emission emission)
{
    /// <summary>Facts and cells are less than two to the power of it: as <see cref="Claims.PlainFacts.MostNumber"/>.</summary>
    public const int FactBits = 36;

    private const int ConstantBits = 31;
    private const int FewBits = 14;
    private const int MostDigits = 9;

    // So many things has no claim.
    private const int CountBits = 24;

    /// <summary>A number; null where it has no text of its own.</summary>
    public EmittedNumber? Of(Expression number) => number switch
    {
        ConstantValue { Value: null } => EmittedNumber.OrNone("PlainFacts.NoNumber", 1, 1),
        ConstantValue constant when Rational.TryParse(constant.Value, out Rational known) => Constant(known),
        FieldValue { Form: ValueForm.Plain } field => emission.Fields.Number(field.Field),
        PayerValue { Form: ValueForm.Plain } payer => Payer(payer),
        PayerValue { Form: ValueForm.YesNo } payer => new EmittedNumber(
            emission.Text.Local("long", $"KnownFacts.PayerYesNo({emission.Row.Object(payer.Member)}, claim)", $"if ({{0}} < 0) {Emission.Undecided}"), 1, 1),
        ColumnValue { Form: ValueForm.Plain } column when emission.Rows.Of(column.Row, ColumnType.Number, column.Column) is { } row => Cell(row, column.Column),
        GroupKeyValue key => Plain(emission.Groups.KeyOf(key), FactBits),
        UniqueValue unique => Of(unique.Value),
        Choice choice => Chosen(take => emission.Choices.Of(choice, "long", "PlainFacts.NoNumber", take)),
        DatedValue dated => Chosen(take => emission.Choices.Of(dated, "long", "PlainFacts.NoNumber", take)),
        OrElse orElse => Chosen(take => emission.Choices.Of(orElse, "long", "{0} == PlainFacts.NoNumber", "PlainFacts.NoNumber", take), FactBits),
        OfThing of => emission.Rows.With(of, () => Of(of.Value)),
        CountOf count => Count(count),
        SumOf sum => emission.Tried(() => Sum(sum, "long", EmittedNumber.LongBits)) ?? Sum(sum, "Int128", EmittedNumber.MostBits),
        ExtremeOf extreme => Extreme(extreme),
        ConditionAsNumber condition => AsNumber(condition),
        Operation operation => OfOperation(operation),
        _ => null,
    };

    /// <summary>A comparison of two numbers, as C# of a bool; null where it has no text of its own.</summary>
    public static string? Compare(string sign, EmittedNumber left, EmittedNumber right)
    {
        if (left.SaysNone && right.SaysNone && sign is "==" or "!=" && left.Scale == right.Scale)
        {
            return $"{left.Text} {sign} {right.Text}";
        }

        bool canBothBeNone = left.MayBeNone && right.MayBeNone && sign is "==" or "!=";
        if (canBothBeNone || Undivided(left, right) is not var (a, b) || SameScale(a, b) is not var (above, below))
        {
            return null;
        }

        string compared = $"{above.Text} {sign} {below.Text}";
        string known = string.Join(" && ", left.KnownIf.Concat(right.KnownIf).Distinct());
        return known.Length == 0 ? compared : sign == "!=" ? $"(!({known}) || {compared})" : $"({known} && {compared})";
    }

    // a / b against c is a against c * b, since b is above zero.
    private static (EmittedNumber Left, EmittedNumber Right)? Undivided(EmittedNumber left, EmittedNumber right) =>
        Times(left, right) is { } a && Times(right, left) is { } b ? (a, b) : null;

    private static EmittedNumber? Times(EmittedNumber number, EmittedNumber other) =>
        (other.Divisor is null ? number : number.Times(other.Divisor, other.DivisorBits)) is { } whole ? whole with { Divisor = null } : null;

    private static (EmittedNumber Left, EmittedNumber Right)? SameScale(EmittedNumber left, EmittedNumber right)
    {
        long common = Math.Max(left.Scale, right.Scale);
        if (common % left.Scale != 0 || common % right.Scale != 0)
        {
            common = left.Scale > (1L << 31) || right.Scale > (1L << 31) ? 0 : left.Scale * right.Scale;
        }

        return common > 0 && left.Scaled(common) is { } a && right.Scaled(common) is { } b ? (a, b) : null;
    }

    private static EmittedNumber? Plain(EmittedValue? value, int bits) =>
        value is not { } text ? null : text.MayBeNone ? EmittedNumber.OrNone(text.Text, 1, bits) : new EmittedNumber(text.Text, 1, bits);

    private EmittedNumber? Constant(Rational known) =>
        Int128.Abs(known.Numerator) < 1L << ConstantBits && known.Denominator < 1L << 20 ? new(emission.Row.Number((long)known.Numerator), (long)known.Denominator, BitsOf(known)) : null;

    // A few sizes: which number it is, is no part of a shape.
    private static int BitsOf(Rational known) => Int128.Abs(known.Numerator) < 1L << FewBits ? FewBits : ConstantBits;

    // Dollars have four decimals in it, and are kept in cents.
    private EmittedNumber Payer(PayerValue payer) => new(
        emission.Text.Local(
            "long", $"KnownFacts.PayerNumber({emission.Row.Object(payer.Member)}, claim, {(payer.IsMoney ? "1_000_000" : "10_000")})",
            $"if ({{0}} == long.MaxValue || {{0}} == long.MinValue) {Emission.Undecided}"), 10_000, FactBits);

    private EmittedNumber? Cell(EmittedThing found, int column)
    {
        int digits = found.Table?.ScaleOf(column) ?? MostDigits + 1;
        long scale = 1;
        for (int i = 0; i < digits && digits <= MostDigits; i++)
        {
            scale *= 10;
        }

        return digits > MostDigits ? null : EmittedNumber.OrNone(
            emission.Text.Local("long", $"KnownFacts.CellNumber({found.Record}, {found.Index}, {Emission.Number(column)})", $"if ({{0}} == long.MaxValue) {Emission.Undecided}"),
            scale, FactBits);
    }

    // A local that holds one of several: it says itself whether it is none. Of what follows a fact, the fact may be the larger.
    private EmittedNumber? Chosen(Func<Func<Expression, EmittedValue?>, EmittedValue?> choose, int least = 0)
    {
        int bits = least;
        EmittedValue? chosen = choose(value =>
        {
            EmittedNumber? number = Of(value);
            bits = Math.Max(bits, number?.Bits ?? 0);
            return number?.ToValue();
        });

        // One that was written before may be as large as any.
        return Plain(chosen, bits == 0 ? EmittedNumber.LongBits : bits);
    }

    private EmittedNumber? Count(CountOf count)
    {
        string local = emission.Text.Name("v");
        emission.Text.Line($"long {local} = 0;");
        return emission.Sources.ForEach(count.Source, isComplete: true, _ => Line($"{local}++;")) ? new(local, 1, CountBits) : null;
    }

    private EmittedNumber? Sum(SumOf sum, string type, int most)
    {
        string local = emission.Text.Name("v");
        long scale = 0;
        int bits = 0;
        emission.Text.Line($"{type} {local} = 0;");
        bool written = emission.Sources.ForEach(sum.Source, isComplete: true, _ =>
        {
            if (Of(sum.Value) is not { Divisor: null } part || (scale != 0 && scale != part.Scale))
            {
                return false;
            }

            scale = part.Scale;
            bits = Math.Max(bits, part.Bits + CountBits);
            return Line(part.MayBeNone ? $"if ({string.Join(" && ", part.KnownIf)}) {local} += {part.Text};" : $"{local} += {part.Text};");
        });
        return written && bits <= most ? new(local, Math.Max(scale, 1), bits) : null;
    }

    // Things of which the number is none are passed over.
    private EmittedNumber? Extreme(ExtremeOf extreme)
    {
        string local = emission.Text.Name("v");
        string further = extreme.IsGreatest ? ">" : "<";
        long scale = 0;
        int bits = 0;
        emission.Text.Line($"long {local} = PlainFacts.NoNumber;");
        bool written = emission.Sources.ForEach(extreme.Source, isComplete: true, _ =>
        {
            if (Of(extreme.Value) is not { Divisor: null, Bits: <= EmittedNumber.LongBits } part || (scale != 0 && scale != part.Scale))
            {
                return false;
            }

            scale = part.Scale;
            bits = Math.Max(bits, part.Bits);
            return Line($"if ({string.Concat(part.KnownIf.Select(known => known + " && "))}({local} == PlainFacts.NoNumber || {part.Text} {further} {local})) {local} = {part.Text};");
        });
        return written ? EmittedNumber.OrNone(local, Math.Max(scale, 1), bits) : null;
    }

    // In ticks, of which a day in ten thousand years has no more than a long can tell.
    private EmittedNumber? Minutes(Operation operation) =>
        emission.Comparisons.Instant(operation.Operands[0]) is { } from && emission.Comparisons.Instant(operation.Operands[1]) is { } to
            ? new EmittedNumber($"({to.Text} - {from.Text})", TimeSpan.TicksPerMinute, EmittedNumber.LongBits) { KnownIf = Both(from, to) }
            : null;

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
        return new(local, 1, 1);
    }

    private EmittedNumber? OfOperation(Operation operation)
    {
        Operator? row = OperatorTable.Find(operation.Operator, operation.Type);
        return ReferenceEquals(row, NumberOperators.Add) ? Together(operation, "+")
            : ReferenceEquals(row, NumberOperators.Subtract) ? Together(operation, "-")
            : ReferenceEquals(row, NumberOperators.Multiply) ? Product(operation, 1)
            : ReferenceEquals(row, NumberOperators.MultiplyByPercent) ? Product(operation, 100)
            : ReferenceEquals(row, NumberOperators.Divide) ? Quotient(operation)
            : ReferenceEquals(row, NumberOperators.Negate) ? Of(operation.Operands[0]) is { } number ? number with { Text = $"(-{number.Text})", SaysNone = false } : null
            : ReferenceEquals(row, NumberOperators.Least) ? Extreme(operation, "Min")
            : ReferenceEquals(row, NumberOperators.Greatest) ? Extreme(operation, "Max")
            : ReferenceEquals(row, NumberOperators.RoundHalfUp) ? Rounded(operation, nameof(KnownValues.RoundHalfUp))
            : ReferenceEquals(row, NumberOperators.RoundUp) ? Rounded(operation, nameof(KnownValues.RoundUp))
            : ReferenceEquals(row, NumberOperators.RoundDown) ? Rounded(operation, nameof(KnownValues.RoundDown))
            : ReferenceEquals(row, ListOperators.Count) ? CountOfCodes(operation)
            : ReferenceEquals(row, DateOperators.DaysBetween) ? Between(operation, Values.Between.Days)
            : ReferenceEquals(row, DateOperators.FullMonthsBetween) ? Between(operation, Values.Between.FullMonths)
            : ReferenceEquals(row, InstantOperators.MinutesBetween) ? Minutes(operation)
            : ReferenceEquals(row, DateOperators.Age) ? Between(operation, Values.Between.Age)
            : null;
    }

    // a / b + c is (a + c * b) / b.
    private EmittedNumber? Together(Operation operation, string sign)
    {
        if (Of(operation.Operands[0]) is not { } left || Of(operation.Operands[1]) is not { } right || (left.Divisor is not null && right.Divisor is not null)
            || Undivided(left, right) is not var (above, below) || SameScale(above, below) is not var (a, b))
        {
            return null;
        }

        EmittedNumber divided = left.Divisor is null ? right : left;
        int bits = Math.Max(a.Bits, b.Bits) + 1;
        return bits > EmittedNumber.MostBits ? null : new(emission.Text.Local(TypeOf(bits), $"{a.Text} {sign} {b.Text}"), a.Scale, bits)
        {
            KnownIf = Both(left, right),
            Divisor = divided.Divisor,
            DivisorBits = divided.DivisorBits,
        };
    }

    // To multiples of a unit that is known.
    private EmittedNumber? Rounded(Operation operation, string which)
    {
        if (operation.Operands[1] is not ConstantValue constant || !Rational.TryParse(constant.Value, out Rational unit) || unit.Numerator <= 0
            || Constant(unit) is not { } multiple || Of(operation.Operands[0]) is not { } number || number.Times(Emission.Number(multiple.Scale) + "L", EmittedNumber.BitsOf(multiple.Scale)) is not { } above)
        {
            return null;
        }

        EmittedNumber below = new($"((Int128){multiple.Text} * {Emission.Number(number.Scale)}L)", 1, multiple.Bits + EmittedNumber.BitsOf(number.Scale));
        if ((number.Divisor is null ? below : below.Times(number.Divisor, number.DivisorBits)) is not { Bits: < EmittedNumber.MostBits } divisor || above.Bits >= EmittedNumber.LongBits)
        {
            return null;
        }

        // So many units: no more than there were before.
        string units = emission.Text.Local("long", $"(long)KnownValues.{which}({above.Text}, {divisor.Text})");
        return new EmittedNumber(units, multiple.Scale, above.Bits + 1) { KnownIf = number.KnownIf }.Times(multiple.Text, multiple.Bits);
    }

    private static string TypeOf(int bits) => bits > EmittedNumber.LongBits ? "Int128" : "long";

    private EmittedNumber? Product(Operation operation, long divisor)
    {
        if (Pair(operation) is not var (left, right) || left.Scale > (1L << 30) || right.Scale > (1L << 20) || left.Times(right.Text, right.Bits) is not { } product)
        {
            return null;
        }

        return product with { Scale = left.Scale * right.Scale * divisor, KnownIf = Both(left, right) };
    }

    // By what is not known yet: it is kept for the comparison.
    private EmittedNumber? Quotient(Operation operation)
    {
        if (Pair(operation) is not var (dividend, divisor) || divisor.Bits > EmittedNumber.LongBits || dividend.Times(Emission.Number(divisor.Scale) + "L", EmittedNumber.BitsOf(divisor.Scale)) is not { } above)
        {
            return null;
        }

        string known = string.Concat(divisor.KnownIf.Select(one => $"{one} && "));
        emission.Text.Line($"if ({known}{divisor.Text} <= 0) {Emission.Undecided}");
        return above with { Divisor = divisor.Text, DivisorBits = divisor.Bits, KnownIf = Both(dividend, divisor) };
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

        return all is { Bits: <= EmittedNumber.LongBits } ? all : null;
    }

    private EmittedNumber? CountOfCodes(Operation operation) =>
        emission.Lists.Of(operation.Operands[0]) is { MayBeNone: false } list
            ? new($"KnownValues.CountIn({list.Text}, null, 0UL, 0, false)", 1, CountBits)
            : null;

    private EmittedNumber? Between(Operation operation, Between unit)
    {
        if (emission.Days.Of(operation.Operands[0]) is not { } from || emission.Days.Of(operation.Operands[1]) is not { } to)
        {
            return null;
        }

        string text = unit == Values.Between.Days ? $"(long)({to.Text} - {from.Text})" : $"KnownValues.Between({Emission.Number((int)unit)}, {from.Text}, {to.Text})";
        if (!from.MayBeNone && !to.MayBeNone)
        {
            return new(emission.Text.Local("long", text), 1, CountBits);
        }

        string known = $"{from.Text} > 1 && {to.Text} > 1";
        return EmittedNumber.OrNone(emission.Text.Local("long", $"{known} ? {text} : PlainFacts.NoNumber"), 1, CountBits);
    }

    private static ImmutableArray<string> Both(EmittedNumber left, EmittedNumber right) => [.. left.KnownIf.Concat(right.KnownIf).Distinct()];

    private (EmittedNumber Left, EmittedNumber Right)? Pair(Operation operation) =>
        Of(operation.Operands[0]) is { Divisor: null } left && Of(operation.Operands[1]) is { Divisor: null } right ? (left, right) : null;

    private bool Line(string statement)
    {
        emission.Text.Line(statement);
        return true;
    }
}
