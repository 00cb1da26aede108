using EditEngine.Formats.X12.Guides;

namespace EditEngine.Formats.X12;

/// <summary>Holds the elements of a segment against what they ask of one another.</summary>
internal static class SyntaxNotes
{
    public static void Check(in Segment segment, in SyntaxNote note, string? loop, ProblemLog problems)
    {
        int[] elements = note.Elements;
        int sent = 0;
        int first = 0;
        int missing = 0;
        foreach (int position in elements)
        {
            if (!segment[position].IsEmpty)
            {
                sent++;
                first = first == 0 ? position : first;
            }
            else if (missing == 0)
            {
                missing = position;
            }
        }

        bool asks = !segment[elements[0]].IsEmpty;
        bool isBroken = note.Kind switch
        {
            'P' => sent > 0 && missing > 0,
            'R' => sent == 0,
            'E' => sent > 1,
            'L' => asks && sent == 1,
            _ => asks && missing > 0,
        };
        if (!isBroken)
        {
            return;
        }

        if (note.Kind == 'E')
        {
            problems.ReportOfGuide(X12GuideDiagnostics.ElementExcluded(problems.Place(segment, loop, elements[^1]), SegmentId.Text(segment.Id), first));
            return;
        }

        Diagnostics.X12Place place = problems.Place(segment, loop, missing);
        problems.ReportOfGuide(note.Kind == 'R'
            ? X12GuideDiagnostics.OneOfElements(place, SegmentId.Text(segment.Id), elements)
            : X12GuideDiagnostics.ElementAsked(place, SegmentId.Text(segment.Id), note.Kind == 'P' ? first : elements[0]));
    }
}
