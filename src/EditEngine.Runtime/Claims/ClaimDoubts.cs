using System.Collections.Immutable;

namespace EditEngine.Claims;

/// <summary>What can be decided and is yet hardly meant. Of a claim without errors only.</summary>
internal static class ClaimDoubts
{
    private static readonly ImmutableArray<string> Sexes = ["F", "M", "U"];

    public static void Report(Claim claim, ClaimProblems problems)
    {
        Negative(claim.TotalChargeCents, "totalCharge", problems);
        if (claim.Patient is Patient patient)
        {
            problems.Enter("patient");
            Word(patient.Sex, Sexes, "sex", problems);
            problems.Leave();
        }

        Diagnoses(claim.Diagnoses, problems);
        Certificates(claim.Billing, "billing", problems);
        Certificates(claim.Rendering, "rendering", problems);
        Certificates(claim.Facility, "facility", problems);
        for (int i = 0; i < claim.Lines.Length; i++)
        {
            problems.Enter("lines", i);
            Line(claim.Lines[i], problems);
            if (DiagnosisPointers.FirstStray(claim.Lines[i], claim) is int stray)
            {
                problems.Add(ClaimDiagnostics.StrayPointer(problems.At("diagnosisPointers"), stray));
            }

            problems.Leave();
        }

        for (int i = 0; !claim.History.IsDefault && i < claim.History.Length; i++)
        {
            problems.Enter("history", i);
            Line(claim.History[i].Line, problems);
            Negative(claim.History[i].PaidUnits, "paidUnits", problems);
            Negative(claim.History[i].PaidAmountCents, "paidAmount", problems);
            problems.Leave();
        }
    }

    private static void Line(ServiceLine line, ClaimProblems problems)
    {
        Negative(line.Units, "units", problems);
        Negative(line.ChargeCents, "charge", problems);
        Negative(line.NonCoveredChargeCents, "nonCoveredCharge", problems);
    }

    private static void Diagnoses(ImmutableArray<Diagnosis> diagnoses, ClaimProblems problems)
    {
        for (int i = 0; !diagnoses.IsDefault && i < diagnoses.Length; i++)
        {
            problems.Enter("diagnoses", i);
            Word(diagnoses[i].Type, ClaimWords.DiagnosisRoles, "type", problems);
            problems.Leave();
        }
    }

    private static void Certificates(Provider? provider, string role, ClaimProblems problems)
    {
        problems.Enter(role);
        for (int i = 0; provider is { Certificates.IsDefault: false } && i < provider.Certificates.Length; i++)
        {
            problems.Enter("certificates", i);
            Word(provider.Certificates[i].Kind, ClaimWords.CertificateKinds, "kind", problems);
            problems.Leave();
        }

        problems.Leave();
    }

    private static void Negative(decimal? value, string member, ClaimProblems problems)
    {
        if (value < 0)
        {
            problems.Add(ClaimDiagnostics.Negative(problems.At(member)));
        }
    }

    private static void Word(string? word, ImmutableArray<string> known, string member, ClaimProblems problems)
    {
        if (word is not null && !known.Contains(word))
        {
            problems.Add(ClaimDiagnostics.Word(problems.At(member), known));
        }
    }
}
