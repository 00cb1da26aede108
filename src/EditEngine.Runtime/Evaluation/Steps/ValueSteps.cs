using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Fields;
using EditEngine.Numbers;
using EditEngine.Values;

namespace EditEngine.Evaluation.Steps;

/// <summary>A constant.</summary>
public sealed class ConstantStep<T>(T value) : Step<T>
{
    /// <summary>The constant.</summary>
    public T Value { get; } = value;

    /// <inheritdoc/>
    public override T Run(Frame frame) => Value;

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing)
    {
    }
}

/// <summary>A fact of a thing.</summary>
public abstract class FactStep<T>(FactRef fact) : Step<T>
    where T : struct, IAbsence<T>
{
    /// <summary>Which fact.</summary>
    public FactRef Fact { get; } = fact;

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing)
    {
        if (Run(frame).Presence == Presence.Missing)
        {
            Read.Collect(frame, Fact, missing);
        }
    }
}

/// <summary>A code of a thing.</summary>
public sealed class CodeFact(FactRef fact) : FactStep<CodeKey>(fact.As(fact.Code))
{
    /// <inheritdoc/>
    public override CodeKey Run(Frame frame) => Read.CodeOf(frame, Fact);
}

/// <summary>A text of a thing.</summary>
public sealed class TextFact(FactRef fact) : FactStep<TextValue>(fact.As(fact.Text))
{
    /// <inheritdoc/>
    public override TextValue Run(Frame frame) => Read.TextOf(frame, Fact);
}

/// <summary>A date of a thing.</summary>
public sealed class DayFact(FactRef fact) : FactStep<Day>(fact.As(fact.Day))
{
    /// <inheritdoc/>
    public override Day Run(Frame frame) => Read.DayOf(frame, Fact);
}

/// <summary>A number of a thing.</summary>
public sealed class NumberFact(FactRef fact) : FactStep<Number>(fact.As((ClaimField?)fact.Number ?? fact.Whole))
{
    /// <inheritdoc/>
    public override Number Run(Frame frame) => Read.NumberOf(frame, Fact);
}

/// <summary>An instant of a thing.</summary>
public sealed class InstantFact(FactRef fact) : FactStep<Instant>(fact.As(fact.Instant))
{
    /// <inheritdoc/>
    public override Instant Run(Frame frame) => Read.InstantOf(frame, Fact);
}

/// <summary>A yes-or-no fact as a condition.</summary>
public sealed class YesNoFact(FactRef fact) : Step<Truth>
{
    /// <summary>Which fact.</summary>
    public FactRef Fact { get; } = fact.As(fact.YesNo);

    /// <inheritdoc/>
    public override Truth Run(Frame frame) => Read.YesNo(frame, Fact, out _);

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing)
    {
        if (Run(frame) == Truth.Unknown)
        {
            Read.Collect(frame, Fact, missing);
        }
    }
}

/// <summary>A list of codes of a thing.</summary>
public sealed class ListFact(FactRef fact) : FactStep<CodeList>(fact.As((ClaimField?)fact.Codes ?? fact.CodeList))
{
    /// <inheritdoc/>
    public override CodeList Run(Frame frame) => Read.Codes(frame, Fact);
}

/// <summary>A fact that the payer adds, of one type.</summary>
/// <typeparam name="T">Its type.</typeparam>
public sealed class PayerFact<T>(string name, string member, Func<FactValue, T> read) : Step<T>
    where T : struct, IAbsence<T>
{
    /// <inheritdoc/>
    public override T Run(Frame frame) => frame.Claim.Facts.TryGetValue(member, out FactValue? value) ? read(value) : T.Missing;

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing)
    {
        if (Run(frame).Presence == Presence.Missing)
        {
            missing.Add("claim." + name);
        }
    }
}

/// <summary>The first value, or the second where the first is missing or none.</summary>
public sealed class OrElseStep<T>(Step<T> first, Step<T> second) : Step<T>
    where T : struct, IAbsence<T>
{
    /// <inheritdoc/>
    public override T Run(Frame frame)
    {
        T value = first.Run(frame);
        return value.Presence.IsAbsent() ? second.Run(frame) : value;
    }

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing)
    {
        Presence presence = first.Run(frame).Presence;
        if (!presence.IsAbsent())
        {
            first.Collect(frame, missing);
            return;
        }

        // Where both are missing, either would have told.
        second.Collect(frame, missing);
        if (presence == Presence.Missing && second.Run(frame).Presence == Presence.Missing)
        {
            first.Collect(frame, missing);
        }
    }
}

