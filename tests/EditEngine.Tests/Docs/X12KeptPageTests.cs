using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using EditEngine.Diagnostics;
using EditEngine.Formats;
using EditEngine.Formats.X12;
using EditEngine.Tests.X12;
using Xunit;

namespace EditEngine.Tests.Docs;

public sealed class X12KeptPageTests
{
    private static readonly ImmutableArray<LoopTable> Tables = [LoopTables.Professional, LoopTables.Institutional, LoopTables.Dental];

    private static readonly JsonElement Schema = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("docs", "schema", "claim.schema.json"))).RootElement;

    [Fact]
    public void The_page_says_of_every_element_of_the_guides_whether_it_is_kept()
    {
        string path = Repository.PathOf("docs", "x12-kept.md");
        if (Repository.WritesBaselines)
        {
            File.WriteAllText(path, X12KeptPage.Text());
        }

        Assert.Equal(X12KeptPage.Text(), File.ReadAllText(path));
    }

    [Fact]
    public void What_is_kept_is_an_element_of_a_guide_and_a_member_of_the_schema()
    {
        foreach (KeptSegment row in X12KeptPage.Kept)
        {
            HashSet<string> used = [.. Tables.SelectMany(table => table.Rules).SelectMany(rule => rule.Forms.Where(form => X12KeptPage.Find(rule.Role, form) == row)).SelectMany(X12KeptPage.Used)];
            Assert.True(used.Count > 0 || row.Tag is "PRV" or "N4" || row is { Role: Role.Patient, Tag: "NM1" }, $"{row.Role} {row.Tag} is in no guide");
            foreach ((string element, string members) in row.Members)
            {
                Assert.True(used.Count == 0 || used.Contains(element) || row is { Role: Role.Patient, Tag: "NM1" }, $"{row.Role} {row.Tag}{element} is used by no guide");
                Assert.All(members.StartsWith('(') ? [] : members.Split([" or ", " and "], StringSplitOptions.None), member => Assert.True(IsOfSchema(member), member));
            }
        }
    }

    /// <summary>Where the samples have it, the reader notes the same element for the member.</summary>
    [Fact]
    public void Samples_are_read_from_where_the_page_says()
    {
        HashSet<string> confirmed = [];
        foreach (string name in X12Samples.Names("own_*").Concat(X12Samples.Names("clean_*.837")))
        {
            using X12ClaimReader reader = new(new MemoryStream(X12Samples.Bytes(name)), name);
            while (reader.Read() is ReadClaim)
            {
                X12SourceMap places = reader.Places;
                confirmed.UnionWith(X12KeptPage.Kept.SelectMany(row => row.Members.Select(member => (row, member))).Where(one => Confirms(places, one.row, one.member.Key, one.member.Value)).Select(one => $"{one.row.Role} {one.member.Value}"));
            }
        }

        Assert.True(confirmed.Count >= 40, $"{confirmed.Count} are confirmed: {string.Join(", ", confirmed.Order(StringComparer.Ordinal))}");
    }

    private static bool Confirms(X12SourceMap places, KeptSegment row, string element, string members)
    {
        string[] parts = element.Split('-');
        return members.Split([" or ", " and "], StringSplitOptions.None).Any(member =>
            places.Find(member.Replace("[]", "[0]", StringComparison.Ordinal)) is X12Place place && place.SegmentTag == row.Tag
            && (parts[0] == "*" || place.Element?.ToString(CultureInfo.InvariantCulture) == parts[0]));
    }

    private static bool IsOfSchema(string path)
    {
        JsonElement at = Schema;
        foreach (string step in path.Split('.'))
        {
            if (!Resolved(at).GetProperty("properties").TryGetProperty(step.Replace("[]", "", StringComparison.Ordinal), out at))
            {
                return false;
            }

            at = step.EndsWith("[]", StringComparison.Ordinal) ? Resolved(at).GetProperty("items") : at;
        }

        return true;
    }

    private static JsonElement Resolved(JsonElement schema) =>
        schema.TryGetProperty("$ref", out JsonElement reference) ? Schema.GetProperty("$defs").GetProperty(reference.GetString()!["#/$defs/".Length..]) : schema; // a reference is a text
}
