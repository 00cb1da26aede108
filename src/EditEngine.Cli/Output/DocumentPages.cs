using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using EditEngine.Analysis.Comparison;
using EditEngine.Analysis.Explanation;
using EditEngine.Analysis.Reporting;
using EditEngine.Compiler.Binding;

namespace EditEngine.Cli.Output;

/// <summary>The pages of a pack's documentation: a list of its edits, a page for each, what ends, and what changed.</summary>
/// <param name="pack">The pack.</param>
/// <param name="edits">Its edits.</param>
internal sealed partial class DocumentPages(BoundPack pack, ImmutableArray<EditDescription> edits)
{
    /// <summary>The page that leads to all others.</summary>
    public const string First = "index.html";

    private const string Ends = "ends.html";
    private const string Changes = "changes.html";

    /// <summary>The pages, by file name.</summary>
    /// <param name="ending">What ends, and within which days it was asked for.</param>
    /// <param name="changes">What changed since another version; null: it was not asked.</param>
    /// <param name="since">That version, as it was named.</param>
    public IEnumerable<(string File, string Text)> All(EndingSoon ending, PackComparison? changes, string? since)
    {
        yield return (First, List(changes is not null));
        yield return (Ends, Ending(ending));
        if (changes is not null)
        {
            yield return (Changes, Changed(changes, since ?? ""));
        }

        foreach (EditDescription edit in edits)
        {
            yield return (FileOf(edit.Edit.Id), Page(edit));
        }
    }

