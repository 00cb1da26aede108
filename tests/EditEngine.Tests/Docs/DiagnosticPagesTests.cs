using System.Text.RegularExpressions;
using EditEngine.Diagnostics;
using Xunit;

namespace EditEngine.Tests.Docs;

public sealed class DiagnosticPagesTests
{
    private const string Folder = "docs/diagnostics";

    // Files that no page can show: bytes that are no text, a disk that fails, more text than anyone would read, a program that makes no code.
    private static readonly string[] NotRun =
    [
        "EDIT0137", "EDIT0138", "EDIT0139", "EDIT0192", "EDIT0292", "EDIT0294", "EDIT0295", "EDIT0431", "EDIT0432", "EDIT0454", "EDIT0455", "EDIT0459", "EDIT0461", "EDIT0462", "EDIT0463", "EDIT0464", "EDIT0465", "EDIT0490", "EDIT0704",
        "EDIT0711", "EDIT0712", "EDIT0713", "EDIT0715", "EDIT0792",
    ];

    public static TheoryData<string> Run => new(Catalogue.All.Select(one => one.Id).Where(id => Catalogue.IsOfLanguage(id) && !NotRun.Contains(id)));

    [Fact]
    public void Each_diagnostic_has_a_page_and_each_page_a_diagnostic()
    {
        string[] pages = [.. Directory.GetFiles(Repository.PathOf(Folder), "EDIT*.md").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];
        Assert.Equal(Catalogue.All.Select(one => one.Id), pages);
        string list = File.ReadAllText(Repository.PathOf(Folder, "README.md"));
        Assert.All(Catalogue.All, one => Assert.Contains($"| [{one.Id}]({one.Id}.md) | {one.Title} |", list, StringComparison.Ordinal));
    }

    [Fact]
    public void No_id_is_used_twice() => Assert.Equal(Catalogue.All.Length, Catalogue.All.Select(one => one.Id).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void A_page_begins_with_its_title() =>
        Assert.All(Catalogue.All, one => Assert.StartsWith($"# {one.Id}: {one.Title}\n", File.ReadAllText(Repository.PathOf(Folder, one.Id + ".md")), StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Run))]
    public void The_bad_sample_gives_the_diagnostic_and_the_good_one_none(string id)
    {
        string path = $"{Folder}/{id}.md";
        string prelude = PageSample.Of($"{Folder}/README.md").First().Text;
        PageSample[] samples = [.. PageSample.Of(path)];
        Assert.Contains(samples, sample => sample.Bad == id);
        Assert.Contains(samples, sample => sample.Bad is null);
        foreach (PageSample sample in samples)
        {
            CompileResult result = sample.Compile(prelude);
            string all = string.Join('\n', result.Diagnostics);
            if (sample.Bad is null)
            {
                Assert.True(result.Diagnostics.IsEmpty, $"{sample}\n{all}");
                continue;
            }

            Assert.True(result.Diagnostics.Length == 1 && result.Diagnostics[0].Id == sample.Bad, $"{sample}\n{all}");
            HasMessage(path, result.Diagnostics[0]);
        }
    }

    private static void HasMessage(string page, Diagnostic diagnostic)
    {
        string file = Repository.PathOf(page);
        string text = File.ReadAllText(file);
        string written = Regex.Replace(text, "^```text\n.*?^```$", _ => $"```text\n{diagnostic}\n```", RegexOptions.Multiline | RegexOptions.Singleline);
        if (Repository.WritesBaselines)
        {
            File.WriteAllText(file, written);
        }
        else
        {
            Assert.Equal(written, text);
        }
    }
}
