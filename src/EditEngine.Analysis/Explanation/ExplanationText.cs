using System.Globalization;
using System.Text;
using EditEngine.Compiler.Interpretation;
using EditEngine.Values;

namespace EditEngine.Analysis.Explanation;

/// <summary>An edit's trace as text for a reader: subject by subject, condition by condition, with the values and rows.</summary>
internal static class ExplanationText
{
    /// <summary>The trace as lines that end with a line feed.</summary>
    public static string Of(EditTrace trace)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{trace.Edit}\n");
        if (trace.Subjects.IsEmpty)
        {
            text.Append("  the claim has nothing that it looks at\n");
        }

        foreach (SubjectTrace subject in trace.Subjects)
        {
            foreach (TupleTrace tuple in subject.Tuples)
            {
                Write(text, subject.Subject, tuple);
            }
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, string subject, TupleTrace tuple)
    {
        string others = string.Join(", ", tuple.Names.Select(name => name.Name.Length == 0 ? name.Thing : $"{name.Name} = {name.Thing}"));
        string verdict = tuple.Case < 0 ? "does not fire" : tuple.Outcome;
        text.Append(CultureInfo.InvariantCulture, $"\n  {subject}: {verdict}   ({others})\n");
        foreach (ConditionTrace condition in tuple.Conditions)
        {
            string sign = condition.Truth switch { Truth.True => "yes    ", Truth.False => "no     ", _ => "unknown" };
            text.Append(CultureInfo.InvariantCulture, $"    {sign}  {condition.Role,-9} {OneLine(condition.Text)}\n");
            foreach ((string name, string value) in condition.Values)
            {
                text.Append(CultureInfo.InvariantCulture, $"                         {OneLine(name)}: {value}\n");
            }

            if (!condition.Missing.IsEmpty)
            {
                text.Append(CultureInfo.InvariantCulture, $"                         missing: {string.Join(", ", condition.Missing)}\n");
            }
        }
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
