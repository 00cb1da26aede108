using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Codes;

namespace EditEngine.Conformance;

/// <summary>A claim with what readers let through and rules seldom think of: codes that fit no pattern, empty texts, negative and huge numbers, days at the ends of the calendar.</summary>
internal static class OddClaims
{
    private static readonly ImmutableArray<string> Endings = ["-25", "-rt", "-RT", ",4", "0000000000000000"];
    private static readonly ImmutableArray<decimal> Numbers = [decimal.MaxValue, -1m, decimal.MinValue, 0.0000000000000000000000000001m, 0m];
    private static readonly ImmutableArray<long> Cents = [-1, 0, 100_000_000_000_000, long.MaxValue];
    private static readonly ImmutableArray<DateOnly> Dates = [DateOnly.MinValue, DateOnly.MaxValue, new(2024, 2, 29), new(9999, 12, 1), new(1, 1, 31)];

    /// <summary>The claim as it could be too: each with other odd values in the same places.</summary>
    public static IEnumerable<Claim> Of(Claim claim) => Enumerable.Range(0, Endings.Length).Select(turn => new Oddity(turn).Of(claim));

    private sealed class Oddity(int turn)
    {
        private int _at = turn;

        public Claim Of(Claim claim) => claim with
        {
            State = "",
            Product = claim.Product is null ? null : "none",
            Frequency = Code(claim.Frequency),
            Drg = Code(claim.Drg),
            BillType = Code(claim.BillType),
            AdmissionDate = Date(),
            DischargeDate = Date(),
            ReceivedDate = Date(),
            TotalChargeCents = Money(),
            ConditionCodes = Codes(claim.ConditionCodes),
            Diagnoses = claim.Diagnoses.IsDefault ? default : [.. claim.Diagnoses.Select(one => one with { Code = Code(one.Code) })],
            Procedures = [.. claim.Procedures.Select(one => one with { Code = Code(one.Code), Date = Date() })],
            OccurrenceCodes = [.. claim.OccurrenceCodes.Select(one => one with { Code = Code(one.Code), Date = Date() })],
            ValueCodes = [.. claim.ValueCodes.Select(one => one with { Code = Code(one.Code), Amount = Number() })],
            Authorizations = claim.Authorizations.IsDefault ? default : [.. claim.Authorizations.Select(one => one with { Procedure = Code(one.Procedure), ApprovedUnits = Number(), Npi = "" })],
            CodingRecord = claim.CodingRecord is not CodingRecord record ? null
                : record with { Suggestions = [.. record.Suggestions.Select(one => one with { Code = Code(one.Code), Confidence = Number(), SuggestedAt = DateTimeOffset.MinValue, ChangedAt = DateTimeOffset.MaxValue })] },
            Lines = [.. claim.Lines.Select(Line)],
            History = claim.History.IsDefault ? default : [.. claim.History.Select(one => one with { Line = Line(one.Line), PaidUnits = Number(), PaidAmountCents = Money(), AdmissionDate = Date() })],
        };

        private ServiceLine Line(ServiceLine line) => line with
        {
            Procedure = Code(line.Procedure),
            Modifiers = Codes(line.Modifiers),
            PlaceOfService = Code(line.PlaceOfService),
            RevenueCode = Code(line.RevenueCode),
            Tooth = Code(line.Tooth),
            Description = line.Description is null ? null : "",
            Units = Number(),
            ChargeCents = Money(),
            From = Date(),
            Ndc = line.Ndc is DrugIdentification drug ? drug with { Code = Code(drug.Code), Quantity = Number() } : null,
        };

        private Code Code(Code code) => code.IsMissing ? code : EditEngine.Codes.Code.From(code.System, code.ToPlainText() + Next(Endings));

        private ImmutableArray<Code> Codes(ImmutableArray<Code> codes) => codes.IsDefault ? codes : [.. codes.Select(Code)];

        private decimal Number() => Next(Numbers);

        private long Money() => Next(Cents);

        private DateOnly Date() => Next(Dates);

        private T Next<T>(ImmutableArray<T> values) => values[_at++ % values.Length];
    }
}
