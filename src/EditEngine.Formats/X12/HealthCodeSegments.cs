using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Diagnostics;

namespace EditEngine.Formats.X12;

/// <summary>HI segments: diagnoses, procedures and the codes of the UB-04.</summary>
internal sealed class HealthCodeSegments(ReadingContext context)
{
    /// <summary>As many a segment has, and as many diagnoses a claim.</summary>
    public const int Most = 12;

    private readonly ElementReader _elements = context.Elements;
    private readonly ClaimBuilder _claim = context.Claim;
    private bool _hasPrincipal;
    private X12Place? _firstOtherDiagnosis;
    private string _firstOtherQualifier = "";

    /// <summary>Begins a claim.</summary>
    public void Begin() => (_hasPrincipal, _firstOtherDiagnosis, _firstOtherQualifier) = (false, null, "");

    /// <summary>Reports what only the whole claim tells.</summary>
    public void End()
    {
        if (_firstOtherDiagnosis is not null && !_hasPrincipal)
        {
            _elements.Report(X12ElementDiagnostics.NoPrincipal(_firstOtherDiagnosis, _firstOtherQualifier));
        }
    }

    public void Read(in Segment segment)
    {
        int count = Math.Min(segment.ElementCount, Most);
        for (int element = 1; element <= count; element++)
        {
            if (segment[element].IsEmpty || !_elements.HasComponents(segment, element))
            {
                continue;
            }

            ReadOnlySpan<byte> qualifier = segment.Component(element, 1);
            if (HealthCode.Find(qualifier) is not HealthCode row)
            {
                _elements.Report(X12ElementDiagnostics.UnknownHealthCode(_elements.Place(segment, element, 1), SentText.Value(qualifier)));
            }
            else if (segment.IsComposite(element) || !IsBareCode(segment, element + 1))
            {
                ReadHealthCode(segment, element, row, segment.Component(element, 2));
            }
            else
            {
                // Left out, it would shift the diagnoses under the pointers of the lines; and its qualifier stands right before it.
                _elements.Report(X12ElementDiagnostics.CodeBeside(_elements.Place(segment, element + 1)));
                ReadHealthCode(segment, element, row, segment[++element]);
            }
        }
    }

    private static bool IsBareCode(in Segment segment, int element) =>
        !segment[element].IsEmpty && !segment.IsComposite(element) && HealthCode.Find(segment[element]) is null;

    private void ReadHealthCode(in Segment segment, int element, HealthCode row, ReadOnlySpan<byte> text)
    {
        Code code = _elements.CodeOf(segment, row.System, text, element, 2);
        if (code.IsMissing && row.System != CodeSystem.None)
        {
            _elements.Report(X12ElementDiagnostics.CodeMissing(_elements.Place(segment, element, 2)));
            return;
        }

        _elements.CheckSigns(segment, element, 2, text);
        switch (row.Kind)
        {
            case HealthCodeKind.Diagnosis:
                AddDiagnosis(segment, element, code, row.Type);
                break;
            case HealthCodeKind.Procedure:
                _elements.Mark(segment, "procedures[]", element, 2, _claim.Procedures.Count);
                SentPeriod day = ReadCodePeriod(segment, element);
                _claim.Procedures.Add(new InpatientProcedure { Code = code, Date = day.From, Principal = row.Type == "principal" });
                break;
            case HealthCodeKind.Icd9Procedure:
                _elements.Report(X12ElementDiagnostics.Icd9ProcedureNotKept(_elements.Place(segment, element)));
                break;
            case HealthCodeKind.Condition:
                _elements.Mark(segment, "conditionCodes[]", element, 2, _claim.Conditions.Count);
                _claim.Conditions.Add(code);
                break;
            case HealthCodeKind.Occurrence:
                _elements.Mark(segment, "occurrenceCodes[]", element, 2, _claim.Occurrences.Count);
                SentPeriod span = ReadCodePeriod(segment, element);
                _claim.Occurrences.Add(new OccurrenceCode { Code = code, Date = span.From, Through = span.Through });
                break;
            case HealthCodeKind.Value:
                _elements.Mark(segment, "valueCodes[]", element, 2, _claim.ValueCodes.Count);
                _claim.ValueCodes.Add(new ValueCode { Code = code, Amount = ReadCodeAmount(segment, element) });
                break;
            case HealthCodeKind.Drg when ClaimMembers.Drg.Get(_claim.Record).IsMissing:
                _elements.Keep(segment, _claim.Record, ClaimMembers.Drg, code, element, 2);
                break;
            default:
                break;
        }
    }

    private void AddDiagnosis(in Segment segment, int element, Code code, string? type)
    {
        int index = _claim.Diagnoses.Count;
        _elements.Mark(segment, "diagnoses[]", element, 2, index);
        _elements.Mark(segment, "diagnoses[].system", element, 1, index);
        Code present = Code.From(CodeSystem.PresentOnAdmission, segment.Component(element, 9));
        if (!present.IsMissing)
        {
            _elements.Mark(segment, "diagnoses[].presentOnAdmission", element, 9, index);
        }

        _claim.Diagnoses.Add(new Diagnosis { Code = code, Type = type, PresentOnAdmission = present });
        _hasPrincipal |= type == "principal";
        if (type == "other" && !_hasPrincipal && _firstOtherDiagnosis is null)
        {
            _firstOtherDiagnosis = _elements.Place(segment, element, 1);
            _firstOtherQualifier = SentText.Value(segment.Component(element, 1));
        }
    }

    private SentPeriod ReadCodePeriod(in Segment segment, int element)
    {
        ReadOnlySpan<byte> format = segment.Component(element, 3);
        ReadOnlySpan<byte> value = segment.Component(element, 4);
        if (!SentPeriod.TryRead(format, value, out SentPeriod period) && !value.IsEmpty)
        {
            _elements.Report(X12ElementDiagnostics.BadDate(_elements.Place(segment, element, 4), SentText.Value(value), SentText.Value(format)));
        }

        return period;
    }

    private decimal? ReadCodeAmount(in Segment segment, int element)
    {
        ReadOnlySpan<byte> amount = segment.Component(element, 5);
        decimal? value = Values.Number(amount);
        if (value is null && !amount.IsEmpty)
        {
            _elements.Report(X12ElementDiagnostics.NotANumber(_elements.Place(segment, element, 5), SentText.Value(amount)));
        }

        return value;
    }
}
