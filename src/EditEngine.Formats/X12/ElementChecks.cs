using System.Buffers;
using EditEngine.Formats.X12.Guides;

namespace EditEngine.Formats.X12;

/// <summary>Holds the elements of a segment against its form: signs, lengths, numbers, codes, what must be there and what must not.</summary>
/// <remarks>A claim cannot be read with wrong signs or numbers, elements that are too long or too many, or without vital ones; all else only does not conform.</remarks>
internal static class ElementChecks
{
    private const int SignAndPoint = 2;

    private static readonly SearchValues<byte> Printable = SearchValues.Create([.. Enumerable.Range(0x20, 0x7F - 0x20).Select(b => (byte)b)]);

    /// <summary>Reports what is wrong with a segment's elements. One mistake of signs in a segment is enough to tell.</summary>
    public static void Check(in Segment segment, SegmentForm form, string? loop, in Delimiters delimiters, ProblemLog problems)
    {
        if (segment.IsRight)
        {
            return;
        }

        CheckSigns(segment, loop, delimiters, problems);
        ElementForm[] forms = form.Elements;
        int count = segment.ElementCount;
        if (count > forms.Length)
        {
            problems.Report(X12ElementDiagnostics.TooManyElements(
                problems.Place(segment, loop, forms.Length + 1), forms.Length, SegmentId.Text(segment.Id)));
            return;
        }

        ReadOnlySpan<byte> bytes = segment.Bytes;
        ReadOnlySpan<int> ends = segment.Ends;
        int start = ends[0] + 1;
        for (int i = 1; i <= count; i++)
        {
            int end = ends[i];
            ReadOnlySpan<byte> element = bytes[start..end];
            start = end + 1;
            ref readonly ElementForm own = ref forms[i - 1];
            if (element.IsEmpty ? own.Usage == Usage.Required : !own.IsPlainly(element))
            {
                CheckElement(segment, i, element, own, loop, problems);
            }
        }

        for (int i = count + 1; i <= form.LastRequired; i++)
        {
            CheckElement(segment, i, default, forms[i - 1], loop, problems);
        }

        foreach (SyntaxNote note in form.Notes)
        {
            SyntaxNotes.Check(segment, note, loop, problems);
        }
    }

    private static void CheckElement(in Segment segment, int position, ReadOnlySpan<byte> element, in ElementForm form, string? loop, ProblemLog problems)
    {
        if (element.IsEmpty || (element[0] == ' ' && form.Kind != ElementKind.Filler && !element.ContainsAnyExcept((byte)' ')))
        {
            if (form.Usage == Usage.Required)
            {
                problems.Report(X12ElementDiagnostics.ElementMissing(problems.Place(segment, loop, position)), form.IsVital);
            }

            return;
        }

        bool isKnown = false;
        if (form.Usage == Usage.NotUsed)
        {
            problems.ReportOfGuide(X12GuideDiagnostics.ElementNotUsed(problems.Place(segment, loop, position)));
            isKnown = true;
        }

        if (form.Kind == ElementKind.Composite)
        {
            if (!isKnown)
            {
                ComponentChecks.Check(segment, position, element, form, loop, problems);
            }

            return;
        }

        int length = element.Length;
        switch (form.Kind)
        {
            case ElementKind.Number when !Values.IsNumber(element):
            case ElementKind.WholeNumber when !Values.IsWholeNumber(element):
                problems.Report(X12ElementDiagnostics.NotANumber(problems.Place(segment, loop, position), SentText.Value(element)));
                return;
            case ElementKind.Number or ElementKind.WholeNumber:
                length = Values.Digits(element);
                break;
            case ElementKind.Date when !Values.IsDate(element):
                problems.ReportOfGuide(X12ElementDiagnostics.UnreadDate(problems.Place(segment, loop, position), form.Most == 6 ? "D6" : "D8"));
                return;
            case ElementKind.Time when !Values.TryTime(element, out _):
                problems.ReportOfGuide(X12GuideDiagnostics.BadTime(problems.Place(segment, loop, position)));
                return;
            default:
                break;
        }

        if (length > form.Most)
        {
            int readable = form.Kind switch
            {
                ElementKind.Number or ElementKind.WholeNumber => element.Length - SignAndPoint,
                ElementKind.Code => element.TrimStart((byte)'0').Length, // zeros before it are taken away, with a warning
                _ => element.Length,
            };
            problems.Report(X12ElementDiagnostics.TooLong(problems.Place(segment, loop, position), element.Length, form.Most), isVital: readable > form.Most);
        }
        else if (!form.Takes(element))
        {
            problems.ReportOfGuide(X12ElementDiagnostics.CodeNotInList(problems.Place(segment, loop, position), SentText.Value(element), form.Codes));
        }
        else if (length < form.Least)
        {
            problems.ReportOfGuide(X12GuideDiagnostics.TooShort(problems.Place(segment, loop, position), element.Length, form.Least));
        }
    }

    private static void CheckSigns(in Segment segment, string? loop, in Delimiters delimiters, ProblemLog problems)
    {
        int at = segment.Bytes.IndexOfAnyExcept(Printable);
        while (at >= 0)
        {
            byte sign = segment.Bytes[at];
            if (sign != delimiters.Element && sign != delimiters.Component && sign != delimiters.Repetition)
            {
                int? element = segment.ElementAt(at) is int position and > 0 ? position : null;
                problems.Report(sign >= 0x80
                    ? X12ElementDiagnostics.CharacterSet(problems.Place(segment, loop, element))
                    : X12ElementDiagnostics.ControlCharacter(problems.Place(segment, loop, element), sign));
                return;
            }

            int next = segment.Bytes[(at + 1)..].IndexOfAnyExcept(Printable);
            at = next < 0 ? -1 : at + 1 + next;
        }
    }
}
