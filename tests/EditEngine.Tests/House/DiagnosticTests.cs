using System.Text.RegularExpressions;
using EditEngine.Diagnostics;
using Xunit;

namespace EditEngine.Tests.House;

/// <summary>Each diagnostic has an id of its own, a sentence a part, and a page. <c>EDITS_PAGES=write</c> writes the heads of pages anew.</summary>
public sealed partial class DiagnosticTests
{
    /// <summary>Areas of ids, and the projects that give them.</summary>
    private static readonly Dictionary<string, string[]> Areas = new(StringComparer.Ordinal)
    {
        ["EditEngine"] = ["04", "60"],
        ["EditEngine.Formats"] = ["50", "52", "53", "60"],
        ["EditEngine.Compiler"] = ["01", "02", "03", "04", "05", "06", "07", "08", "09"],
        ["EditEngine.Analysis"] = ["08", "09", "20", "21", "22"],
        ["EditEngine.Cli"] = ["80", "99"],
    };

    [Fact]
    public void Ids_are_unique_over_all_projects()
    {
        IEnumerable<string> twice = DiagnosticCatalogue.All.GroupBy(found => found.Descriptor.Id).Where(same => same.Count() > 1).Select(same => same.Key);
        Assert.Empty(twice);
        Assert.True(DiagnosticCatalogue.All.Length > 200, "The catalogues were not found.");
    }

    [Fact]
    public void A_retired_id_is_not_used_again()
    {
        IEnumerable<string> retired = File.ReadLines(Repository.PathOf("docs/diagnostics/retired.txt")).Where(line => line.StartsWith("EDIT", StringComparison.Ordinal)).Select(line => line[..8]);
        Assert.Empty(DiagnosticCatalogue.All.Select(found => found.Descriptor.Id).Intersect(retired));
    }

    [Fact]
    public void An_id_is_of_its_projects_area()
    {
        IEnumerable<string> wrong = DiagnosticCatalogue.All
            .Where(found => !Id().IsMatch(found.Descriptor.Id) || !Areas[ProjectOf(found.Owner)].Contains(found.Descriptor.Id[4..6]))
            .Select(found => $"{found.Descriptor.Id} in {found.Owner.FullName}");
        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_part_is_a_sentence_and_a_title_is_none()
    {
        List<string> wrong = [];
        foreach ((DiagnosticDescriptor descriptor, _) in DiagnosticCatalogue.All)
        {
            wrong.AddRange(new[] { descriptor.Seen, descriptor.Fits, descriptor.Mend }
                .Where(part => part is not null && (part.Contains('\n', StringComparison.Ordinal) || !SentenceEnd().IsMatch(part)))
                .Select(part => $"{descriptor.Id}: {part}"));
            if (descriptor.Title.EndsWith('.') || char.IsLower(descriptor.Title[0]))
            {
                wrong.Add($"{descriptor.Id}: {descriptor.Title}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_diagnostic_has_a_page_that_says_what_the_tool_says()
    {
        if (Environment.GetEnvironmentVariable("EDITS_PAGES") == "write")
        {
            WritePages();
        }

        IEnumerable<string> wrong = DiagnosticCatalogue.All
            .Where(found => !File.Exists(DiagnosticCatalogue.PageOf(found.Descriptor.Id))
                || !File.ReadAllText(DiagnosticCatalogue.PageOf(found.Descriptor.Id)).StartsWith(DiagnosticCatalogue.HeadOf(found.Descriptor), StringComparison.Ordinal))
            .Select(found => found.Descriptor.Id);
        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_page_is_of_a_diagnostic()
    {
        IEnumerable<string> pages = Directory.EnumerateFiles(Repository.PathOf("docs/diagnostics"), "EDIT*.md").Select(file => Path.GetFileNameWithoutExtension(file));
        Assert.Empty(pages.Except(DiagnosticCatalogue.All.Select(found => found.Descriptor.Id)));
    }

    // What stands below the head, written by hand, is kept.
    private static void WritePages()
    {
        Directory.CreateDirectory(Repository.PathOf("docs/diagnostics"));
        foreach ((DiagnosticDescriptor descriptor, _) in DiagnosticCatalogue.All)
        {
            string page = DiagnosticCatalogue.PageOf(descriptor.Id);
            string old = File.Exists(page) ? File.ReadAllText(page) : "";
            int below = old.IndexOf("\n## ", StringComparison.Ordinal);
            File.WriteAllText(page, DiagnosticCatalogue.HeadOf(descriptor) + (below < 0 ? "" : old[below..]));
        }
    }

    private static string ProjectOf(Type owner) => owner.Assembly.GetName().Name switch
    {
        "edits" => "EditEngine.Cli",
        "EditEngine.Runtime" => "EditEngine",
        string name => name,
        _ => "",
    };

    [GeneratedRegex(@"^EDIT\d{4}$")]
    private static partial Regex Id();

    [GeneratedRegex(@"[.?!]$|\}$|: \{\d\}\.?$")]
    private static partial Regex SentenceEnd();
}
