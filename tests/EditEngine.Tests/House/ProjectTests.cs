using System.Text.RegularExpressions;
using System.Xml.Linq;
using EditEngine.Tests.Docs;
using Xunit;

namespace EditEngine.Tests.House;

/// <summary>The walls between projects: <c>docs/codebase.md</c> draws them.</summary>
public sealed class ProjectTests
{
    private static readonly string[] Arrows =
    [
        "EditEngine.Analysis -> EditEngine.Compiler",
        "EditEngine.Cli -> EditEngine.Analysis",
        "EditEngine.Cli -> EditEngine.Formats",
        "EditEngine.Cli -> EditEngine.LanguageServer",
        "EditEngine.Cli -> EditEngine.Workbench",
        "EditEngine.Compiler -> EditEngine.Runtime",
        "EditEngine.Formats -> EditEngine.Runtime",
        "EditEngine.LanguageServer -> EditEngine.Analysis",
        "EditEngine.Testing -> EditEngine.Analysis",
        "EditEngine.Workbench -> EditEngine.Analysis",
        "EditEngine.Workbench -> EditEngine.Formats",
        "EditEngine.Workbench -> EditEngine.LanguageServer",
    ];

    [Fact]
    public void Projects_refer_to_one_another_along_the_arrows_only()
    {
        IEnumerable<string> found = SourceFiles.Projects.SelectMany(project => Referred(project, "ProjectReference")
            .Select(reference => $"{project} -> {Path.GetFileNameWithoutExtension(reference)}"));
        Assert.Equal(Arrows, found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_runtime_needs_no_package() => Assert.Empty(Packages("EditEngine.Runtime"));

    [Fact]
    public void Every_project_and_arrow_stands_in_the_page_on_the_codebase()
    {
        string page = File.ReadAllText(Repository.PathOf("docs/codebase.md"));
        Assert.All(SourceFiles.Projects, project => Assert.Contains($"`{project}`", page, StringComparison.Ordinal));
        Assert.All(Arrows, arrow => Assert.Contains(arrow.Replace("EditEngine.", "", StringComparison.Ordinal).Replace(" -> ", "→", StringComparison.Ordinal), page, StringComparison.Ordinal));
    }

    public static TheoryData<string, string, string> Rooms => new()
    {
        { @"\bAntlr4\.", "EditEngine.Compiler", "Syntax/" },
        { @"\bMicrosoft\.CodeAnalysis\b|\bBasic\.Reference\b", "EditEngine.Compiler", "Emit/" },
        { @"\bSprache\b", "EditEngine.Compiler", "Notation/" },
        { @"\bStreamJsonRpc\b", "EditEngine.LanguageServer", "" },
        { @"\bMicrosoft\.AspNetCore\b", "EditEngine.Workbench", "" },
        { @"\bSystem\.CommandLine\b|\bSpectre\.Console\b", "EditEngine.Cli", "" },
    };

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_heavy_package_is_named_in_one_room(string package, string home, string room)
    {
        IEnumerable<string> outside = SourceFiles.Projects
            .SelectMany(project => SourceFiles.Sources(project).Select(source => (project, source.Name, source.Text)))
            .Where(source => !(source.project == home && source.Name.StartsWith(room, StringComparison.Ordinal)))
            .Where(source => Regex.IsMatch(SourceFiles.WithoutComments(source.Text), package))
            .Select(source => $"{source.project}/{source.Name}");
        Assert.Empty(outside);
    }

    [Fact]
    public void The_reader_of_workbooks_is_named_where_publishers_files_and_where_packs_are_read()
    {
        IEnumerable<string> found = SourceFiles.Projects
            .SelectMany(project => SourceFiles.Sources(project).Select(source => (project, source.Name, source.Text)))
            .Where(source => Regex.IsMatch(SourceFiles.WithoutComments(source.Text), @"\bExcelDataReader\b"))
            .Select(source => $"{source.project}/{source.Name}");
        Assert.Equal(["EditEngine.Compiler/Packs/SheetFile.cs", "EditEngine.Formats/Cms/Workbook.cs"], found.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Packages(string project) => Referred(project, "PackageReference").Where(name => name != "Microsoft.CodeAnalysis.BannedApiAnalyzers");

    private static IEnumerable<string> Referred(string project, string element) =>
        XDocument.Load(Repository.PathOf($"src/{project}/{project}.csproj")).Descendants(element).Select(reference => reference.Attribute("Include")?.Value ?? "");
}
