using System.Globalization;
using EditEngine.Codes;
using EditEngine.Fields;
using EditEngine.Numbers;
using EditEngine.Plans;
using EditEngine.Values;

namespace EditEngine.Evaluation.Steps;

/// <summary>A value that shows itself in a message: dates as 2025-01-31, money as $120.00, percents as 50%, what is missing as —.</summary>
internal abstract class ShowStep
{
    /// <summary>The value as a reader sees it.</summary>
    public abstract string Show(EvaluationContext context);
}

/// <summary>A value of one type.</summary>
/// <typeparam name="T">Its type.</typeparam>
internal abstract class ShowStep<T>(Step<T> value) : ShowStep
    where T : struct, IAbsence<T>
{
    /// <inheritdoc/>
    public override string Show(EvaluationContext context)
    {
        T shown = value.Run(context);
        return shown.Presence switch { Presence.Missing => "—", Presence.None => "none", _ => TextOf(context, shown) };
    }

    /// <summary>The text of a value that is not absent.</summary>
    protected abstract string TextOf(EvaluationContext context, in T shown);
}

/// <summary>Shows a number.</summary>
internal sealed class ShowNumber(Step<Number> value, ValueStyle style) : ShowStep<Number>(value)
{
    /// <inheritdoc/>
    protected override string TextOf(EvaluationContext context, in Number shown) => shown.Presence == Presence.Range
        ? $"{(shown.HasLow ? shown.Low.ToString() : "…")} .. {(shown.HasHigh ? shown.High.ToString() : "…")}"
        : NumberText(shown.Low);

    private string NumberText(Rational number)
    {
        if (style == ValueStyle.YesNo)
        {
            return number.Numerator == 0 ? "no" : "yes";
        }

        if (style != ValueStyle.Money)
        {
            return number + (style == ValueStyle.Percent ? "%" : "");
        }

        return number.TryToDecimal(out decimal cents) ? "$" + (cents / 100m).ToString("0.00", CultureInfo.InvariantCulture) : number.ToString();
    }
}

/// <summary>Shows a code.</summary>
internal sealed class ShowCode(Step<CodeKey> value) : ShowStep<CodeKey>(value)
{
    /// <inheritdoc/>
    protected override string TextOf(EvaluationContext context, in CodeKey shown) => shown.Code.ToString();
}

/// <summary>Shows a date.</summary>
internal sealed class ShowDay(Step<Day> value) : ShowStep<Day>(value)
{
    /// <inheritdoc/>
    protected override string TextOf(EvaluationContext context, in Day shown) => shown.ToDate().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>Shows an instant.</summary>
internal sealed class ShowInstant(Step<Instant> value) : ShowStep<Instant>(value)
{
    /// <inheritdoc/>
    protected override string TextOf(EvaluationContext context, in Instant shown) => shown.ToUtc().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

/// <summary>Shows a period.</summary>
internal sealed class ShowPeriod(Step<Period> value) : ShowStep<Period>(value)
{
    /// <inheritdoc/>
    protected override string TextOf(EvaluationContext context, in Period shown)
    {
        (int count, string unit) = shown.Months == 0 ? (shown.Days, "day") : (shown.Months, "month");
        return string.Create(CultureInfo.InvariantCulture, $"{count} {unit}{(count == 1 ? "" : "s")}");
    }
}

/// <summary>Shows a text.</summary>
internal sealed class ShowText(Step<TextValue> value) : ShowStep<TextValue>(value)
{
    /// <inheritdoc/>
    protected override string TextOf(EvaluationContext context, in TextValue shown) => shown.Text!; // It is known.
}

/// <summary>Shows a list of codes.</summary>
internal sealed class ShowCodes(Step<CodeList> value) : ShowStep<CodeList>(value)
{
    /// <inheritdoc/>
    protected override string TextOf(EvaluationContext context, in CodeList shown)
    {
        List<Code> all = [];
        CodeCursor cursor = default;
        while (shown.Next(ref cursor, out Code code))
        {
            all.Add(code);
        }

        return string.Join(", ", all);
    }
}

/// <summary>Shows a thing, or the members of a group.</summary>
internal sealed class ShowThing(Step<BoundThing> value) : ShowStep<BoundThing>(value)
{
    /// <inheritdoc/>
    protected override string TextOf(EvaluationContext context, in BoundThing shown) => shown.Kind == ThingKind.Group ? GroupText(context, shown) : Paths.Of(context, shown).TrimEnd(' ', '.');

    private static string GroupText(EvaluationContext context, in BoundThing group)
    {
        List<string> members = [];
        (int first, int end) = context.Groups.RangeOf(group.Index);
        for (int i = first; i < end; i++)
        {
            context.Count();
            context.Groups.MemberAt(group.Index, i, out BoundThing member, out _);
            members.Add(Paths.Of(context, member).TrimEnd(' ', '.'));
        }

        return string.Join(", ", members);
    }
}
