using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Formats.X12;

namespace EditEngine.Formats.Rows;

/// <summary>Makes claims of the rows of one batch. What is the same object for several claims is made once.</summary>
internal sealed class RowClaims(ClaimBatch batch)
{
    private const int MostPointer = 12;

    private static readonly ImmutableArray<int>[] Single = [.. Enumerable.Range(0, MostPointer + 1).Select(pointer => ImmutableArray.Create(pointer))];

    private Provider?[] _providers = [];
    private RowText _payerText;
    private string? _payer;

    /// <summary>A claim that was read without a problem, with its place.</summary>
    public ReadClaim Read(int row) => Read(row, Make(row));

    /// <summary>As above, of a claim that was made.</summary>
    public ReadClaim Read(int row, Claim made)
    {
        ref ClaimRow claim = ref batch.Claims[row];
        return new ReadClaim(made, made.Id, batch.PlaceOf(claim), [])
        {
            Conforms = claim.Conforms,
            Places = batch.SentOf(row) is SentClaim sent ? new X12SourceMap(sent) : null,
            Transaction = batch.TransactionOf(row),
        };
    }

    /// <summary>A claim.</summary>
    public Claim Make(int row)
    {
        ref ClaimRow from = ref batch.Claims[row];
        Claim claim = new() { Id = Text(from.Id) ?? "", Type = from.Type, Lines = Lines(from.Lines) };
        Fill(claim, ref from);
        claim._diagnoses = from.Diagnoses.IsMissing ? default : Diagnoses(from.Diagnoses);
        claim._patient = from.Patient.IsGiven ? Filled(new Patient(), from.Patient) : null;
        if (from.Detail != 0)
        {
            Add(claim, ref batch.ClaimDetails[from.Detail]);
        }

        return claim;
    }

    /// <summary>A claim, made in a room where it is good until the next is.</summary>
    public Claim Make(int row, ClaimRoom room)
    {
        ref ClaimRow from = ref batch.Claims[row];
        string? id = Text(from.Id);
        if (string.IsNullOrWhiteSpace(id))
        {
            return Make(row);
        }

        ClaimRoom.OneClaim one = from.Detail == 0 ? room.Plain : room.Detailed;
        Claim claim = one.Begin(id, from.Type, Lines(from.Lines, room));
        Fill(claim, ref from);
        claim._diagnoses = from.Diagnoses.IsMissing ? default : Diagnoses(from.Diagnoses, room);
        claim._patient = from.Patient.IsGiven ? Filled(one.Patient, from.Patient) : null;
        if (from.Detail != 0)
        {
            Add(claim, ref batch.ClaimDetails[from.Detail]);
        }

        return claim;
    }

    private void Fill(Claim claim, ref ClaimRow from)
    {
        (claim._payer, claim._frequency, claim._billType) = (Payer(from.Payer), Code.FromPacked(from.Frequency), Code.FromPacked(from.BillType));
        (claim._from, claim._through, claim._transactionDate) = (Day(from.From), Day(from.Through), Day(from.TransactionDate));
        claim._totalChargeCents = from.TotalChargeCents;
        (claim._billing, claim._rendering, claim._referring, claim._facility) = (Provider(from.Billing), Provider(from.Rendering), Provider(from.Referring), Provider(from.Facility));
    }

    private Patient Filled(Patient patient, in PatientRow from)
    {
        (patient._memberId, patient._birthDate, patient._sex) = (Text(from.MemberId), Day(from.BirthDate), RowWords.Sexes[from.Sex]);
        return patient;
    }

