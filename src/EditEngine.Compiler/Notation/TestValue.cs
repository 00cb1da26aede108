using System.Globalization;

namespace EditEngine.Compiler.Notation;

/// <summary>What the names in braces of a <c>test each</c> stand for in one of its cases.</summary>
/// <param name="Name">The name after <c>each</c>.</param>
/// <param name="Text">The value; of a row, its key.</param>
/// <param name="Cells">Of a row: its cells by column, as a test writes them. An empty cell stands for nothing.</param>
internal sealed record TestValue(string Name, string Text, IReadOnlyDictionary<string, string> Cells)
{
    private static readonly IReadOnlyDictionary<string, string> NoCells = new Dictionary<string, string>();

    /// <summary>One value.</summary>
    public static TestValue Of(string name, string text) => new(name, text, NoCells);

    /// <summary>What stands in braces, as <c>m</c>, <c>r.limit</c> or <c>r.limit + 1</c>; null where it stands for nothing.</summary>
    public string? Find(ReadOnlySpan<char> braces)
    {
        string[] words = braces.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string? value = words.Length is 1 or 3 ? Named(words[0]) : null;
        return value is null || words.Length == 1 ? value
            : words[1] is "+" or "-" && int.TryParse(words[2], NumberStyles.None, CultureInfo.InvariantCulture, out int by) ? Moved(value, words[1] == "+" ? by : -by)
            : null;
    }

    /// <summary>A title with all names in braces filled in.</summary>
    public string Fill(string title)
    {
        for (int open = title.IndexOf('{', StringComparison.Ordinal); open >= 0;)
        {
            int close = title.IndexOf('}', open);
            if (close < 0)
            {
                return title;
            }

            string? value = Find(title.AsSpan(open + 1, close - open - 1));
            title = value is null ? title : string.Concat(title.AsSpan(0, open), value, title.AsSpan(close + 1));
            int next = value is null ? close : open + value.Length;
            open = next < title.Length ? title.IndexOf('{', next) : -1;
        }

        return title;
    }

    private string? Named(string name) =>
        name == Name ? Text : name.StartsWith(Name + ".", StringComparison.Ordinal) ? Cells.GetValueOrDefault(name[(Name.Length + 1)..]) : null;

    // A number, an amount, a percent or a day, one or more off.
    private static string? Moved(string value, int by)
    {
        if (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            return day.AddDays(by).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        bool isMoney = value.StartsWith('$'), isPercent = value.EndsWith('%');
        return decimal.TryParse(value.Trim('$', '%'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number)
            ? $"{(isMoney ? "$" : "")}{(number + by).ToString(isMoney ? "0.00" : "0.############", CultureInfo.InvariantCulture)}{(isPercent ? "%" : "")}"
            : null;
    }
}
