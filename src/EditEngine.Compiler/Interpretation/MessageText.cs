using System.Globalization;
using System.Text;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;
using EditEngine.Numbers;

namespace EditEngine.Compiler.Interpretation;

/// <summary>Renders messages: dates as 2025-01-31, money as $120.00, percents as 50%, what is missing as —.</summary>
internal static class MessageText
{
    public static string Render(BoundMessage message, ExpressionEvaluator reading)
    {
        StringBuilder text = new();
        foreach (BoundMessagePart part in message.Parts)
        {
            text.Append(part.Value is null ? part.Text : Show(reading.Value(part.Value).Single, part.Value.Type));
        }

        return text.ToString();
    }

    /// <summary>A value as a reader sees it.</summary>
    public static string Show(Datum datum, LanguageType type) => datum switch
    {
        NumberDatum number when type.Kind == TypeKind.Money => Money(number.Value),
        NumberDatum number => number.Value + (type.Kind == TypeKind.Percent ? "%" : ""),
        RangeDatum range => $"{range.Low?.ToString() ?? "…"} .. {range.High?.ToString() ?? "…"}",
        DateDatum date => DateOnly.FromDayNumber(date.Day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        InstantDatum instant => new DateTime(instant.UtcTicks, DateTimeKind.Utc).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        PeriodDatum { Months: 0 } period => string.Create(CultureInfo.InvariantCulture, $"{period.Days} {(period.Days == 1 ? "day" : "days")}"),
        PeriodDatum period => string.Create(CultureInfo.InvariantCulture, $"{period.Months} {(period.Months == 1 ? "month" : "months")}"),
        CodeDatum code => code.Value.ToString(),
        TextDatum text => text.Value,
        YesNoDatum yesNo => yesNo.Value ? "yes" : "no",
        CodesDatum codes => string.Join(", ", codes.Codes),
        ThingDatum thing => thing.Thing.Path.TrimEnd(' ', '.'),
        GroupDatum group => string.Join(", ", group.Members.Select(member => member.Thing.Path.TrimEnd(' ', '.'))),
        NoneDatum => "none",
        _ => "—",
    };

    private static string Money(Rational cents) =>
        cents.TryToDecimal(out decimal value) ? "$" + (value / 100m).ToString("0.00", CultureInfo.InvariantCulture) : cents.ToString();
}
