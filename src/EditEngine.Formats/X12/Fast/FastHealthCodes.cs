using EditEngine.Codes;
using EditEngine.Formats.Rows;

namespace EditEngine.Formats.X12.Fast;

/// <summary>HI segments. As <see cref="HealthCodeSegments"/> reads them.</summary>
internal sealed class FastHealthCodes(FastContext context)
{
    private bool _hasPrincipal;
    private bool _hasOtherFirst;
    private (uint Qualifier, HealthCode? Row) _last;

    /// <summary>Begins a claim.</summary>
    public void Begin() => (_hasPrincipal, _hasOtherFirst) = (false, false);

    /// <summary>False where a claim has other diagnoses and no principal one.</summary>
    public bool End() => _hasPrincipal || !_hasOtherFirst;

    public bool Read(in FastSegment segment)
    {
        int count = Math.Min(segment.ElementCount, HealthCodeSegments.Most);
        for (int element = 1; element <= count; element++)
        {
            if (segment.Has(element) && !ReadCode(segment, element))
            {
                return false;
            }
        }

        return true;
    }

    private bool ReadCode(in FastSegment segment, int element)
    {
        ReadOnlySpan<byte> text = segment.Part(element, 2);
        if (text.IsEmpty || Find(segment.Part(element, 1)) is not HealthCode row)
        {
            return false;
        }

        ulong code = 0;
        if (row.System == CodeSystem.None ? text.IndexOfAny((byte)'.', (byte)'-') >= 0 : !FastValues.TryCode(row.System, text, out code))
        {
            return false;
        }

        return row.Kind switch
        {
            HealthCodeKind.Diagnosis => AddDiagnosis(segment, element, code, row),
            HealthCodeKind.Procedure => AddProcedure(segment, element, code, row),
            HealthCodeKind.Icd9Procedure => false,
            HealthCodeKind.Condition => context.Batch.Codes.TryAppend(ref context.ClaimDetail.ConditionCodes, code),
            HealthCodeKind.Occurrence => AddOccurrence(segment, element, code),
            HealthCodeKind.Value => AddValue(segment, element, code),
            HealthCodeKind.Drg => KeepGroup(code),
            _ => true,
        };
    }

    // Mostly codes of one kind come behind each other.
    private HealthCode? Find(ReadOnlySpan<byte> qualifier)
    {
        uint key = SegmentId.Of(qualifier);
        if (key != _last.Qualifier)
        {
            _last = (key, HealthCode.Find(key));
        }

        return _last.Row;
    }

    private bool AddDiagnosis(in FastSegment segment, int element, ulong code, HealthCode row)
    {
        if (!FastValues.TryCode(CodeSystem.PresentOnAdmission, segment.Component(element, 9), out ulong present))
        {
            return false;
        }

        _hasPrincipal |= row.Role == 1;
        _hasOtherFirst |= row.Role == 2 && !_hasPrincipal;
        return context.Batch.Diagnoses.TryAppend(ref context.Claim.Diagnoses, new DiagnosisRow { Code = code, PresentOnAdmission = present, Role = row.Role });
    }

    private bool AddProcedure(in FastSegment segment, int element, ulong code, HealthCode row) =>
        TryDays(segment, element, out FastPeriod days)
        && context.Batch.Procedures.TryAppend(ref context.ClaimDetail.Procedures, new ProcedureRow { Code = code, Date = days.From, Principal = row.Type == "principal" });

    private bool AddOccurrence(in FastSegment segment, int element, ulong code) =>
        TryDays(segment, element, out FastPeriod days)
        && context.Batch.Occurrences.TryAppend(ref context.ClaimDetail.Occurrences, new OccurrenceRow { Code = code, Date = days.From, Through = days.Through });

    private bool AddValue(in FastSegment segment, int element, ulong code) =>
        FastValues.TryNumber(segment.Component(element, 5), out decimal? amount)
        && context.Batch.Values.TryAppend(ref context.ClaimDetail.Values, new ValueRow { Code = code, Amount = amount });

    private bool KeepGroup(ulong code)
    {
        ref ClaimDetailRow detail = ref context.ClaimDetail;
        detail.Drg = detail.Drg == 0 ? code : detail.Drg;
        return true;
    }

    private bool TryDays(in FastSegment segment, int element, out FastPeriod days)
    {
        days = default;
        return segment.Component(element, 4).IsEmpty || context.Values.TryPeriod(segment.Component(element, 3), segment.Component(element, 4), out days);
    }
}
