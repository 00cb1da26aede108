using System.Text.RegularExpressions;
using EditEngine.Diagnostics;
using EditEngine.Tests.Docs;
using Xunit;

namespace EditEngine.Tests.House;

/// <summary>How diagnostics are worded, and which ids are taken.</summary>
public sealed partial class DiagnosticTests
{
    [Fact]
    public void A_retired_id_is_not_used_again()
    {
        IEnumerable<string> retired = File.ReadLines(Repository.PathOf("docs/diagnostics/retired.txt")).Where(line => line.StartsWith("EDIT", StringComparison.Ordinal)).Select(line => line[..8]);
        Assert.Empty(Catalogue.All.Select(one => one.Id).Intersect(retired));
    }

    [Fact]
    public void Every_part_is_a_sentence_and_a_title_is_none()
    {
        List<string> wrong = [];
        foreach (DiagnosticDescriptor descriptor in Catalogue.All)
        {
            wrong.AddRange(new[] { descriptor.Seen, descriptor.Fits, descriptor.Help }
                .Where(part => part is not null && (part.Contains('\n', StringComparison.Ordinal) || !SentenceEnd().IsMatch(part)))
                .Select(part => $"{descriptor.Id}: {part}"));
            if (descriptor.Title.EndsWith('.') || char.IsLower(descriptor.Title[0]))
            {
                wrong.Add($"{descriptor.Id}: {descriptor.Title}");
            }
        }

        Assert.Empty(wrong);
    }

    [GeneratedRegex(@"[.?!]$|\}$|: \{\d\}\.?$")]
    private static partial Regex SentenceEnd();
}