/// <summary>Arithmetic on numbers; the result is multiplied by a scale.</summary>
public sealed class ArithmeticStep(NumberOperator op, Step<Number> left, Step<Number> right, Rational scale) : Step<Number>
{
    /// <inheritdoc/>
    public override Number Run(Frame frame) => NumberMath.Apply(op, left.Run(frame), right.Run(frame), scale);

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing)
    {
        if (Run(frame).Presence != Presence.None)
        {
            left.Collect(frame, missing);
            right.Collect(frame, missing);
        }
    }
}

/// <summary>A number made of one number.</summary>
public sealed class NegateStep(Step<Number> operand) : Step<Number>
{
    /// <inheritdoc/>
    public override Number Run(Frame frame) => NumberMath.Negate(operand.Run(frame));

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing) => operand.Collect(frame, missing);
}

/// <summary>A rounded number.</summary>
public sealed class RoundStep(Step<Number> operand, Rounding mode, Rational unit) : Step<Number>
{
    /// <inheritdoc/>
    public override Number Run(Frame frame) => NumberMath.Round(operand.Run(frame), mode, unit);

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing) => operand.Collect(frame, missing);
}

/// <summary>The least or greatest of several numbers.</summary>
public sealed class ExtremeStep(bool isGreatest, ImmutableArray<Step<Number>> values) : Step<Number>
{
    /// <inheritdoc/>
    public override Number Run(Frame frame)
    {
        Number extreme = values[0].Run(frame);
        for (int i = 1; i < values.Length; i++)
        {
            extreme = NumberMath.Extreme(isGreatest, extreme, values[i].Run(frame));
        }

        return extreme;
    }

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing) => ExtremeFields.Collect(Run(frame), values, frame, missing);
}

/// <summary>The least or greatest of several dates.</summary>
public sealed class ExtremeDayStep(bool isGreatest, ImmutableArray<Step<Day>> values) : Step<Day>
{
    /// <inheritdoc/>
    public override Day Run(Frame frame)
    {
        Day extreme = values[0].Run(frame);
        for (int i = 1; i < values.Length; i++)
        {
            Day next = values[i].Run(frame);
            extreme = !extreme.IsKnown ? extreme : !next.IsKnown || (next > extreme) == isGreatest ? next : extreme;
        }

        return extreme;
    }

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing) => ExtremeFields.Collect(Run(frame), values, frame, missing);
}

/// <summary>What an extreme hangs on: the first value that is missing decides it.</summary>
internal static class ExtremeFields
{
    public static void Collect<T>(in T result, ImmutableArray<Step<T>> values, Frame frame, MissingFields missing)
        where T : struct, IAbsence<T>
    {
        if (result.Presence != Presence.Missing)
        {
            return;
        }

        foreach (Step<T> value in values)
        {
            Presence presence = value.Run(frame).Presence;
            value.Collect(frame, missing);
            if (presence == Presence.Missing)
            {
                return;
            }
        }
    }
}

/// <summary>A number of days, months or years between two dates.</summary>
public sealed class BetweenStep(Between unit, Step<Day> from, Step<Day> to) : Step<Number>
{
    /// <inheritdoc/>
    public override Number Run(Frame frame) => Day.Count(unit, from.Run(frame), to.Run(frame));

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing)
    {
        if (Run(frame).Presence == Presence.Missing)
        {
            from.Collect(frame, missing);
            to.Collect(frame, missing);
        }
    }
}

/// <summary>A date moved by a period.</summary>
public sealed class ShiftStep(Step<Day> date, Step<Period> period, int sign) : Step<Day>
{
    /// <inheritdoc/>
    public override Day Run(Frame frame) => date.Run(frame).Plus(period.Run(frame), sign);

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing)
    {
        if (Run(frame).IsMissing)
        {
            date.Collect(frame, missing);
            period.Collect(frame, missing);
        }
    }
}

/// <summary>A sum or difference of periods.</summary>
public sealed class PeriodSumStep(Step<Period> left, Step<Period> right, int sign) : Step<Period>
{
    /// <inheritdoc/>
    public override Period Run(Frame frame) => left.Run(frame).Plus(right.Run(frame), sign);

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing)
    {
        if (Run(frame).Presence == Presence.Missing)
        {
            left.Collect(frame, missing);
            right.Collect(frame, missing);
        }
    }
}

/// <summary>Every code of one system on the claim.</summary>
public sealed class ClaimCodesStep(EditEngine.Codes.CodeSystem system) : Step<CodeList>
{
    /// <inheritdoc/>
    public override CodeList Run(Frame frame)
    {
        frame.Count(frame.LineCount);
        return CodeSources.Of(frame.Claim, system);
    }

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing)
    {
    }
}
