using EditEngine.Claims;
using EditEngine.Values;

namespace EditEngine.Evaluation;

/// <content>Values by type.</content>
public static partial class Read
{
    /// <summary>A code.</summary>
    public static CodeKey CodeOf(Frame frame, FactRef fact)
    {
        if (fact.Fact == Fact.LineProcedure && fact.Slot >= 0)
        {
            ref Slot slot = ref frame.Slots[fact.Slot];
            return slot.Store switch
            {
                Store.Line => frame.Procedures[slot.Index],
                Store.History => frame.HistoryProcedures[slot.Index],
                Store.Missing => CodeKey.Missing,
                _ => CodeKey.None,
            };
        }

        Presence presence = Holder(frame, fact, out Slot thing, out object? holder);
        Presence absent = fact.Absent;
        if (presence != Presence.Known)
        {
            return presence == Presence.None ? CodeKey.None : CodeKey.Missing;
        }

        Claim claim = frame.Claim;
        return fact.Fact switch
        {
            Fact.ClaimFrequency => CodeKey.Of(claim.Frequency, absent),
            Fact.ClaimDelayReason => CodeKey.Of(claim.DelayReason, absent),
            Fact.ClaimDrg => CodeKey.Of(claim.Drg, absent),
            Fact.ClaimBillType => CodeKey.Of(claim.BillType, absent),
            Fact.ClaimDischargeStatus => CodeKey.Of(claim.DischargeStatus, absent),
            Fact.ClaimAdmissionType => CodeKey.Of(claim.AdmissionType, absent),
            Fact.ClaimAdmissionSource => CodeKey.Of(claim.AdmissionSource, absent),
            Fact.LineRevenue => CodeKey.Of(Line(thing).RevenueCode, absent),
            Fact.LinePlace => CodeKey.Of(Line(thing).PlaceOfService, absent),
            Fact.LineTooth => CodeKey.Of(Line(thing).Tooth, absent),
            Fact.LineQuadrant => CodeKey.Of(Line(thing).Quadrant, absent),
            Fact.LineBillType => CodeKey.Of(holder is HistoryLine h ? h.BillType : claim.BillType, absent),
            Fact.ProviderTaxonomy => CodeKey.Of(((Provider)holder!).Taxonomy, absent), // The role's holder.
            Fact.ProviderSpecialty => CodeKey.Of(((Provider)holder!).Specialty, absent), // The role's holder.
            Fact.DiagnosisCode => CodeKey.Of(((Diagnosis)holder!).Code, absent), // The store's facts.
            Fact.DiagnosisPoa => CodeKey.Of(((Diagnosis)holder!).PresentOnAdmission, absent), // The store's facts.
            Fact.ProcedureCode => CodeKey.Of(((InpatientProcedure)holder!).Code, absent), // The store's facts.
            Fact.OccurrenceCode => CodeKey.Of(((OccurrenceCode)holder!).Code, absent), // The store's facts.
            Fact.ValueCodeCode => CodeKey.Of(((ValueCode)holder!).Code, absent), // The store's facts.
            Fact.DrugCode => CodeKey.Of(((DrugIdentification)holder!).Code, absent), // The role's holder.
            Fact.AuthorizationProcedure => CodeKey.Of(((Authorization)holder!).Procedure, absent), // The store's facts.
            Fact.SuggestionCode => CodeKey.Of(((Suggestion)holder!).Code, absent), // The store's facts.
            _ => throw Unexpected(fact),
        };
    }

    /// <summary>A text.</summary>
    public static TextValue TextOf(Frame frame, FactRef fact)
    {
        Presence presence = Holder(frame, fact, out _, out object? holder);
        return presence == Presence.Known ? TextValue.Of(TextIn(frame, fact, holder!), fact.Absent) : TextValue.Of(null, presence); // Known has a holder.
    }

