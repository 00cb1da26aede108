using System.Globalization;
using System.Text;
using EditEngine.Codes;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;

namespace EditEngine.Compiler.Editing;

/// <summary>What is said of a code set: what it holds and how it was made.</summary>
internal static class SetPage
{
    private const int MostShown = 12;

    /// <summary>Its system and size in a few words.</summary>
    public static string Summary(CodeSetSymbol set) => $"{CountOf(set)} of {CodeSystemNames.NameOf(set.System)}";

    /// <summary>The page, in Markdown.</summary>
    /// <param name="set">The set.</param>
    /// <param name="written">How it is declared; null: not known.</param>
    public static string Of(CodeSetSymbol set, string? written)
    {
        ArgumentNullException.ThrowIfNull(set);
        StringBuilder page = new();
        page.Append(CultureInfo.InvariantCulture, $"**@{set.Name}**: {Summary(set)}{(set.Set.IsDated ? ", dated" : "")}\n");
        if (written is not null)
        {
            page.Append("\n```edit\n").Append(written).Append("\n```\n");
        }

        CodeInterval[] shown = [.. CodeRange.Joined(set.Set.Intervals).Take(MostShown + 1)];
        if (shown.Length > 0)
        {
            page.Append("\nHolds ").Append(string.Join(", ", shown.Take(MostShown).Select(IntervalText))).Append(shown.Length > MostShown ? " and others" : "").Append(".\n");
        }

        return page.ToString();
    }

    /// <summary>How many codes, where they can be counted; else how many ranges.</summary>
    public static string CountOf(CodeSetSymbol set)
    {
        long codes = 0;
        foreach (CodeInterval interval in set.Set.Intervals)
        {
            if (CountedCodes.Of(interval) is not IEnumerable<Code> counted)
            {
                return Counted(set.Set.Intervals.Length, "range");
            }

            codes += counted.Count();
        }

        return Counted(codes, "code");
    }

    /// <summary>A stretch of codes with its days.</summary>
    public static string IntervalText(CodeInterval interval)
    {
        string codes = interval.First == interval.Last ? Code.FromPacked(interval.First).ToString() : $"{Code.FromPacked(interval.First)}-{LastOf(interval)}";
        return interval is { FromDay: int.MinValue, ThroughDay: int.MaxValue } ? codes : $"{codes} ({DayText.Of(interval.FromDay, interval.ThroughDay)})";
    }

    /// <summary>The declaration of a set that stands; null where it is not found.</summary>
    public static string? WrittenIn(EditingPack pack, string name) =>
        pack.FindLast(one => one is CodesSyntax codes && codes.Name.Text == name) is FilePart part ? part.Source.Slice(part.Declaration.Syntax.Span) : null;

    // The end of a category is a number that no code has.
    private static string LastOf(CodeInterval interval) => Code.FromPacked(interval.Last) is var last && last.System == CodeSystem.Diagnosis && last.Length == Code.MaxLength ? "…" : last.ToString();

    private static string Counted(long number, string what) => string.Create(CultureInfo.InvariantCulture, $"{number:#,0} {what}{(number == 1 ? "" : "s")}");
}
