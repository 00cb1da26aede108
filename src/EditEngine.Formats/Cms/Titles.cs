using System.Text.RegularExpressions;

namespace EditEngine.Formats.Cms;

/// <summary>Titles of columns, as publishers vary them: letter case, blanks and line breaks do not count.</summary>
internal static partial class Titles
{
    /// <summary>A pattern of a whole title.</summary>
    public static Regex Pattern(string title) => new($"^(?:{title})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    public static string Plain(string title) => Blanks().Replace(title, " ").Trim();

    /// <summary>The titles of a header row, each with its parts in the rows above.</summary>
    public static string[] Stacked(IReadOnlyList<SheetRow> above, SheetRow header, int rows)
    {
        string[] titles = new string[header.Cells.Length];
        for (int i = 0; i < titles.Length; i++)
        {
            IEnumerable<string> parts = above.TakeLast(rows).Where(row => i < row.Cells.Length).Select(row => row.Cells[i]);
            titles[i] = Plain(string.Join(' ', parts.Append(header.Cells[i])));
        }

        return titles;
    }

    [GeneratedRegex(@"[\s\u00A0]+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
