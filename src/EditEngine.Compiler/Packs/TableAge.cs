using System.Globalization;
using System.Text.RegularExpressions;

namespace EditEngine.Compiler.Packs;

/// <summary>How old the newest rows of a table may be, as <c>4 months</c>.</summary>
/// <param name="Text">As it is written.</param>
/// <param name="Days">Days of it; 0 where it is of months.</param>
/// <param name="Months">Months of it; 0 where it is of days.</param>
internal sealed partial record TableAge(string Text, int Days, int Months)
{
    /// <summary>Reads a number from 1 to 9999 and days, weeks, months or years; null for another text.</summary>
    public static TableAge? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Match match = Form().Match(text);
        if (!match.Success)
        {
            return null;
        }

        int number = int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
        return match.Groups["unit"].Value switch
        {
            "day" => new TableAge(text, number, 0),
            "week" => new TableAge(text, number * 7, 0),
            "month" => new TableAge(text, 0, number),
            _ => new TableAge(text, 0, number * 12),
        };
    }

    /// <summary>The last day on which rows that begin on a day are not too old. Months are cut to the month's end.</summary>
    /// <param name="newest">Day number of the newest row's first day.</param>
    public int LastDay(int newest)
    {
        DateOnly day = DateOnly.FromDayNumber(newest);
        bool fits = Days < DateOnly.MaxValue.DayNumber - newest && Months / 12 < DateOnly.MaxValue.Year - day.Year;
        return fits ? day.AddMonths(Months).AddDays(Days).DayNumber : int.MaxValue;
    }

    [GeneratedRegex("^(?<number>[1-9][0-9]{0,3}) (?<unit>day|week|month|year)s?$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
