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
    public static string Show(EvaluatedValue evaluated, LanguageType type) => evaluated switch
    {
        EvaluatedNumber number when type.Kind == TypeKind.Money => Money(number.Value),
        EvaluatedNumber number => number.Value + (type.Kind == TypeKind.Percent ? "%" : ""),
        EvaluatedRange range => $"{range.Low?.ToString() ?? "…"} .. {range.High?.ToString() ?? "…"}",
        EvaluatedDate date => DateOnly.FromDayNumber(date.Day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        EvaluatedInstant instant => new DateTime(instant.UtcTicks, DateTimeKind.Utc).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        EvaluatedPeriod { Months: 0 } period => string.Create(CultureInfo.InvariantCulture, $"{period.Days} {(period.Days == 1 ? "day" : "days")}"),
        EvaluatedPeriod period => string.Create(CultureInfo.InvariantCulture, $"{period.Months} {(period.Months == 1 ? "month" : "months")}"),
        EvaluatedCode code => code.Value.ToString(),
        EvaluatedText text => text.Value,
        EvaluatedYesNo yesNo => yesNo.Value ? "yes" : "no",
        EvaluatedCodes codes => string.Join(", ", codes.Codes),
        EvaluatedThing thing => thing.Thing.Path.TrimEnd(' ', '.'),
        EvaluatedGroup group => string.Join(", ", group.Members.Select(member => member.Thing.Path.TrimEnd(' ', '.'))),
        EvaluatedNone => "none",
        _ => "—",
    };

    private static string Money(Rational cents) =>
        cents.TryToDecimal(out decimal value) ? "$" + (value / 100m).ToString("0.00", CultureInfo.InvariantCulture) : cents.ToString();
}
