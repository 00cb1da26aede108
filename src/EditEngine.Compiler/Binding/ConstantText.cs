using System.Globalization;
using EditEngine.Codes;
using EditEngine.Compiler.Symbols;

namespace EditEngine.Compiler.Binding;

/// <summary>Constants as printers of trees show them.</summary>
internal static class ConstantText
{
    public static string Of(Constant constant) => constant switch
    {
        NumberConstant number => number.Value.ToString(),
        DateConstant date => Day(date.DayNumber),
        PeriodConstant period => string.Create(CultureInfo.InvariantCulture, $"{period.Days} days {period.Months} months"),
        CodeConstant code => code.Value.ToString(),
        TextConstant text => $"\"{text.Value}\"",
        YesNoConstant yes => yes.Value ? "yes" : "no",
        CodeSetConstant set => Of(set.Set),
        TextSetConstant texts => $"{{{string.Join(", ", texts.Texts.Concat(texts.Prefixes.Select(prefix => prefix + "*")))}}}",
        NumberSetConstant numbers => $"{{{string.Join(", ", numbers.Numbers)}}}",
        _ => "none",
    };

    /// <summary>The intervals of a set of codes, with the days they are in it.</summary>
    public static string Of(CodeSet set) => $"{{{string.Join(", ", CodeRange.Joined(set.Intervals).Select(Of))}}}";

    private static string Of(CodeInterval interval)
    {
        string codes = interval.First == interval.Last ? $"{Code.FromPacked(interval.First)}" : $"{Code.FromPacked(interval.First)}-{Code.FromPacked(interval.Last)}";
        string from = interval.FromDay == int.MinValue ? "" : " from " + Day(interval.FromDay);
        return codes + from + (interval.ThroughDay == int.MaxValue ? "" : " until " + Day(interval.ThroughDay));
    }

    private static string Day(int number) => DateOnly.FromDayNumber(number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
