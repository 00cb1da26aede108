using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Codes;

namespace EditEngine.Formats.Json;

/// <summary>What computer-assisted coding suggested.</summary>
internal ref partial struct JsonParser
{
    private CodingRecord? ReadCodingRecord()
    {
        if (!TryOpen(ClaimMembers.CodingRecord, out OpenObject open))
        {
            return null;
        }

        string? engine = null;
        ImmutableArray<Suggestion> suggestions = [];
        while (NextMember(ref open, out string name))
        {
            switch (name)
            {
                case "engine": engine = ReadText(); break;
                case "suggestions": suggestions = ReadList(static (ref JsonParser parser) => parser.ReadSuggestion()!); break;
            }
        }

        return new CodingRecord { Engine = engine, Suggestions = suggestions };
    }

    private Suggestion? ReadSuggestion()
    {
        if (!TryOpen(ClaimMembers.Suggestion, out OpenObject open))
        {
            return null;
        }

        string? text = null, system = null, author = null, reviewer = null, decision = null;
        decimal? confidence = null;
        ImmutableArray<Evidence> evidence = default;
        DateTimeOffset? suggestedAt = null, changedAt = null, reviewedAt = null;
        while (NextMember(ref open, out string name))
        {
            switch (name)
            {
                case "code": text = ReadText(); break;
                case "system": system = ReadWord(ClaimWords.SuggestionSystems); break;
                case "confidence": confidence = ReadConfidence(); break;
                case "evidence": evidence = ReadList(static (ref JsonParser parser) => parser.ReadEvidence()!); break;
                case "suggestedAt": suggestedAt = ReadInstant(); break;
                case "changedAt": changedAt = ReadInstant(); break;
                case "author": author = ReadText(); break;
                case "reviewer": reviewer = ReadText(); break;
                case "reviewedAt": reviewedAt = ReadInstant(); break;
                case "decision": decision = ReadWord(ClaimWords.Decisions); break;
            }
        }

        Require(open, "code", text is not null);
        return new Suggestion
        {
            Code = Code.From(SystemOf(system), text), // the system may stand behind the code
            System = system,
            Confidence = confidence,
            Evidence = evidence,
            SuggestedAt = suggestedAt,
            ChangedAt = changedAt,
            Author = author,
            Reviewer = reviewer,
            ReviewedAt = reviewedAt,
            Decision = decision,
        };
    }

    // Where no system is said, the text is kept as a procedure's: a code without a system cannot be. Suggestion.System stays null, and tells.
    private static CodeSystem SystemOf(string? system) => system switch
    {
        "ICD-10-CM" => CodeSystem.Diagnosis,
        "ICD-10-PCS" => CodeSystem.InpatientProcedure,
        _ => CodeSystem.Procedure,
    };

    private decimal? ReadConfidence()
    {
        decimal? confidence = ReadNumber();
        if (confidence is < 0 or > 1)
        {
            ReportOutOfRange("a number from 0 to 1");
        }

        return confidence;
    }

    private Evidence? ReadEvidence()
    {
        if (!TryOpen(ClaimMembers.Evidence, out OpenObject open))
        {
            return null;
        }

        string? document = null, section = null, text = null, temporality = null, subject = null, certainty = null;
        bool? negated = null;
        while (NextMember(ref open, out string name))
        {
            switch (name)
            {
                case "document": document = ReadText(); break;
                case "section": section = ReadText(); break;
                case "text": text = ReadText(); break;
                case "negated": negated = ReadYesNo(); break;
                case "temporality": temporality = ReadWord(ClaimWords.Temporalities); break;
                case "subject": subject = ReadWord(ClaimWords.Subjects); break;
                case "certainty": certainty = ReadWord(ClaimWords.Certainties); break;
            }
        }

        return new Evidence
        {
            Document = document,
            Section = section,
            Text = text,
            Negated = negated,
            Temporality = temporality,
            Subject = subject,
            Certainty = certainty,
        };
    }
}