    private string List(bool hasChanges)
    {
        HtmlPage page = new($"Edits of {pack.Name} {pack.Version}");
        page.Html($"<p>{Counts.Of(edits.Length, "edit")}. <a href=\"{Ends}\">Exceptions and what ends</a>{(hasChanges ? $". <a href=\"{Changes}\">What changed</a>" : "")}.</p>\n")
            .WordTable(["edit", "what it is about", "phase", "in force", "answers for it", "what it does"], edits.Select(one => new[]
            {
                $"<th scope=\"row\">{Link(one.Edit.Id)}</th>", HtmlPage.TextCell(one.Edit.Title), HtmlPage.TextCell(one.Edit.Phase), HtmlPage.TextCell(InForce(one.Edit)), HtmlPage.TextCell(one.Edit.Owner ?? ""),
                HtmlPage.TextCell(string.Join("; ", one.Outcomes)),
            }));
        return page.ToString();
    }

    private string Page(EditDescription one)
    {
        BoundEdit edit = one.Edit;
        HtmlPage page = new($"{edit.Id}: {edit.Title}");
        page.Html($"<p><a href=\"{First}\">All edits of {HtmlPage.Text(pack.Name)}</a></p>\n").WordTable(["what", "of this edit"], Facts(one).Select(fact => new[] { HtmlPage.Name(fact.Name), HtmlPage.TextCell(fact.Value) }))
            .Heading("The edit").Html($"<pre>{HtmlPage.Text(one.Text)}</pre>\n");
        if (!one.Exceptions.IsEmpty)
        {
            page.Heading("What excuses from it").WordTable(["because", "answers for it", "until"], one.Exceptions.Select(exception => new[]
            {
                HtmlPage.Name(exception.Because), HtmlPage.TextCell(exception.Owner ?? ""), HtmlPage.TextCell(exception.UntilDay is int until ? DayOf(until) : "no end"),
            }));
        }

        if (!one.Examples.IsEmpty)
        {
            page.Heading("Examples");
            foreach (EditExample example in one.Examples)
            {
                page.Html($"<h3>{HtmlPage.Text(example.Title)}</h3>\n<pre>{HtmlPage.Text(example.Text)}</pre>\n");
            }
        }

        return page.ToString();
    }

    private IEnumerable<(string Name, string Value)> Facts(EditDescription one)
    {
        BoundEdit edit = one.Edit;
        yield return ("what it does", string.Join("; ", one.Outcomes));
        yield return ("in force", $"{InForce(edit)}, by {BasisWords.Of(edit.Basis)}");
        if (edit.MonitorFromDay is int monitor)
        {
            yield return ("only watches", $"from {DayOf(monitor)}");
        }

        if (edit.Deprecated is Deprecation deprecated)
        {
            yield return ("to be used no more", $"since {DayOf(deprecated.SinceDay)}{(deprecated.Use is null ? "" : $"; instead {deprecated.Use}")}");
        }

        if (!edit.Cites.IsEmpty)
        {
            yield return ("cited", string.Join("; ", edit.Cites));
        }

        yield return ("phase", edit.Phase);
        yield return ("written in", edit.PackName == pack.Name ? $"{pack.Name} {pack.Version}" : $"{edit.PackName} {edit.PackVersion}, which {pack.Name} extends");
        if (edit.Owner is not null)
        {
            yield return ("answers for it", edit.Owner);
        }

        if (!edit.Tags.IsEmpty)
        {
            yield return ("tags", string.Join(", ", edit.Tags));
        }
    }

    private string Ending(EndingSoon ending)
    {
        HtmlPage page = new($"Exceptions and what ends: {pack.Name} {pack.Version}");
        page.Html($"<p><a href=\"{First}\">All edits</a></p>\n").Paragraph(ending.Words);
        if (ending.Rows.IsEmpty)
        {
            return page.Paragraph("Nothing.").ToString();
        }

        return page.WordTable(["edit", "what", "ends", "answers for it"], ending.Rows.Select(row => new[]
        {
            $"<th scope=\"row\">{Link(row.Edit)}</th>", HtmlPage.TextCell(row.What), HtmlPage.TextCell(row.EndDay is int end ? DayOf(end) : "no end"), HtmlPage.TextCell(row.Owner ?? ""),
        })).ToString();
    }

    private string Changed(PackComparison changes, string since)
    {
        HtmlPage page = new($"What changed in {pack.Name} {pack.Version}");
        page.Html($"<p><a href=\"{First}\">All edits</a></p>\n").Paragraph($"Since {since}.");
        List(page, "Added", changes.Added.Select(id => $"<li>{Link(id)}</li>"));
        List(page, "Removed", changes.Removed.Select(id => $"<li>{HtmlPage.Text(id)}</li>"));
        List(page, "Sets, tables, parameters and reasons", changes.Declarations.Select(change => $"<li>{HtmlPage.Text(change)}</li>"));
        foreach (EditComparison edit in changes.Changed)
        {
            page.Heading($"{edit.Edit} changed").Paragraph($"Against what it was: {ComparisonText.WordsOf(edit.Verdict)}.");
            foreach (Witness witness in edit.Witnesses)
            {
                page.Html($"<pre>{HtmlPage.Text(string.Join('\n', ComparisonText.TestOf(witness)))}</pre>\n");
            }
        }

        return changes.IsNothing ? page.Paragraph("Nothing differs.").ToString() : page.ToString();
    }

    private static void List(HtmlPage page, string heading, IEnumerable<string> items)
    {
        string all = string.Concat(items);
        if (all.Length > 0)
        {
            page.Heading(heading).Html($"<ul>{all}</ul>\n");
        }
    }

    private static string Link(string id) => $"<a href=\"{FileOf(id)}\">{HtmlPage.Text(id)}</a>";

    private static string FileOf(string id) => $"edit-{NoPartOfAName().Replace(id, "_")}.html";

    private static string InForce(BoundEdit edit) => (edit.EffectiveFromDay, edit.EffectiveThroughDay) switch
    {
        (int.MinValue, int.MaxValue) => "always",
        (int from, int.MaxValue) => $"from {DayOf(from)}",
        (int.MinValue, int through) => $"through {DayOf(through)}",
        (int from, int through) => $"{DayOf(from)} through {DayOf(through)}",
    };

    private static string DayOf(int day) => DateOnly.FromDayNumber(day).ToString("O", CultureInfo.InvariantCulture);

    [GeneratedRegex("[^A-Za-z0-9_.-]")]
    private static partial Regex NoPartOfAName();
}
