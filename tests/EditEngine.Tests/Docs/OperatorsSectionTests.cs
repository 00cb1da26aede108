using System.Globalization;
using System.Text;
using EditEngine.Operators;
using EditEngine.Values;
using Xunit;

namespace EditEngine.Tests.Docs;

/// <summary>The reference's table of operators.</summary>
public sealed class OperatorsSectionTests
{
    [Fact]
    public void The_reference_has_the_table_of_operators() => GeneratedSection.Holds("language.md", "operators", Text());

    private static string Text()
    {
        StringBuilder text = new("| written | of | gives | absent | |\n|---|---|---|---|---|\n");
        foreach (Operator row in OperatorTable.All)
        {
            string operands = row.Operands.IsEmpty ? "two of one type" : row.IsOfSeveral ? $"{TypeOf(row.Operands[0])}, several" : string.Join(", ", row.Operands.Select(TypeOf));
            text.Append(CultureInfo.InvariantCulture, $"| `{row.Written}` | {operands} | {TypeOf(row.Result)} | {AbsenceOf(row.Absence)} | {row.Description} |\n");
        }

        return text.ToString();
    }

    private static string TypeOf(ValueKind kind) => kind switch
    {
        ValueKind.Truth => "condition",
        ValueKind.Day => "date",
        ValueKind.CodeList => "list of codes",
        _ => kind.ToString().ToLowerInvariant(),
    };

    private static string AbsenceOf(AbsenceRule rule) => rule switch
    {
        AbsenceRule.Strict => "none, else missing",
        AbsenceRule.Comparison => "missing: unknown; none: equals none only",
        AbsenceRule.FirstAbsent => "the first that is absent",
        _ => "as said",
    };
}
