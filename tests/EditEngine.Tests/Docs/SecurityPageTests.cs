using System.Text.RegularExpressions;
using Xunit;

namespace EditEngine.Tests.Docs;

/// <summary>The page on security names for each bound the test that holds it.</summary>
public sealed partial class SecurityPageTests
{
    private static readonly string Page = File.ReadAllText(Repository.PathOf("docs/security.md"));

    [Fact]
    public void Each_bound_names_a_test_that_is_there()
    {
        string[] bounds = [.. Page[Page.IndexOf("## Bounds", StringComparison.Ordinal)..].Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1)];
        Assert.True(bounds.Length > 20);
        Assert.All(bounds, bound =>
        {
            Match test = Test().Match(bound);
            Assert.True(test.Success, bound);
            Assert.NotEmpty(Directory.EnumerateFiles(Repository.PathOf("tests"), test.Groups[1].Value + ".cs", SearchOption.AllDirectories));
        });
    }

    [Fact]
    public void Each_diagnostic_it_names_has_its_page() =>
        Assert.All(Id().Matches(Page), id => Assert.True(File.Exists(Repository.PathOf("docs/diagnostics", id.Value + ".md")), id.Value));

    [GeneratedRegex(@"\| `(\w+Tests)` \|$")]
    private static partial Regex Test();

    [GeneratedRegex(@"EDIT\d{4}")]
    private static partial Regex Id();
}
