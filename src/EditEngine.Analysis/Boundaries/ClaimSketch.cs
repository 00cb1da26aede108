using System.Collections.Immutable;
using System.Globalization;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Compiler.Notation;

namespace EditEngine.Analysis.Boundaries;

/// <summary>The lines of a test while they are written.</summary>
internal sealed class ClaimSketch
{
    private static readonly Code Harmless = Code.From(CodeSystem.Diagnosis, "R51.9");

    private readonly List<SketchRow> _rows = [];
    private readonly List<string> _missing = [];
    private readonly int _diagnoses;

    public ClaimSketch(Claim claim, TestFacts facts)
    {
        _diagnoses = claim.Diagnoses.IsDefault ? 0 : claim.Diagnoses.Length;
        Add("", "claim " + ClaimWords.Of(claim.Type));
        foreach (ClaimPart part in ClaimPart.Of(claim).Where(part => part.Kind != ThingKinds.Claim))
        {
            if (part.Facts is Diagnosis { Type: null, PresentOnAdmission.IsMissing: true } only && only.Code == Harmless && claim.Diagnoses.Length == 1)
            {
                // It is what a test has that says nothing.
                Add(part.Name, null);
            }
            else
            {
                Add(part.Name, HeadOf(part));
            }

            if (DatesOf(part.Facts) is string dates)
            {
                _rows[^1].Options["on"] = dates;
            }
        }

        foreach (string none in NoneOf(claim))
        {
            Add(none, none);
        }

        foreach ((string member, FactValue value) in claim.Facts)
        {
            if (facts.Names.FirstOrDefault(name => facts.MemberOf(name) == member) is string fact && FieldText.Of(value) is string text)
            {
                Add("fact " + fact, $"fact {fact} {text}");
            }
        }
    }

    public ClaimText ToText(ImmutableArray<string> unsaid) => new(
        [.. _rows.Where(row => row.Head is not null).Select(row => new TextRow(row.Head!, [.. row.Options.Values]))], [.. _missing], unsaid); // Asked just now.

    /// <summary>Says the as-of date; false where it is said already.</summary>
    public bool SayAsOf(DateOnly date)
    {
        if (_rows.Exists(row => row.Name == "as of"))
        {
            return false;
        }

        Add("as of", "as of " + FieldText.Of(date));
        return true;
    }

    /// <summary>Says what a field of a thing is, or that it is missing; false where it is said so already, or no test can say it.</summary>
    public bool Say(ClaimPart part, SaidValue value)
    {
        if (value.Value is null || (value.Field.Type.Kind is FieldKind.Codes or FieldKind.Texts or FieldKind.Positions && FieldText.Of(value.Field.Type, value.Value) is null))
        {
            return Miss(part, value);
        }

        bool isPatient = part.Name.Length == 0 && value.Path.StartsWith("patient.", StringComparison.Ordinal);
        if (OptionOf(part, value) is not (string key, string text))
        {
            return false;
        }

        SketchRow? row = _rows.Find(one => one.Name == (isPatient ? "patient" : part.Name));
        if (row is null && isPatient)
        {
            row = new SketchRow("patient", "patient");
            _rows.Insert(1, row);
        }

        if (row?.Head is null || (row.Options.TryGetValue(key, out string? said) && said == text))
        {
            return false;
        }

        row.Options[key] = text;
        return true;
    }

    private bool Miss(ClaimPart part, SaidValue value)
    {
        string name = $"{part.Name} {value.Path}".Trim();
        bool isOfItself = !value.Field.IsSubmitted && value.Path != "diagnoses";
        if (isOfItself || _missing.Contains(name) || part.Kind is ThingKinds.Occurrence or ThingKinds.ValueCode || name.Contains("certificates", StringComparison.Ordinal))
        {
            return false;
        }

        _rows.Find(row => row.Name == part.Name)?.Options.Remove(value.Path);
        _missing.Add(name);
        return true;
    }

    private (string Key, string Text)? OptionOf(ClaimPart part, SaidValue value)
    {
        if (value.Value is null || FieldText.Of(value.Field.Type, value.Value) is not string text)
        {
            return null;
        }

        return (part.Kind, value.Path) switch
        {
            (ThingKinds.Claim, "patient.sex") => (value.Path, text),
            (ThingKinds.Claim, "patient.birth") => (value.Path, "born " + text),
            (ThingKinds.Claim, _) => (value.Path, $"{(value.Path.StartsWith("patient.", StringComparison.Ordinal) ? value.Path["patient.".Length..] : value.Path)} {text}"),
            (ThingKinds.Line or ThingKinds.History, "date" or "through") => DatesOf(part.Facts) is string dates ? ("on", dates) : null,
            (ThingKinds.Line or ThingKinds.History, "units") => value.Value is >= 0m ? (value.Path, "x" + text) : (value.Path, $"units {text}"),
            (ThingKinds.Line or ThingKinds.History, "charge") => (value.Path, text),
            (ThingKinds.Line or ThingKinds.History, "place") => (value.Path, "at " + text),
            (ThingKinds.Line, "pointers") => AreThere((ServiceLine)part.Facts) ? (value.Path, "for " + text) : null,
            (ThingKinds.Line, "rendering.npi" or "rendering.specialty" or "rendering.tax_id") => (value.Path, $"{value.Path["rendering.".Length..]} {text}"),
            (ThingKinds.History, "bill_type") => (value.Path, "bill " + text),
            (ThingKinds.History, "paid_units") when value.Value is >= 0m => (value.Path, "paid x" + text),
            (ThingKinds.History, "paid_amount") => (value.Path, "paid " + text),
            (ThingKinds.Diagnosis, "role") => (value.Path, text),
            (ThingKinds.Procedure, "date") => (value.Path, "on " + text),
            (ThingKinds.Procedure, "principal") => value.Value is true ? (value.Path, "principal") : null,
            (ThingKinds.Diagnosis, "poa") => (value.Path, "poa " + text),
            (ThingKinds.Occurrence, _) => DatesOf(part.Facts) is string dates ? ("on", dates) : null,
            (ThingKinds.ValueCode, _) => (value.Path, text),
            (ThingKinds.Certificate or ThingKinds.Authorization, "from" or "through") => DatesOf(part.Facts) is string dates ? ("on", dates) : null,
            (ThingKinds.Certificate, "kind") => (value.Path, text),
            _ => (value.Path, $"{value.Path} {text}"),
        };
    }

