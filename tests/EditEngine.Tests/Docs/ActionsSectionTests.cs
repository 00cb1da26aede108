using System.Globalization;
using System.Text;
using EditEngine.Outcomes;
using Xunit;

namespace EditEngine.Tests.Docs;

/// <summary>The reference's table of outcomes.</summary>
public sealed class ActionsSectionTests
{
    private static readonly ThingKinds Anything = ActionTable.All.Aggregate(ThingKinds.None, (all, row) => all | row.Targets);

    [Fact]
    public void The_reference_has_the_table_of_actions() => GeneratedSection.Holds("language.md", "actions", Text());

    private static string Text()
    {
        StringBuilder text = new("| outcome | acts on | on its line | on the claim | falls to | |\n|---|---|---|---|---|---|\n");
        foreach (ActionRow row in ActionTable.All)
        {
            string targets = row.Targets == ThingKinds.None ? "nothing: it makes a line" : row.Targets == Anything ? "anything" : ActionTable.PhraseOf(row.Targets);
            text.Append(CultureInfo.InvariantCulture, $"| `{row.Written}` | {targets} | {OnLine(row)} | {OnClaim(row)} | {FallsTo(row)} | {row.Description}{(row.AllowsGuess ? " An edit that reads a guess may do it." : "")} |\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"\nAnything is {ActionTable.PhraseOf(Anything)}.\n");
        return text.ToString();
    }

    private static string OnLine(ActionRow row) => row switch
    {
        { Rank: null } => "decides nothing",
        { IsDenial: true } => $"rank {row.Rank + 1}; pays nothing, later phases find it denied",
        { PaysNothing: true } => $"rank {row.Rank + 1}; pays nothing",
        _ => $"rank {row.Rank + 1}",
    };

    private static string OnClaim(ActionRow row) =>
        row.DecidesClaim ? "decides each line" : row.ShowsWhereNothingIsDecided ? "shows where nothing is decided" : "";

    private static string FallsTo(ActionRow row) => row.Falls switch
    {
        ActionFall.ToStronger => row.Composes ? "a stronger one; several take effect together" : row.Rank == 0 ? "a preceding one of its rank" : "a stronger one",
        ActionFall.ToDenial => "a denial of its line",
        ActionFall.ToDenialOfSupport => "a denial of the claim or of a line that supports it",
        _ => "",
    };
}
