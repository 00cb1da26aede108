using System.Collections.Immutable;
using System.Globalization;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Notation;

/// <summary>A claim while it is read; whatever a test does not say gets its default when the claim is built.</summary>
internal sealed class ClaimNotationBuilder
{
    private const int DaysToReceipt = 10;
    private const int DaysToProcessing = 5;
    private const long DefaultChargeCents = 100_00;

    private static readonly Code Office = Code.From(CodeSystem.PlaceOfService, "11");

    private static readonly Code Outpatient = Code.From(CodeSystem.BillType, "131");

    // Headache: of either sex and any age, no cause of an accident, no manifestation, no maternity.
    private static readonly Diagnosis Harmless = new() { Code = Code.From(CodeSystem.Diagnosis, "R51.9") };

    private static readonly Code InternalMedicine = Code.From(CodeSystem.Specialty, "11");

    private Claim _claim = new()
    {
        Id = "TEST",
        Type = ClaimType.Professional,
        Lines = [],
        Patient = new Patient { Sex = "F", BirthDate = new DateOnly(1970, 1, 1) },
        Billing = new Provider { Npi = "1000000004", TaxId = "990000001", Specialty = InternalMedicine },
        Rendering = new Provider { Npi = "1000000012", TaxId = "990000001", Specialty = InternalMedicine },
    };

    public List<LineDraft> Lines { get; } = [];

    public List<HistoryDraft> History { get; } = [];

    public List<Diagnosis> Diagnoses { get; } = [];

    public List<InpatientProcedure> Procedures { get; } = [];

    public List<OccurrenceCode> Occurrences { get; } = [];

    public List<ValueCode> Values { get; } = [];

    public List<(string Role, Certificate Certificate)> Certificates { get; } = [];

    public List<Authorization> Authorizations { get; } = [];

    public List<Suggestion> Suggestions { get; } = [];

    public SortedDictionary<string, FactValue> Facts { get; } = new(StringComparer.Ordinal);

    public bool HasNoAuthorizations { get; set; }

    public bool HasNoCertificates { get; set; }

    public bool HasNoDiagnoses { get; set; }

    public bool HasNoSuggestions { get; set; }

    /// <summary>The last day of service, once the claim is built.</summary>
    public DateOnly LastService { get; private set; }

    public void SetType(ClaimType type) =>
        _claim = _claim with { Type = type, BillType = type == ClaimType.Institutional && _claim.BillType.IsMissing ? Outpatient : _claim.BillType };

    public void Set(WrittenValue field) => _claim = FieldWriters.Write(ThingKinds.Claim, _claim, field.Path, field.Value);

    /// <summary>The claim with its defaults; null after a mistake.</summary>
    /// <param name="place">The test.</param>
    /// <param name="report">Takes mistakes that only the whole claim shows.</param>
    public Claim? Build(SourceSpan place, NotationReport report)
    {
        int before = report.Count;
        if (Lines.Count == 0)
        {
            report.Add(TestDiagnostics.NoLine(place));
            return null;
        }

        AddDiagnoses();
        AddCertificates();
        ImmutableArray<ServiceLine> lines = BuildLines(report);
        if (report.Count > before)
        {
            return null;
        }

        DateOnly first = lines.Min(line => line.From!.Value); // Each line was given its date.
        LastService = lines.Max(line => line.Through ?? line.From!.Value);
        DateOnly received = _claim.ReceivedDate ?? Later(LastService, DaysToReceipt);
        Claim claim = _claim with
        {
            Lines = lines,
            From = _claim.From ?? first,
            Through = _claim.Through ?? LastService,
            TotalChargeCents = _claim.TotalChargeCents ?? lines.Sum(line => line.ChargeCents),
            ReceivedDate = received,
            ProcessedDate = _claim.ProcessedDate ?? Later(received, DaysToProcessing),
            Procedures = _claim.Procedures.AddRange(Procedures),
            OccurrenceCodes = _claim.OccurrenceCodes.AddRange(Occurrences),
            ValueCodes = _claim.ValueCodes.AddRange(Values),
            Authorizations = Authorizations.Count > 0 || HasNoAuthorizations ? [.. Authorizations] : default,
            CodingRecord = Suggestions.Count > 0 || HasNoSuggestions ? new CodingRecord { Suggestions = [.. Suggestions] } : null,
            Facts = FactValue.NoFacts.AddRange(Facts),
        };
        claim = claim with { History = BuildHistory(claim, report) };
        return report.Count > before ? null : claim;
    }

    private static DateOnly Later(DateOnly day, int days) => DateOnly.FromDayNumber(Math.Min(day.DayNumber + days, DateOnly.MaxValue.DayNumber));

    private void AddDiagnoses()
    {
        ImmutableArray<Diagnosis> own = _claim.Diagnoses.IsDefault ? [] : _claim.Diagnoses;
        own = own.AddRange(Diagnoses);
        _claim = _claim with { Diagnoses = own.IsEmpty && !HasNoDiagnoses ? [Harmless] : own };
    }

