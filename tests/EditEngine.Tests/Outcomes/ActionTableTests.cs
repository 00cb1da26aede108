using System.Text.Json;
using System.Text.RegularExpressions;
using EditEngine.Outcomes;
using EditEngine.Tests.Docs;
using Xunit;

namespace EditEngine.Tests.Outcomes;

/// <summary>The table of actions agrees with itself, with the grammar and with the schema of results.</summary>
public sealed partial class ActionTableTests
{
    public static TheoryData<EditAction> Actions => [.. Enum.GetValues<EditAction>()];

    [Fact]
    public void Every_action_has_its_row_in_the_order_of_actions() =>
        Assert.Equal(Enum.GetValues<EditAction>(), ActionTable.All.Select(row => row.Action));

    [Fact]
    public void Verbs_and_participles_are_unique()
    {
        Assert.Distinct(ActionTable.All.Select(row => row.Verb));
        Assert.Distinct(ActionTable.All.Select(row => row.Participle));
    }

    [Theory]
    [MemberData(nameof(Actions))]
    public void A_row_agrees_with_itself(EditAction action)
    {
        ActionRow row = ActionTable.Of(action);
        Assert.Same(row, ActionTable.Find(row.Verb));
        Assert.Equal(ActionParts.None, row.Needs & ~row.Takes);
        Assert.Equal(row.Decision is not null, row.Falls == ActionFall.ToStronger);
        Assert.True(row.Decision is null || row.Decision != LineDecision.Pay);
        Assert.True(row.Decision is not null || !(row.IsDenial || row.PaysNothing || row.DecidesClaim));
        Assert.True(!row.IsDenial || row.PaysNothing);
        Assert.Equal(row.Targets == ThingKinds.None, row.Allows(ActionParts.AddedLine));
        Assert.StartsWith((row.Keywords ?? row.Verb) + " ", row.Written, StringComparison.Ordinal);
    }

    [Fact]
    public void The_lattice_has_each_decision_once_and_ranks_it()
    {
        ActionRow[] lattice = [.. ActionTable.All.Where(row => row.Rank is not null).OrderBy(row => row.Rank)];
        Assert.Equal(Enumerable.Range(0, lattice.Length), lattice.Select(row => row.Rank!.Value));
        Assert.Equal(Enum.GetValues<LineDecision>().Where(one => one != LineDecision.Pay).OrderDescending(), lattice.Select(row => row.Decision!.Value));
        Assert.All(lattice, row => Assert.Same(row, ActionTable.Of(row.Decision!.Value)));
        Assert.Null(ActionTable.Of(LineDecision.Pay));
    }

    [Fact]
    public void The_grammar_has_the_verbs_of_the_table()
    {
        string lexer = File.ReadAllText(Repository.PathOf("grammar", "EditLexer.g4"));
        string parser = File.ReadAllText(Repository.PathOf("grammar", "EditParser.g4"));
        string[] verbs = [.. VerbRule().Match(parser).Groups[1].Value.Split('|', StringSplitOptions.TrimEntries), .. AddedRule().Matches(parser).Select(alternative => alternative.Groups[1].Value)];
        Assert.Equal(ActionTable.All.Select(row => row.Verb).Order(StringComparer.Ordinal), verbs.Select(WordOf).Order(StringComparer.Ordinal));

        string WordOf(string token) => Regex.Match(lexer, $@"\b{token}: '([a-z]+)'").Groups[1].Value;
    }

    [Fact]
    public void The_schema_of_results_has_the_verbs_of_the_table()
    {
        using JsonDocument schema = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("docs", "schema", "result.schema.json")));
        string[][] lists = [.. ListsOfActions(schema.RootElement).Select(list => list.EnumerateArray().Select(word => word.GetString()!).ToArray())]; // words of a schema are texts
        Assert.Equal(2, lists.Length);
        Assert.Contains(lists, list => list.ToHashSet().SetEquals(ActionTable.All.Select(row => row.Verb)));
        Assert.Contains(lists, list => list.ToHashSet().SetEquals(ActionTable.All.Where(row => row.IsTakenOnHistory).Select(row => row.Verb)));
    }

    private static IEnumerable<JsonElement> ListsOfActions(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member =>
            member.Name == "action" && member.Value.TryGetProperty("enum", out JsonElement list) ? [list] : ListsOfActions(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(ListsOfActions),
        _ => [],
    };

    [GeneratedRegex(@"^verb: ([^;]+);", RegexOptions.Multiline)]
    private static partial Regex VerbRule();

    [GeneratedRegex(@"\| (\w+) LINE postfix", RegexOptions.None)]
    private static partial Regex AddedRule();
}
