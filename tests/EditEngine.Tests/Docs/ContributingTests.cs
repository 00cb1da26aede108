using System.Text.RegularExpressions;
using Xunit;

namespace EditEngine.Tests.Docs;

/// <summary>The recipes name files and types that are there, and so do the pages of decisions and of the layout.</summary>
public sealed partial class ContributingTests
{
    private static readonly string[] Roots = ["src", "grammar", "tests", "docs", "bench", ".ci"];

    public static TheoryData<string> Pages =>
        ["CONTRIBUTING.md", "docs/codebase.md", .. Directory.GetFiles(Repository.PathOf("docs", "decisions"), "*.md").Select(file => "docs/decisions/" + Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Fact]
    public void Each_recipe_has_its_files_in_order()
    {
        string[] recipes = [.. RecipeStart().Split(File.ReadAllText(Repository.PathOf("CONTRIBUTING.md"))).Skip(1)];
        Assert.Equal(9, recipes.Length);
        Assert.All(recipes, recipe => Assert.True(Step().Count(recipe) >= 2 && InCode().Matches(recipe).Any(code => IsPath(code.Groups[1].Value)), recipe.Split('\n')[0]));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_file_that_is_named_exists(string page)
    {
        string text = File.ReadAllText(Repository.PathOf(page));
        IEnumerable<string> named = InCode().Matches(text).Select(code => code.Groups[1].Value).Where(IsPath).Select(path => path.Split(' ')[0]);
        Assert.Empty(named.Where(path => !Exists(Repository.PathOf(path))));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_leads_to_a_file(string page)
    {
        string folder = Path.GetDirectoryName(Repository.PathOf(page))!; // a page lies in a folder
        IEnumerable<string> links = Link().Matches(File.ReadAllText(Repository.PathOf(page))).Select(link => link.Groups[1].Value).Where(link => !link.Contains("://", StringComparison.Ordinal));
        Assert.Empty(links.Where(link => !Exists(Path.Combine(folder, link.Split('#')[0]))));
    }

    [Fact]
    public void Every_type_that_is_named_exists()
    {
        IEnumerable<string> files = new[] { "src", "tests" }.SelectMany(root => Directory.EnumerateFiles(Repository.PathOf(root), "*.cs", SearchOption.AllDirectories));
        HashSet<string> known = [.. files.SelectMany(file => Declared().Matches(File.ReadAllText(file))).Select(type => type.Groups[1].Value), "EditEngine", "JsonDerivedType"];
        foreach (TheoryDataRow<string> page in Pages)
        {
            IEnumerable<string> named = InCode().Matches(File.ReadAllText(Repository.PathOf(page.Data))).Select(match => match.Groups[1].Value).Where(word => TypeName().IsMatch(word));
            Assert.Empty(named.Where(name => !known.Contains(name)).Select(name => $"{page.Data}: {name}"));
        }
    }

    private static bool IsPath(string code) => Roots.Any(root => code.StartsWith(root + "/", StringComparison.Ordinal)) && !code.Contains('<', StringComparison.Ordinal) && !code.Contains('*', StringComparison.Ordinal);

    private static bool Exists(string path) => File.Exists(path) || Directory.Exists(path);

    [GeneratedRegex("^### ", RegexOptions.Multiline)]
    private static partial Regex RecipeStart();

    [GeneratedRegex(@"^\d\. ", RegexOptions.Multiline)]
    private static partial Regex Step();

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex InCode();

    [GeneratedRegex(@"\]\(([^)]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\b(?:class|record|struct|interface|enum)\s+(\w+)")]
    private static partial Regex Declared();

    [GeneratedRegex("^[A-Z][a-z]+(?:[A-Z][a-z]+)+$")]
    private static partial Regex TypeName();
}
