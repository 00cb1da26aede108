using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Diagnostics;

namespace EditEngine.Formats.Json;

/// <summary>Service lines, of the claim and of history.</summary>
internal ref partial struct JsonParser
{
    private const int MostModifiers = 4;

    private ServiceLine? ReadLine()
    {
        if (!TryOpen(ClaimMembers.Line, out OpenObject open))
        {
            return null;
        }

        LineDraft line = new();
        while (NextMember(ref open, out string name))
        {
            ReadLineMember(name, ref line, leastNumber: 1);
            if (name == "number" && line.Number is int number && !_context.LineNumbers.Add(number) && TryFault(out JsonPlace? place))
            {
                _context.Add(JsonDiagnostics.RepeatedLineNumber(place, number));
            }
        }

        Require(open, "number", line.Number is not null);
        return line.ToLine();
    }

    private HistoryLine? ReadHistoryLine()
    {
        if (!TryOpen(ClaimMembers.HistoryLine, out OpenObject open))
        {
            return null;
        }

        LineDraft line = new();
        string? claimId = null;
        ClaimType type = ClaimType.Unknown;
        int status = -1;
        decimal? paidUnits = null;
        long? paidAmount = null;
        DateOnly? adjudicated = null, admission = null, discharge = null;
        Code billType = default;
        Provider? billing = null;
        ImmutableArray<Diagnosis> diagnoses = default;
        while (NextMember(ref open, out string name))
        {
            switch (name)
            {
                case "claimId": claimId = ReadText(); break;
                case "claimType": type = (ClaimType)(ReadWordIndex(ClaimWords.ClaimTypes) + 1); break;
                case "status": status = ReadWordIndex(ClaimWords.LineStatuses); break;
                case "paidUnits": paidUnits = ReadNumber(); break;
                case "paidAmount": paidAmount = ReadCents(); break;
                case "adjudicatedDate": adjudicated = ReadDate(); break;
                case "billType": billType = ReadBillType(); break;
                case "admissionDate": admission = ReadDate(); break;
                case "dischargeDate": discharge = ReadDate(); break;
                case "billing": billing = ReadProvider(); break;
                case "diagnoses": diagnoses = ReadDiagnoses(); break;
                default: ReadLineMember(name, ref line, leastNumber: int.MinValue); break;
            }
        }

        Require(open, "claimId", claimId is not null);
        Require(open, "number", line.Number is not null);
        Require(open, "status", status >= 0);
        return new HistoryLine
        {
            ClaimId = claimId ?? "",
            Line = line.ToLine(),
            Status = (LineStatus)Math.Max(status, 0),
            ClaimType = type,
            PaidUnits = paidUnits,
            PaidAmountCents = paidAmount,
            AdjudicatedDate = adjudicated,
            BillType = billType,
            AdmissionDate = admission,
            DischargeDate = discharge,
            Billing = billing,
            Diagnoses = diagnoses,
        };
    }

    private void ReadLineMember(string name, ref LineDraft line, int leastNumber)
    {
        switch (name)
        {
            case "number": line.Number = ReadWhole(leastNumber); break;
            case "procedure": line.Procedure = ReadCode(CodeSystem.Procedure); break;
            case "modifiers": line.Modifiers = ReadCodes(CodeSystem.Modifier, MostModifiers); break;
            case "revenueCode": line.RevenueCode = ReadCode(CodeSystem.Revenue); break;
            case "units": line.Units = ReadNumber(); break;
            case "unitBasis": line.UnitBasis = ReadWord(ClaimWords.UnitBases); break;
            case "charge": line.ChargeCents = ReadCents(); break;
            case "nonCoveredCharge": line.NonCoveredChargeCents = ReadCents(); break;
            case "from": line.From = ReadDate(); break;
            case "through": line.Through = ReadDate(); break;
            case "placeOfService": line.PlaceOfService = ReadCode(CodeSystem.PlaceOfService); break;
            case "diagnosisPointers": line.DiagnosisPointers = ReadPointers(); break;
            case "emergency": line.Emergency = ReadYesNo(); break;
            case "description": line.Description = ReadText(); break;
            case "rendering": line.Rendering = ReadProvider(); break;
            case "ordering": line.Ordering = ReadProvider(); break;
            case "ndc": line.Ndc = ReadNdc(); break;
            case "tooth": line.Tooth = ReadCode(CodeSystem.Tooth); break;
            case "surfaces": line.Surfaces = ReadCodes(CodeSystem.Surface); break;
            case "quadrant": line.Quadrant = ReadCode(CodeSystem.Quadrant); break;
            case "prosthesis": line.Prosthesis = ReadWord(ClaimWords.Prostheses); break;
            case "priorPlacementDate": line.PriorPlacementDate = ReadDate(); break;
            case "otherPayers": line.OtherPayers = ReadOtherPayers(); break;
            case "startTime": line.StartTime = ReadTime(); break;
            case "endTime": line.EndTime = ReadTime(); break;
        }
    }

    private DrugIdentification? ReadNdc()
    {
        if (!TryOpen(ClaimMembers.Ndc, out OpenObject open))
        {
            return null;
        }

        Code code = default;
        decimal? quantity = null;
        string? unit = null;
        while (NextMember(ref open, out string name))
        {
            switch (name)
            {
                case "code": code = ReadCode(CodeSystem.Ndc); break;
                case "quantity": quantity = ReadNumber(); break;
                case "unit": unit = ReadWord(ClaimWords.NdcUnits); break;
            }
        }

        return new DrugIdentification { Code = code, Quantity = quantity, Unit = unit };
    }

    /// <summary>A line while its members come in.</summary>
    private struct LineDraft
    {
        public int? Number;
        public Code Procedure;
        public ImmutableArray<Code> Modifiers = [];
        public Code RevenueCode;
        public decimal? Units;
        public string? UnitBasis;
        public long? ChargeCents;
        public long? NonCoveredChargeCents;
        public DateOnly? From;
        public DateOnly? Through;
        public Code PlaceOfService;
        public ImmutableArray<int> DiagnosisPointers;
        public bool? Emergency;
        public string? Description;
        public Provider? Rendering;
        public Provider? Ordering;
        public DrugIdentification? Ndc;
        public Code Tooth;
        public ImmutableArray<Code> Surfaces = [];
        public Code Quadrant;
        public string? Prosthesis;
        public DateOnly? PriorPlacementDate;
        public ImmutableArray<OtherPayer> OtherPayers = [];
        public TimeOnly? StartTime;
        public TimeOnly? EndTime;

        public LineDraft()
        {
        }

        public readonly ServiceLine ToLine() => new()
        {
            Number = Number ?? 0,
            Procedure = Procedure,
            Modifiers = Modifiers,
            RevenueCode = RevenueCode,
            Units = Units,
            UnitBasis = UnitBasis,
            ChargeCents = ChargeCents,
            NonCoveredChargeCents = NonCoveredChargeCents,
            From = From,
            Through = Through,
            PlaceOfService = PlaceOfService,
            DiagnosisPointers = DiagnosisPointers,
            Emergency = Emergency,
            Description = Description,
            Rendering = Rendering,
            Ordering = Ordering,
            Ndc = Ndc,
            Tooth = Tooth,
            Surfaces = Surfaces,
            Quadrant = Quadrant,
            Prosthesis = Prosthesis,
            PriorPlacementDate = PriorPlacementDate,
            OtherPayers = OtherPayers,
            StartTime = StartTime,
            EndTime = EndTime,
        };
    }
}
