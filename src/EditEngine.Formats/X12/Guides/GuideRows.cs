namespace EditEngine.Formats.X12.Guides;

/// <summary>The rows of the tables beside this file, which are part of the assembly.</summary>
internal static class GuideRows
{
    private const string Continued = "    ";

    /// <summary>The rows of one, without comments and blank lines; a row that goes on over several lines is one.</summary>
    public static IReadOnlyList<string> Of(string name)
    {
        Stream stream = typeof(GuideRows).Assembly.GetManifestResourceStream($"guides/{name}.guide")
            ?? throw new FormatException($"The table '{name}' is not part of the assembly.");
        using StreamReader reader = new(stream);
        List<string> rows = [];
        while (reader.ReadLine() is string line)
        {
            if (line.StartsWith(Continued, StringComparison.Ordinal))
            {
                rows[^1] += " " + line.Trim();
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                rows.Add(line.Trim());
            }
        }

        return rows;
    }
}