    /// <summary>A date.</summary>
    public static Day DayOf(Frame frame, FactRef fact)
    {
        if (fact.Fact == Fact.LineDate && fact.Slot >= 0)
        {
            ref Slot slot = ref frame.Slots[fact.Slot];
            return slot.Store switch
            {
                Store.Line => frame.Days[slot.Index],
                Store.History => frame.HistoryDays[slot.Index],
                Store.Missing => Day.Missing,
                _ => Day.None,
            };
        }

        Presence presence = Holder(frame, fact, out Slot thing, out object? holder);
        if (presence != Presence.Known)
        {
            return presence == Presence.None ? Day.None : Day.Missing;
        }

        Claim claim = frame.Claim;
        return fact.Fact switch
        {
            Fact.ClaimReceived => Day.Of(claim.ReceivedDate),
            Fact.ClaimProcessed => Day.Of(claim.ProcessedDate),
            Fact.ClaimOriginalDecision => Day.Of(claim.OriginalDecisionDate),
            Fact.ClaimFrom => Day.Of(claim.From),
            Fact.ClaimThrough => Day.Of(claim.Through),
            Fact.ClaimAdmission => Day.Of(claim.AdmissionDate),
            Fact.ClaimDischarge => Day.Of(claim.DischargeDate),
            Fact.LineThrough => Day.Of(Line(thing).Through ?? Line(thing).From),
            Fact.LinePriorPlacement => Day.Of(Line(thing).PriorPlacementDate, fact.Absent),
            Fact.HistoryAdmission => Day.Of(((HistoryLine)holder!).AdmissionDate), // The store's facts.
            Fact.HistoryDischarge => Day.Of(((HistoryLine)holder!).DischargeDate), // The store's facts.
            Fact.HistoryAdjudicated => Day.Of(((HistoryLine)holder!).AdjudicatedDate), // The store's facts.
            Fact.PatientBirth => Day.Of(((Patient)holder!).BirthDate), // The role's holder.
            Fact.CertificateFrom => Day.Of(((Certificate)holder!).From), // The store's facts.
            Fact.CertificateThrough => Day.Of(((Certificate)holder!).Through ?? DateOnly.MaxValue), // The store's facts.
            Fact.ProcedureDate => Day.Of(((InpatientProcedure)holder!).Date), // The store's facts.
            Fact.OccurrenceDate => Day.Of(((OccurrenceCode)holder!).Date), // The store's facts.
            Fact.OccurrenceThrough => Day.Of(((OccurrenceCode)holder!).Through, fact.Absent), // The store's facts.
            Fact.AuthorizationFrom => Day.Of(((Authorization)holder!).From), // The store's facts.
            Fact.AuthorizationThrough => Day.Of(((Authorization)holder!).Through), // The store's facts.
            _ => throw Unexpected(fact),
        };
    }

    /// <summary>A number; money in cents.</summary>
    public static Number NumberOf(Frame frame, FactRef fact)
    {
        Presence presence = Holder(frame, fact, out Slot thing, out object? holder);
        if (presence != Presence.Known)
        {
            return Number.Absent(presence);
        }

        return fact.Fact switch
        {
            Fact.ClaimTotalCharge => Number.Of(frame.Claim.TotalChargeCents, fact.Absent),
            Fact.ClaimOtherPayers => Number.Of(OtherPayerSums.Count(frame.Claim.OtherPayers)),
            Fact.LineOtherPayers => Number.Of(OtherPayerSums.Count(Line(thing).OtherPayers)),
            Fact.ClaimOtherPaid => Number.Of(OtherPayerSums.Paid(frame.Claim.OtherPayers), fact.Absent),
            Fact.ClaimOtherAdjusted => Number.Of(OtherPayerSums.Adjusted(frame.Claim.OtherPayers), fact.Absent),
            Fact.LineOtherPaid => Number.Of(OtherPayerSums.Paid(Line(thing).OtherPayers), fact.Absent),
            Fact.LineOtherAdjusted => Number.Of(OtherPayerSums.Adjusted(Line(thing).OtherPayers), fact.Absent),
            Fact.LineStrayPointer => Number.Of(DiagnosisPointers.FirstStray(Line(thing), frame.Claim), fact.Absent),
            Fact.LineNumber => Number.Of(Line(thing).Number),
            Fact.DiagnosisPosition => Number.Of(thing.Index + 1),
            Fact.LineCharge => Number.Of(Line(thing).ChargeCents, fact.Absent),
            Fact.LineUnits => Number.Of(Line(thing).Units, fact.Absent),
            Fact.LineDays => DaysOf(Line(thing)),
            Fact.LineNonCovered => Number.Of(Line(thing).NonCoveredChargeCents, fact.Absent),
            Fact.HistoryPaidUnits => Number.Of(((HistoryLine)holder!).PaidUnits, fact.Absent), // The store's facts.
            Fact.HistoryPaidAmount => Number.Of(((HistoryLine)holder!).PaidAmountCents, fact.Absent), // The store's facts.
            Fact.ValueCodeAmount => Number.Of(((ValueCode)holder!).Amount, fact.Absent), // The store's facts.
            Fact.DrugQuantity => Number.Of(((DrugIdentification)holder!).Quantity, fact.Absent), // The role's holder.
            Fact.AuthorizationApproved => Number.Of(((Authorization)holder!).ApprovedUnits, fact.Absent), // The store's facts.
            Fact.AuthorizationUsed => Number.Of(((Authorization)holder!).UsedUnits, fact.Absent), // The store's facts.
            Fact.SuggestionConfidence => Number.Of(((Suggestion)holder!).Confidence, fact.Absent), // The store's facts.
            _ => throw Unexpected(fact),
        };
    }

