using System.Collections.Frozen;
using System.Collections.Immutable;
using EditEngine.Fields;

namespace EditEngine.Outcomes;

/// <summary>Every action, once, in the order of <see cref="EditAction"/>.</summary>
internal static class ActionTable
{
    // In the order in which messages list them.
    private static readonly ImmutableArray<(ThingKinds Kind, string Phrase)> TargetPhrases =
    [
        (ThingKinds.Line, "a line"), (ThingKinds.Claim, "the claim"), (ThingKinds.History, "a history line"),
        (ThingKinds.Diagnosis, "a diagnosis"), (ThingKinds.Procedure, "a procedure"), (ThingKinds.Suggestion, "a suggestion"),
    ];

    // What stands on the claim; of history a person is told, or what was paid is taken back.
    private const ThingKinds Present = ThingKinds.Line | ThingKinds.Claim | ThingKinds.Diagnosis | ThingKinds.Procedure | ThingKinds.Suggestion;

    /// <summary>The rows.</summary>
    public static ImmutableArray<ActionRow> All { get; } =
    [
        new()
        {
            Action = EditAction.Reject, Verb = "reject", Participle = "rejected", Written = "reject v reason KEY", Targets = Present, Takes = ActionParts.Reason, Needs = ActionParts.Reason,
            Decision = LineDecision.Reject, Disposition = Disposition.Reject, DecidesClaim = true, IsDenial = true, PaysNothing = true, RefusesClaim = true,
            Falls = ActionFall.ToStronger, Description = "Not accepted as a claim.",
        },
        new()
        {
            Action = EditAction.Deny, Verb = "deny", Participle = "denied", Written = "deny v reason KEY", Targets = Present, Takes = ActionParts.Reason, Needs = ActionParts.Reason,
            Decision = LineDecision.Deny, Disposition = Disposition.Deny, DecidesClaim = true, IsDenial = true, PaysNothing = true,
            Falls = ActionFall.ToStronger, Description = "Not paid.",
        },
        new()
        {
            Action = EditAction.Return, Verb = "return", Participle = "returned", Written = "return v reason KEY", Targets = Present, Takes = ActionParts.Reason, Needs = ActionParts.Reason,
            Decision = LineDecision.Return, Disposition = Disposition.Return, DecidesClaim = true, PaysNothing = true, RefusesClaim = true,
            Falls = ActionFall.ToStronger, Description = "Goes back to the provider.",
        },
        new()
        {
            Action = EditAction.Pend, Verb = "pend", Participle = "pended", Written = "pend v queue \"…\"", Targets = Present, Takes = ActionParts.Queue | ActionParts.Reason, Needs = ActionParts.Queue,
            Decision = LineDecision.Pend, Disposition = Disposition.Pend, DecidesClaim = true, AllowsGuess = true,
            Falls = ActionFall.ToStronger, Description = "Held in a queue until a person has looked at it.",
        },
        new()
        {
            Action = EditAction.Review, Verb = "review", Participle = "reviewed", Written = "review v", Takes = ActionParts.Queue | ActionParts.Reason,
            Decision = LineDecision.Review, Disposition = Disposition.Review, ShowsWhereNothingIsDecided = true, IsTakenOnHistory = true, AllowsGuess = true,
            Falls = ActionFall.ToStronger, Description = "A person looks at it; it is not held.",
        },
        new()
        {
            Action = EditAction.Reduce, Verb = "reduce", Participle = "reduced", Written = "reduce v to 50%", Targets = ThingKinds.Line, Takes = ActionParts.Amount | ActionParts.Reason, Needs = ActionParts.Amount,
            Decision = LineDecision.Reduce, Disposition = Disposition.Reduce, Composes = true,
            Falls = ActionFall.ToStronger, Description = "Pays a part: a percent, or so many units. The percents of a line multiply, and its fewest units count.",
        },
        new()
        {
            Action = EditAction.Replace, Verb = "replace", Participle = "replaced", Written = "replace v.procedure with CODE", Phrase = "replace a code", Targets = ThingKinds.Line, Takes = ActionParts.NewCode | ActionParts.Reason,
            Falls = ActionFall.ToDenial, Description = "The line has another code.",
        },
        new()
        {
            Action = EditAction.Add, Verb = "add", Participle = "line added", Keywords = "add line", Written = "add line CODE with modifier 50, units 1 pay 150%", Phrase = "add a line",
            Targets = ThingKinds.None, Takes = ActionParts.AddedLine | ActionParts.Reason, Needs = ActionParts.AddedLine,
            Falls = ActionFall.ToDenialOfSupport, Description = "The claim has one line more.",
        },
        new()
        {
            Action = EditAction.Recoup, Verb = "recoup", Participle = "recouped", Written = "recoup h", Targets = ThingKinds.History, Takes = ActionParts.Reason,
            IsTakenOnHistory = true, Description = "What was paid is taken back.",
        },
        new()
        {
            Action = EditAction.Warn, Verb = "warn", Participle = "warned", Written = "warn v", Takes = ActionParts.Reason,
            Disposition = Disposition.Warn, ShowsWhereNothingIsDecided = true, Description = "A warning; it decides nothing.",
        },
        new()
        {
            Action = EditAction.Inform, Verb = "inform", Participle = "informed", Written = "inform v", Takes = ActionParts.Reason,
            Disposition = Disposition.Inform, ShowsWhereNothingIsDecided = true, Description = "A note; it decides nothing.",
        },
    ];

    private static readonly FrozenDictionary<string, ActionRow> ByVerb = All.ToFrozenDictionary(row => row.Verb, StringComparer.Ordinal);

    /// <summary>The verbs in a sentence, those that make their own target last.</summary>
    public static string VerbPhrase { get; } = Listed([.. All.OrderBy(row => row.Targets == ThingKinds.None).Select(row => row.Keywords ?? row.Verb)], "and");

    /// <summary>The row of an action.</summary>
    public static ActionRow Of(EditAction action) => All[(int)action];

    /// <summary>The action of a verb; null where there is none.</summary>
    public static ActionRow? Find(string verb) => ByVerb.GetValueOrDefault(verb);

    /// <summary>The action that makes this of a line; null for a line that is paid.</summary>
    public static ActionRow? Of(LineDecision decision)
    {
        foreach (ActionRow row in All)
        {
            if (row.Decision == decision)
            {
                return row;
            }
        }

        return null;
    }

    /// <summary>What is said of some targets: <c>a line, the claim or a diagnosis</c>.</summary>
    public static string PhraseOf(ThingKinds targets) =>
        Listed([.. TargetPhrases.Where(target => (targets & target.Kind) != 0).Select(target => target.Phrase)], "or");

    private static string Listed(ImmutableArray<string> words, string last) =>
        words.Length < 2 ? string.Concat(words) : $"{string.Join(", ", words[..^1])} {last} {words[^1]}";
}
