using System.Globalization;
using EditEngine.Codes;
using EditEngine.Numbers;
using EditEngine.Plans;

namespace EditEngine.Evaluation.Steps;

/// <summary>A value that shows itself in a message: dates as 2025-01-31, money as $120.00, percents as 50%, what is missing as —.</summary>
public abstract class ShowStep
{
    /// <summary>The value as a reader sees it.</summary>
    public abstract string Show(Frame frame);
}

/// <summary>A value of one type.</summary>
/// <typeparam name="T">Its type.</typeparam>
public sealed class ShowStep<T>(Step<T> value, ValueStyle style) : ShowStep
{
    /// <inheritdoc/>
    public override string Show(Frame frame)
    {
        T shown = value.Run(frame);
        Presence presence = Values.PresenceOf(shown);
        if (presence == Presence.Missing)
        {
            return "—";
        }

        return presence == Presence.None ? "none" : shown switch
        {
            Num { Presence: Presence.Range } range => $"{(range.HasLow ? range.Low.ToString() : "…")} .. {(range.HasHigh ? range.High.ToString() : "…")}",
            Num number => NumberText(number.Low),
            ulong code => Code.FromPacked(code).ToString(),
            int day => DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            long ticks => new DateTime(ticks, DateTimeKind.Utc).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            Span { Months: 0 } days => string.Create(CultureInfo.InvariantCulture, $"{days.Days} {(days.Days == 1 ? "day" : "days")}"),
            Span months => string.Create(CultureInfo.InvariantCulture, $"{months.Months} {(months.Months == 1 ? "month" : "months")}"),
            Truth truth => truth == Truth.True ? "yes" : "no",
            CodeList codes => ListText(codes),
            Slot { Store: Store.Group } group => GroupText(frame, group),
            Slot thing => Paths.Of(frame, thing).TrimEnd(' ', '.'),
            string text => text,
            _ => "—",
        };
    }

    private static string ListText(CodeList codes)
    {
        List<Code> all = [];
        int position = 0;
        while (codes.Next(ref position, out Code code))
        {
            all.Add(code);
        }

        return string.Join(", ", all);
    }

    private static string GroupText(Frame frame, in Slot group)
    {
        List<string> members = [];
        (int first, int end) = frame.Groups.RangeOf(group.Index);
        for (int i = first; i < end; i++)
        {
            frame.Count();
            frame.Groups.MemberAt(group.Index, i, out Slot member, out _);
            members.Add(Paths.Of(frame, member).TrimEnd(' ', '.'));
        }

        return string.Join(", ", members);
    }

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
