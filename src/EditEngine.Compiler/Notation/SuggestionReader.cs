using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Compiler.Diagnostics;

namespace EditEngine.Compiler.Notation;

/// <summary>Reads the lines of a test on suggestions of computer-assisted coding and their evidence.</summary>
internal sealed class SuggestionReader(ClaimNotationBuilder draft)
{
    private static readonly ImmutableArray<string> Systems = FieldTable.WordsOf(ThingKinds.Suggestion, "system");

    private static readonly ImmutableArray<string> Decisions = FieldTable.WordsOf(ThingKinds.Suggestion, "decision");

    private static readonly ImmutableArray<string> Temporalities = FieldTable.WordsOf(ThingKinds.Evidence, "temporality");

    private static readonly ImmutableArray<string> Subjects = FieldTable.WordsOf(ThingKinds.Evidence, "subject");

    private static readonly ImmutableArray<string> Certainties = FieldTable.WordsOf(ThingKinds.Evidence, "certainty");

    public void ReadSuggestion(WordReader reader)
    {
        string text = reader.ReadPlain("the suggested code");
        string system = reader.TryTakeOneOf(Systems) ?? SystemOf(text);
        if (reader.HasFailed)
        {
            return;
        }

        Suggestion suggestion = new() { Code = reader.CodeOf(CodeSystemOf(system), text, reader.LastPlace), System = system, Evidence = [] };
        while (!reader.IsDone)
        {
            suggestion = ReadSuggestionPart(reader, suggestion);
        }

        draft.Suggestions.Add(suggestion);
    }

    private static Suggestion ReadSuggestionPart(WordReader reader, Suggestion suggestion)
    {
        if (reader.TryTake("by"))
        {
            return suggestion with { Author = reader.ReadText("who or what suggested it") };
        }

        if (reader.TryTake("at"))
        {
            return suggestion with { SuggestedAt = reader.ReadInstant() };
        }

        if (reader.TryTake("reviewed"))
        {
            suggestion = reader.TryTake("by") ? suggestion with { Reviewer = reader.ReadText("who reviewed it") } : suggestion;
            return reader.TryTake("at") ? suggestion with { ReviewedAt = reader.ReadInstant() } : suggestion;
        }

        // `changed at` tells when the suggestion was changed, `changed` alone what the reviewer decided.
        if (reader.IsNext("changed") && reader.Peek(1) is { Kind: WordKind.Plain, Value: "at" })
        {
            reader.TryTake("changed");
            reader.TryTake("at");
            return suggestion with { ChangedAt = reader.ReadInstant() };
        }

        if (reader.TryTakeOneOf(Decisions) is string decision)
        {
            return suggestion with { Decision = decision };
        }

        WrittenValue field = FieldReading.Read(reader, ThingKinds.Suggestion, "A suggestion", ["by", "at", "reviewed", .. Decisions]);
        return reader.HasFailed ? suggestion : FieldWriters.Write(ThingKinds.Suggestion, suggestion, field.Path, field.Value);
    }

    public void ReadEvidence(WordReader reader)
    {
        if (draft.Suggestions.Count == 0)
        {
            reader.Fail(TestDiagnostics.EvidenceFirst(reader.LastPlace));
            return;
        }

        Evidence evidence = new();
        while (!reader.IsDone)
        {
            // `family` is a word of two lists: the first of them that is still open takes it.
            if (evidence.Temporality is null && reader.TryTakeOneOf(Temporalities) is string temporality)
            {
                evidence = evidence with { Temporality = temporality };
            }
            else if (evidence.Subject is null && reader.TryTakeOneOf(Subjects) is string subject)
            {
                evidence = evidence with { Subject = subject };
            }
            else if (reader.TryTakeOneOf(Certainties) is string certainty)
            {
                evidence = evidence with { Certainty = certainty };
            }
            else
            {
                WrittenValue field = FieldReading.Read(reader, ThingKinds.Evidence, "Evidence", [.. Temporalities, .. Subjects, .. Certainties]);
                evidence = reader.HasFailed ? evidence : FieldWriters.Write(ThingKinds.Evidence, evidence, field.Path, field.Value);
            }
        }

        Suggestion suggestion = draft.Suggestions[^1];
        draft.Suggestions[^1] = suggestion with
        {
            Evidence = suggestion.Evidence.Add(evidence with
            {
                Negated = evidence.Negated ?? false,
                Temporality = evidence.Temporality ?? "current",
                Subject = evidence.Subject ?? "patient",
                Certainty = evidence.Certainty ?? "affirmed",
            }),
        };
    }

    /// <summary>The system that a code's shape speaks for.</summary>
    private static string SystemOf(string text) =>
        Code.From(CodeSystem.Procedure, text).FitsPattern
            ? char.IsAsciiDigit(text[0]) ? "CPT" : text[0] is 'D' or 'd' ? "CDT" : "HCPCS"
            : text.Length == 7 && !text.Contains('.', StringComparison.Ordinal) ? "ICD-10-PCS" : "ICD-10-CM";

    private static CodeSystem CodeSystemOf(string system) => system switch
    {
        "ICD-10-CM" => CodeSystem.Diagnosis,
        "ICD-10-PCS" => CodeSystem.InpatientProcedure,
        _ => CodeSystem.Procedure,
    };
}