    private void Add(Claim claim, ref ClaimDetailRow from)
    {
        (claim._lineOfBusiness, claim._product, claim._state, claim._contract) = (Text(from.LineOfBusiness), Text(from.Product), Text(from.State), Text(from.Contract));
        (claim._receivedDate, claim._processedDate) = (Day(from.ReceivedDate), Day(from.ProcessedDate));
        (claim._originalClaimId, claim._originalDecisionDate, claim._delayReason) = (Text(from.OriginalClaimId), Day(from.OriginalDecisionDate), Code.FromPacked(from.DelayReason));
        (claim._admissionDate, claim._dischargeDate) = (Day(from.AdmissionDate), Day(from.DischargeDate));
        (claim._dischargeStatus, claim._admissionType, claim._admissionSource) =
            (Code.FromPacked(from.DischargeStatus), Code.FromPacked(from.AdmissionType), Code.FromPacked(from.AdmissionSource));
        claim._drg = Code.FromPacked(from.Drg);
        (claim._priorAuthorization, claim._referral, claim._cliaNumber) = (Text(from.PriorAuthorization), Text(from.Referral), Text(from.CliaNumber));
        (claim._accident, claim._accidentState, claim._accidentDate) = (RowWords.Causes[from.Causes.First], Text(from.AccidentState), Day(from.AccidentDate));
        claim._relatedCauses = Causes(from.Causes);
        claim._predetermination = from.Predetermination;
        (claim._ordering, claim._supervising, claim._attending, claim._operating) =
            (Provider(from.Ordering), Provider(from.Supervising), Provider(from.Attending), Provider(from.Operating));
        (claim._conditionCodes, claim._ambulanceConditions) = (Codes(batch.Codes, from.ConditionCodes), Codes(batch.Codes, from.AmbulanceConditions));
        claim._attachments = Codes(batch.Attachments, from.Attachments);
        claim._notes = Notes(from.Notes);
        claim._procedures = Procedures(from.Procedures);
        claim._occurrenceCodes = Occurrences(from.Occurrences);
        claim._valueCodes = Values(from.Values);
        claim._otherPayers = OtherPayers(from.OtherPayers);
        if (claim._patient is Patient patient)
        {
            patient._missingTeeth = Codes(batch.MissingTeeth, from.MissingTeeth);
        }
    }

