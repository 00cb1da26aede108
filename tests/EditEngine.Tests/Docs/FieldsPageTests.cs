using System.Text.Json;
using EditEngine.Compiler.Symbols;
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
    public void Each_member_is_in_the_schema_of_claims()
    {
        using JsonDocument schema = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("tests", "EditEngine.Tests", "Docs", "samples", "claim.schema.json")));
        HashSet<string> members = new(StringComparer.Ordinal);
        Collect(schema.RootElement, members);
        Assert.Equal("", string.Join(", ", FieldSymbols.All.SelectMany(field => field.Member.Split('.', ' ', ',')).Where(member => member.Length > 0 && !members.Contains(member)).Distinct()));
    }

    [Fact]
    public void The_schema_in_docs_is_the_one_tested() => Assert.Equal(
        File.ReadAllText(Repository.PathOf("tests", "EditEngine.Tests", "Docs", "samples", "claim.schema.json")),
        File.ReadAllText(Repository.PathOf("docs", "schema", "claim.schema.json")));

    private static void Collect(JsonElement element, HashSet<string> members)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in element.EnumerateArray())
            {
                Collect(item, members);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty property in element.EnumerateObject())
            {
                if (property.NameEquals("properties"))
                {
                    members.UnionWith(property.Value.EnumerateObject().Select(member => member.Name));
                }

                Collect(property.Value, members);
            }
        }
    }
}