    // A pointer at no diagnosis is said by the field that finds it.
    private bool AreThere(ServiceLine line) => line.DiagnosisPointers.All(position => position <= _diagnoses);

    private static string HeadOf(ClaimPart part) => part.Facts switch
    {
        Diagnosis diagnosis => "diagnoses " + (diagnosis.Code.System == CodeSystem.Icd9Diagnosis ? FieldText.Of(Code.From(CodeSystem.Diagnosis, diagnosis.Code.ToPlainText())) + " icd9" : FieldText.Of(diagnosis.Code)),
        InpatientProcedure procedure => "procedure " + FieldText.Of(procedure.Code),
        OccurrenceCode occurrence => "occurrence " + FieldText.Of(occurrence.Code),
        ValueCode value => "value " + FieldText.Of(value.Code),
        Certificate certificate => "certificate " + FieldText.Of(certificate.Number ?? ""),
        Authorization authorization => "authorization " + FieldText.Of(authorization.Number),
        Suggestion suggestion => $"suggestion {suggestion.Code}{(suggestion.System is string system ? " " + system : "")}",
        Evidence => "evidence",
        ServiceLine line => $"{part.Name}:{ServiceOf(line)}",
        HistoryLine history => string.Create(
            CultureInfo.InvariantCulture, $"history {ClaimWords.Of(history.Status)}{TypeOf(history)}{ServiceOf(history.Line)} claim {FieldText.Of(history.ClaimId)} line {history.Line.Number}"),
        _ => part.Name,
    };

    private static string TypeOf(HistoryLine history) => ClaimWords.Of(history.ClaimType) is string type ? " " + type : "";

    private static string ServiceOf(ServiceLine line)
    {
        if (!line.Procedure.FitsPattern)
        {
            return "";
        }

        bool areWritten = !line.Modifiers.IsDefault && line.Modifiers.Length <= 4 && line.Modifiers.All(modifier => modifier.FitsPattern);
        return $" {line.Procedure}{(areWritten ? string.Concat(line.Modifiers.Select(modifier => $"-{modifier}")) : "")}";
    }

    private static string? DatesOf(object facts) => facts switch
    {
        ServiceLine line => DatesOf(line),
        HistoryLine history => DatesOf(history.Line),
        OccurrenceCode { Date: DateOnly on } occurrence => $"on {FieldText.Of(on)}{(occurrence.Through is DateOnly through ? $" .. {FieldText.Of(through)}" : "")}",
        Certificate { From: DateOnly from } certificate => $"{FieldText.Of(from)} ..{(certificate.Through is DateOnly through ? $" {FieldText.Of(through)}" : "")}",
        Authorization { From: DateOnly from } authorization => $"{FieldText.Of(from)} ..{(authorization.Through is DateOnly through ? $" {FieldText.Of(through)}" : "")}",
        _ => null,
    };

    // A line needs a day to be read, one that is taken away again too.
    private static string DatesOf(ServiceLine line)
    {
        DateOnly from = line.From ?? line.Through ?? new DateOnly(2025, 1, 1);
        return $"on {FieldText.Of(from)}{(line.Through is DateOnly through && through != from ? $" .. {FieldText.Of(through)}" : "")}";
    }

    private static IEnumerable<string> NoneOf(Claim claim)
    {
        if (claim.Diagnoses is { IsDefault: false, IsEmpty: true })
        {
            yield return "no diagnoses";
        }

        if (claim.Billing is { Certificates: { IsDefault: false, IsEmpty: true } })
        {
            yield return "no certificates";
        }

        if (claim.Authorizations is { IsDefault: false, IsEmpty: true })
        {
            yield return "no authorizations";
        }

        if (claim.CodingRecord is { Suggestions: { IsDefault: false, IsEmpty: true } })
        {
            yield return "no suggestions";
        }
    }

    private void Add(string name, string? head) => _rows.Add(new SketchRow(name, head));

    private sealed class SketchRow(string name, string? head)
    {
        public string Name => name;

        /// <summary>Null: the line says what a test says by itself.</summary>
        public string? Head => head;

        public OrderedDictionary<string, string> Options { get; } = new(StringComparer.Ordinal);
    }
}
