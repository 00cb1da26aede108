using System.Globalization;
using System.Text;
using EditEngine.Compiler.Interpretation;
using EditEngine.Values;

namespace EditEngine.Analysis.Explanation;

/// <summary>What would change what an edit comes to, for a reader.</summary>
internal static class CounterfactualText
{
    /// <summary>Lines that end with a line feed; a blank one first.</summary>
    public static string Of(EditCounterfactuals found, EditTrace trace)
    {
        StringBuilder text = new();
        foreach (CounterfactualSet end in found.Ends)
        {
            if (end.Target is null)
            {
                foreach (Obstacle obstacle in Obstacle.Of(trace))
                {
                    text.Append(CultureInfo.InvariantCulture, $"\n  {obstacle.Subject}: kept from firing by {obstacle.Condition.Role} {OneLine(obstacle.Condition.Text)}{Because(obstacle.Condition)}");
                }

                text.Append('\n');
            }

            text.Append(CultureInfo.InvariantCulture, $"\n  {Title(found.Edit, end, found.Tried)}\n");
            int width = end.Ways.Select(way => string.Join(" and ", way.Changes).Length).DefaultIfEmpty().Max();
            foreach (Counterfactual way in end.Ways)
            {
                text.Append(CultureInfo.InvariantCulture, $"    {string.Join(" and ", way.Changes).PadRight(width)}  then {way.Then}\n");
            }

            if (end.More > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"    {end.More} more\n");
            }
        }

        return text.ToString();
    }

    private static string Title(string edit, CounterfactualSet end, int tried) => (end.Target, end.Ways.IsEmpty) switch
    {
        (null, false) => $"{edit} would find something with",
        (null, true) => FormattableString.Invariant($"{edit} found nothing on any of {tried:#,0} claims that differ a little"),
        (_, false) => $"{end.Target}: the finding of {edit} is avoided with",
        _ => FormattableString.Invariant($"{end.Target}: the finding of {edit} is avoided by none of {tried:#,0} small changes"),
    };

    private static string Because(ConditionTrace condition) => condition.Truth switch
    {
        Truth.Unknown when !condition.Missing.IsEmpty => $" (missing: {string.Join(", ", condition.Missing)})",
        _ when condition.Values.IsEmpty => "",
        _ => $" ({string.Join(", ", condition.Values.Select(value => $"{OneLine(value.Text)}: {value.Value}"))})",
    };

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
