using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Fields;
using EditEngine.Numbers;

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
{
    /// <summary>Which fact.</summary>
    public FactRef Fact { get; } = fact;

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing)
    {
        if (Values.PresenceOf(Run(frame)) == Presence.Missing)
        {
            Read.Collect(frame, Fact, missing);
        }
    }
}

/// <summary>A code of a thing.</summary>
public sealed class CodeFact(FactRef fact) : FactStep<ulong>(fact.As(fact.Code))
{
    /// <inheritdoc/>
    public override ulong Run(Frame frame) => Read.Code(frame, Fact);
}

/// <summary>A text of a thing.</summary>
public sealed class TextFact(FactRef fact) : FactStep<string?>(fact.As(fact.Text))
{
    /// <inheritdoc/>
    public override string? Run(Frame frame) => Read.Text(frame, Fact);
}

/// <summary>A date of a thing.</summary>
public sealed class DayFact(FactRef fact) : FactStep<int>(fact.As(fact.Day))
{
    /// <inheritdoc/>
    public override int Run(Frame frame) => Read.DayOf(frame, Fact);
}

/// <summary>A number of a thing.</summary>
public sealed class NumberFact(FactRef fact) : FactStep<Num>(fact.As((ClaimField?)fact.Number ?? fact.Whole))
{
    /// <inheritdoc/>
    public override Num Run(Frame frame) => Read.Number(frame, Fact);
}

/// <summary>An instant of a thing.</summary>
public sealed class InstantFact(FactRef fact) : FactStep<long>(fact.As(fact.Instant))
{
    /// <inheritdoc/>
    public override long Run(Frame frame) => Read.Instant(frame, Fact);
}

/// <summary>A yes-or-no fact as a condition.</summary>
public sealed class YesNoFact(FactRef fact) : FactStep<Truth>(fact.As(fact.YesNo))
{
    /// <inheritdoc/>
    public override Truth Run(Frame frame) => Read.YesNo(frame, Fact, out _);
}

/// <summary>A list of codes of a thing.</summary>
public sealed class ListFact(FactRef fact) : FactStep<CodeList>(fact.As((ClaimField?)fact.Codes ?? fact.HeldCodes))
{
    /// <inheritdoc/>
    public override CodeList Run(Frame frame) => Read.Codes(frame, Fact);
}

/// <summary>A fact that the payer adds, of one type.</summary>
/// <typeparam name="T">Truth, Num, string, ulong or int.</typeparam>
public sealed class PayerFact<T>(string name, string member, Func<FactValue, T> read) : Step<T>
{
    /// <inheritdoc/>
    public override T Run(Frame frame) => frame.Claim.Facts.TryGetValue(member, out FactValue? value) ? read(value) : Values.Missing<T>();

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing)
    {
        if (Values.PresenceOf(Run(frame)) == Presence.Missing)
        {
            missing.Add("claim." + name);
        }
    }
}

/// <summary>The first value, or the second where the first is missing or none.</summary>
public sealed class OrElseStep<T>(Step<T> first, Step<T> second) : Step<T>
{
    /// <inheritdoc/>
    public override T Run(Frame frame)
    {
        T value = first.Run(frame);
        return Values.PresenceOf(value) is Presence.Missing or Presence.None ? second.Run(frame) : value;
    }

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing)
    {
        Presence presence = Values.PresenceOf(first.Run(frame));
        if (presence is not (Presence.Missing or Presence.None))
        {
            first.Collect(frame, missing);
            return;
        }

        // Where both are missing, either would have told.
        second.Collect(frame, missing);
        if (presence == Presence.Missing && Values.PresenceOf(second.Run(frame)) == Presence.Missing)
        {
            first.Collect(frame, missing);
        }
    }
}

/// <summary>Arithmetic on numbers; the result is multiplied by a scale.</summary>
public sealed class ArithmeticStep(NumOperator op, Step<Num> left, Step<Num> right, Rational scale) : Step<Num>
{
    /// <inheritdoc/>
    public override Num Run(Frame frame) => NumMath.Apply(op, left.Run(frame), right.Run(frame), scale);

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
public sealed class NegateStep(Step<Num> operand) : Step<Num>
{
    /// <inheritdoc/>
    public override Num Run(Frame frame) => NumMath.Negate(operand.Run(frame));

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing) => operand.Collect(frame, missing);
}

/// <summary>A rounded number.</summary>
public sealed class RoundStep(Step<Num> operand, Rounding mode, Rational unit) : Step<Num>
{
    /// <inheritdoc/>
    public override Num Run(Frame frame) => NumMath.Round(operand.Run(frame), mode, unit);

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing) => operand.Collect(frame, missing);
}

