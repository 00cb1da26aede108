using Xunit;

namespace EditEngine.Tests.Docs;

public sealed class FieldsPageTests
{
    [Fact]
    public void The_page_is_the_table_of_fields()
    {
        string path = Repository.PathOf("docs", "fields.md");
        if (Repository.WritesBaselines)
        {
            File.WriteAllText(path, FieldsPage.Text());
        }

        Assert.Equal(FieldsPage.Text(), File.ReadAllText(path));
    }

    [Fact]
    public void The_schema_in_docs_is_the_one_tested() => Assert.Equal(
        File.ReadAllText(Repository.PathOf("tests", "EditEngine.Tests", "Docs", "samples", "claim.schema.json")),
        File.ReadAllText(Repository.PathOf("docs", "schema", "claim.schema.json")));
}