    private ImmutableArray<ServiceLine> Lines(RowRange list)
    {
        ServiceLine[] lines = new ServiceLine[list.Count];
        for (int i = 0; i < lines.Length; i++)
        {
            lines[i] = Line(ref batch.Lines[list.First + i]);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(lines);
    }

    private ImmutableArray<ServiceLine> Lines(RowRange list, ClaimRoom room)
    {
        ServiceLine[] lines = room.Lines(list.Count);
        for (int i = 0; i < lines.Length; i++)
        {
            ref ServiceLineRow row = ref batch.Lines[list.First + i];
            lines[i] = row.Number <= 0 ? Line(ref row) : row.Detail == 0 ? Filled(room.Line(i), ref row) : Detailed(room.DetailedLine(i), ref row);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(lines);
    }

    private ServiceLine Line(ref ServiceLineRow from)
    {
        ServiceLine line = new() { Number = from.Number };
        return from.Detail == 0 ? Filled(line, ref from) : Detailed(line, ref from);
    }

    private ServiceLine Detailed(ServiceLine line, ref ServiceLineRow from)
    {
        Add(Filled(line, ref from), ref batch.LineDetails[from.Detail]);
        return line;
    }

    private ServiceLine Filled(ServiceLine line, ref ServiceLineRow from)
    {
        line._number = from.Number;
        (line._procedure, line._revenueCode, line._placeOfService) = (Code.FromPacked(from.Procedure), Code.FromPacked(from.RevenueCode), Code.FromPacked(from.PlaceOfService));
        line._modifiers = Codes(batch.Codes, from.Modifiers);
        line._diagnosisPointers = Pointers(from.Pointers);
        (line._units, line._unitBasis, line._chargeCents) = (from.Units, RowWords.UnitBases[from.UnitBasis], from.ChargeCents);
        (line._from, line._through) = (Day(from.From), Day(from.Through));
        (line._emergency, line._rendering) = (from.Emergency, Provider(from.Rendering));
        return line;
    }

    private void Add(ServiceLine line, ref LineDetailRow from)
    {
        (line._hipps, line._nonCoveredChargeCents, line._description) = (Code.FromPacked(from.Hipps), from.NonCoveredChargeCents, Text(from.Description));
        (line._priorAuthorization, line._referral) = (Text(from.PriorAuthorization), Text(from.Referral));
        (line._cliaNumber, line._referringCliaNumber) = (Text(from.CliaNumber), Text(from.ReferringCliaNumber));
        (line._ordering, line._referring, line._supervising) = (Provider(from.Ordering), Provider(from.Referring), Provider(from.Supervising));
        (line._operating, line._facility) = (Provider(from.Operating), Provider(from.Facility));
        line._ambulanceConditions = Codes(batch.Codes, from.AmbulanceConditions);
        line._ndc = from.HasDrug ? new DrugIdentification { Code = Code.FromPacked(from.DrugCode), Quantity = from.DrugQuantity, Unit = Text(from.DrugUnit) } : null;
        (line._tooth, line._quadrant) = (Code.FromPacked(from.Tooth), Code.FromPacked(from.Quadrant));
        (line._surfaces, line._areas) = (Codes(batch.Codes, from.Surfaces), Codes(batch.Codes, from.Areas));
        line._teeth = Teeth(from.Teeth);
        (line._prosthesis, line._priorPlacementDate) = (RowWords.Prostheses[from.Prosthesis], Day(from.PriorPlacementDate));
        line._otherPayers = OtherPayers(from.OtherPayers);
        (line._startTime, line._endTime) = (from.StartTime, from.EndTime);
    }

    private ImmutableArray<Diagnosis> Diagnoses(RowRange list)
    {
        Diagnosis[] made = new Diagnosis[list.Count];
        for (int i = 0; i < made.Length; i++)
        {
            made[i] = Filled(new Diagnosis { Code = default }, batch.Diagnoses[list.First + i]);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(made);
    }

    private ImmutableArray<Diagnosis> Diagnoses(RowRange list, ClaimRoom room)
    {
        Diagnosis[] made = room.Diagnoses(list.Count);
        for (int i = 0; i < made.Length; i++)
        {
            made[i] = Filled(room.Diagnosis(i), batch.Diagnoses[list.First + i]);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(made);
    }

    private static Diagnosis Filled(Diagnosis diagnosis, in DiagnosisRow from)
    {
        (diagnosis._code, diagnosis._type, diagnosis._presentOnAdmission) = (Code.FromPacked(from.Code), RowWords.DiagnosisRoles[from.Role], Code.FromPacked(from.PresentOnAdmission));
        return diagnosis;
    }

    private ImmutableArray<InpatientProcedure> Procedures(RowRange list) => Each(batch.Procedures, list, static row =>
        new InpatientProcedure { Code = Code.FromPacked(row.Code), Date = Day(row.Date), Principal = row.Principal });

    private ImmutableArray<OccurrenceCode> Occurrences(RowRange list) => Each(batch.Occurrences, list, static row =>
        new OccurrenceCode { Code = Code.FromPacked(row.Code), Date = Day(row.Date), Through = Day(row.Through) });

    private ImmutableArray<ValueCode> Values(RowRange list) => Each(batch.Values, list, static row => new ValueCode { Code = Code.FromPacked(row.Code), Amount = row.Amount });

    private ImmutableArray<TreatedTooth> Teeth(RowRange list) => Each(batch.Teeth, list, row =>
        new TreatedTooth { Tooth = Code.FromPacked(row.Tooth), Surfaces = Codes(batch.Codes, row.Surfaces) });

    private ImmutableArray<string> Notes(RowRange list) => Each(batch.Notes, list, row => Text(row) ?? "");

    private ImmutableArray<OtherPayer> OtherPayers(RowRange list) => Each(batch.OtherPayers, list, row => new OtherPayer
    {
        Payer = Text(row.Payer),
        Order = Text(row.Order),
        FilingIndicator = Text(row.FilingIndicator),
        PaidAmountCents = row.PaidAmountCents,
        RemainingLiabilityCents = row.RemainingLiabilityCents,
        NonCoveredCents = row.NonCoveredCents,
        ClaimNumber = Text(row.ClaimNumber),
        PriorAuthorization = Text(row.PriorAuthorization),
        Referral = Text(row.Referral),
        BundledLine = row.BundledLine,
        PaidUnits = row.PaidUnits,
        Procedure = Code.FromPacked(row.Procedure),
        Modifiers = Codes(batch.Codes, row.Modifiers),
        DecisionDate = Day(row.DecisionDate),
        Adjustments = Each(batch.Adjustments, row.Adjustments, adjustment => new Adjustment
        {
            Group = Text(adjustment.Group) ?? "",
            Reason = Code.FromPacked(adjustment.Reason),
            AmountCents = adjustment.AmountCents,
            Quantity = adjustment.Quantity,
        }),
    });

    private static ImmutableArray<TMade> Each<TRow, TMade>(RowTable<TRow> rows, RowRange list, Func<TRow, TMade> make)
        where TRow : unmanaged
    {
        if (list.Count == 0)
        {
            return [];
        }

        TMade[] made = new TMade[list.Count];
        for (int i = 0; i < made.Length; i++)
        {
            made[i] = make(rows[list.First + i]);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(made);
    }

    private static ImmutableArray<Code> Codes(RowTable<ulong> table, RowRange list)
    {
        if (list.Count == 0)
        {
            return [];
        }

        Code[] codes = new Code[list.Count];
        for (int i = 0; i < codes.Length; i++)
        {
            codes[i] = Code.FromPacked(table[list.First + i]);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(codes);
    }

    private ImmutableArray<int> Pointers(RowRange list)
    {
        if (list.IsMissing)
        {
            return default;
        }

        ReadOnlySpan<int> pointers = batch.Pointers.Of(list);
        return pointers is [>= 0 and <= MostPointer and var single] ? Single[single] : [.. pointers];
    }

    private static ImmutableArray<string> Causes((byte First, byte Second, byte Third) causes) =>
        causes.Second == 0 ? [] : [.. ((ReadOnlySpan<byte>)[causes.First, causes.Second, causes.Third]).ToArray().Where(cause => cause != 0).Select(cause => RowWords.Causes[cause]!)];

    private Provider? Provider(int row)
    {
        if (row == 0)
        {
            return null;
        }

        if (row >= _providers.Length)
        {
            Array.Resize(ref _providers, batch.Providers.Next);
        }

        return _providers[row] ??= Make(ref batch.Providers[row]);
    }

    private Provider Make(ref ProviderRow from)
    {
        Provider provider = new() { Npi = Text(from.Npi), TaxId = Text(from.TaxId), State = Text(from.State), Zip = Text(from.Zip), Country = Text(from.Country), Taxonomy = Code.FromPacked(from.Taxonomy) };
        (provider._specialty, provider._type, provider._organization) = (Code.FromPacked(from.Specialty), Text(from.Type), Text(from.Organization));
        return provider;
    }

    // Most claims of a batch go to one payer, or to that of the claim before.
    private string? Payer(RowText text)
    {
        if (text != _payerText)
        {
            _payer = !text.IsMissing && _payer is not null && batch.BytesOf(text).SequenceEqual(batch.BytesOf(_payerText)) ? _payer : Text(text);
            _payerText = text;
        }

        return _payer;
    }

    private string? Text(RowText text) => text.IsMissing ? null : Encoding.UTF8.GetString(batch.BytesOf(text));

    /// <summary>A day of a row.</summary>
    public static DateOnly? Day(int day) => day == PlainFacts.NoDay ? null : DateOnly.FromDayNumber(day - PlainFacts.FirstDay);
}
