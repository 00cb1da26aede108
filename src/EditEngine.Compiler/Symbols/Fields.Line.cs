using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Codes;

namespace EditEngine.Compiler.Symbols;

/// <content>Fields of lines and history lines.</content>
public static partial class Fields
{
    private const ThingKinds LineOrHistory = ThingKinds.Line | ThingKinds.History;

    private static IEnumerable<FieldSymbol> LineFields() =>
    [
        Line("number", LanguageType.Number, Absence.Never, "number", "Line number.", l => (decimal)l.Number),
        Line("procedure", LanguageType.CodeOf(CodeSystem.Procedure), Absence.Missing, "procedure", "CPT, HCPCS or CDT code.", l => Given(l.Procedure)),
        Line("procedure_form", LanguageType.WordOf("procedure form", "CPT", "HCPCS", "CDT"), Absence.None, "procedure", "CPT, HCPCS or CDT, as its signs tell; none where it has no such form.", l => ProcedureForm.Of(l.Procedure)),
        Line("revenue", LanguageType.CodeOf(CodeSystem.Revenue), Absence.Missing, "revenueCode", "Revenue code.", l => Given(l.RevenueCode)),
        Line("place", LanguageType.CodeOf(CodeSystem.PlaceOfService), Absence.Missing, "placeOfService", "Place of service.", l => Given(l.PlaceOfService)),
        Line("charge", LanguageType.Money, Absence.Missing, "charge", "Charge.", l => Cents(l.ChargeCents)),
        Line("units", LanguageType.Units, Absence.Missing, "units", "Units billed.", l => l.Units),
        Line("unit_basis", LanguageType.WordOf("unit basis", "UN", "MJ", "DA"), Absence.None, "unitBasis", "UN units, MJ minutes, DA days.", l => l.UnitBasis),
        Line("tooth", LanguageType.CodeOf(CodeSystem.Tooth), Absence.Missing, "tooth", "Tooth.", l => Given(l.Tooth)),
        Line("quadrant", LanguageType.CodeOf(CodeSystem.Quadrant), Absence.Missing, "quadrant", "Quadrant or oral-cavity area.", l => Given(l.Quadrant)),
        Line("modifiers", LanguageType.ListOf(CodeSystem.Modifier), Absence.Empty, "modifiers", "Modifiers, in any position.", l => Given(l.Modifiers)),
        Line("surfaces", LanguageType.ListOf(CodeSystem.Surface), Absence.Empty, "surfaces", "Tooth surfaces.", l => Given(l.Surfaces)),
        Line("date", LanguageType.Date, Absence.Missing, "from", "Day of service, or its first day.", l => l.From),
        Line("through", LanguageType.Date, Absence.Missing, "through", "Last day of service; absent: the same as date.", l => l.Through ?? l.From),
        Line("days", LanguageType.Number with { IsNeverNegative = true }, Absence.Missing, "from", "Days of service, both ends counted.", Days),
        Line("start_at", LanguageType.Instant, Absence.Missing, "startTime", "When the service began: its time on its first day.", l => ServiceTimes.Start(l)),
        Line("end_at", LanguageType.Instant, Absence.Missing, "endTime", "When it ended: its time on its last day, or past midnight on the next.", l => ServiceTimes.End(l)),
        Line("ndc", LanguageType.ThingOf(ThingKinds.Drug), Absence.None, "ndc", "The drug of the line.", l => l.Ndc),
        Line("description", LanguageType.Text, Absence.None, "description", "Free text.", l => l.Description),
        Line("emergency", LanguageType.YesNo, Absence.None, "emergency", "Emergency indicator.", l => l.Emergency),
        Line("non_covered", LanguageType.Money, Absence.None, "nonCoveredCharge", "Non-covered charge.", l => Cents(l.NonCoveredChargeCents)),
        Line("prosthesis", LanguageType.WordOf("prosthesis", "initial", "replacement"), Absence.None, "prosthesis", "Initial or replacement.", l => l.Prosthesis),
        Line("prior_placement", LanguageType.Date, Absence.None, "priorPlacementDate", "Day of the prior placement.", l => l.PriorPlacementDate),
        Line("other_payers", CountOfPayers, Absence.Never, "otherPayers", "How many other payers decided the line.", l => (decimal)OtherPayerSums.Count(l.OtherPayers)),
        Line("other_paid", LanguageType.Money, Absence.None, "otherPayers.paidAmount", "What other payers paid of the line, all together.", l => Cents(OtherPayerSums.Paid(l.OtherPayers))),
        Line("other_adjusted", AnyMoney, Absence.None, "otherPayers.adjustments", "What other payers adjusted of the line, all together.", l => Cents(OtherPayerSums.Adjusted(l.OtherPayers))),
        Line("adjustment_reasons", LanguageType.ListOf(CodeSystem.Carc), Absence.Empty, "otherPayers.adjustments", "Reasons of those adjustments.", l => OtherPayerSums.Reasons(l.OtherPayers)),
        Line("ordering", ProviderType, Absence.Missing, "ordering", "The line's ordering provider.", l => l.Ordering),
        new(LineOrHistory, "rendering", ProviderType, Absence.Missing, "rendering", "Rendering provider: the line's own, else the claim's, taken whole.",
            s => s.Facts is ServiceLine line ? line.Rendering ?? s.Claim.Rendering : ((HistoryLine)s.Facts).Line.Rendering),
        new(LineOrHistory, "billing", ProviderType, Absence.Missing, "billing", "Billing provider.",
            s => s.Facts is HistoryLine h ? h.Billing : s.Claim.Billing),
        new(LineOrHistory, "diagnoses", LanguageType.ListOf(CodeSystem.Diagnosis), Absence.Missing, "diagnosisPointers", "The diagnoses it points at.", PointedAt),
        new(ThingKinds.Line, "stray_pointer", LanguageType.Number, Absence.None, "diagnosisPointers", "The first of its pointers that leads to no diagnosis.",
            s => (decimal?)DiagnosisPointers.FirstStray((ServiceLine)s.Facts, s.Claim)),
        History("status", LanguageType.WordOf("status", "paid", "denied", "adjusted", "voided", "in-process"), Absence.Never, "status", "What was decided.", h => Word(h.Status)),
        History("claim_id", LanguageType.Text, Absence.Never, "claimId", "The claim it stood on.", h => h.ClaimId),
        new(LineOrHistory, "claim_type", ClaimTypeWord, Absence.Missing, "claimType", "Type of its claim.",
            s => Word(s.Facts is HistoryLine h ? h.ClaimType : s.Claim.Type)),
        new(LineOrHistory, "bill_type", LanguageType.CodeOf(CodeSystem.BillType), Absence.Missing, "billType", "Type of bill of its claim.",
            s => Given(s.Facts is HistoryLine h ? h.BillType : s.Claim.BillType)),
        History("admission", LanguageType.Date, Absence.Missing, "admissionDate", "Admission of that claim.", h => h.AdmissionDate),
        History("discharge", LanguageType.Date, Absence.Missing, "dischargeDate", "Discharge of that claim.", h => h.DischargeDate),
        History("paid_units", LanguageType.Units, Absence.Missing, "paidUnits", "Units paid.", h => h.PaidUnits),
        History("paid_amount", LanguageType.Money, Absence.Missing, "paidAmount", "Amount paid.", h => Cents(h.PaidAmountCents)),
        History("adjudicated", LanguageType.Date, Absence.Missing, "adjudicatedDate", "Day it was decided.", h => h.AdjudicatedDate),
        new(ThingKinds.History, "replaced", LanguageType.YesNo, Absence.Derived, "originalClaimId", "Its claim is the one that this claim replaces.", IsReplaced),
    ];

