using System.Globalization;
using System.Text.Json;
using EditEngine.Claims;

namespace EditEngine.Formats.Json;

/// <summary>Service lines, of the claim and of history.</summary>
public sealed partial class ClaimWriter
{
    private static void WriteLine(Utf8JsonWriter json, ServiceLine line)
    {
        json.WriteNumber("number", line.Number);
        json.Code("procedure", line.Procedure);
        json.Codes("modifiers", line.Modifiers.OrAbsent());
        json.Code("revenueCode", line.RevenueCode);
        json.Number("units", line.Units);
        json.Text("unitBasis", line.UnitBasis);
        json.Dollars("charge", line.ChargeCents);
        json.Dollars("nonCoveredCharge", line.NonCoveredChargeCents);
        json.Date("from", line.From);
        json.Date("through", line.Through);
        json.Code("placeOfService", line.PlaceOfService);
        WritePointers(json, line);
        json.YesNo("emergency", line.Emergency);
        json.Text("description", line.Description);
        json.Object("rendering", line.Rendering, WriteProvider);
        json.Object("ordering", line.Ordering, WriteProvider);
        json.Object("ndc", line.Ndc, WriteNdc);
        json.Code("tooth", line.Tooth);
        json.Codes("surfaces", line.Surfaces.OrAbsent());
        json.Code("quadrant", line.Quadrant);
        json.Text("prosthesis", line.Prosthesis);
        json.Date("priorPlacementDate", line.PriorPlacementDate);
        json.Objects("otherPayers", line.OtherPayers.OrAbsent(), WriteOtherPayer);
        WriteTime(json, "startTime", line.StartTime);
        WriteTime(json, "endTime", line.EndTime);
    }

    private static void WriteHistoryLine(Utf8JsonWriter json, HistoryLine line)
    {
        json.Text("claimId", line.ClaimId);
        json.Text("claimType", TypeWord(line.ClaimType));
        json.WriteString("status", ClaimWords.LineStatuses[(int)line.Status]);
        json.Number("paidUnits", line.PaidUnits);
        json.Dollars("paidAmount", line.PaidAmountCents);
        json.Date("adjudicatedDate", line.AdjudicatedDate);
        json.Code("billType", line.BillType);
        json.Date("admissionDate", line.AdmissionDate);
        json.Date("dischargeDate", line.DischargeDate);
        json.Object("billing", line.Billing, WriteProvider);
        json.Objects("diagnoses", line.Diagnoses, WriteDiagnosis);
        WriteLine(json, line.Line);
    }

    private static void WritePointers(Utf8JsonWriter json, ServiceLine line)
    {
        if (line.DiagnosisPointers.IsDefault)
        {
            return;
        }

        json.WriteStartArray("diagnosisPointers");
        foreach (int pointer in line.DiagnosisPointers)
        {
            json.WriteNumberValue(pointer);
        }

        json.WriteEndArray();
    }

    private static void WriteNdc(Utf8JsonWriter json, DrugIdentification ndc)
    {
        json.Code("code", ndc.Code);
        json.Number("quantity", ndc.Quantity);
        json.Text("unit", ndc.Unit);
    }

    private static void WriteTime(Utf8JsonWriter json, string name, TimeOnly? value) =>
        json.Text(name, value?.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture));
}
