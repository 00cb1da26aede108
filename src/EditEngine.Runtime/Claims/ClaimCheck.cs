using System.Collections.Immutable;
using EditEngine.Codes;
using EditEngine.Diagnostics;

namespace EditEngine.Claims;

/// <summary>
/// What no reader would let through, and no evaluator can decide. One walk for both: with problems it tells each, without it only says whether there is one, takes no memory, and leaves out what no
/// <see cref="Doubt"/> is of.
/// </summary>
internal static class ClaimCheck
{
    private const int MostTold = 5;

    /// <summary>What is wrong; what is only doubtful comes last.</summary>
    public static ImmutableArray<Diagnostic> Validate(Claim claim)
    {
        ClaimProblems problems = new();
        Soundness found = new(problems);
        Walk(ref found, claim);
        LineCheck.Lines(ref found, claim.Lines);
        HistoryCheck.History(ref found, claim.History);
        if (found.IsSound)
        {
            ClaimDoubts.Report(claim, problems);
        }

        return problems.ToImmutable();
    }

    /// <summary>Throws for a claim that cannot be decided.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="lines">The columns of its lines, if they were made: these lines are sound, and not looked at again.</param>
    /// <param name="history">The same of its history.</param>
    /// <exception cref="ArgumentException">With the first problems, each with its place.</exception>
    public static void ThrowIfUnsound(Claim claim, LineColumns? lines, HistoryColumns? history)
    {
        Soundness found = new(null);
        if (claim._doubt.IsThere)
        {
            Walk(ref found, claim);
        }

        if (lines is null && !LineCheck.AreUndoubted(claim._lines))
        {
            LineCheck.Lines(ref found, claim.Lines);
        }

        if (history is null)
        {
            HistoryCheck.History(ref found, claim.History);
        }

        if (!found.IsSound)
        {
            IEnumerable<string> problems = Validate(claim).Take(MostTold).Select(problem => problem.ToString());
            throw new ArgumentException("The claim cannot be decided: " + string.Join(' ', problems), nameof(claim));
        }
    }

    private static void Walk(ref Soundness found, Claim claim)
    {
        found.Require(!string.IsNullOrWhiteSpace(claim.Id), "id");
        if (claim.Type is not (ClaimType.Professional or ClaimType.Institutional or ClaimType.Dental))
        {
            found.Fault()?.Add(ClaimDiagnostics.UnknownMember(found.At("type"), "type of the claim", ["Professional", "Institutional", "Dental"]));
        }

        Codes(ref found, claim);
        Parties(ref found, claim);
        ClaimPartCheck.Diagnoses(ref found, claim.Diagnoses);
        Lists(ref found, claim);
    }

    private static void Codes(ref Soundness found, Claim claim)
    {
        found.Is(claim.Frequency, CodeSystem.Frequency, "frequency");
        found.Is(claim.DelayReason, CodeSystem.DelayReason, "delayReason");
        found.Is(claim.BillType, CodeSystem.BillType, "billType");
        found.Is(claim.DischargeStatus, CodeSystem.DischargeStatus, "dischargeStatus");
        found.Is(claim.AdmissionType, CodeSystem.AdmissionType, "admissionType");
        found.Is(claim.AdmissionSource, CodeSystem.AdmissionSource, "admissionSource");
        found.Is(claim.Drg, CodeSystem.Drg, "drg");
        found.AreAll(claim.Attachments, CodeSystem.Attachment, "attachments");
        found.AreAll(claim.ConditionCodes, CodeSystem.Condition, "conditionCodes");
        found.AreAll(claim.AmbulanceConditions, CodeSystem.AmbulanceCondition, "ambulanceConditions");
    }

    private static void Parties(ref Soundness found, Claim claim)
    {
        if (claim.Patient is Patient patient && !patient.MissingTeeth.IsDefaultOrEmpty)
        {
            found.Enter("patient");
            found.AreAll(patient.MissingTeeth, CodeSystem.Tooth, "missingTeeth");
            found.Leave();
        }

        found.Is(claim.Billing, "billing");
        found.Is(claim.Rendering, "rendering");
        found.Is(claim.Referring, "referring");
        found.Is(claim.Ordering, "ordering");
        found.Is(claim.Supervising, "supervising");
        found.Is(claim.Attending, "attending");
        found.Is(claim.Operating, "operating");
        found.Is(claim.Facility, "facility");
    }

    private static void Lists(ref Soundness found, Claim claim)
    {
        ClaimPartCheck.OtherPayers(ref found, claim.OtherPayers);
        for (int i = 0; !claim.Notes.IsDefault && i < claim.Notes.Length; i++)
        {
            found.Require(claim.Notes[i] is not null, "notes", i);
        }

        for (int i = 0; !claim.RelatedCauses.IsDefault && i < claim.RelatedCauses.Length; i++)
        {
            found.Require(claim.RelatedCauses[i] is not null, "relatedCauses", i);
        }

        for (int i = 0; !claim.Procedures.IsDefault && i < claim.Procedures.Length; i++)
        {
            found.IsRequired(claim.Procedures[i]?.Code ?? default, CodeSystem.InpatientProcedure, "procedures", i);
        }

        for (int i = 0; !claim.OccurrenceCodes.IsDefault && i < claim.OccurrenceCodes.Length; i++)
        {
            found.IsRequired(claim.OccurrenceCodes[i]?.Code ?? default, CodeSystem.Occurrence, "occurrenceCodes", i);
        }

        for (int i = 0; !claim.ValueCodes.IsDefault && i < claim.ValueCodes.Length; i++)
        {
            found.IsRequired(claim.ValueCodes[i]?.Code ?? default, CodeSystem.Value, "valueCodes", i);
        }

        for (int i = 0; !claim.Authorizations.IsDefault && i < claim.Authorizations.Length; i++)
        {
            if (found.Require(claim.Authorizations[i] is { Number: not null }, "authorizations", i))
            {
                found.Is(claim.Authorizations[i].Procedure, CodeSystem.Procedure, "authorizations", i);
            }
        }

        ClaimPartCheck.Suggestions(ref found, claim.CodingRecord);
        ClaimPartCheck.Facts(ref found, claim);
    }
}
