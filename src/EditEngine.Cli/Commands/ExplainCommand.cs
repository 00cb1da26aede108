using System.CommandLine;

namespace EditEngine.Cli.Commands;

/// <summary><c>edits explain PACK CLAIMS --claim ID [--edit ID]</c></summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        Argument<string> pack = Arguments.Pack();
        Argument<string[]> claims = Arguments.Claims();
        Option<string> claim = new("--claim") { Description = "Id of the claim.", HelpName = "ID", Required = true };
        Option<string?> edit = new("--edit") { Description = "Id of an edit; without it all that found something or could not be decided.", HelpName = "ID" };
        Option<DateOnly?> asOf = Arguments.AsOf();
        ReceivedOptions received = new();
        Command command = new("explain", "Shows why an edit did, or did not, fire on a claim.") { pack, claims, claim, edit, asOf };
        received.AddTo(command);
        command.SetAction(parsed => new ClaimExplanation(parsed.GetRequiredValue(claim), parsed.GetValue(edit), parsed.GetValue(asOf), received.Read(parsed))
            .Show(parsed.GetRequiredValue(pack), parsed.GetRequiredValue(claims)));
        return command;
    }
}
