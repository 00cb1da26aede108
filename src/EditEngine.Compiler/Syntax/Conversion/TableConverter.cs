using System.Collections.Immutable;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Text;
using static EditEngine.Compiler.Syntax.Conversion.ContextReading;
using Grammar = EditEngine.Compiler.Syntax.Generated.EditParser;

namespace EditEngine.Compiler.Syntax.Conversion;

/// <summary>Tables and their inline grids.</summary>
internal sealed class TableConverter(SyntaxReport report)
{
    /// <summary>A table, from its head and the grid rows cut out below it.</summary>
    public static TableSyntax Table(Grammar.TableContext context, TextSpan span, ImmutableArray<GridRowSyntax> grid)
    {
        Grammar.DatedContext? dated = context.dated();
        Grammar.ColumnsContext[] columns = context.columns();
        return new TableSyntax(
            span,
            AtName(context.ATNAME()),
            OptionalString(context.STRING()),
            OptionalName(dated?.memberName(0)),
            OptionalName(dated?.memberName(1)),
            context.KEY() is null ? [] : Columns(columns[0]),
            [.. columns.Skip(context.KEY() is null ? 0 : 1).SelectMany(one => Columns(one))],
            grid);
    }

    /// <summary>One line of a grid. Rows are cut by line, since an empty cell and the end of a row look the same.</summary>
    public GridRowSyntax GridRow(IReadOnlyList<EditToken> tokens, int from, int to, int width)
    {
        TextSpan span = TextSpan.FromTo(tokens[from].StartIndex, tokens[to - 1].End);
        ImmutableArray<GridCellSyntax>.Builder cells = ImmutableArray.CreateBuilder<GridCellSyntax>();
        int start = tokens[from].End;
        for (int i = from + 1; i < to; i++)
        {
            if (tokens[i].Type == Grammar.BAR)
            {
                cells.Add(Cell(TextSpan.FromTo(start, tokens[i].StartIndex)));
                start = tokens[i].End;
            }
        }

        if (tokens[from].Type != Grammar.BAR || tokens[to - 1].Type != Grammar.BAR || to - from == 1)
        {
            report.Add(SyntaxDiagnostics.RowNotClosed(report.Place(new TextSpan(span.End, 0))));
        }
        else if (width > 0 && cells.Count != width)
        {
            report.Add(SyntaxDiagnostics.RowWidth(report.Place(span), cells.Count, width));
        }

        return new GridRowSyntax(span, cells.ToImmutable());
    }

    private GridCellSyntax Cell(TextSpan between)
    {
        string text = report.Source.Slice(between);
        string trimmed = text.Trim();
        TextSpan span = new(between.Start + text.Length - text.TrimStart().Length, trimmed.Length);
        return trimmed.Length >= 2 && trimmed[0] == '"' && trimmed[^1] == '"'
            ? new GridCellSyntax(span, Unquote(trimmed))
            : new GridCellSyntax(trimmed.Length == 0 ? between : span, trimmed);
    }

    private static ImmutableArray<ColumnSyntax> Columns(Grammar.ColumnsContext context) =>
        [.. context.column().Select(c => new ColumnSyntax(SpanOf(c), Name(c.memberName()), OptionalString(c.STRING()), DeclarationConverter.Type(c.type())))];
}
