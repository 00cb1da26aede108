using EditEngine.Formats.X12.Guides;

namespace EditEngine.Formats.X12;

/// <summary>Holds the components of an element against their forms.</summary>
internal static class ComponentChecks
{
    public static void Check(in Segment segment, int position, ReadOnlySpan<byte> element, in ElementForm form, string? loop, ProblemLog problems)
    {
        byte separator = segment.Separator;
        int end = element.IndexOf(separator);
        if (end < 0 && element.IndexOfAny(Delimiters.UsualComponents) >= 0)
        {
            return; // taken apart by another sign than declared, which is told
        }

        ElementForm[] forms = form.Parts;
        ReadOnlySpan<byte> rest = element;
        int component = 0;
        while (true)
        {
            ReadOnlySpan<byte> part = end < 0 ? rest : rest[..end];
            ref readonly ElementForm own = ref forms[component++];
            if (part.IsEmpty ? own.Usage == Usage.Required : !own.IsPlainly(part))
            {
                CheckPart(segment, position, component, part, own, loop, problems);
            }

            if (end < 0)
            {
                break;
            }

            rest = rest[(end + 1)..];
            if (component == forms.Length)
            {
                problems.ReportOfGuide(X12GuideDiagnostics.TooManyComponents(problems.Place(segment, loop, position, forms.Length + 1), forms.Length));
                return;
            }

            end = rest.IndexOf(separator);
        }

        for (; component < forms.Length; component++)
        {
            if (forms[component].Usage == Usage.Required)
            {
                problems.ReportOfGuide(X12ElementDiagnostics.ElementMissing(problems.Place(segment, loop, position, component + 1)));
            }
        }
    }

    private static void CheckPart(
        in Segment segment, int position, int component, ReadOnlySpan<byte> part, in ElementForm form, string? loop, ProblemLog problems)
    {
        if (part.IsEmpty)
        {
            problems.ReportOfGuide(X12ElementDiagnostics.ElementMissing(problems.Place(segment, loop, position, component)));
            return;
        }

        int length = part.Length;
        if (form.Kind is ElementKind.Number or ElementKind.WholeNumber)
        {
            bool isNumber = form.Kind == ElementKind.Number ? Values.IsNumber(part) : Values.IsWholeNumber(part);
            if (!isNumber && form.Codes.Length == 0)
            {
                problems.ReportOfGuide(X12ElementDiagnostics.NotANumber(problems.Place(segment, loop, position, component), SentText.Value(part)));
                return;
            }

            length = isNumber ? Values.Digits(part) : length;
        }

        if (form.Usage == Usage.NotUsed)
        {
            problems.ReportOfGuide(X12GuideDiagnostics.ElementNotUsed(problems.Place(segment, loop, position, component)));
        }
        else if (!form.Takes(part))
        {
            problems.ReportOfGuide(X12ElementDiagnostics.CodeNotInList(problems.Place(segment, loop, position, component), SentText.Value(part), form.Codes));
        }
        else if (length > form.Most)
        {
            problems.ReportOfGuide(X12ElementDiagnostics.TooLong(problems.Place(segment, loop, position, component), part.Length, form.Most));
        }
        else if (length < form.Least)
        {
            problems.ReportOfGuide(X12GuideDiagnostics.TooShort(problems.Place(segment, loop, position, component), part.Length, form.Least));
        }
    }
}