    private static FieldSymbol Line(string name, LanguageType type, Absence absence, string member, string description, Func<ServiceLine, object?> read) =>
        new(LineOrHistory, name, type, absence, member, description, source => read(source.Facts as ServiceLine ?? ((HistoryLine)source.Facts).Line));

    private static FieldSymbol History(string name, LanguageType type, Absence absence, string member, string description, Func<HistoryLine, object?> read) =>
        new(ThingKinds.History, name, type, absence, member, description, source => read((HistoryLine)source.Facts));

    private static object? Days(ServiceLine line) =>
        line.From is DateOnly from ? (decimal)((line.Through ?? from).DayNumber - from.DayNumber + 1) : null;

    private static object? PointedAt(FieldSource source)
    {
        if (source.Facts is HistoryLine history)
        {
            return history.Diagnoses.IsDefault ? null : history.Diagnoses.Select(d => d.Code).ToImmutableArray();
        }

        ServiceLine line = (ServiceLine)source.Facts;
        if (line.DiagnosisPointers.IsDefault || (source.Claim.Diagnoses.IsDefault && line.DiagnosisPointers.Length > 0))
        {
            return null;
        }

        return line.DiagnosisPointers
            .Where(pointer => pointer >= 1 && pointer <= source.Claim.Diagnoses.Length)
            .Select(pointer => source.Claim.Diagnoses[pointer - 1].Code)
            .ToImmutableArray();
    }

    private static object? IsReplaced(FieldSource source) =>
        source.Claim.Frequency == Code.From(CodeSystem.Frequency, "7")
        && string.Equals(source.Claim.OriginalClaimId, ((HistoryLine)source.Facts).ClaimId, StringComparison.Ordinal);

    private static object? Word(LineStatus status) => status switch
    {
        LineStatus.Paid => "paid",
        LineStatus.Denied => "denied",
        LineStatus.Adjusted => "adjusted",
        LineStatus.Voided => "voided",
        _ => "in-process",
    };
}
