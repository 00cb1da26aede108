using System.Buffers;
using System.Text.Json;
using EditEngine.Claims;

namespace EditEngine.Formats.Json;

/// <summary>Writes claims in JSON as <see cref="JsonClaimReader"/> reads them: one object of the claim schema a line.</summary>
/// <remarks>What is absent is not written; a list whose absence says the same as its being empty is not written when empty. One a thread.</remarks>
public sealed partial class ClaimWriter : IDisposable
{
    private readonly Utf8JsonWriter _json = new(new ArrayBufferWriter<byte>(1), JsonMembers.OneLine);

    /// <summary>Writes a claim and a line feed.</summary>
    public void Write(Claim claim, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(output);
        _json.Reset(output);
        _json.WriteStartObject();
        WriteMembers(_json, claim);
        _json.WriteEndObject();
        _json.Flush();
        output.Write("\n"u8);
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    private static void WriteMembers(Utf8JsonWriter json, Claim claim)
    {
        json.Text("id", claim.Id);
        json.Text("type", TypeWord(claim.Type));
        json.Text("payer", claim.Payer);
        json.Text("lineOfBusiness", claim.LineOfBusiness);
        json.Text("product", claim.Product);
        json.Text("state", claim.State);
        json.Text("contract", claim.Contract);
        json.Date("receivedDate", claim.ReceivedDate);
        json.Date("processedDate", claim.ProcessedDate);
        json.Code("frequency", claim.Frequency);
        json.Text("originalClaimId", claim.OriginalClaimId);
        json.Date("originalDecisionDate", claim.OriginalDecisionDate);
        json.Code("delayReason", claim.DelayReason);
        json.Code("billType", claim.BillType);
        json.Date("from", claim.From);
        json.Date("through", claim.Through);
        json.Date("admissionDate", claim.AdmissionDate);
        json.Date("dischargeDate", claim.DischargeDate);
        json.Code("dischargeStatus", claim.DischargeStatus);
        json.Code("admissionType", claim.AdmissionType);
        json.Code("admissionSource", claim.AdmissionSource);
        json.Code("drg", claim.Drg);
        json.Text("priorAuthorization", claim.PriorAuthorization);
        json.Text("cliaNumber", claim.CliaNumber);
        json.Dollars("totalCharge", claim.TotalChargeCents);
        json.Text("accident", claim.Accident);
        json.Codes("attachments", claim.Attachments.OrAbsent());
        json.Texts("notes", claim.Notes.OrAbsent());
        json.Objects("otherPayers", claim.OtherPayers.OrAbsent(), WriteOtherPayer);
        json.Object("patient", claim.Patient, WritePatient);
        WriteProviders(json, claim);
        json.Objects("diagnoses", claim.Diagnoses, WriteDiagnosis);
        json.Objects("procedures", claim.Procedures.OrAbsent(), WriteInpatientProcedure);
        json.Codes("conditionCodes", claim.ConditionCodes.OrAbsent());
        json.Objects("occurrenceCodes", claim.OccurrenceCodes.OrAbsent(), WriteOccurrenceCode);
        json.Objects("valueCodes", claim.ValueCodes.OrAbsent(), WriteValueCode);
        json.Objects("lines", claim.Lines, WriteLine);
        json.Objects("history", claim.History, WriteHistoryLine);
        json.Objects("authorizations", claim.Authorizations, WriteAuthorization);
        json.Object("codingRecord", claim.CodingRecord, WriteCodingRecord);
        WriteFacts(json, claim);
    }

    private static void WriteProviders(Utf8JsonWriter json, Claim claim)
    {
        json.Object("billing", claim.Billing, WriteProvider);
        json.Object("rendering", claim.Rendering, WriteProvider);
        json.Object("referring", claim.Referring, WriteProvider);
        json.Object("ordering", claim.Ordering, WriteProvider);
        json.Object("supervising", claim.Supervising, WriteProvider);
        json.Object("attending", claim.Attending, WriteProvider);
        json.Object("operating", claim.Operating, WriteProvider);
        json.Object("facility", claim.Facility, WriteProvider);
    }

    private static void WriteFacts(Utf8JsonWriter json, Claim claim)
    {
        if (claim.Facts.IsEmpty)
        {
            return;
        }

        json.WriteStartObject("facts");
        foreach ((string name, FactValue fact) in claim.Facts)
        {
            string written = Surrogates.Replaced(name);
            json.Text(written, fact.Text);
            json.Number(written, fact.Number);
            json.YesNo(written, fact.YesNo);
        }

        json.WriteEndObject();
    }

    private static string? TypeWord(ClaimType type) => type == ClaimType.Unknown ? null : ClaimWords.ClaimTypes[(int)type - 1];
}
