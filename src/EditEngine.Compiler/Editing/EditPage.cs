using System.Globalization;
using System.Text;
using EditEngine.Compiler.Syntax;

namespace EditEngine.Compiler.Editing;

/// <summary>What is said of an edit: its sentence, its days, its pack, and what packs that extend it have changed.</summary>
internal static class EditPage
{
    /// <summary>The page, in Markdown; null where there is no such edit.</summary>
    public static string? Of(EditingPack pack, string id)
    {
        ArgumentNullException.ThrowIfNull(pack);
        FilePart? part = pack.FindLast(one => one is EditSyntax edit && edit.Id.Text == id);
        if (part?.Declaration.Syntax is not EditSyntax edit)
        {
            return null;
        }

        StringBuilder page = new StringBuilder("**").Append(id).Append("** ").Append(edit.Title?.Value).Append("\n\n```edit\n");
        foreach (ClauseSyntax clause in edit.Clauses.Where(clause => clause is ForEachSyntax or WhenSyntax or UnlessSyntax or ThenSyntax or AlsoSyntax or OtherwiseSyntax))
        {
            page.Append(part.Source.Slice(clause.Span)).Append('\n');
        }

        page.Append("```\n\n- ").Append(DatesOf(edit)).Append('\n');
        page.Append("- of pack ").Append(part.Pack.Name).Append(' ').Append(part.Pack.Version).Append(edit.Replaces ? ", in place of the base's" : "").Append('\n');
        foreach (CiteSyntax cite in edit.Clauses.OfType<CiteSyntax>())
        {
            page.Append("- cites ").Append(cite.Text.Value).Append('\n');
        }

        if (edit.Clauses.OfType<OwnerSyntax>().FirstOrDefault() is OwnerSyntax owner)
        {
            page.Append("- owner ").Append(owner.Text.Value).Append('\n');
        }

        int tests = edit.Clauses.OfType<TestSyntax>().Count();
        page.Append(CultureInfo.InvariantCulture, $"- {(tests == 0 ? "no test" : tests == 1 ? "1 test" : $"{tests} tests")}\n");
        foreach (FilePart change in Changes(pack, id))
        {
            page.Append("- pack ").Append(change.Pack.Name).Append(": `").Append(OneLine(change.Source.Slice(change.Declaration.Syntax.Span))).Append("`\n");
        }

        return page.ToString();
    }

    /// <summary>What packs that extend its own say of an edit, in order.</summary>
    public static IEnumerable<FilePart> Changes(EditingPack pack, string id) => pack.Parts.Where(part => part.Declaration.Syntax switch
    {
        DisableSyntax disable => disable.Edit.Text == id,
        OverrideSyntax change => change.Edit.Text == id,
        ExtendSyntax extend => extend.Edit.Text == id,
        _ => false,
    });

    private static string DatesOf(EditSyntax edit) => edit.Clauses.OfType<EffectiveSyntax>().FirstOrDefault() is EffectiveSyntax effective
        ? $"in effect {DayText.Of(effective.Range.From?.Value.DayNumber ?? int.MinValue, effective.Range.Through?.Value.DayNumber ?? int.MaxValue)}{(effective.Basis is BasisSyntax basis ? " by " + basis.Words : "")}"
        : "in effect on every day";

    private static string OneLine(string text) => string.Join(' ', text.Split(['\n', '\r', ' '], StringSplitOptions.RemoveEmptyEntries));
}
