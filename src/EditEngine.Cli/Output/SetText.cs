using System.Globalization;
using System.Text;
using EditEngine.Codes;
using EditEngine.Compiler.Editing;
using EditEngine.Compiler.Symbols;
using EditEngine.Diagnostics;

namespace EditEngine.Cli.Output;

/// <summary>Code sets for a person.</summary>
internal static class SetText
{
    private const int Width = 100;

    /// <summary>A set in a list: its name, what it holds, where it stands.</summary>
    public static string[] Row(CodeSetSymbol set) => [$"@{set.Name}", $"{SetPage.Summary(set)}{(set.Set.IsDated ? ", dated" : "")}", string.Create(CultureInfo.InvariantCulture, $"{set.Place.File}({set.Place.Line})")];

    /// <summary>A set by itself: how it was made, and all that it holds.</summary>
    /// <param name="set">The set.</param>
    /// <param name="on">Only what it holds on this day; null: on any.</param>
    /// <param name="written">How it is declared, and where; null: not known.</param>
    public static string Of(CodeSetSymbol set, DateOnly? on, (SourceSpan Place, string Text)? written)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"@{set.Name}: {SetPage.Summary(set)}{(set.Set.IsDated ? ", dated" : "")}\n");
        if (written is (SourceSpan place, string declaration))
        {
            text.Append(CultureInfo.InvariantCulture, $"{place.File}({place.Line},{place.Column}):\n{declaration}\n");
        }

        string[] held = [.. Held(set, on).Select(SetPage.IntervalText)];
        text.Append(on is DateOnly day ? string.Create(CultureInfo.InvariantCulture, $"\non {day:yyyy-MM-dd} it holds{(held.Length == 0 ? " nothing" : "")}\n") : held.Length == 0 ? "\nit holds nothing\n" : "\nit holds\n");
        int column = 0;
        for (int i = 0; i < held.Length; i++)
        {
            string item = held[i] + (i + 1 < held.Length ? "," : "");
            if (column > 0 && column + item.Length + 1 > Width)
            {
                text.Append('\n');
                column = 0;
            }

            text.Append(column == 0 ? "  " : " ").Append(item);
            column += item.Length + (column == 0 ? 2 : 1);
        }

        return held.Length == 0 ? text.ToString() : text.Append('\n').ToString();
    }

    /// <summary>What a set holds, ranges as they are written.</summary>
    public static IEnumerable<CodeInterval> Held(CodeSetSymbol set, DateOnly? on) => on is DateOnly day
        ? CodeRange.Joined(set.Set.Intervals.Where(one => one.FromDay <= day.DayNumber && day.DayNumber <= one.ThroughDay).Select(one => one with { FromDay = int.MinValue, ThroughDay = int.MaxValue }))
        : CodeRange.Joined(set.Set.Intervals);
}
