using EditEngine.Analysis.Testing;
using EditEngine.Testing;
using EditEngine.Tests.Docs;
using Xunit;

namespace EditEngine.Tests.Testing;

public sealed class PackSuiteTests
{
    [Fact]
    public void Each_test_of_a_pack_has_its_edit_title_and_line()
    {
        PackSuite suite = PackSuite.Open(Repository.PathOf("payer-rules", "acme", "commercial"));
        Assert.Empty(suite.Problems);
        SuiteTest test = Assert.Single(suite.Tests, one => one.Edit == "ACME-EM-25" && one.Title == "denied without 25");
        Assert.Contains("test \"denied without 25\"", File.ReadLines(test.File).ElementAt(test.Line - 1), StringComparison.Ordinal);
        Assert.All(suite.Tests, one => Assert.Null(suite.WhyNot(one)));
    }

    [Fact]
    public void What_fails_says_what_was_expected_and_found_and_why()
    {
        string folder = Directory.CreateTempSubdirectory("edits-").FullName;
        try
        {
            string rules = Boundaries.VisitRules.Text.Replace("expect line 1 denied", "expect line 1 warned", StringComparison.Ordinal);
            File.WriteAllText(Path.Combine(folder, "one.edit"), rules);
            PackSuite suite = PackSuite.Open(folder);
            string? why = suite.WhyNot(Assert.Single(suite.Tests));
            Assert.Contains("expected line 1 warned by VISIT reason BUNDLED", why, StringComparison.Ordinal);
            Assert.Contains("found line 1: denied by VISIT reason BUNDLED", why, StringComparison.Ordinal);
            Assert.Contains("yes      when      v.units > 1", why, StringComparison.Ordinal);

            // As a case of the test framework it throws the same.
            PackTest test = new(folder, suite.Tests[0]);
            Assert.Equal("VISIT: denied", test.ToString());
            Assert.Contains(why!, Assert.Throws<PackTestFailedException>(test.Run).Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("nowhere", "EDIT0701")]
    public void A_pack_that_does_not_compile_says_why(string path, string id)
    {
        PackSuite suite = PackSuite.Open(Repository.PathOf(path));
        Assert.Equal(id, Assert.Single(suite.Problems).Id);
        Assert.Empty(suite.Tests);
    }
}
