using System.Collections.Immutable;
using System.Globalization;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;

namespace EditEngine.Compiler.Editing;

/// <summary>A few words shown at a place of a file that are not written there.</summary>
/// <param name="At">Offset that they are shown behind.</param>
/// <param name="Text">The words.</param>
internal readonly record struct InlayHint(int At, string Text);

/// <summary>What a window counts, and how much a set or table holds.</summary>
internal static class InlayHints
{
    /// <summary>The hints of a stretch of a file, in the order of places.</summary>
    public static ImmutableArray<InlayHint> Of(EditingPack pack, string file, TextSpan within)
    {
        ArgumentNullException.ThrowIfNull(pack);
        return
        [
            .. from part in pack.PartsOf(file)
               where part.Start <= within.End && part.End >= within.Start && part.Declaration.Syntax is EditSyntax or DefineKindSyntax or DefineValueSyntax
               from node in SyntaxPath.All(part.Declaration.Syntax)
               let text = TextOf(pack, part, node)
               where text is not null
               let at = node.Span.End + part.By
               where at >= within.Start && at <= within.End
               orderby at
               select new InlayHint(at, text),
        ];
    }

    private static string? TextOf(EditingPack pack, FilePart part, SyntaxNode node) => node switch
    {
        AtNameSyntax at when pack.Symbols.CodeSets.TryGetValue(at.Name, out CodeSetSymbol? set) => SetPage.CountOf(set),
        AtNameSyntax at when pack.Symbols.Tables.TryGetValue(at.Name, out TableSymbol? table) && table.Table is Tables.Table rows => string.Create(CultureInfo.InvariantCulture, $"{rows.RowCount:#,0} row{(rows.RowCount == 1 ? "" : "s")}"),
        RangeSyntax { From: ExpressionSyntax from, To: ExpressionSyntax to } => Window(part.Source, from, to),
        _ => null,
    };

    // Of one date on both sides: how many days the window counts, with both ends.
    private static string? Window(SourceText source, ExpressionSyntax from, ExpressionSyntax to)
    {
        if (DaysFrom(source, from) is not (string first, int start) || DaysFrom(source, to) is not (string last, int end) || first != last)
        {
            return null;
        }

        int days = end - start + 1;
        return days > 0 ? string.Create(CultureInfo.InvariantCulture, $"{days:#,0} day{(days == 1 ? "" : "s")}, both ends counted") : "no day: it ends before it begins";
    }

    private static (string Date, int Days)? DaysFrom(SourceText source, ExpressionSyntax date) => date switch
    {
        BinarySyntax { Operator: BinaryOperator.Add or BinaryOperator.Subtract, Right: QuantitySyntax { Unit.Text: "day" or "days" or "week" or "weeks" } moved } binary
            when int.TryParse(moved.Number.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) =>
            (source.Slice(binary.Left.Span), number * (moved.Unit.Text.StartsWith('w') ? 7 : 1) * (binary.Operator == BinaryOperator.Add ? 1 : -1)),
        MemberSyntax or NameExpressionSyntax => (source.Slice(date.Span), 0),
        _ => null,
    };
}
