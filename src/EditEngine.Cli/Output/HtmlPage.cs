using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;

namespace EditEngine.Cli.Output;

/// <summary>A page by itself: nothing is fetched for it, it follows the reader's light or dark, prints, and each chart has its figures in the table below it.</summary>
internal sealed class HtmlPage
{
    private const int RowHeight = 26;
    private const int Left = 190;
    private const int Width = 720;
    private const int LeastFigure = 40;
    private const int WidestCharacter = 9;
    private const int LongestName = 26;
    private const string WordCell = "<td class=\"text\">";

    private const string Style = """
        :root { color-scheme: light; --page: #ffffff; --text: #1b1f24; --more: #cf222e; --less: #1a7f37; --some: #9a6700; --count: #0969da; --line: #8886; --soft: #8881 }
        @media screen and (prefers-color-scheme: dark) { :root { color-scheme: dark; --page: #16181b; --text: #e8e8e8; --more: #f85149; --less: #3fb950; --some: #d29922; --count: #4493f8 } }
        html { background: var(--page); color: var(--text) } a { color: var(--count) }
        body { background: var(--page); font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem }
        h2 { margin-top: 2.5rem } h3 { margin-bottom: .25rem }
        table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums } th, td { text-align: right; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid var(--line); vertical-align: top }
        th:first-child, .text, .words th { text-align: left } tbody th { font-weight: 500; white-space: nowrap } td.text { overflow-wrap: break-word } td summary { text-align: right }
        .wide { overflow-x: auto } .wide:not(.words) .text { padding-left: 1.25rem } .figures { display: flex; flex-wrap: wrap; gap: .75rem 2.5rem; margin: 1rem 0; padding: 0 } .figures div { display: flex; flex-direction: column-reverse } .figures dd { margin: 0; font-size: 1.5rem; font-weight: 600 }
        svg { max-width: 100%; height: auto } svg text { fill: currentColor; font: 13px system-ui, sans-serif } .more { fill: var(--more) } .less { fill: var(--less) } .count { fill: var(--count) }
        pre { font: 13px/1.55 ui-monospace, monospace; overflow-x: auto; padding: .75rem; border: 1px solid var(--line) }
        @media print { body { max-width: none; margin: 0 } pre { white-space: pre-wrap } h2 { break-after: avoid } tr, svg { break-inside: avoid } }
        """;

    private readonly StringBuilder _text = new("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");

    /// <summary>Begins a page.</summary>
    /// <param name="title">Its title and first heading.</param>
    /// <param name="style">Rules of this page alone.</param>
    public HtmlPage(string title, string style = "")
    {
        _text.Append(CultureInfo.InvariantCulture, $"<title>{Text(title)}</title>\n<style>\n{Style}\n{(style.Length == 0 ? "" : style + "\n")}</style>\n</head>\n<body>\n<main>\n<h1>{Text(title)}</h1>\n");
    }

    /// <summary>A text, as it stands in a page.</summary>
    public static string Text(string text) => WebUtility.HtmlEncode(text);

