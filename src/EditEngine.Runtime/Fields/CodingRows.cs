using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Codes;

namespace EditEngine.Fields;

/// <summary>Fields of what computer-assisted coding suggested, and of its evidence. What hangs on them depends on a suggestion. X12 carries none.</summary>
internal static class CodingRows
{
    private const string Taint = "a coding suggestion";

    public static readonly ImmutableArray<ClaimField> Record =
    [
        new FieldRow<CodingRecord, string?>(ThingKinds.None, ThingKinds.None, "", FieldType.Text, Absence.Missing, "engine", "", "Name and version of the coding engine.", r => r.Engine, (r, v) => r._engine = v) { IsOfTestsOnly = true },
        new FieldRow<CodingRecord, ImmutableArray<Suggestion>>(ThingKinds.None, ThingKinds.None, "", FieldType.ListOf(ThingKinds.Suggestion), Absence.Empty, "suggestions", "", "Suggestions in order.", r => r.Suggestions, (r, v) => r._suggestions = v) { IsOfTestsOnly = true },
    ];

    public static readonly ImmutableArray<ClaimField> Suggestion =
    [
        OfSuggestion("code", FieldType.Code(CodeSystem.None), Absence.Never, "code", "The suggested code.", s => s.Code, (s, v) => s._code = v, isKey: true),
        OfSuggestion("system", FieldType.Word("code system", "CPT", "HCPCS", "ICD-10-CM", "ICD-10-PCS", "CDT"), Absence.Missing, "system", "Its system.", s => s.System, (s, v) => s._system = v),
        OfSuggestion("confidence", FieldType.Number, Absence.Missing, "confidence", "0 to 1.", s => s.Confidence, (s, v) => s._confidence = v),
        OfSuggestion("evidence", FieldType.ListOf(ThingKinds.Evidence), Absence.Missing, "evidence", "Spans of the record.", s => s.Evidence, (s, v) => s._evidence = v),
        OfSuggestion("suggested_at", FieldType.Instant, Absence.Missing, "suggestedAt", "When it was suggested.", s => s.SuggestedAt, (s, v) => s._suggestedAt = v),
        OfSuggestion("changed_at", FieldType.Instant, Absence.Missing, "changedAt", "When it was last changed.", s => s.ChangedAt, (s, v) => s._changedAt = v),
        OfSuggestion("author", FieldType.Text, Absence.Missing, "author", "Who or what suggested it.", s => s.Author, (s, v) => s._author = v),
        OfSuggestion("reviewer", FieldType.Text, Absence.Missing, "reviewer", "Who reviewed it.", s => s.Reviewer, (s, v) => s._reviewer = v),
        OfSuggestion("reviewed_at", FieldType.Instant, Absence.Missing, "reviewedAt", "When it was reviewed.", s => s.ReviewedAt, (s, v) => s._reviewedAt = v),
        OfSuggestion("decision", FieldType.Word("decision", "accepted", "rejected", "changed"), Absence.Missing, "decision", "What the reviewer decided.", s => s.Decision, (s, v) => s._decision = v),
    ];

    public static readonly ImmutableArray<ClaimField> Evidence =
    [
        OfEvidence("document", FieldType.Text, "document", "The document.", e => e.Document, (e, v) => e._document = v),
        OfEvidence("section", FieldType.Text, "section", "Section of the document.", e => e.Section, (e, v) => e._section = v),
        OfEvidence("", FieldType.Text, "text", "The text itself.", e => e.Text, (e, v) => e._text = v),
        OfEvidence("negated", FieldType.YesNo, "negated", "The span denies the condition.", e => e.Negated, (e, v) => e._negated = v),
        OfEvidence("temporality", FieldType.Word("temporality", "current", "past", "family", "planned"), "temporality", "When it holds.", e => e.Temporality, (e, v) => e._temporality = v),
        OfEvidence("subject", FieldType.Word("subject", "patient", "family", "other"), "subject", "Of whom it speaks.", e => e.Subject, (e, v) => e._subject = v),
        OfEvidence("certainty", FieldType.Word("certainty", "affirmed", "uncertain"), "certainty", "How sure it is.", e => e.Certainty, (e, v) => e._certainty = v),
    ];

    private static FieldRow<Suggestion, TValue> OfSuggestion<TValue>(
        string name, FieldType type, Absence absence, string member, string description, Func<Suggestion, TValue> get, Action<Suggestion, TValue> set, bool isKey = false) =>
        new(ThingKinds.Suggestion, ThingKinds.Suggestion, name, type with { Taint = Taint }, absence, member, "", description, get, set) { IsRequired = isKey, HasOwnWords = isKey };

    private static FieldRow<Evidence, TValue> OfEvidence<TValue>(
        string name, FieldType type, string member, string description, Func<Evidence, TValue> get, Action<Evidence, TValue> set) =>
        new(ThingKinds.Evidence, ThingKinds.Evidence, name, type with { Taint = Taint }, Absence.Missing, member, "", description, get, set) { IsOfTestsOnly = name.Length == 0 };
}
