using System.Text.RegularExpressions;
using EditEngine.Compiler.Packs;
using EditEngine.Diagnostics;
using Xunit;

namespace EditEngine.Tests.House;

/// <summary>The samples of the pages: the bad one raises the diagnostic, the good one raises no error.</summary>
public sealed partial class PageSampleTests
{
    public static TheoryData<string> Pages =>
    [
        .. Directory.EnumerateFiles(Repository.PathOf("docs/diagnostics"), "EDIT*.md")
            .Where(file => File.ReadAllText(file).Contains("\n## Bad", StringComparison.Ordinal))
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_bad_sample_raises_it_and_the_good_one_nothing(string id)
    {
        string page = File.ReadAllText(DiagnosticCatalogue.PageOf(id));
        CompileResult bad = Compile(Sample().Match(page, page.IndexOf("\n## Bad", StringComparison.Ordinal)).Groups[1].Value);
        Assert.Contains(bad.Diagnostics, diagnostic => diagnostic.Id == id);
        CompileResult good = Compile(Sample().Match(page, page.IndexOf("\n## Good", StringComparison.Ordinal)).Groups[1].Value);
        Assert.Empty(good.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).Select(diagnostic => diagnostic.ToString()));
    }

    private static CompileResult Compile(string rules) => EditCompiler.Compile(PackSources.FromText("sample.edit", rules), CompileOptions.Default);

    [GeneratedRegex(@"```edit\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Sample();
}
