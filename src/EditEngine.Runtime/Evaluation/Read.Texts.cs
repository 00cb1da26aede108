using EditEngine.Claims;
using EditEngine.Values;

namespace EditEngine.Evaluation;

/// <content>Texts and words.</content>
public static partial class Read
{
    private static string? TextIn(Frame frame, FactRef fact, object holder)
    {
        Claim claim = frame.Claim;
        return fact.Fact switch
        {
            Fact.ClaimType => WordOf(claim.Type),
            Fact.ClaimId => claim.Id,
            Fact.ClaimPayer => claim.Payer,
            Fact.ClaimLineOfBusiness => claim.LineOfBusiness,
            Fact.ClaimProduct => claim.Product,
            Fact.ClaimState => claim.State,
            Fact.ClaimContract => claim.Contract,
            Fact.ClaimOriginalId => claim.OriginalClaimId,
            Fact.ClaimAccident => claim.Accident,
            Fact.ClaimPriorAuthorization => claim.PriorAuthorization,
            Fact.ClaimCliaNumber => claim.CliaNumber,
            Fact.LineClaimType => WordOf(holder is HistoryLine h ? h.ClaimType : claim.Type),
            Fact.LineProcedureForm => EditEngine.Codes.ProcedureForm.Of(AsLine(holder).Procedure),
            Fact.LineUnitBasis => AsLine(holder).UnitBasis,
            Fact.LineDescription => AsLine(holder).Description,
            Fact.LineProsthesis => AsLine(holder).Prosthesis,
            Fact.HistoryStatus => WordOf(((HistoryLine)holder).Status),
            Fact.HistoryClaimId => ((HistoryLine)holder).ClaimId,
            Fact.PatientSex => ((Patient)holder).Sex,
            Fact.PatientMember => ((Patient)holder).MemberId,
            Fact.ProviderNpi => ((Provider)holder).Npi,
            Fact.ProviderTaxId => ((Provider)holder).TaxId,
            Fact.ProviderState => ((Provider)holder).State,
            Fact.ProviderType => ((Provider)holder).Type,
            Fact.ProviderOrganization => ((Provider)holder).Organization,
            Fact.CertificateNumber => ((Certificate)holder).Number,
            Fact.CertificateKind => ((Certificate)holder).Kind,
            Fact.DiagnosisSystem => ((Diagnosis)holder).Code.System == EditEngine.Codes.CodeSystem.Icd9Diagnosis ? "ICD-9-CM" : "ICD-10-CM",
            Fact.DiagnosisRole => RoleOf(claim, (Diagnosis)holder),
            Fact.DrugUnit => ((DrugIdentification)holder).Unit,
            Fact.AuthorizationNumber => ((Authorization)holder).Number,
            Fact.AuthorizationNpi => ((Authorization)holder).Npi,
            Fact.SuggestionSystem => ((Suggestion)holder).System,
            Fact.SuggestionAuthor => ((Suggestion)holder).Author,
            Fact.SuggestionReviewer => ((Suggestion)holder).Reviewer,
            Fact.SuggestionDecision => ((Suggestion)holder).Decision,
            Fact.EvidenceTemporality => ((Evidence)holder).Temporality,
            Fact.EvidenceSubject => ((Evidence)holder).Subject,
            Fact.EvidenceCertainty => ((Evidence)holder).Certainty,
            Fact.EvidenceSection => ((Evidence)holder).Section,
            Fact.EvidenceDocument => ((Evidence)holder).Document,
            _ => throw Unexpected(fact),
        };
    }

    private static ServiceLine AsLine(object holder) => holder as ServiceLine ?? ((HistoryLine)holder).Line;

    private static string? WordOf(ClaimType type) => type switch
    {
        EditEngine.Claims.ClaimType.Professional => "professional",
        EditEngine.Claims.ClaimType.Institutional => "institutional",
        EditEngine.Claims.ClaimType.Dental => "dental",
        _ => null,
    };

    private static string WordOf(LineStatus status) => status switch
    {
        LineStatus.Paid => "paid",
        LineStatus.Denied => "denied",
        LineStatus.Adjusted => "adjusted",
        LineStatus.Voided => "voided",
        _ => "in-process",
    };

    private static string RoleOf(Claim claim, Diagnosis diagnosis) =>
        diagnosis.Type ?? (ReferenceEquals(claim.Diagnoses[0], diagnosis) ? "principal" : "other");
}
