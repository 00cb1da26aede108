using System.Collections.Immutable;
using System.Text.Json;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Tests.Docs;
using Xunit;

namespace EditEngine.Tests.Fields;

public sealed class FieldTableTests
{
    private static readonly JsonElement Schema =
        JsonDocument.Parse(File.ReadAllText(Repository.PathOf("docs", "schema", "claim.schema.json"))).RootElement;

    public static TheoryData<string> Objects => [.. Shapes().Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Objects))]
    public void The_members_of_the_schema_are_the_rows_in_their_order(string name)
    {
        (_, JsonElement schema, ImmutableArray<ClaimField> rows) = Shapes().Single(one => one.Name == name);
        IEnumerable<string> members = schema.GetProperty("properties").EnumerateObject().Select(member => member.Name);

        // A line of history has all members of a line; the schema names again the one that it asks for.
        Assert.Equal(members.Where(member => name != "historyLine" || member != "number"), rows.Where(row => row.IsSubmitted).Select(row => row.Member));
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public void What_the_schema_requires_and_lists_the_rows_do_too(string name)
    {
        (_, JsonElement schema, ImmutableArray<ClaimField> rows) = Shapes().Single(one => one.Name == name);
        string[] required = schema.TryGetProperty("required", out JsonElement all) ? [.. all.EnumerateArray().Select(one => one.GetString()!)] : []; // Names are texts.
        foreach (ClaimField row in rows.Where(row => row.IsSubmitted))
        {
            Assert.True(required.Contains(row.Member) == row.IsRequired, $"{row} is required");
            JsonElement member = schema.GetProperty("properties").GetProperty(row.Member);
            string[] words = member.TryGetProperty("enum", out JsonElement list) ? [.. list.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.String).Select(one => one.GetString()!)] : []; // Words are texts.
            Assert.Equal(words, row.Type.IsOpen ? [] : row.Type.Words?.Words ?? []);
            Assert.Equal(member.TryGetProperty("maxItems", out JsonElement most) ? most.GetInt32() : int.MaxValue, row.Type.MostItems);
        }
    }

    [Fact]
    public void A_field_is_found_by_its_key_and_by_each_of_its_owners()
    {
        foreach (ClaimField row in FieldTable.All.Where(row => row.IsInLanguage))
        {
            Assert.Same(row, FieldTable.Find(row.Key));
            Assert.All(Enum.GetValues<ThingKinds>().Where(kind => kind != ThingKinds.None && (row.Owners & kind) != 0), kind => Assert.Same(row, FieldTable.Find(kind, row.Name)));
        }

        Assert.Null(FieldTable.Find("line.pointers"));
        Assert.Null(FieldTable.Find(ThingKinds.Claim, ""));
    }

    [Fact]
    public void A_code_of_another_system_is_refused_wherever_a_claim_or_a_line_has_one()
    {
        Code odd = Code.From(CodeSystem.Rarc, "N130");
        foreach (ClaimField<Code> row in FieldTable.Claim.Concat(FieldTable.Line).OfType<ClaimField<Code>>())
        {
            ServiceLine line = new() { Number = 1 };
            Claim claim = new() { Id = "1", Type = ClaimType.Professional, Lines = [line] };
            row.Set(row.Owners == ThingKinds.Claim ? claim : line, odd);
            Assert.True(claim.Validate().Any(problem => problem.Severity == EditEngine.Diagnostics.Severity.Error), $"{row}");
        }
    }

    private static IEnumerable<(string Name, JsonElement Schema, ImmutableArray<ClaimField> Rows)> Shapes()
    {
        JsonElement defs = Schema.GetProperty("$defs");
        yield return ("claim", Schema, FieldTable.Claim);
        yield return ("line", defs.GetProperty("line"), FieldTable.Line);
        yield return ("historyLine", defs.GetProperty("historyLine"), FieldTable.History);
        yield return ("patient", defs.GetProperty("patient"), FieldTable.Patient);
        yield return ("provider", defs.GetProperty("provider"), FieldTable.Provider);
        yield return ("clia", Items(defs.GetProperty("provider"), "clia"), FieldTable.Certificate);
        yield return ("diagnosis", defs.GetProperty("diagnosis"), FieldTable.Diagnosis);
        yield return ("procedures", Items(Schema, "procedures"), FieldTable.Procedure);
        yield return ("occurrenceCodes", Items(Schema, "occurrenceCodes"), FieldTable.Occurrence);
        yield return ("valueCodes", Items(Schema, "valueCodes"), FieldTable.Value);
        yield return ("authorizations", Items(Schema, "authorizations"), FieldTable.Authorization);
        yield return ("ndc", defs.GetProperty("line").GetProperty("properties").GetProperty("ndc"), FieldTable.Drug);
        yield return ("teeth", Items(defs.GetProperty("line"), "teeth"), FieldTable.Tooth);
        yield return ("otherPayer", defs.GetProperty("otherPayer"), FieldTable.OtherPayer);
        yield return ("adjustments", defs.GetProperty("adjustments").GetProperty("items"), FieldTable.Adjustment);
        yield return ("codingRecord", defs.GetProperty("codingRecord"), FieldTable.CodingRecord);
        yield return ("suggestions", Items(defs.GetProperty("codingRecord"), "suggestions"), FieldTable.Suggestion);
        yield return ("evidence", Items(Items(defs.GetProperty("codingRecord"), "suggestions"), "evidence"), FieldTable.Evidence);
    }

    private static JsonElement Items(JsonElement schema, string member) => schema.GetProperty("properties").GetProperty(member).GetProperty("items");
}
