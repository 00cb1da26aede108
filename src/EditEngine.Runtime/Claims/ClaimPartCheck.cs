using System.Collections.Immutable;
using EditEngine.Codes;

namespace EditEngine.Claims;

/// <summary>What keeps parts that a claim, its lines or its history may hold from being decided.</summary>
internal static class ClaimPartCheck
{
    /// <summary>Each has its code, of ICD-10-CM or ICD-9-CM.</summary>
    public static void Diagnoses(ref Soundness found, ImmutableArray<Diagnosis> diagnoses)
    {
        for (int i = 0; !diagnoses.IsDefault && i < diagnoses.Length; i++)
        {
            Diagnosis? one = diagnoses[i];
            if (!found.Require(one is { Code.IsMissing: false }, "diagnoses", i))
            {
                continue;
            }

            if (one!.Code.System != CodeSystem.Icd9Diagnosis) // It is there.
            {
                found.Is(one.Code, CodeSystem.Diagnosis, "diagnoses", i);
            }

            found.Is(one.PresentOnAdmission, CodeSystem.PresentOnAdmission, "diagnoses", i);
        }
    }

    /// <summary>Each, with its adjustments.</summary>
    public static void OtherPayers(ref Soundness found, ImmutableArray<OtherPayer> payers)
    {
        for (int i = 0; !payers.IsDefault && i < payers.Length; i++)
        {
            OtherPayer? payer = payers[i];
            if (!found.Require(payer is not null, "otherPayers", i))
            {
                continue;
            }

            found.Enter("otherPayers", i);
            found.Is(payer!.Procedure, CodeSystem.Procedure, "procedure"); // It is there.
            found.AreAll(payer.Modifiers, CodeSystem.Modifier, "modifiers");
            for (int j = 0; !payer.Adjustments.IsDefault && j < payer.Adjustments.Length; j++)
            {
                if (found.Require(payer.Adjustments[j] is { Group: not null }, "adjustments", j))
                {
                    found.IsRequired(payer.Adjustments[j].Reason, CodeSystem.Carc, "adjustments", j);
                }
            }

            found.Leave();
        }
    }

    // A suggested code is of the system that the suggestion names.
    /// <summary>Those of a coding record.</summary>
    public static void Suggestions(ref Soundness found, CodingRecord? record)
    {
        if (record is null || record.Suggestions.IsDefaultOrEmpty)
        {
            return;
        }

        found.Enter("codingRecord");
        for (int i = 0; i < record.Suggestions.Length; i++)
        {
            Suggestion? suggestion = record.Suggestions[i];
            if (!found.Require(suggestion is not null, "suggestions", i))
            {
                continue;
            }

            for (int j = 0; !suggestion!.Evidence.IsDefault && j < suggestion.Evidence.Length; j++) // It is there.
            {
                found.Require(suggestion.Evidence[j] is not null, "suggestions", i);
            }
        }

        found.Leave();
    }

    /// <summary>Each has one value.</summary>
    public static void Facts(ref Soundness found, Claim claim)
    {
        if (ReferenceEquals(claim.Facts, FactValue.NoFacts) || !found.Require(claim.Facts is not null, "facts"))
        {
            return;
        }

        foreach ((string name, FactValue value) in claim.Facts!) // They are there.
        {
            int values = value is null ? 0 : (value.Text is null ? 0 : 1) + (value.Number is null ? 0 : 1) + (value.YesNo is null ? 0 : 1) + (value.Spans.IsDefault ? 0 : 1);
            if (values != 1 || (!value!.Spans.IsDefault && value.Spans.Contains(null!))) // One value is there.
            {
                found.Fault()?.Add(ClaimDiagnostics.Fact(found.At("facts." + name), values));
            }
        }
    }
}
