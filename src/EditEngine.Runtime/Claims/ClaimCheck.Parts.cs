using System.Collections.Immutable;
using EditEngine.Codes;

namespace EditEngine.Claims;

/// <content>Lines and the lists of a claim.</content>
internal ref partial struct ClaimCheck
{
    private void Line(ServiceLine line)
    {
        Is(line.Procedure, CodeSystem.Procedure, "procedure");
        Is(line.Hipps, CodeSystem.Hipps, "hipps");
        Is(line.RevenueCode, CodeSystem.Revenue, "revenueCode");
        Is(line.PlaceOfService, CodeSystem.PlaceOfService, "placeOfService");
        Is(line.Tooth, CodeSystem.Tooth, "tooth");
        Is(line.Quadrant, CodeSystem.Quadrant, "quadrant");
        AreAll(line.Modifiers, CodeSystem.Modifier, "modifiers");
        AreAll(line.Surfaces, CodeSystem.Surface, "surfaces");
        Is(line.Rendering, "rendering");
        Is(line.Ordering, "ordering");
        Is(line.Referring, "referring");
        Is(line.Supervising, "supervising");
        Is(line.Operating, "operating");
        Is(line.Facility, "facility");
        AreAll(line.AmbulanceConditions, CodeSystem.AmbulanceCondition, "ambulanceConditions");
        AreAll(line.Areas, CodeSystem.Quadrant, "areas");
        if (!line.Teeth.IsDefaultOrEmpty)
        {
            Teeth(line.Teeth);
        }

        if (line.Ndc is DrugIdentification drug)
        {
            Is(drug.Code, CodeSystem.Ndc, "ndc");
        }

        if (!line.OtherPayers.IsDefaultOrEmpty)
        {
            OtherPayers(line.OtherPayers);
        }
    }

    private void Teeth(ImmutableArray<TreatedTooth> teeth)
    {
        for (int i = 0; i < teeth.Length; i++)
        {
            if (Require(teeth[i] is { Tooth.IsMissing: false }, "teeth", i))
            {
                _problems?.Enter("teeth", i);
                Is(teeth[i].Tooth, CodeSystem.Tooth, "tooth");
                AreAll(teeth[i].Surfaces, CodeSystem.Surface, "surfaces");
                _problems?.Leave();
            }
        }
    }

    private void Diagnoses(ImmutableArray<Diagnosis> diagnoses)
    {
        for (int i = 0; !diagnoses.IsDefault && i < diagnoses.Length; i++)
        {
            Diagnosis? one = diagnoses[i];
            if (!Require(one is { Code.IsMissing: false }, "diagnoses", i))
            {
                continue;
            }

            if (one!.Code.System != CodeSystem.Icd9Diagnosis) // It is there.
            {
                Is(one.Code, CodeSystem.Diagnosis, "diagnoses", i);
            }

            Is(one.PresentOnAdmission, CodeSystem.PresentOnAdmission, "diagnoses", i);
        }
    }

    private void Lists(Claim claim)
    {
        OtherPayers(claim.OtherPayers);
        for (int i = 0; !claim.Notes.IsDefault && i < claim.Notes.Length; i++)
        {
            Require(claim.Notes[i] is not null, "notes", i);
        }

        for (int i = 0; !claim.RelatedCauses.IsDefault && i < claim.RelatedCauses.Length; i++)
        {
            Require(claim.RelatedCauses[i] is not null, "relatedCauses", i);
        }

        for (int i = 0; !claim.Procedures.IsDefault && i < claim.Procedures.Length; i++)
        {
            IsRequired(claim.Procedures[i]?.Code ?? default, CodeSystem.InpatientProcedure, "procedures", i);
        }

        for (int i = 0; !claim.OccurrenceCodes.IsDefault && i < claim.OccurrenceCodes.Length; i++)
        {
            IsRequired(claim.OccurrenceCodes[i]?.Code ?? default, CodeSystem.Occurrence, "occurrenceCodes", i);
        }

        for (int i = 0; !claim.ValueCodes.IsDefault && i < claim.ValueCodes.Length; i++)
        {
            IsRequired(claim.ValueCodes[i]?.Code ?? default, CodeSystem.Value, "valueCodes", i);
        }

        for (int i = 0; !claim.Authorizations.IsDefault && i < claim.Authorizations.Length; i++)
        {
            if (Require(claim.Authorizations[i] is { Number: not null }, "authorizations", i))
            {
                Is(claim.Authorizations[i].Procedure, CodeSystem.Procedure, "authorizations", i);
            }
        }

        Suggestions(claim.CodingRecord);
        Facts(claim);
    }

    private void IsRequired(in Code code, CodeSystem system, string member, int index)
    {
        if (Require(!code.IsMissing, member, index))
        {
            Is(code, system, member, index);
        }
    }

    private void OtherPayers(ImmutableArray<OtherPayer> payers)
    {
        for (int i = 0; !payers.IsDefault && i < payers.Length; i++)
        {
            OtherPayer? payer = payers[i];
            if (!Require(payer is not null, "otherPayers", i))
            {
                continue;
            }

            _problems?.Enter("otherPayers", i);
            Is(payer!.Procedure, CodeSystem.Procedure, "procedure"); // It is there.
            AreAll(payer.Modifiers, CodeSystem.Modifier, "modifiers");
            for (int j = 0; !payer.Adjustments.IsDefault && j < payer.Adjustments.Length; j++)
            {
                if (Require(payer.Adjustments[j] is { Group: not null }, "adjustments", j))
                {
                    IsRequired(payer.Adjustments[j].Reason, CodeSystem.Carc, "adjustments", j);
                }
            }

            _problems?.Leave();
        }
    }

    // A suggested code is of the system that the suggestion names.
    private void Suggestions(CodingRecord? record)
    {
        if (record is null || record.Suggestions.IsDefaultOrEmpty)
        {
            return;
        }

        _problems?.Enter("codingRecord");
        for (int i = 0; i < record.Suggestions.Length; i++)
        {
            Suggestion? suggestion = record.Suggestions[i];
            if (!Require(suggestion is not null, "suggestions", i))
            {
                continue;
            }

            for (int j = 0; !suggestion!.Evidence.IsDefault && j < suggestion.Evidence.Length; j++) // It is there.
            {
                Require(suggestion.Evidence[j] is not null, "suggestions", i);
            }
        }

        _problems?.Leave();
    }

    private void Facts(Claim claim)
    {
        if (ReferenceEquals(claim.Facts, FactValue.NoFacts) || !Require(claim.Facts is not null, "facts"))
        {
            return;
        }

        foreach ((string name, FactValue value) in claim.Facts!) // They are there.
        {
            int values = value is null ? 0 : (value.Text is null ? 0 : 1) + (value.Number is null ? 0 : 1) + (value.YesNo is null ? 0 : 1);
            if (values != 1)
            {
                _isSound = false;
                _problems?.Add(ClaimDiagnostics.Fact(_problems.At("facts." + name), values));
            }
        }
    }
}