/// <summary>The least or greatest of several numbers.</summary>
public sealed class ExtremeStep(bool isGreatest, ImmutableArray<Step<Num>> values) : Step<Num>
{
    /// <inheritdoc/>
    public override Num Run(Frame frame)
    {
        Num extreme = values[0].Run(frame);
        for (int i = 1; i < values.Length; i++)
        {
            extreme = NumMath.Extreme(isGreatest, extreme, values[i].Run(frame));
        }

        return extreme;
    }

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing) => ExtremeFields.Collect(Run(frame), values, frame, missing);
}

/// <summary>The least or greatest of several dates.</summary>
public sealed class ExtremeDayStep(bool isGreatest, ImmutableArray<Step<int>> values) : Step<int>
{
    /// <inheritdoc/>
    public override int Run(Frame frame)
    {
        int extreme = values[0].Run(frame);
        for (int i = 1; i < values.Length; i++)
        {
            int next = values[i].Run(frame);
            extreme = !Day.IsKnown(extreme) ? extreme : !Day.IsKnown(next) || (next > extreme) == isGreatest ? next : extreme;
        }

        return extreme;
    }

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing) => ExtremeFields.Collect(Run(frame), values, frame, missing);
}

/// <summary>What an extreme hangs on: the first value that is missing decides it.</summary>
internal static class ExtremeFields
{
    public static void Collect<T>(T result, ImmutableArray<Step<T>> values, Frame frame, MissingFields missing)
    {
        if (Values.PresenceOf(result) != Presence.Missing)
        {
            return;
        }

        foreach (Step<T> value in values)
        {
            Presence presence = Values.PresenceOf(value.Run(frame));
            value.Collect(frame, missing);
            if (presence == Presence.Missing)
            {
                return;
            }
        }
    }
}

/// <summary>What is counted between two dates.</summary>
public enum Between : byte
{
    /// <summary>Days.</summary>
    Days,

    /// <summary>Months that lie whole between theirs.</summary>
    FullMonths,

    /// <summary>Completed years of a person.</summary>
    Age,
}

/// <summary>A number of days, months or years between two dates.</summary>
public sealed class BetweenStep(Between unit, Step<int> from, Step<int> to) : Step<Num>
{
    /// <inheritdoc/>
    public override Num Run(Frame frame)
    {
        int a = from.Run(frame);
        int b = to.Run(frame);
        if (a == Day.None || b == Day.None)
        {
            return Num.None;
        }

        if (a == Day.Missing || b == Day.Missing)
        {
            return Num.Missing;
        }

        return Num.Of(unit switch
        {
            Between.Days => b - a,
            Between.FullMonths => CalendarMath.FullMonthsBetween(a, b),
            _ => CalendarMath.Age(a, b),
        });
    }

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
public sealed class ShiftStep(Step<int> date, Step<Span> period, int sign) : Step<int>
{
    /// <inheritdoc/>
    public override int Run(Frame frame)
    {
        int day = date.Run(frame);
        Span by = period.Run(frame);
        if (day == Day.None || by.Presence == Presence.None)
        {
            return Day.None;
        }

        if (day == Day.Missing || by.Presence == Presence.Missing)
        {
            return Day.Missing;
        }

        int? moved = CalendarMath.AddMonths(day, sign * by.Months);
        moved = moved is int month ? CalendarMath.AddDays(month, sign * by.Days) : null;
        return moved ?? Day.Missing;
    }

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing)
    {
        if (Run(frame) == Day.Missing)
        {
            date.Collect(frame, missing);
            period.Collect(frame, missing);
        }
    }
}

/// <summary>A sum or difference of periods.</summary>
public sealed class SpanSumStep(Step<Span> left, Step<Span> right, int sign) : Step<Span>
{
    /// <inheritdoc/>
    public override Span Run(Frame frame)
    {
        Span a = left.Run(frame);
        Span b = right.Run(frame);
        return a.Presence == Presence.None || b.Presence == Presence.None ? new Span(Presence.None, 0, 0)
            : a.Presence == Presence.Missing || b.Presence == Presence.Missing ? default
            : new Span(Presence.Known, a.Days + (sign * b.Days), a.Months + (sign * b.Months));
    }

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
        Claim claim = frame.Claim;
        frame.Count(frame.LineCount);
        return system switch
        {
            EditEngine.Codes.CodeSystem.Diagnosis => claim.Diagnoses.IsDefault ? CodeList.Of(ImmutableArray<EditEngine.Codes.Code>.Empty) : CodeList.Of(claim.Diagnoses, finalOnly: false),
            EditEngine.Codes.CodeSystem.InpatientProcedure => CodeList.OfProcedures(claim.Procedures),
            EditEngine.Codes.CodeSystem.Condition => CodeList.Of(claim.ConditionCodes),
            EditEngine.Codes.CodeSystem.Occurrence => CodeList.OfOccurrences(claim.OccurrenceCodes),
            EditEngine.Codes.CodeSystem.Value => CodeList.OfValues(claim.ValueCodes),
            _ => CodeList.OfLines(claim.Lines, system),
        };
    }

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing)
    {
    }
}
