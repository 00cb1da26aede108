using EditEngine.Values;

namespace EditEngine.Evaluation;

/// <summary>Every fact that steps can read; the name is its owner's and its own.</summary>
public enum Fact
{
#pragma warning disable CS1591 // Each member is described with its field, in docs/fields.md.
    ClaimType, ClaimId, ClaimPayer, ClaimLineOfBusiness, ClaimProduct, ClaimState, ClaimContract, ClaimReceived, ClaimProcessed, ClaimOriginalDecision,
    ClaimFrequency, ClaimOriginalId, ClaimDelayReason, ClaimAccident, ClaimPriorAuthorization, ClaimCliaNumber, ClaimDrg, ClaimBillType, ClaimFrom,
    ClaimThrough, ClaimAdmission, ClaimDischarge, ClaimDischargeStatus, ClaimAdmissionType, ClaimAdmissionSource, ClaimTotalCharge, ClaimAttachments,
    ClaimConditions, ClaimOccurrences, ClaimValues, ClaimProcedures, ClaimDiagnoses, ClaimFinalDiagnoses, ClaimNotes,
    ClaimOtherPayers, LineOtherPayers, ClaimOtherPaid, ClaimOtherAdjusted, ClaimAdjustmentReasons, LineOtherPaid, LineOtherAdjusted, LineAdjustmentReasons, LineStrayPointer,
    LineNumber, LineProcedure, LineProcedureForm, LineRevenue, LinePlace, LineCharge, LineUnits, LineUnitBasis, LineTooth, LineQuadrant, LineModifiers, LineSurfaces,
    LineDate, LineThrough, LineDays, LineStartAt, LineEndAt, LineDescription, LineEmergency, LineNonCovered, LineProsthesis, LinePriorPlacement, LineDiagnoses, LineClaimType, LineBillType,
    HistoryStatus, HistoryClaimId, HistoryAdmission, HistoryDischarge, HistoryPaidUnits, HistoryPaidAmount, HistoryAdjudicated, HistoryReplaced,
    PatientBirth, PatientSex, PatientMember, PatientMissingTeeth,
    ProviderNpi, ProviderNpiValid, ProviderTaxId, ProviderTaxonomy, ProviderSpecialty, ProviderState, ProviderType, ProviderOrganization, ProviderCertificates,
    CertificateNumber, CertificateKind, CertificateFrom, CertificateThrough,
    DiagnosisCode, DiagnosisSystem, DiagnosisRole, DiagnosisPosition, DiagnosisPoa, ProcedureCode, ProcedureDate, ProcedurePrincipal,
    OccurrenceCode, OccurrenceDate, OccurrenceThrough, ValueCodeCode, ValueCodeAmount, DrugCode, DrugCodeValid, DrugQuantity, DrugUnit,
    AuthorizationNumber, AuthorizationProcedure, AuthorizationNpi, AuthorizationFrom, AuthorizationThrough, AuthorizationApproved, AuthorizationUsed,
    SuggestionCode, SuggestionSystem, SuggestionConfidence, SuggestionEvidence, SuggestionSuggestedAt, SuggestionChangedAt, SuggestionAuthor,
    SuggestionReviewer, SuggestionReviewedAt, SuggestionDecision,
    EvidenceNegated, EvidenceTemporality, EvidenceSubject, EvidenceCertainty, EvidenceSection, EvidenceDocument,
#pragma warning restore CS1591
}

/// <summary>A part of a thing through which a fact is read.</summary>
public enum Role : byte
{
    /// <summary>The thing itself.</summary>
    Self,

    /// <summary>Billing provider.</summary>
    Billing,

    /// <summary>Rendering provider.</summary>
    Rendering,

    /// <summary>Referring provider.</summary>
    Referring,

    /// <summary>Ordering provider.</summary>
    Ordering,

    /// <summary>Supervising provider.</summary>
    Supervising,

    /// <summary>Attending provider.</summary>
    Attending,

    /// <summary>Operating provider.</summary>
    Operating,

    /// <summary>Service facility.</summary>
    Facility,

    /// <summary>The patient.</summary>
    Patient,

    /// <summary>The drug of a line.</summary>
    Ndc,
}

/// <summary>A fact of a thing.</summary>
/// <param name="Fact">Which fact.</param>
/// <param name="Slot">Of which name; -1: of the claim.</param>
/// <param name="Role">Through which part of it.</param>
/// <param name="Name">Its name in rule text, for what is missing.</param>
/// <param name="IsNoneWhenAbsent">Its absence says that there is none.</param>
/// <param name="Owners">The stores that have it: a bit for each <see cref="Store"/>. In others it is none.</param>
public sealed record FactRef(Fact Fact, int Slot, Role Role, string Name, bool IsNoneWhenAbsent, int Owners)
{
    /// <summary>What its absence means.</summary>
    public Presence Absent => IsNoneWhenAbsent ? Presence.None : Presence.Missing;
}