    private void AddCertificates()
    {
        if (HasNoCertificates)
        {
            _claim = _claim with { Billing = (_claim.Billing ?? new Provider()) with { Certificates = [] } };
        }

        foreach ((string role, Certificate certificate) in Certificates)
        {
            _claim = FieldWriters.ChangeProvider(_claim, role, provider => provider with
            {
                Certificates = (provider.Certificates.IsDefault ? [] : provider.Certificates).Add(certificate),
            });
        }
    }

    private ImmutableArray<ServiceLine> BuildLines(NotationReport report)
    {
        ImmutableArray<ServiceLine>.Builder lines = ImmutableArray.CreateBuilder<ServiceLine>();
        DateOnly? day = _claim.From;
        foreach (LineDraft draft in Lines)
        {
            int number = draft.Number > 0 ? draft.Number : lines.Select(line => line.Number).DefaultIfEmpty(0).Max() + 1;
            string name = string.Create(CultureInfo.InvariantCulture, $"Line {number}");
            if (lines.Any(line => line.Number == number))
            {
                report.Add(TestDiagnostics.Twice(draft.Place, name));
            }

            foreach ((int position, SourceSpan place) in draft.Pointers.IsDefault ? [] : draft.Pointers)
            {
                if (position > _claim.Diagnoses.Length)
                {
                    report.Add(TestDiagnostics.NotThere(
                        place, string.Create(CultureInfo.InvariantCulture, $"diagnosis {position}"), string.Join(", ", _claim.Diagnoses.Select(d => d.Code.ToString()))));
                }
            }

            ServiceLine line = WithDefaults(Written(draft), number);
            line = line with
            {
                DiagnosisPointers = !draft.Pointers.IsDefault ? [.. draft.Pointers.Select(pointer => pointer.Position)]
                    : line.DiagnosisPointers.IsDefaultOrEmpty ? [.. Enumerable.Range(1, _claim.Diagnoses.Length)]
                    : line.DiagnosisPointers,
            };

            // A line that names no day is of the day of the line before it.
            line = line with { From = line.From ?? day };
            day = line.From;
            if (line.From is null)
            {
                report.Add(TestDiagnostics.NoDate(draft.Place, name));
            }

            lines.Add(line);
        }

        return lines.ToImmutable();
    }

    private ServiceLine Written(LineDraft draft)
    {
        ServiceLine line = draft.Line;
        foreach (WrittenValue field in draft.Fields)
        {
            line = FieldWriters.Write(ThingKinds.Line, line, field.Path, field.Value, _claim.Rendering);
        }

        return line;
    }

    private static ServiceLine WithDefaults(ServiceLine line, int number) => line with
    {
        Number = number,
        Units = line.Units ?? 1,
        ChargeCents = line.ChargeCents ?? DefaultChargeCents,
        PlaceOfService = line.PlaceOfService.IsMissing ? Office : line.PlaceOfService,
    };

    private ImmutableArray<HistoryLine> BuildHistory(Claim claim, NotationReport report)
    {
        ImmutableArray<HistoryLine>.Builder history = ImmutableArray.CreateBuilder<HistoryLine>();
        foreach (HistoryDraft draft in History)
        {
            string id = draft.ClaimId ?? string.Create(CultureInfo.InvariantCulture, $"H{history.Count + 1}");
            int number = draft.Number > 0 ? draft.Number : history.Where(h => h.ClaimId == id).Select(h => h.Line.Number).DefaultIfEmpty(0).Max() + 1;
            string name = string.Create(CultureInfo.InvariantCulture, $"Line {number} of claim {id}");
            if (history.Any(h => h.ClaimId == id && h.Line.Number == number))
            {
                report.Add(TestDiagnostics.Twice(draft.Place, name));
            }

            HistoryLine line = BuildHistoryLine(draft, claim, id, number);
            if (line.Line.From is null)
            {
                report.Add(TestDiagnostics.NoDate(draft.Place, "The history line"));
            }

            history.Add(line);
        }

        return history.ToImmutable();
    }

    private static HistoryLine BuildHistoryLine(HistoryDraft draft, Claim claim, string id, int number)
    {
        ClaimType type = draft.Type == ClaimType.Unknown ? claim.Type : draft.Type;
        HistoryLine history = new()
        {
            ClaimId = id,
            Line = draft.Line with { Rendering = claim.Rendering },
            Status = draft.Status,
            ClaimType = type,
            BillType = type == ClaimType.Institutional ? Outpatient : default,
            Billing = claim.Billing,
            Diagnoses = [Harmless],
        };
        foreach (WrittenValue field in draft.Fields)
        {
            history = FieldWriters.Write(ThingKinds.History, history, field.Path, field.Value);
        }

        ServiceLine line = WithDefaults(history.Line, number);
        decimal? paid = draft.Status switch { LineStatus.Paid or LineStatus.Adjusted => line.Units, LineStatus.InProcess => null, _ => 0 };
        return history with { Line = line, PaidUnits = history.PaidUnits ?? paid };
    }
}
