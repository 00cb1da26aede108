using Xunit;

namespace EditEngine.Tests.Docs;

/// <summary>A section of a page that is made from a table of the code; it lies between two comments that name it.</summary>
internal static class GeneratedSection
{
    /// <summary>The section is the text; where baselines are written, it becomes the text.</summary>
    public static void Holds(string page, string name, string text)
    {
        string path = Repository.PathOf("docs", page);
        string written = File.ReadAllText(path);
        string begin = $"<!-- {name}: made from the code, EDITS_BASELINE=write dotnet test writes it anew -->\n";
        const string End = "<!-- end -->";
        int start = written.IndexOf(begin, StringComparison.Ordinal);
        Assert.True(start >= 0, $"{page} has no section '{name}'.");
        start += begin.Length;
        int end = written.IndexOf(End, start, StringComparison.Ordinal);
        Assert.True(end >= 0, $"Section '{name}' of {page} has no end.");
        if (Repository.WritesBaselines)
        {
            File.WriteAllText(path, written[..start] + text + written[end..]);
            return;
        }

        Assert.Equal(text, written[start..end]);
    }
}
