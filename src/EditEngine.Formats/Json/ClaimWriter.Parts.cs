using System.Text.Json;
using EditEngine.Claims;

namespace EditEngine.Formats.Json;

/// <summary>Patient, providers, and what stands in lists of the claim.</summary>
public sealed partial class ClaimWriter
{
    private static void WritePatient(Utf8JsonWriter json, Patient patient)
    {
        json.Text("memberId", patient.MemberId);
        json.Date("birthDate", patient.BirthDate);
        json.Text("sex", patient.Sex);
        json.Codes("missingTeeth", patient.MissingTeeth.OrAbsent());
    }

    private static void WriteProvider(Utf8JsonWriter json, Provider provider)
    {
        json.Text("npi", provider.Npi);
        json.Text("taxId", provider.TaxId);
        json.Code("taxonomy", provider.Taxonomy);
        json.Code("specialty", provider.Specialty);
        json.Text("state", provider.State);
        json.Text("type", provider.Type);
        json.Text("organization", provider.Organization);
        json.Objects("clia", provider.Certificates, WriteCertificate);
    }

    private static void WriteCertificate(Utf8JsonWriter json, Certificate certificate)
    {
        json.Text("number", certificate.Number);
        json.Text("certificate", certificate.Kind);
        json.Date("from", certificate.From);
        json.Date("through", certificate.Through);
    }

    private static void WriteDiagnosis(Utf8JsonWriter json, Diagnosis diagnosis)
    {
        json.Code("code", diagnosis.Code);
        json.Text("type", diagnosis.Type);
        json.Code("presentOnAdmission", diagnosis.PresentOnAdmission);
    }

    private static void WriteInpatientProcedure(Utf8JsonWriter json, InpatientProcedure procedure)
    {
        json.Code("code", procedure.Code);
        json.Date("date", procedure.Date);
        json.YesNo("principal", procedure.Principal);
    }

    private static void WriteOccurrenceCode(Utf8JsonWriter json, OccurrenceCode occurrence)
    {
        json.Code("code", occurrence.Code);
        json.Date("date", occurrence.Date);
        json.Date("through", occurrence.Through);
    }

    private static void WriteValueCode(Utf8JsonWriter json, ValueCode value)
    {
        json.Code("code", value.Code);
        json.Number("amount", value.Amount);
    }

    private static void WriteAuthorization(Utf8JsonWriter json, Authorization authorization)
    {
        json.Text("number", authorization.Number);
        json.Code("procedure", authorization.Procedure);
        json.Text("npi", authorization.Npi);
        json.Date("from", authorization.From);
        json.Date("through", authorization.Through);
        json.Number("approvedUnits", authorization.ApprovedUnits);
        json.Number("usedUnits", authorization.UsedUnits);
    }

    private static void WriteOtherPayer(Utf8JsonWriter json, OtherPayer payer)
    {
        json.Text("payer", payer.Payer);
        json.Text("order", payer.Order);
        json.Text("filingIndicator", payer.FilingIndicator);
        json.Dollars("paidAmount", payer.PaidAmountCents);
        json.Number("paidUnits", payer.PaidUnits);
        json.Code("procedure", payer.Procedure);
        json.Codes("modifiers", payer.Modifiers.OrAbsent());
        json.Date("decisionDate", payer.DecisionDate);
        json.Objects("adjustments", payer.Adjustments.OrAbsent(), WriteAdjustment);
    }

    private static void WriteAdjustment(Utf8JsonWriter json, Adjustment adjustment)
    {
        json.Text("group", adjustment.Group);
        json.Code("reason", adjustment.Reason);
        json.Dollars("amount", adjustment.AmountCents);
        json.Number("quantity", adjustment.Quantity);
    }

    private static void WriteCodingRecord(Utf8JsonWriter json, CodingRecord record)
    {
        json.Text("engine", record.Engine);
        json.Objects("suggestions", record.Suggestions.OrAbsent(), WriteSuggestion);
    }

    private static void WriteSuggestion(Utf8JsonWriter json, Suggestion suggestion)
    {
        json.Code("code", suggestion.Code);
        json.Text("system", suggestion.System);
        json.Number("confidence", suggestion.Confidence);
        json.Objects("evidence", suggestion.Evidence, WriteEvidence);
        WriteInstant(json, "suggestedAt", suggestion.SuggestedAt);
        WriteInstant(json, "changedAt", suggestion.ChangedAt);
        json.Text("author", suggestion.Author);
        json.Text("reviewer", suggestion.Reviewer);
        WriteInstant(json, "reviewedAt", suggestion.ReviewedAt);
        json.Text("decision", suggestion.Decision);
    }

    private static void WriteEvidence(Utf8JsonWriter json, Evidence evidence)
    {
        json.Text("document", evidence.Document);
        json.Text("section", evidence.Section);
        json.Text("text", evidence.Text);
        json.YesNo("negated", evidence.Negated);
        json.Text("temporality", evidence.Temporality);
        json.Text("subject", evidence.Subject);
        json.Text("certainty", evidence.Certainty);
    }

    private static void WriteInstant(Utf8JsonWriter json, string name, DateTimeOffset? value)
    {
        if (value is DateTimeOffset instant)
        {
            json.WriteString(name, instant);
        }
    }
}
