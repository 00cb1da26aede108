using EditEngine.Compiler.Syntax;

namespace EditEngine.Compiler.Editing;

/// <summary>What can stand in the braces of a <c>test each</c>: its name, and of rows their columns and days.</summary>
internal static class EachValues
{
    /// <summary>The proposals for a place in braces; null where it stands in none.</summary>
    public static IEnumerable<Proposal>? At(CursorPlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        string line = place.LineBefore;
        int open = line.LastIndexOf('{');
        if (place.Clause is not TestSyntax { Each: NameSyntax each } test || open < 0 || line.IndexOf('}', open) >= 0)
        {
            return null;
        }

        IEnumerable<Proposal> cells = test is { IsOfRows: true, Over: AtNameSyntax over } && place.Pack.Symbols.Tables.TryGetValue(over.Name, out Symbols.TableSymbol? table) ? CellsOf(table) : [];
        return line[(open + 1)..] is var before && before == each.Text + "." ? cells
            : before.Length == 0 ? cells.Select(one => one with { Label = $"{each.Text}.{one.Label}", Text = $"{each.Text}.{one.Label}" }).Prepend(new Proposal(each.Text, ProposalKind.Name, "the value of the test"))
            : [];
    }

    private static IEnumerable<Proposal> CellsOf(Symbols.TableSymbol table)
    {
        IEnumerable<Proposal> cells = table.Columns.Select(column => new Proposal(column.Name, ProposalKind.Column, column.Type.ToString()));
        return !table.IsDated ? cells : [.. cells, new("first_day", ProposalKind.Column, "the first day of the row"), new("last_day", ProposalKind.Column, "its last day")];
    }
}
