using System.Globalization;
using System.Text;
using EditEngine.Compiler.Diagnostics;
using Xunit;

namespace EditEngine.Tests.Docs;

/// <summary>The page of the trade's words is the table that messages are made from.</summary>
public sealed class WordsPageTests
{
    [Fact]
    public void The_page_has_every_word() => GeneratedSection.Holds("words.md", "words", Text());

    [Fact]
    public void No_word_has_two_meanings()
    {
        IEnumerable<string> twice = TradeWords.All.SelectMany(row => row.Said.Split(' ')).GroupBy(word => word, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => group.Key);
        Assert.Empty(twice);
    }

    private static string Text()
    {
        StringBuilder text = new();
        foreach (IGrouping<string, TradeWord> origin in TradeWords.All.GroupBy(row => row.Origin))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## Of {origin.Key}\n\n| written elsewhere | here, as in |\n|---|---|\n");
            foreach (TradeWord row in origin)
            {
                string said = string.Join(", ", row.Said.Split(' ').Select(word => $"`{word}`"));
                text.Append(CultureInfo.InvariantCulture, $"| {said} | `{row.Written.Replace("' or '", "` or `", StringComparison.Ordinal).Replace("' and, under reasons, '", "` and, under `reasons`, `", StringComparison.Ordinal)}` |\n");
            }
        }

        return text.Append('\n').ToString();
    }
}