    /// <summary>An instant.</summary>
    public static Instant InstantOf(Frame frame, FactRef fact)
    {
        Presence presence = Holder(frame, fact, out Slot thing, out object? holder);
        if (presence != Presence.Known)
        {
            return Instant.Of(null, presence);
        }

        DateTimeOffset? instant = fact.Fact switch
        {
            Fact.LineStartAt => ServiceTimes.Start(Line(thing)),
            Fact.LineEndAt => ServiceTimes.End(Line(thing)),
            Fact.SuggestionSuggestedAt => ((Suggestion)holder!).SuggestedAt, // The store's facts.
            Fact.SuggestionChangedAt => ((Suggestion)holder!).ChangedAt, // The store's facts.
            Fact.SuggestionReviewedAt => ((Suggestion)holder!).ReviewedAt, // The store's facts.
            _ => throw Unexpected(fact),
        };
        return Instant.Of(instant, fact.Absent);
    }

    /// <summary>A yes-or-no fact: true, false, or unknown where it is missing; none is false.</summary>
    public static Truth YesNo(Frame frame, FactRef fact, out Presence presence)
    {
        presence = Holder(frame, fact, out Slot thing, out object? holder);
        if (presence != Presence.Known)
        {
            return presence == Presence.None ? Truth.False : Truth.Unknown;
        }

        bool? value = fact.Fact switch
        {
            Fact.LineEmergency => Line(thing).Emergency,
            Fact.ProviderNpiValid => ((Provider)holder!).Npi is string npi ? EditEngine.Codes.NpiText.IsValid(npi) : null, // The role's holder.
            Fact.DrugCodeValid => ((DrugIdentification)holder!).Code is { IsMissing: false } ndc ? EditEngine.Codes.NdcText.IsWhole(ndc) : null, // The role's holder.
            Fact.HistoryReplaced => IsReplaced(frame.Claim, (HistoryLine)holder!), // The store's facts.
            Fact.ProcedurePrincipal => ((InpatientProcedure)holder!).Principal, // The store's facts.
            Fact.EvidenceNegated => ((Evidence)holder!).Negated, // The store's facts.
            _ => throw Unexpected(fact),
        };
        presence = value is null ? fact.Absent : Presence.Known;
        return value is bool known ? Truth.Of(known) : fact.IsNoneWhenAbsent ? Truth.False : Truth.Unknown;
    }

    /// <summary>A list of codes.</summary>
    public static CodeList Codes(Frame frame, FactRef fact)
    {
        Presence presence = Holder(frame, fact, out Slot thing, out object? holder);
        if (presence != Presence.Known)
        {
            return presence == Presence.None ? CodeList.None : CodeList.Missing;
        }

        Claim claim = frame.Claim;
        return fact.Fact switch
        {
            Fact.LineModifiers => CodeList.Of(Line(thing).Modifiers),
            Fact.ClaimAdjustmentReasons => CodeSources.ReasonsOf(claim.OtherPayers),
            Fact.LineAdjustmentReasons => CodeSources.ReasonsOf(Line(thing).OtherPayers),
            Fact.LineSurfaces => CodeList.Of(Line(thing).Surfaces),
            Fact.LineDiagnoses => holder is HistoryLine history ? CodeSources.Of(history.Diagnoses) : CodeSources.Of(claim.Diagnoses, Line(thing).DiagnosisPointers),
            Fact.ClaimAttachments => CodeList.Of(claim.Attachments),
            Fact.ClaimConditions => CodeList.Of(claim.ConditionCodes),
            Fact.ClaimDiagnoses => CodeSources.Of(claim.Diagnoses),
            Fact.ClaimFinalDiagnoses => CodeSources.Of(claim.Diagnoses, finalOnly: true),
            Fact.ClaimProcedures => CodeSources.Of(claim.Procedures),
            Fact.ClaimOccurrences => CodeSources.Of(claim.OccurrenceCodes),
            Fact.ClaimValues => CodeSources.Of(claim.ValueCodes),
            Fact.PatientMissingTeeth => CodeList.Of(((Patient)holder!).MissingTeeth), // The role's holder.
            _ => throw Unexpected(fact),
        };
    }

    private static ServiceLine Line(in Slot thing) => thing.Facts as ServiceLine ?? ((HistoryLine)thing.Facts!).Line; // A line's facts.

    private static Number DaysOf(ServiceLine line) =>
        line.From is DateOnly from ? Number.Of((line.Through ?? from).DayNumber - from.DayNumber + 1) : Number.Missing;

    private static bool IsReplaced(Claim claim, HistoryLine history) =>
        claim.Frequency.Packed == Replacement && string.Equals(claim.OriginalClaimId, history.ClaimId, StringComparison.Ordinal);

    private static readonly ulong Replacement = EditEngine.Codes.Code.From(EditEngine.Codes.CodeSystem.Frequency, "7").Packed;

    private static System.Diagnostics.UnreachableException Unexpected(FactRef fact) => new($"Fact {fact.Fact} is not of this type.");
}
