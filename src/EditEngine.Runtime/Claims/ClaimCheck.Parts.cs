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
        for (int i = 0; !line.Teeth.IsDefault && i < line.Teeth.Length; i++)
        {
            if (Require(line.Teeth[i] is { Tooth.IsMissing: false }, "teeth", i))
            {
                Is(line.Teeth[i].Tooth, CodeSystem.Tooth, "teeth", i);
                AreAll(line.Teeth[i].Surfaces, CodeSystem.Surface, "teeth");
            }
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

        Require(claim.RelatedCauses.IsDefault || !claim.RelatedCauses.Contains(null!), "relatedCauses"); // A host may have put it there.
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

    private void Suggestions(CodingRecord? record)
    {
        _problems?.Enter("codingRecord");
        int hole = CodingRecordCheck.FirstHole(record);
        Require(hole < 0, "suggestions", hole);
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
