using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Diagnostics;

namespace EditEngine.Formats.X12;

/// <summary>HI segments: diagnoses, procedures and the codes of the UB-04.</summary>
internal sealed partial class ClaimContent
{
    private const int MostHealthCodes = 12;

    private bool _hasPrincipal;
    private X12Place? _firstOtherDiagnosis;
    private string _firstOtherQualifier = "";

    private void ReadHealthCodes(in Segment segment)
    {
        int count = Math.Min(segment.ElementCount, MostHealthCodes);
        for (int element = 1; element <= count; element++)
        {
            if (segment[element].IsEmpty || !HasComponents(segment, element))
            {
                continue;
            }

            ReadOnlySpan<byte> qualifier = segment.Component(element, 1);
            if (HealthCode.Find(qualifier) is not HealthCode row)
            {
                problems.Report(X12Diagnostics.UnknownHealthCode(problems.Place(segment, _loop, element, 1), SentText.Value(qualifier)));
            }
            else if (segment.IsComposite(element) || !IsBareCode(segment, element + 1))
            {
                ReadHealthCode(segment, element, row, segment.Component(element, 2));
            }
            else
            {
                // Left out, it would shift the diagnoses under the pointers of the lines; and its qualifier stands right before it.
                problems.Report(X12Diagnostics.CodeBeside(problems.Place(segment, _loop, element + 1)));
                ReadHealthCode(segment, element, row, segment[++element]);
            }
        }
    }

    private static bool IsBareCode(in Segment segment, int element) =>
        !segment[element].IsEmpty && !segment.IsComposite(element) && HealthCode.Find(segment[element]) is null;

    private void ReadHealthCode(in Segment segment, int element, HealthCode row, ReadOnlySpan<byte> text)
    {
        Code code = Code.From(row.System, text);
        if (code.IsMissing && row.System != CodeSystem.None)
        {
            problems.Report(X12Diagnostics.CodeMissing(problems.Place(segment, _loop, element, 2)));
            return;
        }

        CheckSigns(segment, element, 2, text);
        switch (row.Kind)
        {
            case HealthCodeKind.Diagnosis:
                AddDiagnosis(segment, element, code, row.Type);
                break;
            case HealthCodeKind.Procedure:
                Mark(segment, "procedures[]", element, 2, _claim.Procedures.Count);
                SentPeriod day = ReadCodePeriod(segment, element);
                _claim.Procedures.Add(new InpatientProcedure { Code = code, Date = day.From, Principal = row.Type == "principal" });
                break;
            case HealthCodeKind.Icd9Procedure:
                problems.Report(X12Diagnostics.Icd9ProcedureNotKept(problems.Place(segment, _loop, element)));
                break;
            case HealthCodeKind.Condition:
                Mark(segment, "conditionCodes[]", element, 2, _claim.Conditions.Count);
                _claim.Conditions.Add(code);
                break;
            case HealthCodeKind.Occurrence:
                Mark(segment, "occurrenceCodes[]", element, 2, _claim.Occurrences.Count);
                SentPeriod span = ReadCodePeriod(segment, element);
                _claim.Occurrences.Add(new OccurrenceCode { Code = code, Date = span.From, Through = span.Through });
                break;
            case HealthCodeKind.Value:
                Mark(segment, "valueCodes[]", element, 2, _claim.ValueCodes.Count);
                _claim.ValueCodes.Add(new ValueCode { Code = code, Amount = ReadCodeAmount(segment, element) });
                break;
            case HealthCodeKind.Drg when _claim.Drg.IsMissing:
                Mark(segment, "drg", element, 2);
                _claim.Drg = code;
                break;
            default:
                break;
        }
    }

    private void AddDiagnosis(in Segment segment, int element, Code code, string? type)
    {
        int index = _claim.Diagnoses.Count;
        Mark(segment, "diagnoses[]", element, 2, index);
        Mark(segment, "diagnoses[].system", element, 1, index);
        Code present = Code.From(CodeSystem.PresentOnAdmission, segment.Component(element, 9));
        if (!present.IsMissing)
        {
            Mark(segment, "diagnoses[].presentOnAdmission", element, 9, index);
        }

        _claim.Diagnoses.Add(new Diagnosis { Code = code, Type = type, PresentOnAdmission = present });
        _hasPrincipal |= type == "principal";
        if (type == "other" && !_hasPrincipal && _firstOtherDiagnosis is null)
        {
            _firstOtherDiagnosis = problems.Place(segment, _loop, element, 1);
            _firstOtherQualifier = SentText.Value(segment.Component(element, 1));
        }
    }

    private SentPeriod ReadCodePeriod(in Segment segment, int element)
    {
        ReadOnlySpan<byte> format = segment.Component(element, 3);
        ReadOnlySpan<byte> value = segment.Component(element, 4);
        if (!SentPeriod.TryRead(format, value, out SentPeriod period) && !value.IsEmpty)
        {
            problems.Report(X12Diagnostics.BadDate(problems.Place(segment, _loop, element, 4), SentText.Value(value), SentText.Value(format)));
        }

        return period;
    }

    private decimal? ReadCodeAmount(in Segment segment, int element)
    {
        ReadOnlySpan<byte> amount = segment.Component(element, 5);
        decimal? value = Values.Number(amount);
        if (value is null && !amount.IsEmpty)
        {
            problems.Report(X12Diagnostics.NotANumber(problems.Place(segment, _loop, element, 5), SentText.Value(amount)));
        }

        return value;
    }
}
