using System.CommandLine;
using System.CommandLine.Parsing;

namespace EditEngine.Cli.Commands;

/// <summary><c>edits explain PACK CLAIMS --claim ID [--edit ID] [--counterfactual] [--format text|html|json]</c>, or <c>edits explain PACK --test TITLE</c></summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        Argument<string> pack = Arguments.Pack();
        Argument<string[]> claims = Arguments.ClaimsIfAny("with --test, none");
        Option<string?> claim = new("--claim") { Description = "Id of the claim.", HelpName = "ID" };
        Option<string?> test = new("--test") { Description = "Title of a test beside the edits, or a part of it: explains the test's claim.", HelpName = "TITLE" };
        Option<string?> edit = new("--edit") { Description = "Id of an edit; without it all that found something or could not be decided.", HelpName = "ID" };
        Option<DateOnly?> asOf = Arguments.AsOf();
        Option<bool> counterfactual = new("--counterfactual") { Description = "Also the smallest changes of the claim that avoid a finding, or make an edit find something; each was run." };
        Option<string> format = new("--format") { Description = "text; html, a page by itself; or json.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "html", "json");
        ReceivedOptions received = new();
        Command command = new("explain", "Shows why an edit did, or did not, fire on a claim.") { pack, claims, claim, test, edit, asOf, counterfactual, format };
        received.AddTo(command);
        command.Validators.Add(result => Refuse(result, test, claims, claim, received));
        command.SetAction(parsed =>
        {
            ExplanationChoice choice = new(parsed.GetValue(edit), parsed.GetValue(asOf), parsed.GetValue(counterfactual), FormOf(parsed.GetRequiredValue(format)));
            return parsed.GetValue(test) is string title
                ? new TestExplanation(title, choice).Show(parsed.GetRequiredValue(pack))
                : new ClaimExplanation(parsed.GetRequiredValue(claim)!, choice, received.Read(parsed)) // The validator asks for it.
                    .Show(parsed.GetRequiredValue(pack), parsed.GetValue(claims) ?? []);
        });
        return command;
    }

    private static ExplanationForm FormOf(string name) => name switch { "json" => ExplanationForm.Json, "html" => ExplanationForm.Html, _ => ExplanationForm.Text };

    // A test has its claim, with the day it was received.
    private static void Refuse(CommandResult result, Option<string?> test, Argument<string[]> claims, Option<string?> claim, ReceivedOptions received)
    {
        bool hasClaims = result.GetResult(claims) is { Tokens.Count: > 0 };
        bool hasClaim = result.GetResult(claim) is not null;
        if (result.GetResult(test) is not null)
        {
            if (hasClaims || hasClaim || received.AreIn(result))
            {
                result.AddError("--test explains the claim of a test: claims, --claim and --received do not go with it.");
            }
        }
        else if (!hasClaims || !hasClaim)
        {
            result.AddError("Name claims and one of them with --claim ID, or a test with --test TITLE.");
        }
    }
}

/// <summary>What is asked of an explanation.</summary>
/// <param name="Edit">Id of an edit that alone is shown; null: all that found something or could not be decided.</param>
/// <param name="AsOf">Another as-of date than the claim's own.</param>
/// <param name="Counterfactual">What would change what was found, too.</param>
/// <param name="Form">In what form.</param>
internal sealed record ExplanationChoice(string? Edit, DateOnly? AsOf, bool Counterfactual, ExplanationForm Form);

/// <summary>The form of an explanation.</summary>
internal enum ExplanationForm
{
    /// <summary>For a person at a terminal.</summary>
    Text,

    /// <summary>A page by itself.</summary>
    Html,

    /// <summary>For a program.</summary>
    Json,
}
