using System.Buffers;

namespace EditEngine.Formats.X12;

/// <summary>Holds the elements of a segment against its rules: signs, lengths, numbers, what must be there.</summary>
internal static class ElementChecks
{
    private static readonly SearchValues<byte> Printable = SearchValues.Create([.. Enumerable.Range(0x20, 0x7F - 0x20).Select(b => (byte)b)]);

    /// <summary>Reports what is wrong with a segment's elements. One mistake of signs in a segment is enough to tell.</summary>
    public static void Check(in Segment segment, SegmentRule rule, string? loop, in Delimiters delimiters, ProblemLog problems)
    {
        CheckSigns(segment, loop, delimiters, problems);
        ElementRule[] rules = rule.Elements;
        int count = segment.ElementCount;
        if (count > rules.Length)
        {
            problems.Report(X12ElementDiagnostics.TooManyElements(
                problems.Place(segment, loop, rules.Length + 1), rules.Length, SegmentId.Text(segment.Id)));
            count = rules.Length;
        }

        for (int i = 1; i <= count; i++)
        {
            ReadOnlySpan<byte> element = segment[i];
            if (element.Length > rules[i - 1].Most || (rules[i - 1].Kind is not (ElementKind.Text or ElementKind.Composite) && !element.IsEmpty))
            {
                CheckElement(segment, i, element, rules[i - 1], loop, problems);
            }
        }

        foreach (int position in rule.Required)
        {
            if (!segment[position].ContainsAnyExcept((byte)' '))
            {
                problems.Report(X12ElementDiagnostics.ElementMissing(problems.Place(segment, loop, position)));
            }
        }
    }

    private static void CheckElement(
        in Segment segment, int position, ReadOnlySpan<byte> element, ElementRule rule, string? loop, ProblemLog problems)
    {
        switch (rule.Kind)
        {
            case ElementKind.Number when !Values.IsNumber(element):
            case ElementKind.WholeNumber when !Values.IsWholeNumber(element):
                problems.Report(X12ElementDiagnostics.NotANumber(problems.Place(segment, loop, position), SentText.Value(element)));
                return;
            case ElementKind.Date when !Values.TryDate(element, out _):
                problems.Report(X12ElementDiagnostics.UnreadDate(problems.Place(segment, loop, position), "D8"));
                return;
            default:
                break;
        }

        // The sign and the point of a number do not count.
        int allowed = rule.Kind is ElementKind.Number or ElementKind.WholeNumber ? rule.Most + 2 : rule.Most;
        if (element.Length > allowed)
        {
            problems.Report(X12ElementDiagnostics.TooLong(problems.Place(segment, loop, position), element.Length, rule.Most));
        }
    }

    private static void CheckSigns(in Segment segment, string? loop, in Delimiters delimiters, ProblemLog problems)
    {
        int at = segment.Bytes.IndexOfAnyExcept(Printable);
        while (at >= 0)
        {
            byte sign = segment.Bytes[at];
            int? element = segment.ElementAt(at) is int position and > 0 ? position : null;
            if (sign >= 0x80)
            {
                problems.Report(X12ElementDiagnostics.CharacterSet(problems.Place(segment, loop, element)));
                return;
            }

            if (sign != delimiters.Element && sign != delimiters.Component && sign != delimiters.Repetition)
            {
                problems.Report(X12ElementDiagnostics.ControlCharacter(problems.Place(segment, loop, element), sign));
                return;
            }

            int next = segment.Bytes[(at + 1)..].IndexOfAnyExcept(Printable);
            at = next < 0 ? -1 : at + 1 + next;
        }
    }
}