    /// <summary>A heading below the title.</summary>
    /// <param name="text">What it says.</param>
    /// <param name="id">What links to it name; empty: none does.</param>
    public HtmlPage Heading(string text, string id = "") => Html($"<h2{(id.Length == 0 ? "" : $" id=\"{Text(id)}\"")}>{Text(text)}</h2>\n");

    /// <summary>A paragraph.</summary>
    public HtmlPage Paragraph(string text) => Html($"<p>{Text(text)}</p>\n");

    /// <summary>Figures side by side, each with its name.</summary>
    public HtmlPage Figures(IEnumerable<(string Name, string Value)> figures) =>
        Html($"<dl class=\"figures\">\n{string.Concat(figures.Select(one => $"<div><dt>{Text(one.Name)}</dt><dd>{Text(one.Value)}</dd></div>\n"))}</dl>\n");

    /// <summary>What is HTML already.</summary>
    public HtmlPage Html(string html)
    {
        _text.Append(html);
        return this;
    }

    /// <summary>A bar for each value of what is lost or gained.</summary>
    /// <param name="about">What the bars show, for who does not see them.</param>
    /// <param name="bars">Name, length and the figure beside it; a length below zero is a bar of the other colour.</param>
    public HtmlPage MoneyBars(string about, IReadOnlyCollection<(string Name, long Length, string Figure)> bars) => Bars(about, bars, static length => length < 0 ? "less" : "more");

    /// <summary>A bar for each value of what is counted.</summary>
    /// <param name="about">What the bars show, for who does not see them.</param>
    /// <param name="bars">Name, length and the figure beside it.</param>
    public HtmlPage CountBars(string about, IReadOnlyCollection<(string Name, long Length, string Figure)> bars) => Bars(about, bars, static _ => "count");

    private HtmlPage Bars(string about, IReadOnlyCollection<(string Name, long Length, string Figure)> bars, Func<long, string> colourOf)
    {
        long most = Math.Max(1, bars.Select(bar => Math.Abs(bar.Length)).DefaultIfEmpty(0).Max());
        int figures = LeastFigure + (WidestCharacter * bars.Select(bar => bar.Figure.Length).DefaultIfEmpty(0).Max());
        _text.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Left + Width} {(bars.Count * RowHeight) + 4}\" role=\"img\" aria-label=\"{Text(about)}; the table below has the figures\">\n");
        int top = 0;
        foreach ((string name, long length, string figure) in bars)
        {
            long wide = (long)((decimal)Math.Abs(length) * (Width - figures) / most);
            string shown = name.Length > LongestName ? name[..(LongestName - 1)] + "…" : name;
            _text.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left - 8}\" y=\"{top + 18}\" text-anchor=\"end\">{Text(shown)}</text><rect class=\"{colourOf(length)}\" x=\"{Left}\" y=\"{top + 4}\" width=\"{wide}\" height=\"{RowHeight - 8}\"/>")
                .Append(CultureInfo.InvariantCulture, $"<text x=\"{Left + wide + 6}\" y=\"{top + 18}\">{Text(figure)}</text>\n");
            top += RowHeight;
        }

        return Html("</svg>\n");
    }

    /// <summary>A table; the first cell of a row names it.</summary>
    /// <param name="heads">Heads of the columns.</param>
    /// <param name="rows">The cells, as HTML: made by the methods that make cells.</param>
    public HtmlPage Table(IEnumerable<string> heads, IEnumerable<IEnumerable<string>> rows) => Table("wide", heads, rows);

    /// <summary>A table of words, which begin where their heads do.</summary>
    /// <param name="heads">Heads of the columns.</param>
    /// <param name="rows">The cells, as HTML: made by the methods that make cells.</param>
    public HtmlPage WordTable(IEnumerable<string> heads, IEnumerable<IEnumerable<string>> rows) => Table("wide words", heads, rows);

    private HtmlPage Table(string style, IEnumerable<string> heads, IEnumerable<IEnumerable<string>> rows)
    {
        List<ImmutableArray<string>> cells = [.. rows.Select(row => row.ToImmutableArray())];
        bool IsOfWords(int column) => cells is [var first, ..] && column < first.Length && first[column].StartsWith(WordCell, StringComparison.Ordinal);
        _text.Append(CultureInfo.InvariantCulture, $"<div class=\"{style}\"><table>\n<thead><tr>")
            .AppendJoin("", heads.Select((head, column) => $"<th scope=\"col\"{(IsOfWords(column) ? " class=\"text\"" : "")}>{Text(head)}</th>")).Append("</tr></thead>\n<tbody>\n");
        foreach (ImmutableArray<string> row in cells)
        {
            _text.Append("<tr>").AppendJoin("", row).Append("</tr>\n");
        }

        return Html("</tbody>\n</table></div>\n");
    }

    /// <summary>The cell that names a row.</summary>
    public static string Name(string text) => $"<th scope=\"row\">{Text(text)}</th>";

    /// <summary>A cell of a figure.</summary>
    public static string Cell(string figure) => $"<td>{Text(figure)}</td>";

    /// <summary>A cell of a count.</summary>
    public static string Cell(long count) => string.Create(CultureInfo.InvariantCulture, $"<td>{count:#,0}</td>");

    /// <summary>A cell of words.</summary>
    public static string TextCell(string text) => $"{WordCell}{Text(text)}</td>";

    /// <summary>A cell of ids that are shown when asked for.</summary>
    public static string Ids(IReadOnlyCollection<string> ids) => ids.Count == 0 ? "<td></td>" : $"<td><details><summary>{ids.Count}</summary>{Text(string.Join(", ", ids))}</details></td>";

    /// <summary>The page.</summary>
    public override string ToString() => _text + "</main>\n</body>\n</html>\n";
}
