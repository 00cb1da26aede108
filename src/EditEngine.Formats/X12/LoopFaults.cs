using EditEngine.Diagnostics;
using EditEngine.Formats.X12.Guides;

namespace EditEngine.Formats.X12;

/// <summary>How it is told what a loop lacks, and that a segment is of no kind that it has.</summary>
internal static class LoopFaults
{
    /// <summary>A segment that must be there.</summary>
    public static void Missing(SegmentForm form, LoopRule rule, long offset, int number, ProblemLog problems)
    {
        // Where a loop has several of one id, the qualifier tells which is meant.
        string tag = SegmentId.Text(form.Tag);
        string named = form.Key.Codes.Length == 1 ? $"{tag}*{ElementForm.Unpacked(form.Key.Codes[0])}" : tag;
        problems.Report(X12SegmentDiagnostics.SegmentMissing(problems.Place(offset, number, tag, rule.PlaceId), named, rule.PlaceId), form.IsVital);
    }

    /// <summary>A loop that must be there.</summary>
    public static void Missing(LoopRule child, LoopRule around, long offset, int number, ProblemLog problems)
    {
        if (child.Role == Role.Line)
        {
            problems.Report(X12SegmentDiagnostics.NoLines(problems.Place(offset, number, "LX", child.Id)));
            return;
        }

        X12Place place = problems.Place(offset, number, SegmentId.Text(child.Trigger), child.Id);
        problems.Report(
            child.Role == Role.Payer
                ? X12SegmentDiagnostics.PayerMissing(place, child.Id, around.PlaceId)
                : X12SegmentDiagnostics.LoopMissing(place, child.Id, around.PlaceId),
            child.IsVital);
    }

    /// <summary>A segment whose qualifier is missing, or that of no kind that the loop has.</summary>
    public static void Qualifier(in Segment segment, LoopRule rule, int first, ProblemLog problems)
    {
        ElementForm key = rule.Forms[first].Elements[0];
        int? component = key.Kind == ElementKind.Composite && !segment[1].IsEmpty ? 1 : null;
        ReadOnlySpan<byte> seen = component is null ? segment[1] : segment.Component(1, 1);
        X12Place place = problems.Place(segment, rule.PlaceId, 1, component);
        if (seen.IsEmpty)
        {
            problems.Report(X12ElementDiagnostics.ElementMissing(place), key.IsVital && component is null);
            return;
        }

        uint tag = segment.Id;
        ulong[] fit = [.. rule.Forms.Where(other => other.Tag == tag).SelectMany(other => other.Key.Codes)];
        problems.ReportOfGuide(X12ElementDiagnostics.CodeNotInList(place, SentText.Value(seen), fit));
    }
}
