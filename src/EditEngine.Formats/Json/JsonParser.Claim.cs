using System.Collections.Immutable;
using System.Text.Json;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Diagnostics;

namespace EditEngine.Formats.Json;

/// <summary>The claim itself, its lists of codes and the payer's facts.</summary>
internal ref partial struct JsonParser
{
    private const int MostLines = 999;

    /// <summary>The claim; null where anything in it is an error.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public Claim? ReadClaim()
    {
        if (!BeginsObject())
        {
            return null;
        }

        Claim claim = ReadClaimMembers();
        return IsGoodToEnd() ? claim : null;
    }

    private Claim ReadClaimMembers()
    {
        string? id = null, payer = null, lineOfBusiness = null, product = null, state = null, contract = null;
        string? originalClaimId = null, priorAuthorization = null, cliaNumber = null, accident = null;
        DateOnly? received = null, processed = null, originalDecision = null, from = null, through = null, admission = null, discharge = null;
        Code frequency = default, delayReason = default, billType = default, drg = default;
        Code dischargeStatus = default, admissionType = default, admissionSource = default;
        ClaimType type = ClaimType.Unknown;
        long? totalCharge = null;
        Patient? patient = null;
        Provider? billing = null, rendering = null, referring = null, ordering = null, supervising = null, attending = null, operating = null, facility = null;
        ImmutableArray<Code> attachments = [], conditionCodes = [];
        ImmutableArray<string> notes = [];
        ImmutableArray<OtherPayer> otherPayers = [];
        ImmutableArray<Diagnosis> diagnoses = default;
        ImmutableArray<InpatientProcedure> procedures = [];
        ImmutableArray<OccurrenceCode> occurrenceCodes = [];
        ImmutableArray<ValueCode> valueCodes = [];
        ImmutableArray<ServiceLine> lines = default;
        ImmutableArray<HistoryLine> history = default;
        ImmutableArray<Authorization> authorizations = default;
        CodingRecord? codingRecord = null;
        ImmutableSortedDictionary<string, FactValue> facts = FactValue.NoFacts;

        TryOpen(ClaimMembers.Claim, out OpenObject open);
        while (NextMember(ref open, out string name))
        {
            switch (name)
            {
                case "id": _context.ClaimId = id = ReadText(); break;
                case "type": type = (ClaimType)(ReadWordIndex(ClaimWords.ClaimTypes) + 1); break;
                case "payer": payer = ReadText(); break;
                case "lineOfBusiness": lineOfBusiness = ReadText(); break;
                case "product": product = ReadText(); break;
                case "state": state = ReadText(); break;
                case "contract": contract = ReadText(); break;
                case "receivedDate": received = ReadDate(); break;
                case "processedDate": processed = ReadDate(); break;
                case "frequency": frequency = ReadCode(CodeSystem.Frequency); break;
                case "originalClaimId": originalClaimId = ReadText(); break;
                case "originalDecisionDate": originalDecision = ReadDate(); break;
                case "delayReason": delayReason = ReadCode(CodeSystem.DelayReason); break;
                case "billType": billType = ReadBillType(); break;
                case "from": from = ReadDate(); break;
                case "through": through = ReadDate(); break;
                case "admissionDate": admission = ReadDate(); break;
                case "dischargeDate": discharge = ReadDate(); break;
                case "dischargeStatus": dischargeStatus = ReadCode(CodeSystem.DischargeStatus); break;
                case "admissionType": admissionType = ReadCode(CodeSystem.AdmissionType); break;
                case "admissionSource": admissionSource = ReadCode(CodeSystem.AdmissionSource); break;
                case "drg": drg = ReadCode(CodeSystem.Drg); break;
                case "priorAuthorization": priorAuthorization = ReadText(); break;
                case "cliaNumber": cliaNumber = ReadText(); break;
                case "totalCharge": totalCharge = ReadCents(); break;
                case "accident": accident = ReadText(); break;
                case "attachments": attachments = ReadCodes(CodeSystem.Attachment); break;
                case "notes": notes = ReadTexts(); break;
                case "otherPayers": otherPayers = ReadOtherPayers(); break;
                case "patient": patient = ReadPatient(); break;
                case "billing": billing = ReadProvider(); break;
                case "rendering": rendering = ReadProvider(); break;
                case "referring": referring = ReadProvider(); break;
                case "ordering": ordering = ReadProvider(); break;
                case "supervising": supervising = ReadProvider(); break;
                case "attending": attending = ReadProvider(); break;
                case "operating": operating = ReadProvider(); break;
                case "facility": facility = ReadProvider(); break;
                case "diagnoses": diagnoses = ReadDiagnoses(); break;
                case "procedures": procedures = ReadList(static (ref JsonParser parser) => parser.ReadInpatientProcedure()!); break;
                case "conditionCodes": conditionCodes = ReadCodes(CodeSystem.Condition); break;
                case "occurrenceCodes": occurrenceCodes = ReadList(static (ref JsonParser parser) => parser.ReadOccurrenceCode()!); break;
                case "valueCodes": valueCodes = ReadList(static (ref JsonParser parser) => parser.ReadValueCode()!); break;
                case "lines": lines = ReadLines(); break;
                case "history": history = ReadList(static (ref JsonParser parser) => parser.ReadHistoryLine()!); break;
                case "authorizations": authorizations = ReadList(static (ref JsonParser parser) => parser.ReadAuthorization()!); break;
                case "codingRecord": codingRecord = ReadCodingRecord(); break;
                case "facts": facts = ReadFacts(); break;
            }
        }

        Require(open, "id", id is not null);
        Require(open, "type", type != ClaimType.Unknown);
        Require(open, "lines", !lines.IsDefault);
        return new Claim
        {
            Id = id ?? "",
            Type = type,
            Payer = payer,
            LineOfBusiness = lineOfBusiness,
            Product = product,
            State = state,
            Contract = contract,
            ReceivedDate = received,
            ProcessedDate = processed,
            Frequency = frequency,
            OriginalClaimId = originalClaimId,
            OriginalDecisionDate = originalDecision,
            DelayReason = delayReason,
            BillType = billType,
            From = from,
            Through = through,
            AdmissionDate = admission,
            DischargeDate = discharge,
            DischargeStatus = dischargeStatus,
            AdmissionType = admissionType,
            AdmissionSource = admissionSource,
            Drg = drg,
            PriorAuthorization = priorAuthorization,
            CliaNumber = cliaNumber,
            TotalChargeCents = totalCharge,
            Accident = accident,
            Attachments = attachments,
            Notes = notes,
            OtherPayers = otherPayers,
            Patient = patient,
            Billing = billing,
            Rendering = rendering,
            Referring = referring,
            Ordering = ordering,
            Supervising = supervising,
            Attending = attending,
            Operating = operating,
            Facility = facility,
            Diagnoses = diagnoses,
            Procedures = procedures,
            ConditionCodes = conditionCodes,
            OccurrenceCodes = occurrenceCodes,
            ValueCodes = valueCodes,
            Lines = lines,
            History = history,
            Authorizations = authorizations,
            CodingRecord = codingRecord,
            Facts = facts,
        };
    }

    private ImmutableArray<ServiceLine> ReadLines()
    {
        int problems = _context.ProblemCount;
        long start = _json.TokenStartIndex;
        ImmutableArray<ServiceLine> lines = ReadList(static (ref JsonParser parser) => parser.ReadLine()!, MostLines);
        if (lines is { IsDefault: false, IsEmpty: true } && _context.ProblemCount == problems && TryFaultAt(start, null, out JsonPlace? place))
        {
            _context.Add(JsonDiagnostics.NoLines(place));
        }

        return lines;
    }

    private ImmutableSortedDictionary<string, FactValue> ReadFacts()
    {
        if (_json.TokenType != JsonTokenType.StartObject)
        {
            ReportWrongType(ObjectFits);
            return FactValue.NoFacts;
        }

        ImmutableSortedDictionary<string, FactValue>.Builder facts = FactValue.NoFacts.ToBuilder();
        HashSet<string> names = new(StringComparer.Ordinal);
        while (_json.Read() && _json.TokenType != JsonTokenType.EndObject)
        {
            string name = ReadString() ?? "?";
            if (!names.Add(name) && TryFault(out JsonPlace? place))
            {
                _context.Add(JsonDiagnostics.RepeatedMember(place, name));
            }

            _json.Read();
            if (_json.TokenType != JsonTokenType.Null && ReadFact() is FactValue fact)
            {
                facts[name] = fact;
            }
        }

        return facts.ToImmutable();
    }

    private FactValue? ReadFact()
    {
        switch (_json.TokenType)
        {
            case JsonTokenType.String:
                return ReadString() is string text ? new FactValue { Text = text } : null;
            case JsonTokenType.Number:
                return ReadNumber() is decimal number ? new FactValue { Number = number } : null;
            case JsonTokenType.True or JsonTokenType.False:
                return new FactValue { YesNo = _json.TokenType == JsonTokenType.True };
            default:
                ReportWrongType("a text, a number, true or false");
                return null;
        }
    }
}
